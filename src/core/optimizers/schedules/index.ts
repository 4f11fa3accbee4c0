/** The catalogue of schedules, in the order of the menu. Adding one: a file beside this one, and a line in the list. */
import { cosine } from './cosine.ts'
import { expRange } from './exp-range.ts'
import { exponential } from './exponential.ts'
import { inverseSqrt } from './inverse-sqrt.ts'
import { inverse } from './inverse.ts'
import { linear } from './linear.ts'
import { multistep } from './multistep.ts'
import { oneCycle } from './one-cycle.ts'
import { polynomial } from './polynomial.ts'
import type { Schedule } from './schedule.ts'
import { step } from './step.ts'
import { triangular } from './triangular.ts'
import { triangular2 } from './triangular2.ts'
import { warmRestarts } from './warm-restarts.ts'

export const SCHEDULES: readonly Schedule[] = [
  step, multistep, exponential, cosine, warmRestarts, triangular, triangular2, expRange,
  oneCycle, linear, polynomial, inverse, inverseSqrt,
]

/** The schedule with this id, or undefined: ids come from links, so anything may be asked for. */
export function scheduleById(id: string): Schedule | undefined {
  return SCHEDULES.find((s) => s.id === id)
}
