/**
 * Basin maps as values. A job says everything that an answer depends on, so that whoever computes a tile, in whatever order, gives the
 * same numbers; each cell of the grid is a start, at the middle of its cell.
 */
import type { Experiment } from '../experiment/experiment.ts'
import { methodOf } from '../experiment/methods.ts'
import type { CriticalPoint, Verdict } from '../explore/events.ts'
import type { Box } from '../landscape.ts'
import { isDeclared, type Optimizer } from '../optimizers/optimizer.ts'
import type { Minimum } from './minima.ts'

export interface MapJob {
  readonly experiment: Experiment
  /** Which of its runs descends from every start. */
  readonly run: number
  /** The run it is compared with. */
  readonly against?: number
  /** The critical points that are known, and whether there are more of them. */
  readonly critical: readonly CriticalPoint[]
  readonly partial: boolean
}

/** The cells from `from` up to `to` of a grid of `shape` cells per coordinate; the first coordinate runs fastest, both from their low ends. */
export interface Tile {
  readonly shape: readonly number[]
  readonly from: number
  readonly to: number
}

export interface TileAnswer extends Tile {
  /** Where each descent ended: the position of a minimum in `minimaOf`, or one of FATES as a negative number. */
  readonly fate: Int16Array<ArrayBuffer>
  /** Steps after which it was there to stay, or all that it took where it came to nothing. */
  readonly steps: Uint32Array<ArrayBuffer>
  /** Its last iterate, one row per cell; of one that rests for certain before its last step, the minimum, within a millionth of a side of it. */
  readonly end: Float64Array<ArrayBuffer>
  /** Fate and steps of the run it is compared with, where there is one. */
  readonly otherFate?: Int16Array<ArrayBuffer>
  readonly otherSteps?: Uint32Array<ArrayBuffer>
}

/** What else may become of a descent; the order is that of the legend. */
export const FATES = [
  { fate: -1, id: 'elsewhere', name: 'Another minimum', note: 'outside the domain, or not on the list of minima' },
  { fate: -2, id: 'flat', name: 'Saddle or top', note: 'the slope is zero, but it is no minimum for certain' },
  { fate: -3, id: 'stalled', name: 'Stalled', note: 'on a plateau' },
  { fate: -4, id: 'steps', name: 'Out of steps', note: 'still on its way, or to and fro' },
  { fate: -5, id: 'diverged', name: 'Diverged', note: 'the loss grew without end' },
  { fate: -6, id: 'undefined', name: 'Undefined', note: 'it came where the formula has no value or no slope' },
] as const

/** The fate that goes by the verdict of a run; a minimum that was recognised goes by its place in the list. */
export function fateOf(verdict: Verdict): number {
  switch (verdict) {
    case 'minimum': return -1
    case 'saddle': case 'maximum': case 'flat': return -2
    case 'plateau': return -3
    case 'oscillating': case 'moving': return -4
    case 'diverged': return -5
    case 'left-domain': case 'undefined': return -6
  }
}

/** The minima of all kinds, in the order of their letters. */
export function minimaOf(critical: readonly CriticalPoint[]): readonly (Minimum & CriticalPoint)[] {
  return critical.filter((point) => point.letter !== '')
}

/** Why there is no map of run `run`, as a sentence; undefined where there is one. */
export function refuseMap({ runs, methods }: Pick<Experiment, 'runs' | 'methods'>, run: number): string | undefined {
  const entry = runs[run]
  if (entry === undefined || methodOf({ methods }, entry.optimizer) === undefined) return 'A basin map shows where an optimizer ends from every start. Add an optimizer.'
  if (entry.around?.restarts === undefined) return undefined
  return 'Random restarts do not begin at the start, so there is no map of them. Take the restarts away from this optimizer.'
}

/** A line of cells has so many times as many along its one side. */
const LINE = 8

/**
 * Cells along a side of the first look (each further one has twice as many), and cells of one tile: a few milliseconds of work for an
 * ordinary formula, a few columns of blocks for the engine. Methods with code take thousands of times as long.
 */
const PACES = { formulas: { first: 64, cells: 2048 }, code: { first: 16, cells: 16 } } as const

/** The grid with `size` cells along a side over a domain. */
export const shapeOf = (domain: Box, size: number): readonly number[] => (domain.length === 1 ? [LINE * size] : domain.map(() => size))

/** The tiles of a map from the coarsest grid to the one of `size`, in the order they are wanted. */
export function tilesOf(job: Pick<MapJob, 'experiment' | 'run' | 'against'>, size: number): Tile[] {
  const { experiment: e, run, against = run } = job
  const quick = [run, against].every((k) => isQuick(methodOf(e, e.runs[k].optimizer)))
  const { first, cells: most } = quick ? PACES.formulas : PACES.code
  const sizes = [size]
  while (sizes[0] > first) sizes.unshift(Math.max(first, Math.ceil(sizes[0] / 2)))
  return sizes.flatMap((side) => {
    const shape = shapeOf(e.domain, side)
    const cells = shape.reduce((product, n) => product * n, 1)
    return Array.from({ length: Math.ceil(cells / most) }, (_, k) => ({ shape, from: k * most, to: Math.min(cells, (k + 1) * most) }))
  })
}

const isQuick = (method: Optimizer | undefined): boolean => method !== undefined && isDeclared(method)

/** The start of cell `cell`. */
export function startOf(domain: Box, shape: readonly number[], cell: number): number[] {
  return startsOf(domain, { shape, from: cell, to: cell + 1 }).map(([v]) => v)
}

/** The starts of all cells of a tile, one column per coordinate. */
export function startsOf(domain: Box, { shape, from, to }: Tile): Float64Array[] {
  let each = 1 // cells in a row that have the same coordinate
  return domain.map(([low, high], i) => {
    const count = shape[i]
    const column = new Float64Array(to - from)
    for (let k = 0; k < column.length;) {
      const place = Math.floor((from + k) / each)
      const v = low + (high - low) * (((place % count) + 0.5) / count)
      for (const end = Math.min(column.length, (place + 1) * each - from); k < end; k++) column[k] = v
    }
    each *= count
    return column
  })
}

/** The cell in which `x` lies; undefined where it is outside. */
export function cellAt(domain: Box, shape: readonly number[], x: ArrayLike<number>): number | undefined {
  let cell = 0
  for (let i = domain.length - 1; i >= 0; i--) {
    const [low, high] = domain[i]
    const place = Math.min(shape[i] - 1, Math.floor(((x[i] - low) / (high - low)) * shape[i]))
    if (!(x[i] >= low && x[i] <= high)) return undefined
    cell = cell * shape[i] + place
  }
  return cell
}
