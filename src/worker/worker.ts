/// <reference lib="webworker" />
/** The worker's edge: binds the pump to the messages of this thread. */
import { createExplorer } from '../core/explore/explore.ts'
import { pictureOf } from '../core/explore/picture.ts'
import { unpacker, type Posted } from './luggage.ts'
import type { FromPainter, FromWorker, ToPainter, ToWorker } from './protocol.ts'
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

// Each picture takes a turn of its own, so that slices of the exploration come between them.
const pictures: string[] = []
const paint = (): void => {
  const id = pictures.shift()
  const picture = id === undefined ? undefined : pictureOf(id)
  if (picture !== undefined) self.postMessage({ picture } satisfies FromPainter, [picture.f.buffer])
  if (pictures.length > 0) setTimeout(paint)
}

const unpack = unpacker()
self.onmessage = ({ data }: MessageEvent<ToWorker<Posted> | ToPainter>) => {
  if (!('picture' in data)) receive(unpack(data))
  else if (pictures.push(data.picture) === 1) setTimeout(paint)
}

const loaded: FromWorker = { epoch: 0, events: [], done: false }
self.postMessage(loaded)
