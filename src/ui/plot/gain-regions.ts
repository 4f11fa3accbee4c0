/** Where on a plane how much is to be gained by asking: closed outlines, computed once for a step. */
import { BLOCK } from './projection.ts'
import { isolines } from './surface-isolines.ts'

/** Shares of the way from the lowest to the highest gain at which a region begins. */
const LEVELS = [0.6, 0.8, 0.95] as const

/** Points as shares of the domain; the last one joins the first. */
export type Loop = readonly (readonly [number, number])[]

const known = new WeakMap<ArrayBufferLike, Map<number, readonly (readonly Loop[])[]>>()

/** `regions`, remembered for as long as the column lives: a step that is drawn sixty times a second is outlined once. */
export function gainRegions(gain: Float64Array): readonly (readonly Loop[])[] {
  const steps = known.get(gain.buffer) ?? new Map<number, readonly (readonly Loop[])[]>()
  known.set(gain.buffer, steps)
  const found = steps.get(gain.byteOffset) ?? regions(gain)
  steps.set(gain.byteOffset, found)
  return found
}

/**
 * Outlines of where the gain is above each level, the widest first.
 *
 * @param gain values over a square grid with its ends, the first coordinate fastest
 * @returns for each level loops; what lies inside an odd number of them is above it. None where all values are equal
 */
export function regions(gain: Float64Array): readonly (readonly Loop[])[] {
  const side = Math.round(Math.sqrt(gain.length))
  const [low, high] = [Math.min(...gain), Math.max(...gain)]
  if (!(high > low)) return []
  // A rim of low ground around the grid closes every outline; it has no width: what lies on it is moved to the side of the domain.
  const wide = side + 2
  const z = new Float64Array(wide * wide).fill(-1)
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) z[(j + 1) * wide + i + 1] = (gain[j * side + i] - low) / (high - low)
  }
  const share = (v: number, axis: 0 | 1): number => Math.min(1, Math.max(0, ((v / BLOCK[axis] + 0.5) * (wide - 1) - 1) / (side - 1)))
  return LEVELS.map((level) => {
    const { x, y } = isolines({ nx: wide, ny: wide, z }, [level])
    const loops: [number, number][][] = []
    let loop: [number, number][] = []
    for (let k = 0; k < x.length; k++) {
      if (!Number.isNaN(x[k])) {
        loop.push([share(x[k], 0), share(y[k], 1)])
        continue
      }
      loops.push(loop)
      loop = []
    }
    return loops
  })
}
