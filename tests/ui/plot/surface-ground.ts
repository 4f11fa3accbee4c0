/** Surfaces of known shape for the tests of the 3-D view. */
import type { Surface } from '../../../src/core/explore/events.ts'
import type { Box } from '../../../src/core/landscape.ts'
import { BLOCK } from '../../../src/ui/plot/projection.ts'
import { reliefOf, type Relief } from '../../../src/ui/plot/surface-relief.ts'

export const DOMAIN: Box = [[-5, 5], [-6.2, 6.2]]

/** f sampled on n × m points of a domain. */
export function sampled(f: (x: number, y: number) => number, n = 81, m = n, domain: Box = DOMAIN): Surface {
  const heights = new Float64Array(n * m)
  for (let j = 0; j < m; j++) {
    for (let i = 0; i < n; i++) {
      const [[a, b], [c, d]] = domain
      heights[j * n + i] = f(a + ((b - a) * i) / (n - 1), c + ((d - c) * j) / (m - 1))
    }
  }
  const finite = heights.filter(Number.isFinite)
  return {
    type: 'surface', domain, shape: [n, m], f: heights, height: { kind: 'linear' }, detail: 1, undefinedCount: heights.length - finite.length,
    low: finite.length > 0 ? Math.min(...finite) : NaN, high: finite.length > 0 ? Math.max(...finite) : NaN,
  }
}

/** A relief whose Z is given over block coordinates X and Y, each within the block. */
export function ground(z: (x: number, y: number) => number, n = 81, m = n): Relief {
  const half = BLOCK[2] / 2
  const domain: Box = [[-BLOCK[0] / 2, BLOCK[0] / 2], [-BLOCK[1] / 2, BLOCK[1] / 2]]
  return reliefOf(sampled(z, n, m, domain), (f) => (f + half) / BLOCK[2])
}
