/** Tiles of basin maps. */
import type { Machine } from '../engine/wasm/machine.ts'
import { computeTile } from './fates.ts'
import { createFooting } from './footing.ts'
import type { MapJob, Tile, TileAnswer } from './job.ts'

export type TileWork = Generator<undefined, TileAnswer, void>

/**
 * A maker of tiles. What it gives depends on the job and the tile alone; pauses come every few milliseconds.
 * @param makeMachine what much work runs on, the host's own where absent
 */
export function createMapper(makeMachine?: () => Machine | undefined): (job: MapJob, tile: Tile) => TileWork {
  const standOn = createFooting(makeMachine)
  return function* (job, tile) {
    const own = yield* standOn(job.experiment, job.critical)
    const answer = yield* computeTile(job, tile, own)
    if (job.against === undefined) return answer
    const other = yield* computeTile({ ...job, run: job.against }, tile, own)
    return { ...answer, otherFate: other.fate, otherSteps: other.steps }
  }
}
