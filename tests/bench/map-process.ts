/** A process that computes tiles of maps, as a worker of the page does. */
import process from 'node:process'
import { createMapper } from '../../src/core/ensembles/mapper.ts'
import type { MapJob, Tile } from '../../src/core/ensembles/job.ts'

const mapper = createMapper()
let job: MapJob | undefined

process.on('message', (message: { readonly tile: Tile; readonly job?: MapJob }) => {
  job = message.job ?? job
  if (job === undefined) return
  const work = mapper(job, message.tile)
  for (;;) {
    const step = work.next()
    if (step.done !== true) continue
    process.send?.(step.value)
    return
  }
})
