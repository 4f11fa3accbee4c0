/**
 * Data sets travel to a worker once. A message that is cloned with ten thousand rows takes milliseconds of every frame of a drag; so
 * one whose data the worker has already names them by their key.
 */
import type { DataSet } from '../core/data/data-set.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import type { ToWorker } from './protocol.ts'

/** An experiment as it is posted: its data set whole, or the key of the set that was posted last. */
export type Posted = Omit<Experiment, 'data'> & { readonly data?: DataSet | string }

/** Makes the messages of one worker light; they must be posted in the order in which they were made. */
export function packer(): (message: ToWorker) => ToWorker<Posted> {
  let there: DataSet | undefined
  const pack = (e: Experiment): Posted => {
    if (e.data === undefined) return e
    if (there?.key === e.data.key && there.name === e.data.name && there.missing === e.data.missing) return { ...e, data: e.data.key }
    there = e.data
    return e
  }
  return ({ experiment, since, ...rest }) => ({ ...rest, experiment: pack(experiment), ...(since && { since: pack(since) }) })
}

/** The other end: experiments with their data, which stay the same object for as long as the set does. */
export function unpacker(): (message: ToWorker<Posted>) => ToWorker {
  let here: DataSet | undefined
  const unpack = ({ data, ...rest }: Posted): Experiment => {
    if (data === undefined) return rest
    if (typeof data !== 'string') here = data
    else if (here?.key !== data) throw new Error(`The message names the data set ${data}, but the one posted last is ${here?.key ?? 'none'}.`)
    return { ...rest, data: here }
  }
  return ({ experiment, since, ...rest }) => ({ ...rest, experiment: unpack(experiment), ...(since && { since: unpack(since) }) })
}
