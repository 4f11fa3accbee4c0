/** Random restarts: descents from random places one after another, and then the lowest of them once more, told as the run's path. */
import type { PathChunk, PathKey, Tries } from './events.ts'
import type { Descent } from './descent.ts'
import type { Finished } from './scene.ts'
import type { Track } from './run.ts'
import type { Costs } from './walk.ts'

/** Most iterates that are kept to be drawn, of all descents together. */
const DRAWN = 4000

/** What the descents of a run came to. */
export interface Ends {
  /** The last iterate of each. */
  readonly x: readonly Float64Array[]
  /** Evaluations of all together. */
  readonly costs: Costs
}

export class Restarts {
  done = false
  private readonly ends: Float64Array[] = []
  private readonly paths: Float64Array[] = []
  private readonly costs: Costs = { values: 0, gradients: 0, hessians: 0 }
  private lowest = { restart: 0, f: Infinity }
  private current: Descent

  /** `begin` begins descent k, 0 for the first. */
  constructor(readonly key: PathKey, readonly count: number, private readonly begin: (restart: number) => Descent) {
    this.current = begin(0)
    this.current.trajectory.quiet = true
  }

  /** How long one step takes (CodedOptimizer.work). */
  get work(): number {
    return this.current.work
  }

  /** The lowest descent, with what became of all; of the current one while they are under way. */
  get run(): Finished {
    return { ...this.current.run, ends: { x: this.ends, costs: this.costs } }
  }

  /** Takes up to `steps` steps of one of the descents. */
  advance(steps: number): (PathChunk | Tries)[] {
    const { trajectory } = this.current
    const chunks = trajectory.advance(steps)
    if (!trajectory.done) return chunks
    if (!trajectory.quiet) {
      this.done = true
      return [...chunks, { type: 'tries', ...this.key, paths: this.paths }]
    }
    this.note()
    const next = this.ends.length
    this.current = this.begin(next < this.count ? next : this.lowest.restart)
    this.current.trajectory.quiet = next < this.count
    return chunks
  }

  private note(): void {
    const { track, walk } = this.current.run
    const last = track.count - 1
    if (track.f[last] < this.lowest.f) this.lowest = { restart: this.ends.length, f: track.f[last] }
    this.ends.push(track.x.slice(last * track.dimension, track.count * track.dimension))
    this.paths.push(thinned(track, Math.max(8, Math.floor(DRAWN / this.count))))
    this.costs.values += walk.costs.values
    this.costs.gradients += walk.costs.gradients
    this.costs.hessians += walk.costs.hessians
  }
}

/** Every k-th iterate of a track and its last one, `most` or fewer. */
function thinned({ x, count, dimension: n }: Track, most: number): Float64Array {
  const stride = Math.max(1, Math.ceil((count - 1) / (most - 1)))
  const rows = Math.ceil((count - 1) / stride) + 1
  const out = new Float64Array(rows * n)
  for (let i = 0; i < rows; i++) {
    const from = Math.min(i * stride, count - 1) * n
    out.set(x.subarray(from, from + n), i * n)
  }
  return out
}
