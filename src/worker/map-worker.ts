/// <reference lib="webworker" />
/** The edge of a worker of the pool: binds the pump to the messages of this thread. */
import { createMapper } from '../core/ensembles/mapper.ts'
import type { MapJob } from '../core/ensembles/job.ts'
import type { FromMapper, ToMapper } from './map-protocol.ts'
import { createMapPump } from './map-pump.ts'

declare const self: DedicatedWorkerGlobalScope

const channel = new MessageChannel()
let next: (() => void) | undefined
channel.port2.onmessage = () => next?.()

const receive = createMapPump({
  compute: createMapper(),
  post: (message, transfer) => self.postMessage(message, transfer),
  pause: (callback) => {
    next = callback
    channel.port1.postMessage(undefined)
  },
  now: () => performance.now(),
})

self.onmessage = ({ data }: MessageEvent<ToMapper<MapJob>>) => receive(data)

const loaded: FromMapper<never> = { epoch: 0 }
self.postMessage(loaded)
