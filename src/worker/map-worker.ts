/** A worker of the pool of basin maps. */
import { createMapper } from '../core/ensembles/mapper.ts'
import { serveTiles } from './map-edge.ts'

serveTiles(createMapper())
