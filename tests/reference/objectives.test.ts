/** Value, gradient and Hessian of the catalogue against 60-digit arithmetic (sympy, mpmath), and the critical points that are known. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { experimentOn } from '../../src/core/experiment/create.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'
import { aboutOf } from '../../src/core/objectives/about.ts'
import { OBJECTIVES } from '../../src/core/objectives/index.ts'

interface Point {
  readonly x: readonly number[]
  readonly kind: string
  readonly f: number
  readonly g: readonly number[] | null
  readonly H: readonly (readonly number[])[] | null
  /** Errors of a sound double implementation; absent where only the value exists. */
  readonly e64?: readonly [number, number, number]
}
interface Reference {
  readonly id: string
  readonly points: readonly Point[]
  readonly critical: { readonly points: readonly { readonly x: readonly number[]; readonly f: number; readonly type: string }[] } | null
}

const file = JSON.parse(readFileSync(new URL('objectives.json', import.meta.url), 'utf8')) as { readonly objectives: readonly Reference[] }

/** Landscapes that the reference does not have; what is known of them is checked by the laws. */
const OURS = OBJECTIVES.filter((o) => !file.objectives.some((r) => r.id === o.id))

it('every function of the reference is in the catalogue', () => {
  const ids = OBJECTIVES.map((o) => o.id)
  expect(file.objectives.map((r) => r.id).filter((id) => !ids.includes(id))).toEqual([])
  expect(OURS.map((o) => o.id)).toEqual(expect.arrayContaining(['double_well', 'edge_of_stability', 'valley', 'lift', 'saddle5']))
})

/** What the file's README suggests: a relative error, or what a sound double implementation loses. */
const allowed = (exact: number, e64 = 0): number => Math.max(1e-9 * Math.max(1, Math.abs(exact)), 1000 * e64)

const both = file.objectives.flatMap((r) => OBJECTIVES.filter((o) => o.id === r.id).map((o) => [o.id, o, r] as const))

describe.each(both)('%s', (id, objective, reference) => {
  const { landscape } = resolve(experimentOn(id))
  const n = objective.coordinates.length
  const g = new Float64Array(n)
  const h = new Float64Array(n * n)

  it('is the function of the reference, with its gradient and Hessian', () => {
    const { points } = reference
    expect(points.length).toBeGreaterThan(5)
    for (const point of points) {
      const f = landscape.hessian(Float64Array.from(point.x), g, h)
      const where = `at ${point.x.join(', ')} (${point.kind})`
      expect(Math.abs(f - point.f), `f ${where}`).toBeLessThanOrEqual(allowed(point.f, point.e64?.[0]))
      if (point.kind === 'nonsmooth' || point.kind === 'removable') {
        // Where the formula has no derivative the answer is NaN, never a convention that looks like a number, and words say why.
        expect([...g].some((slope) => !Number.isFinite(slope)), `no gradient ${where}`).toBe(true)
        expect(point.kind === 'removable' ? objective.removable : objective.kinks).toMatch(/\.$/)
        continue
      }
      point.g?.forEach((exact, i) => expect(Math.abs(g[i] - exact), `g${i} ${where}`).toBeLessThanOrEqual(allowed(exact, point.e64?.[1])))
      point.H?.flat().forEach((exact, k) => expect(Math.abs(h[k] - exact), `H${k} ${where}`).toBeLessThanOrEqual(allowed(exact, point.e64?.[2])))
    }
  })

  it('knows its critical points where the reference has them', () => {
    for (const known of aboutOf(id).known.filter((k) => !/kink|boundary/.test(k.kind) && objective.removable === undefined)) {
      const near = reference.critical?.points.find((p) => Math.hypot(...p.x.map((v, i) => v - known.x[i])) < 1e-6)
      if (near === undefined) continue // the reference publishes half of its points
      const type = { min: 'minimum', max: 'maximum', saddle: 'saddle', degenerate: 'degenerate' }[near.type]
      expect(known.kind).toBe(type)
      near.x.forEach((v, i) => expect(Math.abs(known.x[i] - v)).toBeLessThanOrEqual(1e-12))
      expect(Math.abs(known.f - near.f)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(near.f)))
    }
    expect(aboutOf(id).known.length > 0 || id === 'tanh').toBe(true)
  })
})

