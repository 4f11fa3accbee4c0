/** What two experiments have in common, so that only what changed is computed again. */
import { sameData } from '../data/data-set.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { sameAround } from '../experiment/around.ts'
import { sameMethodOf } from '../experiment/methods.ts'
import { sameChance } from '../experiment/chance.ts'
import { sameDisturbance } from '../experiment/noise.ts'
import { sameSchedule } from '../experiment/schedule.ts'
import { sameTerms } from '../experiment/terms.ts'
import type { Values } from '../fields.ts'
import type { PathKey } from './events.ts'

/** The same function over the same domain: surface, critical points and the scale of verdicts are the same. */
export function sameGround(a: Experiment, b: Experiment): boolean {
  if (a === b) return true
  const choice =
    a.landscape.kind === 'catalogue'
      ? b.landscape.kind === 'catalogue' && a.landscape.id === b.landscape.id
      : b.landscape.kind === 'formula' && a.landscape.text === b.landscape.text && sameNames(a.landscape.over, b.landscape.over)
  const sameDomain = a.domain.length === b.domain.length && a.domain.every((side, i) => sameNumbers(side, b.domain[i]))
  return choice && sameData(a.data, b.data) && sameDomain && sameValues(a.params, b.params) && sameTerms(a, b)
}

/** The same trajectory under the same key, given the same ground. */
export function samePath(a: Experiment, b: Experiment, { run, start }: PathKey): boolean {
  const [one, other] = [a.runs[run], b.runs[run]]
  if (one === undefined || other === undefined || a.steps !== b.steps || !sameStart(a, b, start) || !sameDisturbance(a, b)) return false
  if (!sameMethodOf(a, b, one.optimizer)) return false
  if (!sameChance(a, b, one)) return false
  return one === other || (one.optimizer === other.optimizer && sameValues(one.hyper, other.hyper) && sameSchedule(one.schedule, other.schedule) && sameAround(one, other))
}

/** The same start under the same index. */
export function sameStart(a: Experiment, b: Experiment, start: number): boolean {
  const [one, other] = [a.starts[start], b.starts[start]]
  return one !== undefined && other !== undefined && sameNumbers(one, other)
}

function sameNames(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || a?.join() === b?.join()
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((v, i) => Object.is(v, b[i])))
}

function sameValues(a: Values, b: Values): boolean {
  if (a === b) return true
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && Object.is(a[name], b[name]))
}
