/** A worker of the pool of ensembles. */
import { createEnsembler } from '../core/ensembles/ensembler.ts'
import { serveTiles } from './map-edge.ts'

serveTiles(createEnsembler())
