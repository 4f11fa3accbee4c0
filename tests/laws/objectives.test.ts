/** Statements true of every landscape of the catalogue. */
import { describe, expect, it } from 'vitest'
import { differentiate } from '../../src/core/autodiff/oracle.ts'
import { experimentOn, validate } from '../../src/core/experiment/create.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'
import { classify } from './second-derivative-test.ts'
import { defaults, refuse } from '../../src/core/fields.ts'
import { freeNames } from '../../src/core/formula/names.ts'
import { parse } from '../../src/core/formula/parse.ts'
import { toTex } from '../../src/core/formula/print.ts'
import { uniform } from '../../src/core/math/random.ts'
import { aboutOf } from '../../src/core/objectives/about.ts'
import { OBJECTIVES, objectiveById } from '../../src/core/objectives/index.ts'

/** Ids are for ever: links depend on them. Add to the list, never rename. */
const IDS = [
  'x_cos_pi_x', 'x_cos_pi_x_risk', 'cubic', 'saddle', 'tanh', 'sin_sin3', 'sin3_quad', 'parabola_1', 'x2_sin10x', 'square', 'rosenbrock', 'himmelblau',
  'beale', 'ackley', 'rastrigin', 'monkey_saddle', 'quad10', 'quad100', 'x2_y4', 'three_hump_camel',
  'quartic', 'abs', 'double_well', 'booth', 'matyas', 'goldstein_price', 'six_hump_camel', 'easom', 'griewank', 'levy13', 'schaffer2', 'styblinski_tang',
  'mccormick', 'bukin6', 'cross_in_tray', 'eggholder', 'holder_table', 'drop_wave', 'michalewicz', 'branin', 'quad1', 'quad1000', 'rot_quad', 'peaks',
  'gauss_plateau', 'x2y2', 'cosine_mixture', 'logsumexp', 'valley', 'edge_of_stability', 'saddle5', 'lift',
  'volcano', 'linreg', 'logistic', 'gauss_wells', 'shekel5', 'dejong5',
]

/** Derivative by the central difference of order six (B. Fornberg, Mathematics of Computation 51, 1988, table 1); `f` at k steps of h. */
function difference(f: (k: number) => number, h: number): number {
  return (45 * (f(1) - f(-1)) - 9 * (f(2) - f(-2)) + (f(3) - f(-3))) / (60 * h)
}

it('ids never change', () => {
  const ids = OBJECTIVES.map((o) => o.id)
  expect(ids).toEqual(expect.arrayContaining(IDS))
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ['toString', '__proto__', '', 'Himmelblau']) expect(objectiveById(id)).toBeUndefined()
})

