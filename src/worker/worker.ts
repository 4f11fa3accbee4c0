/// <reference lib="webworker" />
/** The worker's edge: binds the pump to the messages of this thread. */
import { createExplorer } from '../core/explore/explore.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { createPump } from './pump.ts'

declare const self: DedicatedWorkerGlobalScope

// A message to ourselves queues behind the page's messages, without the delay that browsers put on timers.
const channel = new MessageChannel()
let next: (() => void) | undefined
channel.port2.onmessage = () => next?.()

const receive = createPump({
  explore: createExplorer(),
  post: (message, transfer) => self.postMessage(message, transfer),
  pause: (callback) => {
    next = callback
    channel.port1.postMessage(undefined)
  },
  now: () => performance.now(),
})

self.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data)

const loaded: FromWorker = { epoch: 0, events: [], done: false }
self.postMessage(loaded)
