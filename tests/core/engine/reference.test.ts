import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/core/engine/compile.ts'
import reference from '../../reference/objectives.json' with { type: 'json' }
import { read } from '../formula/arbitrary.ts'

/** Written with sums over tables or names for constants: not one formula of this language. */
const NOT_ONE_FORMULA = new Set(['rot_quad', 'gauss_wells', 'shekel5', 'dejong5', 'logistic', 'linreg'])

interface Point {
  readonly x: readonly number[]
  readonly kind: string
  readonly f: number
  readonly g: readonly number[] | null
  readonly H: readonly (number | readonly number[])[] | null
  readonly e64?: readonly (number | null)[]
}

const objectives: readonly { id: string; dim: number; formula: string; points: readonly Point[] }[] = reference.objectives
const objectivesInOneFormula = objectives.filter((o) => !NOT_ONE_FORMULA.has(o.id))

describe('value, gradient and Hessian against correctly rounded numbers', () => {
  test('there are at least the twenty landscapes of the catalogue', () => expect(objectivesInOneFormula.length).toBeGreaterThanOrEqual(20))

  test.each(objectivesInOneFormula.map((o) => [o.id, o] as const))('%s', (id, { dim, formula, points }) => {
    const landscape = compile(read(formula), ['x', 'y'].slice(0, dim), {})
    const g = new Float64Array(dim)
    const h = new Float64Array(dim * dim)
    let checked = 0
    for (const point of points) {
      if (id === 'logsumexp' && point.kind === 'stress') continue // exp(2500) overflows before log can bring it back
      const f = landscape.hessian(Float64Array.from(point.x), g, h)
      const close = (got: number, exact: number, order: number): void => {
        const error = Math.abs(got - exact)
        const allowed = Math.max(1e-9 * Math.max(1, Math.abs(exact)), 1000 * (point.e64?.[order] ?? 0))
        if (!(error <= allowed)) throw new Error(`${id} at ${point.x.join(', ')}: order ${order} is ${got}, not ${exact}`)
      }
      close(f, point.f, 0)
      if (point.g === null || point.H === null || point.kind === 'removable') {
        // undefined by this formula: said so, not 0
        expect([...g, ...h].every(Number.isNaN)).toBe(true)
        continue
      }
      point.g.forEach((exact, i) => close(g[i], exact, 1))
      point.H.flat().forEach((exact, k) => close(h[k], exact, 2))
      checked++
    }
    expect(checked).toBeGreaterThan(5)
  })
})
