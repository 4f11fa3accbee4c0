import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applies, defaults } from '../../../src/core/fields.ts'
import type { Landscape } from '../../../src/core/landscape.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { backtracking } from '../../../src/core/optimizers/line-search.ts'
import type { Found, Line } from '../../../src/core/optimizers/line.ts'
import type { Oracle } from '../../../src/core/optimizers/optimizer.ts'
import { strongWolfe } from '../../../src/core/optimizers/wolfe.ts'
import { landscapeOf } from '../explore/helpers.ts'

/** An oracle that counts, and the line from `at` straight along −f' in one dimension. */
function lineOf(landscape: Landscape, at: number): { oracle: Oracle; line: Line; asked: { values: number; gradients: number } } {
  const asked = { values: 0, gradients: 0 }
  const oracle: Oracle = {
    value: (x) => (asked.values++, landscape.value(x)),
    gradient: (x, out) => (asked.gradients++, landscape.gradient(x, out)),
    hessian: () => NaN,
  }
  const x = Float64Array.of(at)
  const gradient = new Float64Array(1)
  const f = landscape.gradient(x, gradient)
  return { oracle, asked, line: { x, f, slope: -gradient[0] * gradient[0], direction: Float64Array.of(-gradient[0]) } }
}

const curve = (formula: string): Landscape => landscapeOf(formula, ['x'])

/** φ(α) and φ'(α). */
function along(landscape: Landscape, { x, direction }: Line, step: number): { f: number; slope: number } {
  const gradient = new Float64Array(1)
  const f = landscape.gradient(Float64Array.of(x[0] + step * direction[0]), gradient)
  return { f, slope: gradient[0] * direction[0] }
}

const BOWLS = ['x^2', 'x^4 - 3 x^2 + x', 'sin(3 x) + 0.5 x^2', 'x^2 + sin(10 x)', 'log(1 + x^2)', 'exp(x) + exp(-3 x)', 'sqrt(1 + x^2) - cos(x)']

describe.each(BOWLS)('on %s', (formula) => {
  const landscape = curve(formula)
  const starts = fc.double({ min: -3, max: 3, noNaN: true }).filter((at) => Math.abs(lineOf(landscape, at).line.slope) > 1e-6)
  const firsts = fc.double({ min: -4, max: 3, noNaN: true }).map((power) => 10 ** power)

  it('strong Wolfe finds a step that keeps both of its conditions, and the value and slope there', () => {
    fc.assert(fc.property(starts, firsts, fc.constantFrom(0.1, 0.4, 0.9), (at, first, c2) => {
      const { oracle, line, asked } = lineOf(landscape, at)
      const found = strongWolfe(oracle, line, first, 1e-4, c2)
      if (found === undefined) throw new Error('no step')
      const { f, slope } = along(landscape, line, found.step)
      expect(found.f).toBe(f)
      expect((found.gradient?.[0] ?? NaN) * line.direction[0]).toBe(slope)
      expect(f).toBeLessThanOrEqual(line.f + 1e-4 * found.step * line.slope + 1e-13 * Math.abs(line.f))
      expect(Math.abs(slope)).toBeLessThanOrEqual(c2 * Math.abs(line.slope))
      expect(asked.gradients).toBeLessThanOrEqual(25)
      expect(asked.values).toBe(0)
    }))
  })

  it('backtracking finds a step with sufficient decrease, no longer than the first', () => {
    fc.assert(fc.property(starts, firsts, (at, first) => {
      const { oracle, line, asked } = lineOf(landscape, at)
      const found = backtracking(oracle, line, first, 1e-4)
      if (found === undefined) throw new Error('no step')
      expect(found.step).toBeLessThanOrEqual(first)
      expect(found.f).toBe(along(landscape, line, found.step).f)
      expect(found.f).toBeLessThanOrEqual(line.f + 1e-4 * found.step * line.slope + 1e-13 * Math.abs(line.f))
      expect(asked.gradients).toBe(0)
    }))
  })
})

describe('a line search', () => {
  const searches: readonly (readonly [string, (oracle: Oracle, line: Line) => Found | undefined])[] = [
    ['backtracking', (oracle, line) => backtracking(oracle, line, 1, 1e-4)],
    ['strong Wolfe', (oracle, line) => strongWolfe(oracle, line, 1, 1e-4, 0.9)],
  ]

  it.each(searches)('that cannot descend gives up after a bounded number of trials: %s', (_, search) => {
    // Falling towards 1 from above, but a cliff of height 5 stands there.
    const { oracle, line, asked } = lineOf(curve('x + if(x < 1, 5, 0)'), 1)
    expect(search(oracle, line)).toBeUndefined()
    expect(asked.values + asked.gradients).toBeLessThanOrEqual(40)
    expect(asked.values + asked.gradients).toBeGreaterThan(5)
  })

  it.each(searches)('steps back from where there is no value: %s', (_, search) => {
    const landscape = curve('-log(x)/2 + 3 x')
    const { oracle, line } = lineOf(landscape, 0.9)
    const found = search(oracle, line)
    expect(found && along(landscape, line, found.step).f).toBeLessThan(line.f)
  })

  it('that falls without end stops at its last trial', () => {
    const { oracle, line, asked } = lineOf(curve('-x^2'), 1)
    const found = strongWolfe(oracle, line, 1, 1e-4, 0.9)
    expect(asked.gradients).toBe(25)
    expect(found?.f).toBeLessThan(-1e20)
  })

  it('accepts the first step of Newton at once near a minimum', () => {
    const { oracle, line, asked } = lineOf(curve('x^2/2 + x^4'), 0.01)
    expect(strongWolfe(oracle, line, 1, 1e-4, 0.9)?.step).toBe(1)
    expect(asked.gradients).toBe(1)
  })
})

describe('the constants of a line search', () => {
  const searching = OPTIMIZERS.filter((o) => Object.hasOwn(o.hyper, 'line_search_fn'))
  it.each(searching.map((o) => [o.id, o] as const))('are shown where the chosen search asks for them: %s', (_, { hyper }) => {
    const shown = (line_search_fn: number): string[] => ['c1', 'c2'].filter((name) => applies(hyper, name, { ...defaults(hyper), line_search_fn }))
    expect([0, 1, 2].map(shown)).toEqual([[], ['c1'], ['c1', 'c2']])
  })
})
