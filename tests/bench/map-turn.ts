/** A process that computes whole maps with one executor, as a worker of the page has one, and tells how long that took. */
import process from 'node:process'
import { createMachine } from '../../src/core/engine/wasm/machine.ts'
import { createMapper } from '../../src/core/ensembles/mapper.ts'
import type { MapJob, Tile } from '../../src/core/ensembles/job.ts'
import { cpu } from './measure.ts'

let mapper: ReturnType<typeof createMapper> | undefined

process.on('message', ({ job, tiles, interpreted }: { readonly job: MapJob; readonly tiles: readonly Tile[]; readonly interpreted: boolean }) => {
  const work = (mapper ??= createMapper(interpreted ? () => undefined : createMachine))
  process.send?.(cpu(() => {
    for (const tile of tiles) for (const _pause of work(job, tile)) { /* no pause matters */ }
  }))
})
