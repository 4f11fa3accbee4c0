/**
 * Several workers that share the tiles of one job. A newer job takes the place of the old one at once; a worker that dies or falls silent
 * is replaced and its tile computed by another.
 */
import type { Tile } from '../core/ensembles/job.ts'
import { LOADING, SILENCE, type Clock } from './client.ts'
import type { FromMapper, ToMapper } from './map-protocol.ts'

/** What is used of a Worker; tests bring their own. */
export interface MapWorkerLike<Job, Answer> {
  postMessage(message: ToMapper<Job>): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromMapper<Answer>>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface PoolOptions<Job, Answer> {
  makeWorker(): MapWorkerLike<Job, Answer>
  /** How many workers there are. */
  readonly size: number
  readonly clock: Pick<Clock, 'after'>
  receive(answer: Answer): void
  /** All tiles of the newest job have been answered. */
  done(): void
  /** The job is given up; the reason is a sentence. */
  trouble(says: string): void
  /** A worker cannot compile and interprets, which gives the same answers more slowly; told once. */
  interprets?(): void
}

export interface Pool<Job> {
  /** Computes `tiles` of `job`, the first ones first, in place of whatever is under way. */
  start(job: Job, tiles: readonly Tile[]): void
  /** Gives up what is under way. */
  cancel(): void
  /** Ends the workers. */
  stop(): void
}

/** As often is a tile tried that makes workers die. */
const TRIES = 3
/** Tiles that a worker holds: one it computes, the others so that it never waits for the page. */
const AHEAD = 3

interface Member<Job, Answer> {
  worker: MapWorkerLike<Job, Answer>
  loaded: boolean
  /** The epoch it knows the job of. */
  knows: number
  /** What it was given and has not answered, in that order. */
  tiles: Tile[]
  unwatch: () => void
}

/** A pool whose workers are started with its first job. */
export function createPool<Job, Answer>(options: PoolOptions<Job, Answer>): Pool<Job> {
  type Own = Member<Job, Answer>
  let epoch = 0
  let job: Job | undefined
  let queue: Tile[] = []
  let open = 0
  let members: Own[] = []
  let told = false
  const crashes = new Map<Tile, number>()

  function add(): Own {
    const member: Own = { worker: options.makeWorker(), loaded: false, knows: 0, tiles: [], unwatch: () => undefined }
    const { worker } = member
    worker.onmessage = ({ data }) => hear(member, data)
    worker.onerror = (event) => {
      event.preventDefault?.()
      lose(member, event.message)
    }
    return member
  }

  function hear(member: Own, { epoch: of, answer, failed, interprets }: FromMapper<Answer>): void {
    member.loaded = true
    if (interprets === true && !told) {
      told = true
      options.interprets?.()
    }
    if (member.tiles.length === 0 || of !== epoch) {
      if (member.tiles.length > 0) watch(member)
      return
    }
    if (failed !== undefined) {
      cancel()
      options.trouble(`The map could not be computed (${failed}). Change the experiment to try again.`)
      return
    }
    if (answer === undefined) return watch(member)
    member.tiles.shift()
    open--
    feed(member)
    options.receive(answer)
    if (open === 0) options.done()
  }

  function feed(member: Own, ahead = AHEAD): void {
    while (member.tiles.length < ahead && job !== undefined) {
      const tile = queue.shift()
      if (tile === undefined) break
      member.tiles.push(tile)
      member.worker.postMessage({ epoch, tile, ...(member.knows === epoch ? {} : { job }) })
      member.knows = epoch
    }
    if (member.tiles.length > 0) watch(member)
    else member.unwatch()
  }

  function watch(member: Own): void {
    member.unwatch()
    member.unwatch = options.clock.after(member.loaded ? SILENCE : LOADING, () => lose(member, 'it fell silent'))
  }

  /** A worker is gone: another takes its place, and what it had not answered goes first. */
  function lose(member: Own, reason: string): void {
    const at = members.indexOf(member)
    if (at < 0) return
    const { tiles } = member
    end(member)
    const fresh = add()
    members[at] = fresh
    if (tiles.length === 0) return
    const count = (crashes.get(tiles[0]) ?? 0) + 1
    crashes.set(tiles[0], count)
    if (count >= TRIES) {
      cancel()
      options.trouble(`A part of the map failed ${TRIES} times (${reason || 'its worker could not be loaded'}). Reload the page, or take a smaller map.`)
      return
    }
    queue.unshift(...tiles)
    feed(fresh)
  }

  function end(member: Own): void {
    member.unwatch()
    member.worker.onmessage = null
    member.worker.onerror = null
    member.worker.terminate()
  }

  function cancel(): void {
    epoch++
    job = undefined
    queue = []
    open = 0
    crashes.clear()
    for (const member of members) {
      if (member.tiles.length > 0) member.worker.postMessage({ epoch })
      member.tiles = []
      member.unwatch()
    }
  }

  return {
    cancel,
    start(next, tiles) {
      cancel()
      job = next
      queue = [...tiles]
      open = tiles.length
      while (members.length < options.size) members.push(add())
      // One each, then the rest: the first tiles are wanted first.
      for (let round = 1; round <= AHEAD; round++) for (const member of members) feed(member, round)
    },
    stop() {
      cancel()
      members.forEach(end)
      members = []
    },
  }
}
