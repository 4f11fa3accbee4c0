/** Tiles of basin maps, by one who remembers the ground of the last: its compiled formula, and what blocks run on. */
import { createMachine } from '../engine/wasm/machine.ts'
import { sampled, type Sampled } from '../experiment/batch.ts'
import { groundOf, type Ground, type Memory } from '../explore/explore.ts'
import { computeTile } from './fates.ts'
import { createFuser, type Fuser } from './fuser.ts'
import { minimaOf, type MapJob, type Tile, type TileAnswer } from './job.ts'
import { lookAmong, type Minima } from './minima.ts'

export type TileWork = Generator<undefined, TileAnswer, void>

/** A maker of tiles. What it gives depends on the job and the tile alone; pauses come every few milliseconds. */
export function createMapper(): (job: MapJob, tile: Tile) => TileWork {
  const memory: Memory = {}
  let latest: { readonly job: MapJob; readonly minima: Minima } | undefined
  let fuser: { readonly ground: Ground; readonly fuse: Fuser } | undefined
  return function* (job, tile) {
    const work = groundOf(job.experiment, memory)
    let step = work.next()
    while (!step.done) {
      yield undefined
      step = work.next()
    }
    const { ground } = step.value
    if (fuser?.ground !== ground) fuser = { ground, fuse: createFuser(ground.resolved, job.experiment.params, () => (memory.machine ??= createMachine())) }
    const steppers = (memory.steppers ??= new WeakMap())
    const rows = (): Sampled | undefined => (ground.sampled ??= sampled(ground.resolved, job.experiment))
    if (latest?.job !== job) latest = { job, minima: lookAmong(minimaOf(job.critical), job.experiment.domain) }
    const own = { scene: ground.scene, minima: latest.minima, floor: { landscape: ground.scene.landscape, rows, steppers, fuse: fuser.fuse } }
    const answer = yield* computeTile(job, tile, own)
    if (job.against === undefined) return answer
    const other = yield* computeTile({ ...job, run: job.against }, tile, own)
    return { ...answer, otherFate: other.fate, otherSteps: other.steps }
  }
}
