/** When do two experiments ask for the same? By parts, since links and undo make equal parts that are not identical. */
import type { Experiment, LandscapeChoice, Run } from '../core/experiment/experiment.ts'
import { sameAround } from '../core/experiment/around.ts'
import { sameMethodOf } from '../core/experiment/methods.ts'
import { sameChance } from '../core/experiment/chance.ts'
import { sameDisturbance } from '../core/experiment/noise.ts'
import { sameSchedule } from '../core/experiment/schedule.ts'
import { sameGround } from '../core/explore/since.ts'
import type { Values } from '../core/fields.ts'

export { sameGround }

/** The same entry of the catalogue, or the same text over the same coordinates. */
export function sameChoice(a: LandscapeChoice, b: LandscapeChoice): boolean {
  if (a === b) return true
  if (a.kind === 'catalogue') return b.kind === 'catalogue' && a.id === b.id
  return b.kind === 'formula' && a.text === b.text && a.over?.join() === b.over?.join()
}

/** The same names with the same numbers (NaN equals itself). */
export function sameValues(a: Values, b: Values): boolean {
  if (a === b) return true
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && Object.is(a[name], b[name]))
}

function sameRows(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean {
  const sameRow = (row: readonly number[], other: readonly number[]) =>
    row.length === other.length && row.every((v, k) => Object.is(v, other[k]))
  return a === b || (a.length === b.length && a.every((row, i) => sameRow(row, b[i])))
}

/** The same method with the same hyper-parameters and schedule and the same around it; whether it is shown does not matter. */
export function sameMethod(a: Run, b: Run): boolean {
  return a === b || (a.optimizer === b.optimizer && sameValues(a.hyper, b.hyper) && sameSchedule(a.schedule, b.schedule) && sameAround(a, b))
}

/** The same trajectories, on the same ground. */
export function sameRuns(a: Experiment, b: Experiment): boolean {
  return (
    a.steps === b.steps &&
    sameDisturbance(a, b) &&
    sameRows(a.starts, b.starts) &&
    a.runs.every((run) => sameChance(a, b, run)) &&
    (a.runs === b.runs || (a.runs.length === b.runs.length && a.runs.every((run, i) => sameMethod(run, b.runs[i])))) &&
    a.runs.every((run) => sameMethodOf(a, b, run.optimizer))
  )
}

/** Nothing has to be computed again: the experiments differ at most in what is looked at. */
export function sameWork(a: Experiment, b: Experiment): boolean {
  return a === b || (sameGround(a, b) && sameRuns(a, b))
}

/**
 * As many runs, starts and coordinates on the same formula: trajectories of one may stand in for those of the other for a moment.
 */
export function sameShape(a: Experiment, b: Experiment): boolean {
  return (
    a.runs.length === b.runs.length &&
    a.starts.length === b.starts.length &&
    a.domain.length === b.domain.length &&
    sameChoice(a.landscape, b.landscape)
  )
}
