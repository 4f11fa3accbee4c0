/**
 * The loop inside the worker, free of mathematics and of the worker's globals: takes an experiment, pulls events out of `explore`
 * in slices so that a newer message is heard between them, and posts the events in batches. The newest epoch wins.
 */
import type { Experiment } from '../core/experiment/experiment.ts'
import type { Event } from '../core/explore/events.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

export interface PumpOptions {
  readonly explore: (experiment: Experiment, since?: Experiment) => Iterator<Event | undefined>
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void
  /** Calls back after messages that are waiting have been heard. */
  readonly pause: (next: () => void) => void
  /** Milliseconds. */
  readonly now: () => number
}

/** Work between two looks at the messages, in ms; shorter in a drag once its trajectories are out, for the next one is near. */
const SLICE = 8
const DRAG_SLICE = 4
/** Events wait this long for others to share their message, in ms: one frame. */
const GATHER = 16
/**
 * In a drag trajectories wait up to this long, in ms, to go out whole: drawn piece by piece they would flicker at every position.
 */
const DRAG_GATHER = 100
/** While busy a message goes out at least this often, in ms, as the sign of life. */
const SIGN_OF_LIFE = 500

interface Job {
  readonly message: ToWorker
  readonly iterator: Iterator<Event | undefined>
  batch: Event[]
  lastPost: number
  runsDone: boolean
}

/** The receiver of messages for a worker that answers through `options.post`. */
export function createPump(options: PumpOptions): (message: ToWorker) => void {
  const { explore, post, pause, now } = options
  let job: Job | undefined
  let running = false

  const flush = (current: Job, done: boolean, failed?: string) => {
    const events = current.batch
    current.batch = []
    current.lastPost = now()
    post({ epoch: current.message.epoch, events, done, ...(failed === undefined ? {} : { failed }) }, buffersOf(events))
  }

  /** One slice of work; true when the job is over. */
  const work = (current: Job): boolean => {
    const until = now() + (current.message.dragging && current.runsDone ? DRAG_SLICE : SLICE)
    do {
      const next = current.iterator.next()
      if (next.done === true) {
        flush(current, true)
        return true
      }
      const { value } = next
      if (value) {
        current.batch.push(value)
        if (value.type === 'runs-done') {
          // What a drag waits for: it goes out at once, all trajectories in one message.
          current.runsDone = true
          flush(current, false)
        }
      }
    } while (now() < until)
    const waited = now() - current.lastPost
    const gather = current.message.dragging && !current.runsDone ? DRAG_GATHER : GATHER
    if (waited >= (current.batch.length > 0 ? gather : SIGN_OF_LIFE)) flush(current, false)
    return false
  }

  const slice = () => {
    const current = job
    if (!current) {
      running = false
      return
    }
    let over: boolean
    try {
      over = work(current)
    } catch (error) {
      over = true
      flush(current, false, error instanceof Error ? error.message : String(error))
    }
    if (over && job === current) job = undefined
    pause(slice)
  }

  return (message) => {
    if (job && message.epoch < job.message.epoch) return
    job?.iterator.return?.()
    job = { message, iterator: explore(message.experiment, message.since), batch: [], lastPost: now(), runsDone: false }
    if (running) return
    running = true
    pause(slice)
  }
}

/** Every buffer of the events once: an event owns its arrays, so they are moved instead of copied. */
export function buffersOf(events: readonly Event[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const add = (array: Float64Array | undefined) => {
    if (array && array.buffer instanceof ArrayBuffer) buffers.add(array.buffer)
  }
  for (const event of events) {
    if (event.type === 'path') {
      for (const array of [event.x, event.f, event.gradient, event.hessian, event.seen, event.average?.x, event.average?.f, ...Object.values(event.memory)]) add(array)
    } else if (event.type === 'tries') event.paths.forEach(add)
    else if (event.type === 'surface') {
      for (const array of [event.f, event.slope, event.curvature]) add(array)
    }
  }
  return [...buffers]
}
