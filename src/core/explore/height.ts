/** How a typed formula's heights become colour: chosen from a look at them, since nobody declared it. */
import type { Height } from '../objectives/objective.ts'

/** Where the middle half of the ground lies within this share of the whole range, equal steps would show one colour. */
const CROWDED = 0.12

/** `linear`, or logarithmic where most heights are low and a small part very high (a valley between steep walls). */
export function heightOf(f: Float64Array): Height {
  const sorted = f.filter(Number.isFinite).sort()
  if (sorted.length === 0) return { kind: 'linear' }
  const low = sorted[0]
  const middle = sorted[Math.floor(sorted.length / 2)] - low
  const range = sorted[sorted.length - 1] - low
  if (!(middle > 0) || !Number.isFinite(range) || middle > CROWDED * range) return { kind: 'linear' }
  return { kind: 'log', scale: middle / 10 }
}
