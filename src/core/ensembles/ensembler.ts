/** Tiles of ensembles. */
import { activeAround } from '../experiment/around.ts'
import type { Machine } from '../engine/wasm/machine.ts'
import { drawsOf, seedMatters, type Draws } from './draws.ts'
import type { EnsembleAnswer, EnsembleJob } from './ensemble.ts'
import { fatesOf } from './fates.ts'
import { createFooting } from './footing.ts'
import type { Tile } from './job.ts'

/** A maker of tiles. What it gives depends on the job and the tile alone; pauses come every few milliseconds. */
export function createEnsembler(makeMachine?: () => Machine | undefined): (job: EnsembleJob, tile: Tile) => Generator<undefined, EnsembleAnswer, void> {
  const standOn = createFooting(makeMachine)
  let latest: { readonly job: EnsembleJob; readonly draws: Draws } | undefined
  return function* (job, tile) {
    const { experiment, choice, critical, partial } = job
    if (latest?.job !== job) latest = { job, draws: drawsOf(experiment, choice) }
    const { draws } = latest
    const ground = yield* standOn(experiment, critical)
    const run = Math.floor(tile.from / draws.count)
    const tries = Array.from({ length: tile.to - tile.from }, (_, k) => tile.from - run * draws.count + k)
    const fates = yield* fatesOf({ experiment, run, critical, partial }, {
      starts: columnsOf(tries.map((k) => draws.start(k)), experiment.domain.length), start: choice.start, whole: true,
      ...(seedMatters(experiment, run) && { seeds: tries.map((k) => draws.seed(k, run)) }),
    }, ground)
    const asks = 1 + activeAround(experiment.runs[run]).reduce((sum, [{ asks: more = 0 }]) => sum + more, 0)
    return { ...tile, ...fates, calls: fates.calls ?? Float64Array.from(fates.steps, (steps) => asks * steps) }
  }
}

const columnsOf = (rows: readonly (readonly number[])[], n: number): Float64Array[] => Array.from({ length: n }, (_, i) => Float64Array.from(rows, (row) => row[i]))
