/**
 * What the page holds results for, so that the worker need not compute it again. It is noted when a part has arrived whole, not
 * when it was asked for: an older surface that was superseded on its way would otherwise be missing for ever.
 */
import type { Experiment } from '../core/experiment/experiment.ts'
import type { Event } from '../core/explore/events.ts'
import { sameGround } from './same.ts'
import type { Delivered } from './state.ts'

/** What is held after one message about `experiment`. A part that has begun to arrive is no longer the old one. */
export function deliveredAfter(held: Delivered, events: readonly Event[], experiment: Experiment, done: boolean): Delivered {
  if (done) return { surface: experiment, critical: experiment, runs: experiment }
  let { surface, critical, runs } = held
  for (const event of events) {
    if (event.type === 'surface' && event.detail < 2) surface = event.detail >= 1 ? experiment : undefined
    else if (event.type === 'critical') critical = experiment // work that is not done goes on in the worker, whatever comes next
    else if (event.type === 'runs-done') runs = experiment
    else if (event.type !== 'notice') runs = undefined
  }
  return { surface, critical, runs }
}

/** What is held, as one experiment to compare the next one with; undefined where nothing usable is held. */
export function since(held: Delivered): Experiment | undefined {
  const { surface, critical, runs } = held
  if (!surface || !critical || !sameGround(surface, critical)) return undefined
  if (runs && sameGround(surface, runs)) return runs
  return { ...surface, runs: [], starts: [] }
}
