/** Which minimum is lowest, and the letters by which minima are called. */
import type { CriticalPoint } from './events.ts'
import type { Listed } from './listed.ts'

/** Values closer than this share of the range of the landscape are equal: further digits are rounding. */
const EQUAL = 1e-10

/** The difference of two values that counts as none. */
export const tolerance = (low: number, range: number): number => EQUAL * range + 1e-12 * Math.abs(low)

/**
 * Orders the points (minima of all kinds first, lowest first, then from left to right and from bottom to top; then saddles,
 * maxima and degenerate points from left to right), gives the minima their letters, and flags those that nothing else is lower
 * than. `low` is the lowest value met anywhere, `range` the spread of values.
 */
export function ranked(points: readonly Listed[], low: number, range: number): CriticalPoint[] {
  const same = tolerance(low, range)
  const floor = points.reduce((m, p) => Math.min(m, p.f), low)
  const minima = levels(points.filter(isMinimum), same)
  const rest = points.filter((p) => !isMinimum(p)).toSorted(byPlace)
  const lowest = (p: Listed): boolean => p.kind !== 'maximum' && p.kind !== 'saddle' && p.f <= floor + same
  return [
    ...minima.map((p, i) => ({ ...p, letter: letter(i), lowest: lowest(p), global: 0 })),
    ...rest.map((p) => ({ ...p, letter: '', lowest: lowest(p), global: 0 })),
  ]
}

const isMinimum = (p: Listed): boolean => p.kind === 'minimum' || p.kind === 'boundary minimum' || p.kind === 'kink minimum'

/** Sorted by value, equal values by place. */
function levels(points: readonly Listed[], same: number): Listed[] {
  const byValue = points.toSorted((a, b) => a.f - b.f)
  const out: Listed[] = []
  for (let from = 0; from < byValue.length;) {
    let to = from + 1
    while (to < byValue.length && byValue[to].f <= byValue[from].f + same) to++
    out.push(...byValue.slice(from, to).toSorted(byPlace))
    from = to
  }
  return out
}

function byPlace(a: Listed, b: Listed): number {
  for (let i = 0; i < a.x.length; i++) if (a.x[i] !== b.x[i]) return a.x[i] - b.x[i]
  return 0
}

/** 0 -> A, 25 -> Z, 26 -> AA, as columns of a spreadsheet. */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last
}
