/** What is told of each schedule beyond what computing needs, kept from the page that opens first: see ../about.ts. */
import type { ScheduleAbout } from './schedule.ts'
import { about as cosine } from './cosine.ts?schedule'
import { about as expRange } from './exp-range.ts?schedule'
import { about as exponential } from './exponential.ts?schedule'
import { about as inverseSqrt } from './inverse-sqrt.ts?schedule'
import { about as inverse } from './inverse.ts?schedule'
import { about as linear } from './linear.ts?schedule'
import { about as multistep } from './multistep.ts?schedule'
import { about as oneCycle } from './one-cycle.ts?schedule'
import { about as polynomial } from './polynomial.ts?schedule'
import { about as step } from './step.ts?schedule'
import { about as triangular } from './triangular.ts?schedule'
import { about as triangular2 } from './triangular2.ts?schedule'
import { about as warmRestarts } from './warm-restarts.ts?schedule'

const ABOUT: ReadonlyMap<string, ScheduleAbout> = new Map([
  ['cosine', cosine],
  ['exp_range', expRange],
  ['exponential', exponential],
  ['inverse_sqrt', inverseSqrt],
  ['inverse', inverse],
  ['linear', linear],
  ['multistep', multistep],
  ['one_cycle', oneCycle],
  ['polynomial', polynomial],
  ['step', step],
  ['triangular', triangular],
  ['triangular2', triangular2],
  ['warm_restarts', warmRestarts],
])

/** The texts of the schedule with this id; undefined for `constant` and `formula`, which have no entry. */
export function aboutSchedule(id: string): ScheduleAbout | undefined {
  return ABOUT.get(id)
}
