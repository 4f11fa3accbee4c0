/** The worker and the clock of a real page; tests bring their own. */
import type { Clock, WorkerLike } from './client.ts'
import type { MapWorkerLike } from './pool.ts'

/** The worker of this program, as a module of its own. */
export function makeWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'explore' })
}

/** The clock of the page. */
export const pageClock: Clock = {
  now: () => performance.now(),
  frame: (callback) => {
    const id = requestAnimationFrame(callback)
    return () => cancelAnimationFrame(id)
  },
  after: (ms, callback) => {
    const id = setTimeout(callback, ms)
    return () => clearTimeout(id)
  },
}

/** One worker of the pool of sweep maps. */
export function makeSweepWorker<Job, Answer>(): MapWorkerLike<Job, Answer> {
  return new Worker(new URL('./sweep-worker.ts', import.meta.url), { type: 'module', name: 'sweeps' })
}

/** One worker of the pool of ensembles. */
export function makeEnsembleWorker<Job, Answer>(): MapWorkerLike<Job, Answer> {
  return new Worker(new URL('./ensemble-worker.ts', import.meta.url), { type: 'module', name: 'ensembles' })
}

/** One worker of the pool of basin maps. */
export function makeMapWorker<Job, Answer>(): MapWorkerLike<Job, Answer> {
  return new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module', name: 'maps' })
}

/** How many workers share a map. */
export const poolSize = (): number => Math.min(navigator.hardwareConcurrency || 2, 8)
