/** Fused programs for one landscape, each compiled once it pays. */
import { fuse, type FusedProgram } from '../engine/fused.ts'
import { onlyInterpreted, recipeOf } from '../engine/recipe.ts'
import type { Machine } from '../engine/wasm/machine.ts'
import type { Resolved } from '../experiment/resolve.ts'
import type { Values } from '../fields.ts'
import type { Stepper } from '../optimizers/update.ts'
import { STRETCH } from './swarm.ts'

/** Steps of descents, times parts of formula and update: from so many on, compiling pays. */
const PAYS = 1e6

/**
 * The program of whole steps of a method whose hyper-parameters `own` every descent has for itself, for so many steps of descents;
 * undefined where it does not pay yet, or cannot be had.
 */
export type Fuser = (stepper: Stepper, own: readonly string[], steps: number) => FusedProgram | undefined

interface Use {
  steps: number
  compiled?: { readonly program: FusedProgram | undefined }
}

/** Fused programs for one landscape. */
export function createFuser({ expression, coordinates, data, landscape }: Resolved, params: Values, machineFor: () => Machine | undefined, pays = PAYS): Fuser {
  const uses = new WeakMap<Stepper, Map<string, Use>>()
  const compile = (stepper: Stepper, own: readonly string[]): FusedProgram | undefined => {
    const machine = data?.missing === true || data?.rows === 0 ? undefined : machineFor()
    const recipe = recipeOf(expression, coordinates, params, data, 1)
    return machine === undefined || onlyInterpreted(recipe) ? undefined : fuse(recipe, coordinates.length, data, stepper.update, own, STRETCH, machine)
  }
  return (stepper, own, steps) => {
    const ofStepper = uses.get(stepper) ?? new Map<string, Use>()
    uses.set(stepper, ofStepper)
    const use = ofStepper.get(own.join()) ?? { steps: 0 }
    ofStepper.set(own.join(), use)
    use.steps += steps * (landscape.work ?? 1)
    if (use.compiled === undefined && use.steps >= pays) use.compiled = { program: compile(stepper, own) }
    return use.compiled?.program
  }
}
