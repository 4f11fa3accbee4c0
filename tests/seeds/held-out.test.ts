/**
 * Verdicts on runs whose fate is known beforehand from mathematics: families of landscapes with random shapes, rates and starts, none of
 * which a threshold was chosen by. The thresholds were tuned on the landscapes of the catalogue; here is what they are worth elsewhere.
 */
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/core/explore/events.ts'
import type { Box } from '../../src/core/landscape.ts'
import { uniform } from '../../src/core/math/random.ts'
import { endingOf, type RunSpec } from '../core/explore/helpers.ts'

interface Case {
  readonly formula: string
  readonly start: readonly number[]
  readonly run: RunSpec
  readonly steps: number
  readonly domain: Box
}
/** Makes case `k`; `u` is the next random number between two bounds. */
type Family = readonly [truth: Verdict, name: string, make: (u: (low: number, high: number) => number, k: number) => Case]

const EACH = 12
const gd = (lr: number): RunSpec => ['gd', { lr }]
const at = (c: number): string => `(x - (${c}))`
const wide = (c: number, half = 3): Box => [[c - half, c + half]]

const FAMILIES: readonly Family[] = [
  // x' - c = (1 - s)(x - c) with s = 2a lr: |1 - s|^200 < 1e-30.
  ['minimum', 'bowls at a rate that contracts', (u) => {
    const [a, c, s] = [u(0.1, 5), u(-2, 2), u(0.3, 1.7)]
    return { formula: `${a}*${at(c)}^2`, start: [c + u(0.5, 2.5)], run: gd(s / (2 * a)), steps: 200, domain: wide(c) }
  }],
  // Polyak (1964): stable for lr < 2(1 + β)/λ, the slower factor is at most max(√β, |1 - s|).
  ['minimum', 'bowls under momentum', (u) => {
    const [a, b, beta] = [u(0.2, 2), u(2, 10), u(0.3, 0.9)]
    return { formula: `${a}*x^2 + ${b}*y^2`, start: [u(-2, 2), u(0.5, 2)], run: ['momentum', { lr: u(0.3, 1) / (2 * b), momentum: beta }], steps: 1500, domain: [[-3, 3], [-3, 3]] }
  }],
  ['minimum', 'double wells at a rate below 2 over the curvature of both wells', (u, k) => {
    const [a, side] = [u(0.2, 3), k % 2 === 0 ? 1 : -1]
    return { formula: `${a}*(x^2-1)^2`, start: [side * u(0.1, 1.4)], run: gd(u(0.1, 0.5) / (8 * a)), steps: 400, domain: [[-2, 2]] }
  }],
  // |1 - s| >= 1.1 for 200 steps: the loss grows by 1e16.
  ['diverged', 'bowls at a rate that expands', (u) => {
    const [a, c, s] = [u(0.1, 5), u(-2, 2), u(2.1, 3)]
    return { formula: `${a}*${at(c)}^2`, start: [c + u(0.5, 2.5)], run: gd(s / (2 * a)), steps: 200, domain: wide(c) }
  }],
  // y grows by 1 + 2b lr >= 1.1 from 1e-3 at least: 1e12 and more after 500 steps, downwards without end.
  ['diverged', 'saddles left sideways', (u) => {
    const [a, b] = [u(0.5, 3), u(0.5, 3)]
    return { formula: `${a}*x^2 - ${b}*y^2`, start: [u(-2, 2), 10 ** u(-3, -1)], run: gd(u(0.1, 0.3) / Math.max(2 * a, 2 * b) * 2), steps: 500, domain: [[-3, 3], [-3, 3]] }
  }],
  // On the ridge y = 0 the gradient has no part across it.
  ['saddle', 'saddles met on their ridge', (u) => {
    const [a, b, s] = [u(0.5, 3), u(0.5, 3), u(0.3, 1.7)]
    return { formula: `${a}*x^2 - ${b}*y^2`, start: [u(0.5, 2), 0], run: gd(s / (2 * a)), steps: 200, domain: [[-3, 3], [-3, 3]] }
  }],
  ['maximum', 'tops, started exactly there', (u) => {
    const c = Math.round(u(-2, 2) * 64) / 64
    return { formula: `cos(${u(0.5, 3)}*${at(c)})`, start: [c], run: gd(u(0.01, 0.5)), steps: 100, domain: wide(c) }
  }],
  // x' = x - p a lr x^(p-1) from 1: about (p (p-2) a lr t)^(-1/(p-2)), below 1 % of the domain, with no curvature at the end.
  ['flat', 'cubes and fourth powers', (u, k) => {
    const [a, c, p] = [u(0.5, 2), u(-2, 2), 3 + (k % 2)]
    return { formula: `${a}*${at(c)}^${p}`, start: [c + u(0.6, 1)], run: gd(u(0.04, 0.08) / a), steps: 6000, domain: wide(c, 4) }
  }],
  // Exactly 2 over the curvature: every step jumps to the mirror image.
  ['oscillating', 'bowls at exactly 2 over the curvature', (u, k) => ({
    formula: `${2 ** ((k % 5) - 2)}*x^2`, start: [Math.round(u(0.5, 2) * 64) / 64], run: gd(2 ** -((k % 5) - 2)), steps: 100 + Math.floor(u(0, 200)), domain: [[-3, 3]],
  })],
  // Past 2 over the curvature of a well that grows steeper outwards: a cycle of two points (period doubling).
  ['oscillating', 'double wells a little past 2 over the curvature', (u) => {
    const [a, s] = [u(0.2, 3), u(2.1, 2.4)]
    return { formula: `${a}*(x^2-1)^2`, start: [u(0.9, 1.1)], run: gd(s / (8 * a)), steps: 600, domain: [[-2, 2]] }
  }],
  // Slope a/cosh², under 0.2 % of the height; in 1000 steps it would not gain 1 % of it.
  ['plateau', 'the shelf of tanh', (u) => {
    const [a, b, c] = [u(0.5, 3), u(0.8, 3), u(-1, 1)]
    return { formula: `${a}*tanh(${b}*${at(c)})`, start: [c + u(4, 6) / b], run: gd(u(0.001, 0.01) / (a * b * b)), steps: 200 + Math.floor(u(0, 300)), domain: [[c - 3 / b, c + 7 / b]] }
  }],
  ['plateau', 'the plain round a hole', (u) => {
    const [a, w, c] = [u(0.5, 3), u(0.3, 1), u(-1, 1)]
    return { formula: `-${a}*exp(-(${at(c)}/${w})^2)`, start: [c + u(3.2, 4) * w], run: gd(u(0.01, 0.05) * w * w / a), steps: 300, domain: [[c - 5 * w, c + 5 * w]] }
  }],
  // (1 - s)^100 >= 0.3: a third of the way is still to go, on a slope that is not small.
  ['moving', 'bowls at a rate that creeps', (u) => {
    const [a, c, s] = [u(0.1, 5), u(-2, 2), u(0.002, 0.012)]
    return { formula: `${a}*${at(c)}^2`, start: [c + u(1, 2.5)], run: gd(s / (2 * a)), steps: 100, domain: wide(c) }
  }],
  ['moving', 'planes', (u) => ({
    formula: `${u(0.5, 3)}*x + ${u(0.5, 3)}*y`, start: [u(0, 2), u(0, 2)], run: gd(u(0.001, 0.004)), steps: 100, domain: [[-3, 3], [-3, 3]],
  })],
  // x - lr/(2√x) and x - lr/x fall below 0 in the first step.
  ['left-domain', 'the edge of what has a value', (u, k) => {
    const [f, x] = [k % 2 === 0 ? 'sqrt(x)' : 'log(x)', u(0.2, 1)]
    return { formula: f, start: [x], run: gd(x * (k % 2 === 0 ? 2 * Math.sqrt(x) : x) * u(1.2, 3)), steps: 50, domain: [[0.01, 3]] }
  }],
]