describe.each(OBJECTIVES.map((o) => [o.id, o] as const))('%s', (id, o) => {
  const e = experimentOn(id)
  const { landscape, expression, coordinates, data } = resolve(e)
  const n = coordinates.length
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  /** Relative to the size of value, slope and curvature; near a kink the higher derivatives, which a difference sees, grow without limit. */
  const allowed = o.kinks === undefined ? 1e-8 : 1e-5
  const places = Array.from({ length: 40 }, (_, k) => o.domain.map(([low, high], i) => low + (high - low) * uniform(1, k, i)))

  it('is declared in full', () => {
    expect(o.id).toMatch(/^[a-z][a-z0-9_]*$/)
    for (const text of [o.name, o.trait]) expect(text).toMatch(/\S/)
    expect(aboutOf(o.id).note).toMatch(/\.$/)
    expect(aboutOf(o.id).source.length).toBeGreaterThan(10)
    const parsed = parse(o.formula)
    expect(parsed.ok).toBe(true)
    if (parsed.ok) {
      const columns = data?.columns.map((c) => c.name) ?? []
      expect(new Set(freeNames(parsed.value))).toEqual(new Set([...o.coordinates, ...Object.keys(o.params), ...columns]))
      expect(toTex(parsed.value)).toMatch(/x/)
    }
    expect(o.height.kind !== 'log' || o.height.scale > 0).toBe(true)
  })

  it('makes a valid experiment: the start in the domain, everything allowed', () => {
    expect(validate(e)).toEqual([])
    o.start.forEach((v, i) => {
      expect(v).toBeGreaterThanOrEqual(o.domain[i][0])
      expect(v).toBeLessThanOrEqual(o.domain[i][1])
    })
    expect(Number.isFinite(landscape.gradient(Float64Array.from(o.start), gradient))).toBe(true)
    expect(Math.hypot(...gradient), 'the start is no critical point').toBeGreaterThan(0)
    for (const [name, field] of Object.entries(o.params)) {
      expect(refuse(field, name, Number(field.default))).toBeUndefined()
      if (field.kind === 'number') expect(field.default >= field.slider[0] && field.default <= field.slider[1], `${name} on its slider`).toBe(true)
    }
  })

  it('has derivatives that agree with dual numbers and with differences of high order', () => {
    const off = new Float64Array(n)
    for (const x of places) {
      const f = landscape.hessian(Float64Array.from(x), gradient, hessian)
      const oracle = differentiate(expression, coordinates, defaults(o.params), x, data)
      expect(f).toBeCloseTo(oracle.f, 9)
      oracle.gradient.forEach((exact, i) => expect(Math.abs(gradient[i] - exact)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(exact))))
      oracle.hessian.forEach((exact, k) => expect(Math.abs(hessian[k] - exact)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(exact))))
      const size = Math.max(1, Math.abs(f), ...gradient.map(Math.abs), ...hessian.map(Math.abs))
      for (let i = 0; i < n; i++) {
        const h = 1e-4 * (o.domain[i][1] - o.domain[i][0])
        const at = (k: number): Float64Array => Float64Array.from(x, (v, j) => (j === i ? v + k * h : v))
        expect(Math.abs(difference((k) => landscape.value(at(k)), h) - gradient[i]), `slope ${i} at ${x.join(', ')}`).toBeLessThanOrEqual(allowed * size)
        for (let j = 0; j < n; j++) {
          const bend = difference((k) => {
            landscape.gradient(at(k), off)
            return off[j]
          }, h)
          expect(Math.abs(bend - hessian[i * n + j]), `curvature ${i}${j} at ${x.join(', ')}`).toBeLessThanOrEqual((o.joints === undefined ? allowed : 1e-6) * size)
        }
      }
    }
  })

  it('has a symmetric Hessian', () => {
    for (const x of places) {
      landscape.hessian(Float64Array.from(x), gradient, hessian)
      for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) expect(hessian[i * n + j]).toBe(hessian[j * n + i])
    }
  })

  it('has the critical points it is known for, each of its kind', () => {
    for (const known of aboutOf(o.id).known) {
      const f = landscape.hessian(Float64Array.from(known.x), gradient, hessian)
      expect(Math.abs(f - known.f)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(known.f)))
      if (known.kind === 'kink minimum') {
        expect(o.kinks, 'kinks are put into words').toMatch(/\.$/)
        expect(gradient.some((g) => !Number.isFinite(g))).toBe(true)
        for (const x of places) expect(landscape.value(Float64Array.from(x))).toBeGreaterThan(f)
        continue
      }
      if (known.kind === 'boundary minimum') {
        expect(known.x.some((v, i) => o.domain[i].includes(v)), 'it lies on the boundary').toBe(true)
        for (const x of places) expect(landscape.value(Float64Array.from(x))).toBeGreaterThan(f)
        continue
      }
      if (o.removable !== undefined && !Number.isFinite(gradient[0])) {
        expect(o.removable).toMatch(/\.$/)
        for (const x of places) expect(landscape.value(Float64Array.from(x))).toBeGreaterThan(f)
        continue
      }
      const curvature = Math.max(1, ...hessian.map(Math.abs))
      expect(Math.hypot(...gradient)).toBeLessThanOrEqual(1e-13 * curvature * Math.max(1, ...known.x.map(Math.abs)))
      expect(classify(hessian, n)).toBe(known.kind)
    }
  })
})
