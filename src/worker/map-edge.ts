/// <reference lib="webworker" />
/** The edge of a worker of the pool: binds the pump to the messages of this thread. */
import { isRefused } from '../core/engine/wasm/machine.ts'
import type { Tile } from '../core/ensembles/job.ts'
import type { FromMapper, ToMapper } from './map-protocol.ts'
import { createMapPump } from './map-pump.ts'

declare const self: DedicatedWorkerGlobalScope

/** Answers the messages of this thread with what `compute` makes of jobs and their tiles. */
export function serveTiles<Job, Answer extends object>(compute: (job: Job, tile: Tile) => Iterator<undefined, Answer>): void {
  const channel = new MessageChannel()
  let next: (() => void) | undefined
  channel.port2.onmessage = () => next?.()
  const receive = createMapPump<Job, Answer>({
    compute,
    post: (message, transfer) => self.postMessage(message, transfer),
    pause: (callback) => {
      next = callback
      channel.port1.postMessage(undefined)
    },
    now: () => performance.now(),
  })
  self.onmessage = ({ data }: MessageEvent<ToMapper<Job>>) => receive(data)
  const loaded: FromMapper<never> = { epoch: 0, ...(isRefused() && { interprets: true as const }) }
  self.postMessage(loaded)
}
