/**
 * What is told of each landscape beyond what computing needs: for the gallery, the tables and the tests. The query makes each file
 * a second module for the bundler, so that the page that opens first carries none of these texts. Adding a landscape: a line in
 * each list.
 */
import type { About } from './objective.ts'
import { about as abs } from './abs.ts?about'
import { about as ackley } from './ackley.ts?about'
import { about as beale } from './beale.ts?about'
import { about as booth } from './booth.ts?about'
import { about as branin } from './branin.ts?about'
import { about as bukin6 } from './bukin6.ts?about'
import { about as cosineMixture } from './cosine-mixture.ts?about'
import { about as crossInTray } from './cross-in-tray.ts?about'
import { about as cubic } from './cubic.ts?about'
import { about as dejong5 } from './dejong5.ts?about'
import { about as doubleWell } from './double-well.ts?about'
import { about as dropWave } from './drop-wave.ts?about'
import { about as easom } from './easom.ts?about'
import { about as edgeOfStability } from './edge-of-stability.ts?about'
import { about as eggholder } from './eggholder.ts?about'
import { about as gaussPlateau } from './gauss-plateau.ts?about'
import { about as gaussWells } from './gauss-wells.ts?about'
import { about as goldsteinPrice } from './goldstein-price.ts?about'
import { about as griewank } from './griewank.ts?about'
import { about as himmelblau } from './himmelblau.ts?about'
import { about as holderTable } from './holder-table.ts?about'
import { about as levy13 } from './levy13.ts?about'
import { about as lift } from './lift.ts?about'
import { about as linreg } from './linreg.ts?about'
import { about as logistic } from './logistic.ts?about'
import { about as logsumexp } from './logsumexp.ts?about'
import { about as matyas } from './matyas.ts?about'
import { about as mccormick } from './mccormick.ts?about'
import { about as michalewicz } from './michalewicz.ts?about'
import { about as monkeySaddle } from './monkey-saddle.ts?about'
import { about as parabola1 } from './parabola-1.ts?about'
import { about as peaks } from './peaks.ts?about'
import { about as quad1 } from './quad1.ts?about'
import { about as quad10 } from './quad10.ts?about'
import { about as quad100 } from './quad100.ts?about'
import { about as quad1000 } from './quad1000.ts?about'
import { about as quartic } from './quartic.ts?about'
import { about as rastrigin } from './rastrigin.ts?about'
import { about as rosenbrock } from './rosenbrock.ts?about'
import { about as rotQuad } from './rot-quad.ts?about'
import { about as saddle } from './saddle.ts?about'
import { about as saddle5 } from './saddle5.ts?about'
import { about as schaffer2 } from './schaffer2.ts?about'
import { about as shekel5 } from './shekel5.ts?about'
import { about as sin3Quad } from './sin3-quad.ts?about'
import { about as sinSin3 } from './sin-sin3.ts?about'
import { about as sixHumpCamel } from './six-hump-camel.ts?about'
import { about as square } from './square.ts?about'
import { about as styblinskiTang } from './styblinski-tang.ts?about'
import { about as tanh } from './tanh.ts?about'
import { about as threeHumpCamel } from './three-hump-camel.ts?about'
import { about as valley } from './valley.ts?about'
import { about as volcano } from './volcano.ts?about'
import { about as x2Sin10x } from './x2-sin10x.ts?about'
import { about as x2y2 } from './x2y2.ts?about'
import { about as x2Y4 } from './x2-y4.ts?about'
import { about as xCosPiX } from './x-cos-pi-x.ts?about'
import { about as xCosPiXRisk } from './x-cos-pi-x-risk.ts?about'

/** By id. */
const ABOUT: ReadonlyMap<string, About> = new Map([
  ['abs', abs],
  ['ackley', ackley],
  ['beale', beale],
  ['booth', booth],
  ['branin', branin],
  ['bukin6', bukin6],
  ['cosine_mixture', cosineMixture],
  ['cross_in_tray', crossInTray],
  ['cubic', cubic],
  ['dejong5', dejong5],
  ['double_well', doubleWell],
  ['drop_wave', dropWave],
  ['easom', easom],
  ['edge_of_stability', edgeOfStability],
  ['eggholder', eggholder],
  ['gauss_plateau', gaussPlateau],
  ['gauss_wells', gaussWells],
  ['goldstein_price', goldsteinPrice],
  ['griewank', griewank],
  ['himmelblau', himmelblau],
  ['holder_table', holderTable],
  ['levy13', levy13],
  ['lift', lift],
  ['linreg', linreg],
  ['logistic', logistic],
  ['logsumexp', logsumexp],
  ['matyas', matyas],
  ['mccormick', mccormick],
  ['michalewicz', michalewicz],
  ['monkey_saddle', monkeySaddle],
  ['parabola_1', parabola1],
  ['peaks', peaks],
  ['quad1', quad1],
  ['quad10', quad10],
  ['quad100', quad100],
  ['quad1000', quad1000],
  ['quartic', quartic],
  ['rastrigin', rastrigin],
  ['rosenbrock', rosenbrock],
  ['rot_quad', rotQuad],
  ['saddle', saddle],
  ['saddle5', saddle5],
  ['schaffer2', schaffer2],
  ['shekel5', shekel5],
  ['sin_sin3', sinSin3],
  ['sin3_quad', sin3Quad],
  ['six_hump_camel', sixHumpCamel],
  ['square', square],
  ['styblinski_tang', styblinskiTang],
  ['tanh', tanh],
  ['three_hump_camel', threeHumpCamel],
  ['valley', valley],
  ['volcano', volcano],
  ['x_cos_pi_x_risk', xCosPiXRisk],
  ['x_cos_pi_x', xCosPiX],
  ['x2_sin10x', x2Sin10x],
  ['x2_y4', x2Y4],
  ['x2y2', x2y2],
])

/** What is told of the landscape with this id. Throws a RangeError where about.ts lacks it, which a test excludes. */
export function aboutOf(id: string): About {
  const about = ABOUT.get(id)
  if (about === undefined) throw new RangeError(`about.ts has no line for ${id}.`)
  return about
}
