/** The verbs of the starts: every optimizer of the list begins at each of them. */
import { START_LIMIT } from '../core/experiment/experiment.ts'
import type { Issue } from '../core/issue.ts'
import { missing, refusedPoint } from './checks.ts'
import { commit } from './commit.ts'
import { store } from './store.ts'

const present = () => store.getState().experiment

/** Moves start `index` to `point`. */
export function moveStart(index: number, point: readonly number[]): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.starts, index, 'start') ?? refusedPoint(experiment, point)
  if (issue) return issue
  commit({ ...experiment, starts: experiment.starts.with(index, [...point]) }, `start:${index}`)
  return undefined
}

/** One more start, for all optimizers. */
export function addStart(point: readonly number[]): Issue | undefined {
  const experiment = present()
  if (experiment.starts.length >= START_LIMIT) {
    return { about: 'start', says: `There are already ${START_LIMIT} starts, which is the most. Remove one to add another.` }
  }
  const issue = refusedPoint(experiment, point)
  if (issue) return issue
  commit({ ...experiment, starts: [...experiment.starts, [...point]] }, `start+${experiment.starts.length}`)
  return undefined
}

/** Removes a start; the last one stays. */
export function removeStart(index: number): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.starts, index, 'start')
  if (issue) return issue
  if (experiment.starts.length === 1) {
    return { about: 'start', says: 'This is the only start, and the runs need one. Move it instead.' }
  }
  commit({ ...experiment, starts: experiment.starts.toSpliced(index, 1) }, `start-${experiment.starts.length}`)
  return undefined
}
