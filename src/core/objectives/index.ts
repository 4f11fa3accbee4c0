/** The catalogue of landscapes, in the order of the menu. Adding one: a file beside this one, and a line in the list. */
import { abs } from './abs.ts'
import { ackley } from './ackley.ts'
import { beale } from './beale.ts'
import { booth } from './booth.ts'
import { branin } from './branin.ts'
import { bukin6 } from './bukin6.ts'
import { cosineMixture } from './cosine-mixture.ts'
import { crossInTray } from './cross-in-tray.ts'
import { cubic } from './cubic.ts'
import { dejong5 } from './dejong5.ts'
import { doubleWell } from './double-well.ts'
import { dropWave } from './drop-wave.ts'
import { easom } from './easom.ts'
import { edgeOfStability } from './edge-of-stability.ts'
import { eggholder } from './eggholder.ts'
import { gaussPlateau } from './gauss-plateau.ts'
import { gaussWells } from './gauss-wells.ts'
import { goldsteinPrice } from './goldstein-price.ts'
import { griewank } from './griewank.ts'
import { himmelblau } from './himmelblau.ts'
import { holderTable } from './holder-table.ts'
import { levy13 } from './levy13.ts'
import { lift } from './lift.ts'
import { linreg } from './linreg.ts'
import { logistic } from './logistic.ts'
import { logsumexp } from './logsumexp.ts'
import { matyas } from './matyas.ts'
import { mccormick } from './mccormick.ts'
import { michalewicz } from './michalewicz.ts'
import { monkeySaddle } from './monkey-saddle.ts'
import { parabola1 } from './parabola-1.ts'
import { peaks } from './peaks.ts'
import { quad1 } from './quad1.ts'
import { quad10 } from './quad10.ts'
import { quad100 } from './quad100.ts'
import { quad1000 } from './quad1000.ts'
import { quartic } from './quartic.ts'
import { rastrigin } from './rastrigin.ts'
import { rosenbrock } from './rosenbrock.ts'
import { rotQuad } from './rot-quad.ts'
import { saddle } from './saddle.ts'
import { saddle5 } from './saddle5.ts'
import { schaffer2 } from './schaffer2.ts'
import { shekel5 } from './shekel5.ts'
import { sinSin3 } from './sin-sin3.ts'
import { sin3Quad } from './sin3-quad.ts'
import { sixHumpCamel } from './six-hump-camel.ts'
import { square } from './square.ts'
import { styblinskiTang } from './styblinski-tang.ts'
import { tanh } from './tanh.ts'
import { threeHumpCamel } from './three-hump-camel.ts'
import { valley } from './valley.ts'
import { volcano } from './volcano.ts'
import { xCosPiXRisk } from './x-cos-pi-x-risk.ts'
import { xCosPiX } from './x-cos-pi-x.ts'
import { x2Sin10x } from './x2-sin10x.ts'
import { x2Y4 } from './x2-y4.ts'
import { x2y2 } from './x2y2.ts'
import type { Objective } from './objective.ts'

export const OBJECTIVES: readonly Objective[] = [
  himmelblau,
  rosenbrock,
  quad10,
  monkeySaddle,
  ackley,
  beale,
  rastrigin,
  threeHumpCamel,
  saddle,
  quad100,
  x2Y4,
  sixHumpCamel,
  goldsteinPrice,
  branin,
  styblinskiTang,
  mccormick,
  booth,
  matyas,
  rotQuad,
  quad1,
  quad1000,
  logsumexp,
  peaks,
  gaussPlateau,
  easom,
  michalewicz,
  griewank,
  levy13,
  schaffer2,
  cosineMixture,
  dropWave,
  crossInTray,
  holderTable,
  eggholder,
  bukin6,
  valley,
  edgeOfStability,
  x2y2,
  saddle5,
  lift,
  sinSin3,
  xCosPiX,
  sin3Quad,
  doubleWell,
  square,
  quartic,
  abs,
  tanh,
  xCosPiXRisk,
  x2Sin10x,
  cubic,
  parabola1,
  linreg,
  logistic,
  gaussWells,
  shekel5,
  dejong5,
  volcano,
]

/** The landscape with this id, or undefined: ids come from links, so anything may be asked for. */
export function objectiveById(id: string): Objective | undefined {
  return OBJECTIVES.find((o) => o.id === id)
}
