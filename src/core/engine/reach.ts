/** How far from the origin a formula is certain to have values and slopes that are numbers: descents there need not be asked at every step. */
import { operandsFirst } from '../autodiff/graph.ts'
import type { Box } from '../landscape.ts'
import { BREAK, VOID } from '../math/interval.ts'
import { enclose } from './enclosure.ts'
import type { Recipe } from './recipe.ts'

/** How many times as far as the domain goes, the best first. */
const TIMES = [64, 8]

/**
 * A number such that where no coordinate is further from 0, every operation of `recipe` gives a finite number: its bounds over that box
 * are finite, and nothing in it breaks. Undefined where no such box much larger than the domain is found, or sums over rows would have
 * to be written out.
 */
export function reachOf({ stages, outputs }: Recipe, domain: Box): number | undefined {
  if (stages.length > 0) return undefined
  const nodes = operandsFirst(outputs)
  const enclosure = enclose(nodes, domain.length)
  const { lo, hi, marks } = enclosure
  const far = Math.max(...domain.flat().map(Math.abs))
  return TIMES.map((times) => times * far).find((reach) => {
    enclosure.over(domain.map(() => -reach), domain.map(() => reach), 2)
    return nodes.every((_, k) => Number.isFinite(lo[k]) && Number.isFinite(hi[k]) && (marks[k] & (BREAK | VOID)) === 0)
  })
}
