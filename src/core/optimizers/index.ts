/** The catalogue of methods, in the order of the menu. Adding one: a file beside this one, and a line in the list. */
import { adabelief } from './adabelief.ts'
import { adadelta } from './adadelta.ts'
import { adagrad } from './adagrad.ts'
import { adam } from './adam.ts'
import { adamax } from './adamax.ts'
import { adamw } from './adamw.ts'
import { amsgrad } from './amsgrad.ts'
import { annealing } from './annealing.ts'
import { bayes } from './bayes.ts'
import { bfgs } from './bfgs.ts'
import { cgFr } from './cg_fr.ts'
import { cgPr } from './cg_pr.ts'
import { cma_es } from './cma_es.ts'
import { de } from './de.ts'
import { friction } from './friction.ts'
import { ga } from './ga.ts'
import { gd } from './gd.ts'
import { lbfgs } from './lbfgs.ts'
import { lion } from './lion.ts'
import { momentum } from './momentum.ts'
import { nadam } from './nadam.ts'
import { nelder_mead } from './nelder_mead.ts'
import { nesterov } from './nesterov.ts'
import { newton } from './newton.ts'
import { isDeclared, type DeclaredOptimizer, type Optimizer } from './optimizer.ts'
import { powell } from './powell.ts'
import { qhm } from './qhm.ts'
import { radam } from './radam.ts'
import { random } from './random.ts'
import { rmsprop } from './rmsprop.ts'
import { rprop } from './rprop.ts'
import { saddleFreeNewton } from './saddle_free_newton.ts'
import { sign } from './sign.ts'
import { spsa } from './spsa.ts'
import { sutskever } from './sutskever.ts'
import { trustRegion } from './trust_region.ts'
import { yogi } from './yogi.ts'

export const OPTIMIZERS: readonly Optimizer[] = [
  gd, momentum, nesterov, adam, rmsprop, newton,
  sutskever, qhm, friction, sign, lion,
  adamw, amsgrad, adamax, nadam, radam, yogi, adabelief, adagrad, adadelta, rprop,
  nelder_mead, de, ga, cma_es, powell, annealing, spsa, random, bayes,
  saddleFreeNewton, bfgs, lbfgs, cgFr, cgPr, trustRegion,
]

/** Those that are declared by formulas. */
export const DECLARED: readonly DeclaredOptimizer[] = OPTIMIZERS.filter(isDeclared)

/** The method with this id, or undefined: ids come from links, so anything may be asked for. */
export function optimizerById(id: string): Optimizer | undefined {
  return OPTIMIZERS.find((o) => o.id === id)
}

/** The method with this id where it is declared by formulas. */
export function declaredById(id: string): DeclaredOptimizer | undefined {
  return DECLARED.find((o) => o.id === id)
}
