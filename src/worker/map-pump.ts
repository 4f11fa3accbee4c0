/** The loop inside a worker of the pool: one tile at a time, in slices, so that a newer message is heard between them. */
import type { MapJob, Tile, TileAnswer } from '../core/ensembles/job.ts'
import type { FromMapper, ToMapper } from './map-protocol.ts'

export interface MapPumpOptions {
  readonly compute: (job: MapJob, tile: Tile) => Iterator<undefined, TileAnswer>
  readonly post: (message: FromMapper, transfer: ArrayBuffer[]) => void
  /** Calls back after messages that are waiting have been heard. */
  readonly pause: (next: () => void) => void
  /** Milliseconds. */
  readonly now: () => number
}

/** Work between two looks at the messages, and the longest silence while busy, in ms. */
const SLICE = 8
const SIGN_OF_LIFE = 500

/** The receiver of messages for a worker that answers through `options.post`. */
export function createMapPump({ compute, post, pause, now }: MapPumpOptions): (message: ToMapper) => void {
  let epoch = 0
  let job: MapJob | undefined
  let work: Iterator<undefined, TileAnswer> | undefined
  let running = false
  let spoke = 0

  function slice(): void {
    if (work === undefined) {
      running = false
      return
    }
    try {
      const until = now() + SLICE
      do {
        const step = work.next()
        if (step.done !== true) continue
        work = undefined
        const { value } = step
        spoke = now()
        post({ epoch, answer: value }, [value.fate.buffer, value.steps.buffer, value.end.buffer])
      } while (work !== undefined && now() < until)
    } catch (error) {
      work = undefined
      post({ epoch, failed: error instanceof Error ? error.message : String(error) }, [])
    }
    if (now() - spoke >= SIGN_OF_LIFE) {
      spoke = now()
      post({ epoch }, [])
    }
    pause(slice)
  }

  return (message) => {
    if (message.epoch < epoch) return
    work?.return?.()
    if (message.epoch > epoch) job = undefined
    epoch = message.epoch
    job = message.job ?? job
    work = job === undefined || message.tile === undefined ? undefined : compute(job, message.tile)
    if (running || work === undefined) return
    running = true
    spoke = now()
    pause(slice)
  }
}
