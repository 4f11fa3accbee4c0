/** Why a verb refuses what it was given, as a sentence; undefined where it does not. The rules are the core's. */
import type { Experiment } from '../core/experiment/experiment.ts'
import { refuseDomain, refuseStart, unknownName } from '../core/experiment/validate.ts'
import { refuse, type Fields } from '../core/fields.ts'
import type { Issue } from '../core/issue.ts'
import type { Box } from '../core/landscape.ts'
import { describedOf } from './described.ts'

/** A value for one of some fields. `none` begins the sentence for a name that is not among them. */
export function refused(fields: Fields, name: string, value: number, none: string): Issue | undefined {
  if (!Object.hasOwn(fields, name)) return { ...unknownName(none, name, fields), about: name }
  return refuse(fields[name], name, value)
}

/** A point for a start of this experiment. */
export function refusedPoint(experiment: Experiment, point: readonly number[]): Issue | undefined {
  return refuseStart(point, describedOf(experiment).coordinates)
}

/** A domain for this experiment. */
export function refusedDomain(experiment: Experiment, domain: Box): Issue | undefined {
  return refuseDomain(domain, describedOf(experiment).coordinates)[0]
}

/** An index into a list of starts or runs. */
export function missing(list: readonly unknown[], index: number, what: string): Issue | undefined {
  if (Number.isInteger(index) && index >= 0 && index < list.length) return undefined
  return { about: what, says: `There is no ${what} ${index + 1}; the list has ${list.length}.` }
}
