/**
 * What is told of each method beyond what computing needs: for the menu, the panels and the tables. The query makes each file a
 * second module for the bundler, so that the page that opens first carries none of these texts. Adding a method: a line in each list.
 */
import type { MethodAbout } from './optimizer.ts'
import { about as adabelief } from './adabelief.ts?method'
import { about as adadelta } from './adadelta.ts?method'
import { about as adagrad } from './adagrad.ts?method'
import { about as adam } from './adam.ts?method'
import { about as adamax } from './adamax.ts?method'
import { about as adamw } from './adamw.ts?method'
import { about as amsgrad } from './amsgrad.ts?method'
import { about as annealing } from './annealing.ts?method'
import { about as bayes } from './bayes.ts?method'
import { about as bfgs } from './bfgs.ts?method'
import { about as cgFr } from './cg_fr.ts?method'
import { about as cgPr } from './cg_pr.ts?method'
import { about as cma_es } from './cma_es.ts?method'
import { about as de } from './de.ts?method'
import { about as friction } from './friction.ts?method'
import { about as ga } from './ga.ts?method'
import { about as gd } from './gd.ts?method'
import { about as lbfgs } from './lbfgs.ts?method'
import { about as lion } from './lion.ts?method'
import { about as momentum } from './momentum.ts?method'
import { about as nadam } from './nadam.ts?method'
import { about as nelder_mead } from './nelder_mead.ts?method'
import { about as nesterov } from './nesterov.ts?method'
import { about as newton } from './newton.ts?method'
import { about as powell } from './powell.ts?method'
import { about as qhm } from './qhm.ts?method'
import { about as radam } from './radam.ts?method'
import { about as random } from './random.ts?method'
import { about as rmsprop } from './rmsprop.ts?method'
import { about as rprop } from './rprop.ts?method'
import { about as saddleFreeNewton } from './saddle_free_newton.ts?method'
import { about as sign } from './sign.ts?method'
import { about as spsa } from './spsa.ts?method'
import { about as sutskever } from './sutskever.ts?method'
import { about as trustRegion } from './trust_region.ts?method'
import { about as yogi } from './yogi.ts?method'

const ABOUT: ReadonlyMap<string, MethodAbout> = new Map([
  ['adabelief', adabelief],
  ['adadelta', adadelta],
  ['adagrad', adagrad],
  ['adam', adam],
  ['adamax', adamax],
  ['adamw', adamw],
  ['amsgrad', amsgrad],
  ['annealing', annealing],
  ['bayes', bayes],
  ['bfgs', bfgs],
  ['cg_fr', cgFr],
  ['cg_pr', cgPr],
  ['cma_es', cma_es],
  ['de', de],
  ['friction', friction],
  ['ga', ga],
  ['gd', gd],
  ['lbfgs', lbfgs],
  ['lion', lion],
  ['momentum', momentum],
  ['nadam', nadam],
  ['nelder_mead', nelder_mead],
  ['nesterov', nesterov],
  ['newton', newton],
  ['powell', powell],
  ['qhm', qhm],
  ['radam', radam],
  ['random', random],
  ['rmsprop', rmsprop],
  ['rprop', rprop],
  ['saddle_free_newton', saddleFreeNewton],
  ['sign', sign],
  ['spsa', spsa],
  ['sutskever', sutskever],
  ['trust_region', trustRegion],
  ['yogi', yogi],
])

/** The texts of a method of the catalogue; undefined for one that somebody typed. */
export function aboutMethod(id: string): MethodAbout | undefined {
  return ABOUT.get(id)
}