interface Told {
  readonly truth: Verdict
  readonly verdict: Verdict
  readonly about: string
}

const told: readonly Told[] = FAMILIES.flatMap(([truth, name, make], family) => Array.from({ length: EACH }, (_, k): Told => {
  let drawn = 0
  const { formula, start, run, steps, domain } = make((low, high) => low + (high - low) * uniform(7919, family, k, drawn++), k)
  const { verdict, says } = endingOf(formula, start, run, steps, domain)
  return { truth, verdict, about: `${name}: ${formula} from ${start.join(', ')} at ${run[1].lr}: ${verdict}. ${says}` }
}))

const VERDICTS: readonly Verdict[] = [...new Set(FAMILIES.map(([truth]) => truth))]
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole))
const score = VERDICTS.map((verdict) => {
  const right = told.filter((t) => t.truth === verdict && t.verdict === verdict).length
  const [said, are] = [told.filter((t) => t.verdict === verdict).length, told.filter((t) => t.truth === verdict).length]
  return { verdict, precision: percent(right, said), recall: percent(right, are) }
})

describe(`on ${told.length} runs that no threshold was tuned on, the verdict`, () => {
  for (const { verdict, precision, recall } of score) {
    it(`${verdict} has a precision of ${precision} % and a recall of ${recall} %`, () => {
      const wrong = told.filter((t) => t.truth !== t.verdict && (t.truth === verdict || t.verdict === verdict)).map((t) => t.about)
      expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(90)
      expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(90)
    })
  }

  it('is right in 95 of 100 at least', () => {
    const wrong = told.filter((t) => t.truth !== t.verdict)
    expect(wrong.length, wrong.map((t) => t.about).join('\n')).toBeLessThanOrEqual(0.05 * told.length)
  })
})
