/** Tiles of basin maps, by one who remembers the ground of the last: its compiled formula, and what blocks run on. */
import { sampled } from '../experiment/batch.ts'
import { groundOf, type Memory } from '../explore/explore.ts'
import { computeTile } from './fates.ts'
import type { MapJob, Tile, TileAnswer } from './job.ts'

export type TileWork = Generator<undefined, TileAnswer, void>

/** A maker of tiles. What it gives depends on the job and the tile alone; pauses come every few milliseconds. */
export function createMapper(): (job: MapJob, tile: Tile) => TileWork {
  const memory: Memory = {}
  return function* (job, tile) {
    const work = groundOf(job.experiment, memory)
    let step = work.next()
    while (!step.done) {
      yield undefined
      step = work.next()
    }
    const { ground } = step.value
    const steppers = (memory.steppers ??= new WeakMap())
    const floor = { landscape: ground.scene.landscape, rows: () => (ground.sampled ??= sampled(ground.resolved, job.experiment)), steppers }
    const own = yield* computeTile(job, tile, { scene: ground.scene, floor })
    if (job.against === undefined) return own
    const other = yield* computeTile({ ...job, run: job.against }, tile, { scene: ground.scene, floor })
    return { ...own, otherFate: other.fate, otherSteps: other.steps }
  }
}
