/** What labels on the map must keep clear of: paths, glyphs and start handles, as pixels x0, y0, x1, y1, … */
import type { State } from '../../store/state.ts'
import { decimate } from './decimate.ts'
import { pathPixels } from './map-paths.ts'
import { place, type Viewport } from './viewport.ts'

/** Long segments get a point every so many px, and no path more than LIMIT points. */
const EVERY = 14
const LIMIT = 600

export function mapObstacles({ experiment, results }: Pick<State, 'experiment' | 'results'>, view: Viewport): Float64Array {
  const out: number[] = []
  const add = (x: number, y: number): void => {
    if (x > -60 && y > -60 && x < view.width + 60 && y < view.height + 60) out.push(x, y)
  }
  for (const path of results.paths) {
    if (path.dimension !== 2 || !experiment.runs[path.run]?.shown) continue
    const at = pathPixels(path, view)
    const points = new Float64Array(6 * path.count + 12)
    const n = decimate(at, 0, path.count - 1, view, points)
    const limit = out.length + 2 * LIMIT
    for (let i = 1; i < n && out.length < limit; i++) {
      const x0 = points[2 * i - 2], y0 = points[2 * i - 1], x1 = points[2 * i], y1 = points[2 * i + 1]
      if (x0 !== x0 || x1 !== x1) continue
      const pieces = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / EVERY)
      for (let k = 0; k <= pieces; k++) {
        const t = k / Math.max(1, pieces)
        add(x0 + t * (x1 - x0), y0 + t * (y1 - y0))
      }
    }
  }
  for (const point of results.critical?.points ?? []) if (point.x.length === 2) add(...place(view, point.x))
  for (const start of experiment.starts) {
    const [x, y] = place(view, start)
    // The handle's tag stands to its right, or to its left near the edge.
    for (const dx of [-150, -100, -50, 0, 50, 100, 150]) add(x + dx, y)
  }
  return Float64Array.from(out)
}
