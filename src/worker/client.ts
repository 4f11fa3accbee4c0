/**
 * The page's side of the worker: at most one message per frame out, stale answers dropped, and a watchdog that replaces a worker
 * which fails or falls silent.
 */
import type { Experiment } from '../core/experiment/experiment.ts'
import type { Picture } from '../core/explore/picture.ts'
import { packer, type Posted } from './luggage.ts'
import type { FromPainter, FromWorker, ToPainter, ToWorker } from './protocol.ts'
import { failed, notLoaded, silence, type Trouble } from './trouble.ts'

/** What is used of a Worker; tests bring their own. */
export interface WorkerLike {
  postMessage(message: ToWorker<Posted> | ToPainter): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromWorker | FromPainter>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface Clock {
  /** Milliseconds. */
  now(): number
  /** Calls back before the next picture is drawn; returns the way to cancel. */
  frame(callback: () => void): () => void
  /** Calls back after `ms`; returns the way to cancel. */
  after(ms: number, callback: () => void): () => void
}

export interface ClientOptions {
  makeWorker(): WorkerLike
  readonly clock: Clock
  /** What is held already, asked at the moment of sending. */
  since(): Experiment | undefined
  /** Called with every answer about the newest experiment that was sent, and with that experiment. */
  receive(message: FromWorker, experiment: Experiment): void
  /** Called with every picture that was asked for. */
  picture(picture: Picture): void
  trouble(trouble: Trouble): void
}

export interface Client {
  /** Asks for the results of `experiment`; the newest request wins. */
  compute(experiment: Experiment, dragging: boolean): void
  /** Asks for the small picture of a landscape; once is enough, whatever becomes of the worker. */
  picture(id: string): void
  stop(): void
}

/** A busy worker that says nothing for this long is replaced, in ms. */
export const SILENCE = 5000
/** A worker may take this long to load before it counts as silent, in ms. */
export const LOADING = 30_000
/** In a drag, trajectories under way may finish before the next ones are asked for, up to this long, in ms. */
export const PATIENCE = 120

interface Request {
  readonly experiment: Experiment
  readonly dragging: boolean
}

/** A client with its worker started. */
export function createClient(options: ClientOptions): Client {
  const { clock } = options
  let epoch = 0
  /** Waits for the frame, or for trajectories that are about to arrive. */
  let wanted: Request | undefined
  /** What the worker is busy with. */
  let sent: (Request & { readonly at: number; runsDone: boolean }) | undefined
  let frameOpen = true
  let loaded = false
  /** The worker could not be loaded: the next request tries again. */
  let missing = false
  /** The experiment on which a worker fell silent last. */
  let suspect: Experiment | undefined
  let cancelWatch: (() => void) | undefined
  let cancelPatience: (() => void) | undefined
  let cancelFrame: (() => void) | undefined
  const pictures = new Set<string>()
  /** Of the worker there is now. */
  let pack = packer()
  let worker = start()

  function start(): WorkerLike {
    const fresh = options.makeWorker()
    pack = packer()
    loaded = false
    missing = false
    fresh.onmessage = ({ data }) => {
      if (fresh !== worker) return
      if ('picture' in data) deliver(data.picture)
      else hear(data)
    }
    fresh.onerror = (event) => {
      event.preventDefault?.()
      if (fresh === worker && !missing) fail(event.message || 'The program of the worker could not be loaded.')
    }
    for (const picture of pictures) fresh.postMessage({ picture })
    return fresh
  }

  function deliver(picture: Picture): void {
    pictures.delete(picture.id)
    if (sent) watch(SILENCE)
    options.picture(picture)
  }

  function compute(experiment: Experiment, dragging: boolean): void {
    // A request that may not wait for trajectories under way is not softened by a later one in the same frame.
    wanted = { experiment, dragging: dragging && (wanted?.dragging ?? true) }
    send()
  }

  function send(): void {
    if (!wanted || !frameOpen) return
    if (sent && isPatient()) {
      cancelPatience ??= clock.after(PATIENCE - (clock.now() - sent.at), () => {
        cancelPatience = undefined
        send()
      })
      return
    }
    const request = wanted
    wanted = undefined
    if (missing) worker = start()
    cancelPatience?.()
    cancelPatience = undefined
    epoch += 1
    if (!sent) watch(loaded ? SILENCE : LOADING)
    sent = { ...request, at: clock.now(), runsDone: false }
    frameOpen = false
    cancelFrame = clock.frame(() => {
      frameOpen = true
      send()
    })
    const held = options.since()
    worker.postMessage(pack({ epoch, ...request, ...(held ? { since: held } : {}) }))
  }

  /**
   * In a drag every frame brings a new experiment. Where its trajectories take longer than a frame, always starting anew would
   * show none of them to its end; so those under way finish first.
   */
  function isPatient(): boolean {
    return Boolean(wanted?.dragging && sent?.dragging && !sent.runsDone && clock.now() - sent.at < PATIENCE)
  }

  function hear(message: FromWorker): void {
    loaded = true
    if (message.failed !== undefined) return fail(message.failed)
    if (!sent) return
    watch(SILENCE)
    if (message.epoch !== epoch || (wanted && !isPatient())) return
    const { experiment } = sent
    if (message.done) {
      suspect = undefined
      idle()
    } else if (message.events.some((event) => event.type === 'runs-done')) {
      sent.runsDone = true
    }
    options.receive(message, experiment)
    send()
  }

  function idle(): void {
    sent = undefined
    cancelWatch?.()
    cancelWatch = undefined
  }

  function watch(limit: number): void {
    cancelWatch?.()
    const due = clock.now() + limit
    cancelWatch = clock.after(limit, () => {
      // A timer that comes far too late means the whole page slept; the worker slept too and gets its time again.
      if (clock.now() - due > limit / 2) watch(limit)
      else silent()
    })
  }

  function replace(): Experiment | undefined {
    const experiment = sent?.experiment
    worker.terminate()
    idle()
    worker = start()
    return experiment
  }

  /** Threw: it would throw again, so the same experiment is not tried again. */
  function fail(reason: string): void {
    if (!loaded) {
      worker.terminate()
      idle()
      missing = true
      wanted = undefined
      options.trouble(notLoaded(reason))
      return
    }
    replace()
    options.trouble(failed(reason, wanted === undefined))
    send()
  }

  function silent(): void {
    const seconds = (loaded ? SILENCE : LOADING) / 1000
    const experiment = replace()
    const again = experiment !== undefined && wanted === undefined && suspect !== experiment
    suspect = experiment
    if (again) wanted = { experiment, dragging: false }
    options.trouble(silence(seconds, wanted === undefined))
    send()
  }

  return {
    compute,
    picture: (id) => {
      pictures.add(id)
      worker.postMessage({ picture: id })
    },
    stop: () => {
      worker.onmessage = null
      worker.onerror = null
      worker.terminate()
      idle()
      cancelPatience?.()
      cancelFrame?.()
      wanted = undefined
      frameOpen = false
    },
  }
}
