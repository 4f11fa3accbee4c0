/** What methods remember, in words and numbers: for the inspector, and for people who do not see the drawing. */
import type { Drawing } from '../../core/optimizers/drawing.ts'
import { symmetricEigen } from '../../core/math/eigen.ts'
import type { Path } from '../../store/state.ts'
import { formatNumber } from '../format.ts'
import { gainRange } from './gain-strip.ts'
import { memoryRow } from './method-memory.ts'

/** A clause about one drawing at one step, e.g. `simplex of 3 corners, 0.21 across`; undefined where there is nothing yet. */
export function drawingSays(drawing: Drawing, path: Path, step: number): string | undefined {
  const row = memoryRow(path, drawing.of, step)
  if (row === undefined) return undefined
  const name = drawing.label.toLowerCase()
  switch (drawing.kind) {
    case 'polygon':
      return `${name} of ${row.length / path.dimension} corners, ${formatNumber(across(row, path.dimension), 2)} across`
    case 'trial': {
      const taken = memoryRow(path, drawing.taken, step)?.[0]
      if (taken === undefined || Number.isNaN(taken)) return undefined
      return `${name} ${point(row)}, ${taken === 1 ? 'accepted' : 'rejected'}`
    }
    case 'gauge':
    case 'radius':
      return Number.isNaN(row[0]) ? undefined : `${name} ${formatNumber(row[0], 3)}`
    case 'points':
      return Number.isNaN(row[0]) ? undefined : `${name} of ${row.length / path.dimension} points, ${formatNumber(across(row, path.dimension), 2)} across`
    case 'spread': {
      const sds = symmetricEigen(row, path.dimension).values.map((v) => formatNumber(Math.sqrt(v), 2))
      return `${name} of ${sds.length === 1 ? 'one standard deviation' : 'standard deviations'} ${listed(sds.toReversed())}`
    }
    case 'directions':
      return path.dimension < 2 ? undefined : `${name} ${listed(rows(row, path.dimension).map(unit))}`
    case 'surrogate': {
      const next = memoryRow(path, drawing.next, step)
      const gain = gainRange(memoryRow(path, drawing.gain, step))
      const why = gain === undefined ? ', at random' : `, where ${formatNumber(gain[1], 2)} is to be gained`
      return `${step} ${step === 1 ? 'point' : 'points'} asked, next ${point(next ?? [])}${why}`
    }
  }
}

const listed = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`)

const point = (at: ArrayLike<number>): string => `(${Array.from(at, (v) => formatNumber(v, 3)).join(', ')})`

/** A direction as a vector of length 1. */
const unit = (d: Float64Array): string => point(d.map((v) => v / Math.hypot(...d)))

const rows = (all: Float64Array, n: number): Float64Array[] => Array.from({ length: all.length / n }, (_, k) => all.subarray(k * n, (k + 1) * n))

/** A clause about the average of the iterates at one step; undefined where the run keeps none. */
export function averageSays({ average, dimension: n }: Path, step: number): string | undefined {
  if (average === undefined) return undefined
  const at = Array.from(average.x.subarray(step * n, (step + 1) * n), (v) => formatNumber(v, 4))
  return `average of the iterates at ${n === 1 ? at[0] : `(${at.join(', ')})`}, f ${formatNumber(average.f[step], 4)}`
}

/** The longest distance along a coordinate between two of the points in `row`. */
function across(row: Float64Array, n: number): number {
  let widest = 0
  for (let k = 0; k < n; k++) {
    const along = row.filter((_, i) => i % n === k)
    widest = Math.max(widest, Math.max(...along) - Math.min(...along))
  }
  return widest
}
