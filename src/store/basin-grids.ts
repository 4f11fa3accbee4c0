/** The grids of a basin map: answers of the pool put in their places, and what a whole grid says in numbers. */
import { FATES, type MapJob, type Tile, type TileAnswer } from '../core/ensembles/job.ts'

/** One resolution of a map; cells that have not come yet are EMPTY. */
export interface Grid {
  readonly job: MapJob
  readonly shape: readonly number[]
  readonly fate: Int16Array
  readonly steps: Uint32Array
  readonly end: Float64Array
  /** Fate and steps of the run it is compared with. */
  readonly other?: { readonly fate: Int16Array; readonly steps: Uint32Array }
  /** Cells that have come. */
  filled: number
}

export const EMPTY = -32_768

/** A grid of any kind of map. */
type Filled = Pick<Grid, 'shape' | 'fate' | 'filled'> & { readonly job: unknown }

export const isWhole = (grid: Pick<Filled, 'fate' | 'filled'>): boolean => grid.filled === grid.fate.length

export const sameShape = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((n, i) => n === b[i])

function emptyGrid(job: MapJob, shape: readonly number[]): Grid {
  const cells = shape.reduce((product, n) => product * n, 1)
  const columns = () => ({ fate: new Int16Array(cells).fill(EMPTY), steps: new Uint32Array(cells) })
  return { job, shape, ...columns(), end: new Float64Array(cells * shape.length), ...(job.against !== undefined && { other: columns() }), filled: 0 }
}

/**
 * The grids with one more answer to `job`, from coarse to fine: what lies under a whole grid of this job is seen no more and falls away,
 * pictures of older jobs among it. Columns are filled in place.
 */
export function withAnswer(grids: readonly Grid[], job: MapJob, answer: TileAnswer): readonly Grid[] {
  const found = grids.find((one) => one.job === job && sameShape(one.shape, answer.shape))
  const grid = found ?? emptyGrid(job, answer.shape)
  grid.fate.set(answer.fate, answer.from)
  grid.steps.set(answer.steps, answer.from)
  grid.end.set(answer.end, answer.from * answer.shape.length)
  if (grid.other && answer.otherFate && answer.otherSteps) {
    grid.other.fate.set(answer.otherFate, answer.from)
    grid.other.steps.set(answer.otherSteps, answer.from)
  }
  grid.filled += answer.to - answer.from
  const all = found === undefined ? [...grids, grid] : grids
  const whole = all.findLastIndex((one) => one.job === job && isWhole(one))
  return whole > 0 ? all.slice(whole) : all
}

/** Those of the tiles of `job` that have not come; what is coarser than a whole grid is not wanted any more. */
export function missing(grids: readonly Filled[], job: unknown, tiles: readonly Tile[]): readonly Tile[] {
  const own = grids.filter((grid) => grid.job === job)
  const finest = Math.max(0, ...own.filter(isWhole).map(({ fate }) => fate.length))
  return tiles.filter(({ shape, from }) => {
    if (shape.reduce((product, n) => product * n, 1) <= finest) return false
    const grid = own.find((one) => sameShape(one.shape, shape))
    return grid === undefined || grid.fate[from] === EMPTY
  })
}

/** The finest whole grid, of an older job where the present one has none yet. */
export const wholeOf = <G extends Filled>(grids: readonly G[]): G | undefined => grids.findLast(isWhole)

export interface Share {
  /** As in the grid: a minimum's position, or one of FATES. */
  readonly fate: number
  readonly cells: number
  /** Shortest, middle and longest way there, in steps; NaN where there is none. */
  readonly steps: readonly [number, number, number]
}

/**
 * How many cells end where, minima first in the order of their letters: every minimum, and other fates where they occur.
 * @param minima how many minima there are
 */
export function sharesOf({ fate, steps }: Pick<Grid, 'fate' | 'steps'>, minima: number): readonly Share[] {
  const taken = stepsByFate(fate, steps)
  const share = (of: number): Share => {
    const own = taken.get(of)?.sort() ?? new Uint32Array(0)
    const at = (part: number): number => (own.length === 0 ? NaN : own[Math.floor(part * (own.length - 1))])
    return { fate: of, cells: own.length, steps: [at(0), at(0.5), at(1)] }
  }
  const others = FATES.filter((one) => taken.has(one.fate))
  return [...Array.from({ length: minima }, (_, m) => share(m)), ...others.map((one) => share(one.fate))]
}

function stepsByFate(fate: Int16Array, steps: Uint32Array): Map<number, Uint32Array> {
  const counts = new Map<number, number>()
  for (const of of fate) counts.set(of, (counts.get(of) ?? 0) + 1)
  const columns = new Map(Array.from(counts, ([of, count]) => [of, new Uint32Array(count)]))
  const filled = new Map<number, number>()
  fate.forEach((of, cell) => {
    const at = filled.get(of) ?? 0
    const column = columns.get(of)
    if (column) column[at] = steps[cell]
    filled.set(of, at + 1)
  })
  return columns
}

/** Shortest and longest steps that shades tell apart: all but the outermost twentieths of what came to a minimum. */
export function spanOf({ fate, steps }: Pick<Grid, 'fate' | 'steps'>): readonly [number, number] {
  const taken = steps.filter((_, cell) => fate[cell] >= 0).sort()
  if (taken.length === 0) return [0, 1]
  return [taken[Math.floor(0.05 * (taken.length - 1))], taken[Math.floor(0.95 * (taken.length - 1))]]
}

export interface Difference {
  /** Cells from which both runs come to the same end, and to different ones. */
  readonly same: number
  readonly elsewhere: number
  /** Of those where both come to the same minimum: where the first run is there in fewer steps, where the other is. */
  readonly sooner: number
  readonly later: number
}

/** How two runs differ over a grid that compares them. */
export function differenceOf({ fate, steps, other }: Grid): Difference | undefined {
  if (other === undefined) return undefined
  let [same, sooner, later] = [0, 0, 0]
  for (let cell = 0; cell < fate.length; cell++) {
    if (fate[cell] !== other.fate[cell]) continue
    same++
    if (fate[cell] < 0) continue
    if (steps[cell] < other.steps[cell]) sooner++
    else if (steps[cell] > other.steps[cell]) later++
  }
  return { same, elsewhere: fate.length - same, sooner, later }
}
