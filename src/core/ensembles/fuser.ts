/** Fused programs for one landscape, each compiled once it pays. */
import { fuseBlocks } from '../engine/fused-blocks.ts'
import { fuse, type FusedProgram } from '../engine/fused.ts'
import { reachOf } from '../engine/reach.ts'
import { onlyInterpreted, recipeOf, type Recipe } from '../engine/recipe.ts'
import type { Machine } from '../engine/wasm/machine.ts'
import type { Experiment } from '../experiment/experiment.ts'
import type { Resolved } from '../experiment/resolve.ts'
import type { Stepper } from '../optimizers/update.ts'
import { STRETCH } from './swarm.ts'

/** Steps of descents, times parts of formula and update: from so many on, compiling pays. */
const PAYS = 1e6

/**
 * The program of whole steps of a method whose hyper-parameters `own` every descent has for itself, for so many steps of descents: compiled
 * as soon as that pays, interpreted before; undefined where there is none. With pauses where it has to be made.
 */
export type Fuser = (stepper: Stepper, own: readonly string[], steps: number) => Generator<undefined, FusedProgram | undefined, void>

interface Use {
  steps: number
  interpreted?: FusedProgram
  compiled?: { readonly program: FusedProgram | undefined }
}

/** Fused programs for one landscape. */
export function createFuser(
  { expression, coordinates, data, landscape }: Resolved, { params, domain }: Pick<Experiment, 'params' | 'domain'>, machineFor: () => Machine | undefined, pays = PAYS,
): Fuser {
  const uses = new WeakMap<Stepper, Map<string, Use>>()
  const n = coordinates.length
  const empty = data?.missing === true || data?.rows === 0
  let known: { readonly recipe: Recipe; readonly reach: number | undefined } | undefined
  function* make(): Generator<undefined, NonNullable<typeof known>, void> {
    if (known !== undefined) return known
    const recipe = recipeOf(expression, coordinates, params, data, 1)
    yield undefined
    known = { recipe, reach: reachOf(recipe, domain) }
    yield undefined
    return known
  }
  function* compile(stepper: Stepper, own: readonly string[]): Generator<undefined, FusedProgram | undefined, void> {
    const machine = empty ? undefined : machineFor()
    if (machine === undefined) return undefined
    const { recipe, reach } = yield* make()
    return onlyInterpreted(recipe) ? undefined : yield* fuse(recipe, n, data, stepper.update, own, STRETCH, machine, reach)
  }
  return function* (stepper, own, steps) {
    const ofStepper = uses.get(stepper) ?? new Map<string, Use>()
    uses.set(stepper, ofStepper)
    const use = ofStepper.get(own.join()) ?? { steps: 0 }
    ofStepper.set(own.join(), use)
    use.steps += steps * (landscape.work ?? 1)
    if (use.compiled === undefined && use.steps >= pays) use.compiled = { program: yield* compile(stepper, own) }
    if (use.compiled?.program !== undefined) return use.compiled.program
    if (empty) return undefined
    const { recipe, reach } = yield* make()
    if (recipe.stages.length > 0) return undefined // sums over rows have blocks of their own
    return (use.interpreted ??= yield* fuseBlocks(recipe, n, stepper.update, own, STRETCH, reach))
  }
}
