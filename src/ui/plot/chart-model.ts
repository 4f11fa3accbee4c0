/** What the three charts show of the state: columns, names, ranges. Pure. */
import type { Box } from '../../core/landscape.ts'
import type { Path, Results } from '../../store/state.ts'
import { linearRange, logRange, lossRange, nearDomain, type AxisRange, type Column } from './chart-range.ts'
import { formatShort } from '../format.ts'

export type ChartKind = 'loss' | 'norm' | 'sharpness'
export const CHARTS: readonly ChartKind[] = ['loss', 'norm', 'sharpness']

export interface ChartName {
  readonly name: string
  /** The symbol after the name, as TeX. */
  readonly tex?: string
}

const NAMES: Readonly<Record<ChartKind, readonly [one: ChartName, more: ChartName]>> = {
  loss: [{ name: 'Height', tex: 'f' }, { name: 'Loss' }],
  norm: [{ name: 'Slope size', tex: "|f'|" }, { name: 'Gradient norm' }],
  sharpness: [{ name: 'Curvature', tex: "f''" }, { name: 'Sharpness', tex: '\\lambda_{\\max}' }],
}

/** The chart's name: on a curve the words of a curve, else those of optimization. */
export function chartName(kind: ChartKind, dimension: number): ChartName {
  return NAMES[kind][dimension === 1 ? 0 : 1]
}

/** The column of a path that the chart draws. */
export function columnOf(kind: ChartKind, path: Path): Float64Array {
  return kind === 'loss' ? path.f : path[kind]
}

/** Paths of shown runs, the selected run last so that it lies on top. */
export function shownPaths(results: Results, shown: readonly boolean[], selected: number): readonly Path[] {
  const paths = results.paths.filter((p) => shown[p.run])
  return [...paths.filter((p) => p.run !== selected), ...paths.filter((p) => p.run === selected)]
}

/** The axis of a chart over these paths. Undefined where nothing is finite yet. `limits` are the curvatures of 2/η lines. */
export function rangeOf(kind: ChartKind, paths: readonly Path[], results: Results, domain: Box, limits: readonly number[]): AxisRange | undefined {
  const columns = paths.map((path) => coveredColumn(kind, path, domain))
  if (kind === 'norm') return logRange(columns) ?? linearRange(columns)
  if (kind === 'sharpness') return linearRange(columns, limits)
  return domain.length === 1 ? linearRange(columns) : lossRange(columns, lowestKnown(results))
}

/** What stands at the right of the chart's name: how the axis runs, and what lies beyond it. */
export function scaleNote(kind: ChartKind, range: AxisRange | undefined, hasLimits: boolean, noisy = false): string {
  if (!range) return ''
  const said: string[] = []
  // What a noisy method was given is its gradients; where it stood is on the true ground.
  if (noisy && kind !== 'sharpness') said.push(kind === 'loss' ? 'without the noise' : 'with the noise')
  if (kind === 'sharpness') {
    // There is room for one of the two, and the limits carry their labels.
    if (hasLimits && !range.over) said.push('stable below 2/η')
  } else if (range.scale === 'log') said.push(range.offset === 0 ? 'log scale' : `log of height above ${formatShort(range.offset)}`)
  else if (kind === 'norm') said.push('linear scale')
  if (range.over) said.push('off the top ↑')
  return said.join(', ')
}

/** First, last and lowest value of a column as a sentence part: `from 251 to 3.1e-5, lowest 3.1e-5`. */
export function columnSays(values: Float64Array, count: number): string {
  if (count === 0) return 'not computed yet'
  let low = Infinity
  for (let i = 0; i < count; i++) if (values[i] < low) low = values[i]
  const lowest = low === Infinity ? '' : `, lowest ${formatShort(low)}`
  return `from ${formatShort(values[0])} to ${formatShort(values[count - 1])} in ${count - 1} steps${lowest}`
}

/** A run that flies off is followed as long as it is near the domain; of other runs every iterate is covered. */
function coveredColumn(kind: ChartKind, path: Path, domain: Box): Column {
  const verdict = path.ending?.verdict
  const everywhere = verdict !== undefined && verdict !== 'diverged' && verdict !== 'undefined' && verdict !== 'left-domain'
  const covers = everywhere ? () => true : (row: number) => nearDomain(path.x, path.dimension, row, domain)
  return { values: columnOf(kind, path), count: path.count, covers }
}

function lowestKnown(results: Results): number | undefined {
  const heights = [results.surface?.low ?? NaN, ...(results.critical?.points.map((p) => p.f) ?? [])].filter(Number.isFinite)
  return heights.length > 0 ? Math.min(...heights) : undefined
}
