/** How fast steps shrink what is left of the way to a minimum: of the linear part of a step there. */
import type { Landscape } from '../landscape.ts'
import type { Stepper } from '../optimizers/update.ts'
import type { Values } from '../fields.ts'
import { exp, log, pow } from '../math/elementary.ts'
import { STRETCH } from './swarm.ts'

/** What was found for runs with these hyper-parameters, which are one object for all tiles of a job, by minimum; less than 0 where nobody has asked. */
export type Contractions = WeakMap<Values, Float64Array>

/** A step that is not one of the first. */
const LATE = 1e6
/** How far sums of numbers of this size may be off by rounding. */
const ROUNDING = 1e-9
/** So many times a matrix is squared: then it hardly matters how much larger its norm is than its spectral radius. */
const DOUBLED = 24

/**
 * What STRETCH steps multiply the distance from the minimum at `x` with in the end, as long as the landscape is what its Hessian says: the
 * spectral radius of one step, as a map of coordinates and memory, to that power. NaN where steps are not linear in the gradient and in
 * what is remembered, as those by its sign, or do not rest there, as with weight decay.
 */
export function contractionAt(landscape: Landscape, x: readonly number[], stepper: Stepper, hyper: Values): number {
  const n = x.length
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  landscape.hessian(Float64Array.from(x), gradient, hessian)
  const size = n * (1 + stepper.memory.length)
  const stepFrom = (at: Float64Array, g: Float64Array, state: Float64Array): Float64Array => {
    const memory = Object.fromEntries(stepper.memory.map((slot, s) => [slot, state.slice((1 + s) * n, (2 + s) * n)]))
    stepper.step(at, g, memory, LATE, hyper)
    return Float64Array.from([at, ...stepper.memory.map((slot) => memory[slot])].flatMap((column) => Array.from(column)))
  }
  const rest = stepFrom(Float64Array.from(x), new Float64Array(n), new Float64Array(size))
  if (!rest.every((v, i) => v === (i < n ? x[i] : 0))) return NaN
  /** A step from `state`, which is told from the minimum, where the gradient is the Hessian's. */
  const next = (state: Float64Array): Float64Array => {
    const at = state.slice(0, n)
    return stepFrom(at, Float64Array.from(at, (_, i) => at.reduce((sum, v, j) => sum + hessian[i * n + j] * v, 0)), state)
  }
  const columns = Array.from({ length: size }, (_, j) => next(Float64Array.from({ length: size }, (_v, i) => (i === j ? 1 : 0))))
  // What is linear makes the same of a sum as of its parts.
  const sums = next(new Float64Array(size).fill(-2))
  for (let i = 0; i < size; i++) {
    const [sum, scale] = columns.reduce(([s, most], column) => [s - 2 * column[i], most + Math.abs(column[i])], [0, 1])
    if (!(Math.abs(sums[i] - sum) <= ROUNDING * scale)) return NaN
  }
  return pow(spectralRadius(Float64Array.from({ length: size * size }, (_, k) => columns[k % size][Math.floor(k / size)]), size), STRETCH)
}

/** Of a matrix, row by row: Gelfand's formula, lim |Aᵏ|^(1/k), for k = 2^DOUBLED. */
function spectralRadius(matrix: Float64Array, size: number): number {
  let power = matrix
  let logarithm = 0
  for (let k = 0; ; k++) {
    const largest = power.reduce((most, v) => Math.max(most, Math.abs(v)), 0)
    if (largest === 0) return 0
    logarithm += log(largest)
    if (k === DOUBLED) return exp(logarithm / 2 ** DOUBLED)
    power = square(power.map((v) => v / largest), size)
    logarithm *= 2
  }
}

function square(a: Float64Array, size: number): Float64Array {
  return a.map((_, k) => {
    const [row, column] = [Math.floor(k / size), k % size]
    let sum = 0
    for (let i = 0; i < size; i++) sum += a[row * size + i] * a[i * size + column]
    return sum
  })
}
