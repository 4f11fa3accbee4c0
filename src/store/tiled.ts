/** Work that a pool does tile by tile: its progress, its first look alone while something is dragged, and the ways to give it up and to go on. */
import type { Tile } from '../core/ensembles/job.ts'
import { pageClock, poolSize } from '../worker/page.ts'
import { createPool, type Pool, type PoolOptions } from '../worker/pool.ts'
import type { MapWork } from './map-work.ts'
import { noteInterpreted } from './speed.ts'
import { store } from './store.ts'

/** A drag that stands still for so long gets the finer tiles too, in ms. */
const REST = 200
/** In a drag a first look under way may be finished before the next is begun, for so long, in ms: else none would ever be seen. */
const PATIENCE = 250

/** What tests bring in place of a page. */
export type TiledParts<Job, Answer> = Partial<Pick<PoolOptions<Job, Answer>, 'makeWorker' | 'size' | 'clock'>>

export interface TiledWays<Job, Answer> {
  makeWorker: PoolOptions<Job, Answer>['makeWorker']
  /** All tiles of a job in the order they are wanted. */
  tiles(job: Job): readonly Tile[]
  /** Those of them that make the first look. */
  first(tiles: readonly Tile[]): readonly Tile[]
  /** Those that have not come yet. */
  missing(job: Job, tiles: readonly Tile[]): readonly Tile[]
  work(): MapWork
  /** How far it is, and why it was given up where it was. */
  tell(work: MapWork, says?: string): void
  /** Keeps an answer, and how far the work is with it. */
  receive(answer: Answer, work: MapWork): void
}

export interface Tiled<Job, Answer> {
  /** Starts the workers. Returns the way to end them. */
  open(parts?: TiledParts<Job, Answer>): () => void
  /** Computes what of a job is missing, in place of whatever is under way; only its first look with `first`. */
  begin(job: Job, first: boolean): void
  /** Whether a first look under way is to be finished before a newer job is begun; `again` is then called when it had its time. */
  waits(again: () => void): boolean
  /** Gives up the work; what has come stays. */
  readonly cancel: () => void
  /** Whether only the first look was asked for. */
  coarse(): boolean
}

export function createTiled<Job, Answer extends Tile>(ways: TiledWays<Job, Answer>): Tiled<Job, Answer> {
  let pool: Pool<Job> | undefined
  let latest: Job | undefined
  let coarse = false
  let late: (() => void) | undefined

  function begin(job: Job, first: boolean): void {
    latest = job
    coarse = first
    const all = ways.tiles(job)
    const wanted = first ? ways.first(all) : all
    const tiles = ways.missing(job, wanted)
    const cells = (some: readonly Tile[]): number => some.reduce((sum, { from, to }) => sum + to - from, 0)
    const total = cells(wanted)
    wait(undefined)
    ways.tell({ state: tiles.length > 0 ? 'working' : 'done', done: total - cells(tiles), total, began: performance.now() })
    if (tiles.length > 0) pool?.start(job, tiles)
  }

  function receive(answer: Answer): void {
    const work = ways.work()
    ways.receive(answer, { ...work, done: work.done + answer.to - answer.from })
  }

  function done(): void {
    ways.tell({ ...ways.work(), state: 'done' })
    const job = latest
    if (!coarse || job === undefined) return
    if (!store.getState().session.dragging) return begin(job, false)
    wait(() => begin(job, false), REST)
  }

  /** One thing at a time is put off; undefined takes it back. */
  function wait(then: (() => void) | undefined, ms = 0): void {
    if (then !== undefined && late !== undefined) return
    late?.()
    late = then && pageClock.after(ms, () => {
      late = undefined
      then()
    })
  }

  return {
    begin,
    coarse: () => coarse,
    waits(again) {
      const { state, began } = ways.work()
      const left = coarse && store.getState().session.dragging && state === 'working' ? began + PATIENCE - performance.now() : 0
      if (left > 0) wait(again, left)
      return left > 0
    },
    open(parts) {
      const trouble = (says: string): void => ways.tell({ ...ways.work(), state: 'cancelled' }, says)
      const options = { makeWorker: ways.makeWorker, clock: pageClock, ...parts, size: parts?.size ?? poolSize() }
      pool = createPool<Job, Answer>({ ...options, receive, done, trouble, interprets: noteInterpreted })
      return () => {
        pool?.stop()
        wait(undefined)
        pool = undefined
        latest = undefined
      }
    },
    cancel() {
      pool?.cancel()
      wait(undefined)
      const work = ways.work()
      if (work.state === 'working') ways.tell({ ...work, state: 'cancelled' })
    },
  }
}
