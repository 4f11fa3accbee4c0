/**
 * The loop inside a worker of the pool: one tile after the other, in slices, so that a newer message is heard between them. Tiles of the
 * same job may wait here, so that the worker need not wait for a page that is busy drawing.
 */
import type { Tile } from '../core/ensembles/job.ts'
import type { FromMapper, ToMapper } from './map-protocol.ts'

export interface MapPumpOptions<Job, Answer> {
  readonly compute: (job: Job, tile: Tile) => Iterator<undefined, Answer>
  readonly post: (message: FromMapper<Answer>, transfer: ArrayBuffer[]) => void
  /** Calls back after messages that are waiting have been heard. */
  readonly pause: (next: () => void) => void
  /** Milliseconds. */
  readonly now: () => number
}

/** Work between two looks at the messages, and the longest silence while busy, in ms. */
const SLICE = 8
const SIGN_OF_LIFE = 500

/** The receiver of messages for a worker that answers through `options.post`; the columns of an answer are transferred. */
export function createMapPump<Job, Answer extends object>({ compute, post, pause, now }: MapPumpOptions<Job, Answer>): (message: ToMapper<Job>) => void {
  let epoch = 0
  let job: Job | undefined
  let work: Iterator<undefined, Answer> | undefined
  let waiting: Tile[] = []
  let running = false
  let spoke = 0

  function slice(): void {
    work ??= begin()
    if (work === undefined) {
      running = false
      return
    }
    try {
      const until = now() + SLICE
      do {
        const step = work.next()
        if (step.done !== true) continue
        spoke = now()
        post({ epoch, answer: step.value }, columnsOf(step.value))
        work = begin()
      } while (work !== undefined && now() < until)
    } catch (error) {
      work = undefined
      waiting = []
      post({ epoch, failed: error instanceof Error ? error.message : String(error) }, [])
    }
    if (now() - spoke >= SIGN_OF_LIFE) {
      spoke = now()
      post({ epoch }, [])
    }
    pause(slice)
  }

  function begin(): Iterator<undefined, Answer> | undefined {
    const tile = waiting.shift()
    return job === undefined || tile === undefined ? undefined : compute(job, tile)
  }

  return (message) => {
    if (message.epoch < epoch) return
    if (message.epoch > epoch) {
      work?.return?.()
      work = undefined
      waiting = []
      job = undefined
      epoch = message.epoch
    }
    job = message.job ?? job
    if (message.tile !== undefined) waiting.push(message.tile)
    if (running || waiting.length === 0) return
    running = true
    spoke = now()
    pause(slice)
  }
}

function columnsOf(answer: object): ArrayBuffer[] {
  return Object.values(answer).flatMap((part: unknown) => (ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : []))
}
