/** Which glyphs of critical points step back where there are many. */
import type { CriticalPoint } from '../../core/explore/events.ts'

/** With more points than these all glyphs shrink, once and again. */
const MANY = 60
const CROWD = 160
/** With more boundary minima than these, those that are not lowest shrink and lose their letters: the border would hide what it frames. */
const BORDER = 4

export type Crowding = 'few' | 'many' | 'crowd'

export const crowding = (count: number): Crowding => (count > CROWD ? 'crowd' : count > MANY ? 'many' : 'few')

/** Tells of each of `points` whether it is one of many along the border. */
export function minorAmong(points: readonly CriticalPoint[]): (point: CriticalPoint) => boolean {
  const atBorder = ({ kind }: CriticalPoint): boolean => kind === 'boundary minimum'
  const crowded = points.filter(atBorder).length > BORDER
  return (point) => crowded && atBorder(point) && !point.lowest
}
