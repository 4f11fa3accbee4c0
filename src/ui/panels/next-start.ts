/** Where a start that is added stands. */
import type { Box } from '../../core/landscape.ts'
import { placedPoint } from '../plot/viewport.ts'

/** Starts nearer to each other than this share of the domain along every coordinate would be one handle to the eye. */
const APART = 0.03

/**
 * A point opposite the last start through the centre of the domain, moved on by a little more for each start there is, and by so much
 * again until it stands clear of all others. Up to a dozen starts there is always such a point.
 */
export function nextStart(starts: readonly (readonly number[])[], domain: Box): number[] {
  const last = starts[starts.length - 1]
  const place = (turns: number): number[] => placedPoint(last.map((v, k) => {
    const [low, high] = domain[k]
    const share = 1 - (v - low) / (high - low) + 0.07 * (starts.length + turns)
    return low + (high - low) * (0.02 + 0.96 * (share - Math.floor(share)))
  }), domain)
  const clear = (point: readonly number[]): boolean => starts.every((start) => start.some((v, k) => Math.abs(v - point[k]) > APART * (domain[k][1] - domain[k][0])))
  let turns = 0
  while (turns < 100 && !clear(place(turns))) turns++
  return place(turns)
}
