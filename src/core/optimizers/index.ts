/** The catalogue of methods, in the order of the menu. Adding one: a file beside this one, and a line in the list. */
import { adam } from './adam.ts'
import { gd } from './gd.ts'
import { momentum } from './momentum.ts'
import { nesterov } from './nesterov.ts'
import { newton } from './newton.ts'
import { isDeclared, type DeclaredOptimizer, type Optimizer } from './optimizer.ts'
import { rmsprop } from './rmsprop.ts'

export const OPTIMIZERS: readonly Optimizer[] = [gd, momentum, nesterov, adam, rmsprop, newton]

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
