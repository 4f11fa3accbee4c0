/** Programs that take several steps of a run at once, for one landscape: interpreted, and each compiled once it pays. */
import { alone, type Alone } from '../engine/alone.ts'
import { aloneInterpreted, pointOf } from '../engine/alone-interpreted.ts'
import type { PointProgram } from '../engine/point.ts'
import { onlyInterpreted, recipeOf, type Recipe } from '../engine/recipe.ts'
import type { Machine } from '../engine/wasm/machine.ts'
import type { Resolved } from '../experiment/resolve.ts'
import type { Values } from '../fields.ts'
import type { Stepper } from '../optimizers/update.ts'

/**
 * Steps of a method, times rows of the data: interpreting so many takes about as long as compiling: a step takes .2 to 1 µs, and
 * compiling 3 to 6 ms while the compiler itself is new to the host.
 */
const PAYS = 6000
/** Fewer steps are taken one by one: a call of the program takes as long. */
const FEW = 4

/** The program of a method's steps, for so many more of them; undefined where there is none, or not for so few. */
export type Leaper = (stepper: Stepper, steps: number) => Alone | undefined

interface Use {
  steps: number
  readonly interpreted: Alone | undefined
  compiled?: { readonly program: Alone | undefined }
}

/**
 * Programs for one landscape. They are compiled one after the other, with other work between, so that no drag waits for all of them.
 * @param pays how many steps are interpreted before
 */
export function createLeaper(
  { expression, coordinates, data, landscape }: Resolved, params: Values, machineFor: () => Machine | undefined, pays = PAYS,
): Leaper {
  const uses = new WeakMap<Stepper, Use>()
  const empty = data?.missing === true || data?.rows === 0
  let recipe: Recipe | undefined
  const recipeHere = (): Recipe => (recipe ??= recipeOf(expression, coordinates, params, data, 1))
  let point: { readonly program: PointProgram | undefined } | undefined
  const interpret = ({ update }: Stepper): Alone | undefined => {
    const { program } = (point ??= { program: pointOf(recipeHere()) })
    return program && aloneInterpreted(program, coordinates.length, update)
  }
  let since = pays
  const compile = (stepper: Stepper): Alone | undefined => {
    const machine = machineFor()
    return machine === undefined || onlyInterpreted(recipeHere()) ? undefined : alone(recipeHere(), coordinates.length, data, stepper.update, machine)
  }
  return (stepper, steps) => {
    if (steps < FEW || empty) return undefined
    const use = uses.get(stepper) ?? { steps: 0, interpreted: interpret(stepper) }
    uses.set(stepper, use)
    use.steps += steps * (landscape.work ?? 1)
    since += steps
    if (use.compiled === undefined && use.steps >= pays && since >= pays / 2) {
      since = 0
      use.compiled = { program: compile(stepper) }
    }
    return use.compiled?.program ?? use.interpreted
  }
}
