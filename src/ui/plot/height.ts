/** How heights become colour: as the landscape has it, or as somebody chose, with constants that suit the ground. */
import type { Surface } from '../../core/explore/events.ts'
import type { Heights } from '../../core/experiment/experiment.ts'
import type { Height } from '../../core/objectives/objective.ts'

/** Below this share of the middle height logarithms are as good as linear. */
const FINE = 0.1
/** The same as a share of the whole range, where half of the ground has no height. */
const FALLBACK = 1e-3
/** Left to either open end where somebody clips. */
const CLIPPED = 0.05

const chosen = new WeakMap<Float64Array, Map<Heights, Height>>()

/** The same object for the same surface and choice. */
export function heightOf(surface: Pick<Surface, 'f' | 'height'>, choice: Heights): Height {
  if (choice === 'own') return surface.height
  let known = chosen.get(surface.f)
  if (!known) chosen.set(surface.f, (known = new Map<Heights, Height>()))
  let height = known.get(choice)
  if (!height) known.set(choice, (height = heightFor(surface.f, choice)))
  return height
}

function heightFor(f: Float64Array, choice: Exclude<Heights, 'own'>): Height {
  switch (choice) {
    case 'linear':
      return { kind: 'linear', clip: 0 }
    case 'clip':
      return { kind: 'linear', clip: CLIPPED }
    case 'log': {
      const low = f.reduce((least, v) => (v < least && v > -Infinity ? v : least), Infinity)
      return { kind: 'log', scale: scaleFor(f.map((v) => v - low)) }
    }
    case 'symlog':
      return { kind: 'symlog', scale: scaleFor(f.map(Math.abs)) }
    default:
      return { kind: choice }
  }
}

/** A tenth of the middle of these heights, none of which is negative; a part of the highest where that is 0, and 1 where there is none. */
function scaleFor(heights: Float64Array): number {
  const ascending = heights.filter(Number.isFinite).sort()
  if (ascending.length === 0) return 1
  const middle = ascending[Math.floor(ascending.length / 2)]
  const most = ascending[ascending.length - 1]
  return FINE * middle || FALLBACK * most || 1
}
