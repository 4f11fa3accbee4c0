/** How a typed formula's heights become colour: chosen from a few samples, since nobody declared it. */
import type { Box, Landscape } from '../landscape.ts'
import type { Height } from '../objectives/objective.ts'

const SAMPLES = 25
/** Rows of data that the look may add up, since the page waits for it, and the samples it takes at least. */
const ROWS = 4e5
const LEAST = 6
/** Where the middle half of the ground lies within this share of the whole range, equal steps would show one colour. */
const CROWDED = 0.12

/** `linear`, or logarithmic where most of the domain is low and a small part very high (a valley between steep walls). */
export function heightOf(landscape: Landscape, domain: Box): Height {
  const samples = Math.floor((ROWS / (landscape.work ?? 1)) ** (1 / domain.length))
  const points = gridOf(domain, Math.max(LEAST, Math.min(SAMPLES, samples)))
  const f = new Float64Array(points[0].length)
  landscape.block(points, f.length, f)
  const sorted = f.filter(Number.isFinite).sort()
  if (sorted.length === 0) return { kind: 'linear' }
  const low = sorted[0]
  const middle = sorted[Math.floor(sorted.length / 2)] - low
  const range = sorted[sorted.length - 1] - low
  if (!(middle > 0) || !Number.isFinite(range) || middle > CROWDED * range) return { kind: 'linear' }
  return { kind: 'log', scale: middle / 10 }
}

/** A regular grid over a box, `n` points along each coordinate, as one column per coordinate. */
function gridOf(box: Box, n: number): Float64Array[] {
  const count = n ** box.length
  return box.map(([low, high], k) =>
    Float64Array.from({ length: count }, (_, i) => low + (high - low) * ((Math.floor(i / n ** k) % n) / (n - 1))))
}
