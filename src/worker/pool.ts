/**
 * Several workers that share the tiles of one job. A newer job takes the place of the old one at once; a worker that dies or falls silent
 * is replaced and its tile computed by another.
 */
import type { MapJob, Tile, TileAnswer } from '../core/ensembles/job.ts'
import { LOADING, SILENCE, type Clock } from './client.ts'
import type { FromMapper, ToMapper } from './map-protocol.ts'

/** What is used of a Worker; tests bring their own. */
export interface MapWorkerLike {
  postMessage(message: ToMapper): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromMapper>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface PoolOptions {
  makeWorker(): MapWorkerLike
  /** How many workers there are. */
  readonly size: number
  readonly clock: Pick<Clock, 'after'>
  receive(answer: TileAnswer): void
  /** All tiles of the newest job have been answered. */
  done(): void
  /** The job is given up; the reason is a sentence. */
  trouble(says: string): void
}

export interface Pool {
  /** Computes `tiles` of `job`, the first ones first, in place of whatever is under way. */
  start(job: MapJob, tiles: readonly Tile[]): void
  /** Gives up what is under way. */
  cancel(): void
  /** Ends the workers. */
  stop(): void
}

/** As often is a tile tried that makes workers die. */
const TRIES = 3

interface Member {
  worker: MapWorkerLike
  loaded: boolean
  /** The epoch it knows the job of. */
  knows: number
  tile: Tile | undefined
  unwatch: () => void
}

/** A pool whose workers are started with its first job. */
export function createPool(options: PoolOptions): Pool {
  let epoch = 0
  let job: MapJob | undefined
  let queue: Tile[] = []
  let open = 0
  let members: Member[] = []
  const crashes = new Map<Tile, number>()

  function add(): Member {
    const member: Member = { worker: options.makeWorker(), loaded: false, knows: 0, tile: undefined, unwatch: () => undefined }
    const { worker } = member
    worker.onmessage = ({ data }) => hear(member, data)
    worker.onerror = (event) => {
      event.preventDefault?.()
      lose(member, event.message)
    }
    return member
  }

  function hear(member: Member, { epoch: of, answer, failed }: FromMapper): void {
    member.loaded = true
    if (member.tile === undefined || of !== epoch) {
      if (member.tile !== undefined) watch(member)
      return
    }
    if (failed !== undefined) {
      cancel()
      options.trouble(`The map could not be computed (${failed}). Change the experiment to try again.`)
      return
    }
    if (answer === undefined) return watch(member)
    member.tile = undefined
    member.unwatch()
    open--
    feed(member)
    options.receive(answer)
    if (open === 0) options.done()
  }

  function feed(member: Member): void {
    const tile = queue.shift()
    if (tile === undefined || job === undefined) return
    member.tile = tile
    watch(member)
    member.worker.postMessage({ epoch, tile, ...(member.knows === epoch ? {} : { job }) })
    member.knows = epoch
  }

  function watch(member: Member): void {
    member.unwatch()
    member.unwatch = options.clock.after(member.loaded ? SILENCE : LOADING, () => lose(member, 'it fell silent'))
  }

  /** A worker is gone: another takes its place, and its tile goes first. */
  function lose(member: Member, reason: string): void {
    const at = members.indexOf(member)
    if (at < 0) return
    const { tile } = member
    end(member)
    const fresh = add()
    members[at] = fresh
    if (tile === undefined) return
    const count = (crashes.get(tile) ?? 0) + 1
    crashes.set(tile, count)
    if (count >= TRIES) {
      cancel()
      options.trouble(`A part of the map failed ${TRIES} times (${reason || 'its worker could not be loaded'}). Reload the page, or take a smaller map.`)
      return
    }
    queue.unshift(tile)
    feed(fresh)
  }

  function end(member: Member): void {
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
      if (member.tile !== undefined) member.worker.postMessage({ epoch })
      member.tile = undefined
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
      for (const member of members) feed(member)
    },
    stop() {
      cancel()
      members.forEach(end)
      members = []
    },
  }
}
