/** A worker of the pool of sweep maps. */
import { createSweeper } from '../core/ensembles/sweeper.ts'
import { serveTiles } from './map-edge.ts'

serveTiles(createSweeper())
