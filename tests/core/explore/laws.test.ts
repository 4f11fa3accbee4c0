import { describe, expect, it } from 'vitest'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import type { CriticalPoint, CriticalReport, PathChunk, RunEnding } from '../../../src/core/explore/events.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { defaults, type Values } from '../../../src/core/fields.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { optimizerById, OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { isDeclared, orderOf } from '../../../src/core/optimizers/optimizer.ts'
import { events } from './helpers.ts'

const VERDICTS = {
  converged: ['minimum'], stalled: ['saddle', 'maximum', 'flat', 'plateau'], diverged: ['diverged'], 'left-domain': ['left-domain'],
  undefined: ['undefined'], 'out-of-steps': ['oscillating', 'moving'],
}

/** Every optimizer at a small, a suitable, a large and an absurd rate where it has one, from the landscape's start and two others. */
function everything(id: string): Experiment {
  const base = experimentOn(id)
  const suggested = OBJECTIVES.find((o) => o.id === id)?.suggested
  const rates = [1e-6, suggested?.lr ?? 0.01, 0.3, 50]
  const other = (k: number): number[] => base.domain.map(([lo, hi], i) => lo + (hi - lo) * uniform(3, k, i))
  return {
    ...base,
    starts: [base.starts[0], other(1), other(2)],
    runs: OPTIMIZERS.flatMap((o) => {
      const of = o.hyper.lr === undefined ? [{}] : rates.map((lr) => ({ lr }))
      // Each proposal of Bayesian optimisation costs as much as thousands of steps of the others: twelve of them show what it does.
      const few: Values = o.hyper.n_calls === undefined ? {} : { n_calls: 12 }
      return of.map((rate) => ({ optimizer: o.id, hyper: { ...defaults(o.hyper), ...rate, ...few }, shown: true }))
    }),
    steps: 150,
  }
}

describe.each(OBJECTIVES.map((o) => [o.id]))('on %s', (id) => {
  const e = everything(id)
  const all = events(e, undefined, { only: ['runs', 'critical'] })
  const endings = new Map<string, RunEnding>()
  const chunks = new Map<string, PathChunk[]>()
  for (const event of all) {
    if (event.type === 'ending') endings.set(`${event.run},${event.start}`, event)
    if (event.type === 'path') chunks.set(`${event.run},${event.start}`, [...(chunks.get(`${event.run},${event.start}`) ?? []), event])
  }
  const report = all.findLast((event): event is CriticalReport => event.type === 'critical')
  const critical: readonly CriticalPoint[] = report?.points ?? []
  const lastOf = (key: string) => {
    const chunk = chunks.get(key)?.at(-1)
    if (chunk === undefined) throw new Error(`no path ${key}`)
    const [n, k] = [e.domain.length, chunk.count - 1]
    return { x: [...chunk.x.slice(k * n, (k + 1) * n)], before: k > 0 ? [...chunk.x.slice((k - 1) * n, k * n)] : [], f: chunk.f[k], gradient: [...chunk.gradient.slice(k * n, (k + 1) * n)] }
  }

  it('every run from every start ends, with a verdict that fits the ending and steps that fit the path', () => {
    expect(endings.size).toBe(e.runs.length * e.starts.length)
    for (const [key, ending] of endings) {
      const optimizer = optimizerById(e.runs[ending.run].optimizer)
      if (optimizer === undefined) throw new Error('a method that is not in the catalogue')
      const blind = orderOf(optimizer) === 0
      const iterates = (chunks.get(key) ?? []).reduce((sum, chunk) => sum + chunk.count, 0)
      expect(VERDICTS[ending.ending]).toContain(ending.verdict)
      expect(ending.steps).toBe(iterates - 1)
      // A declared method asks for one slope a step; one that knows values only asks for at least one.
      const { values, gradients, hessians } = ending.costs
      if (isDeclared(optimizer)) expect(ending.costs).toEqual({ values: 0, gradients: iterates - 1, hessians: 0 })
      else if (blind) expect([gradients, hessians]).toEqual([0, 0])
      expect(values + gradients + hessians).toBeGreaterThanOrEqual(iterates - 1)
      expect(ending.step).toBeGreaterThanOrEqual(0)
      expect(ending.step).toBeLessThanOrEqual(ending.steps)
      const { x, f, gradient } = lastOf(key)
      const finite = [f, ...x, ...(blind ? [] : gradient)].every(Number.isFinite)
      // Cut short only by what is not finite, or by the method's own rule; the very last step may be that too. A run that has
      // gone far is told so, whatever stopped it.
      const ruled = ending.says.includes('by its own rule') || (!isDeclared(optimizer) && ending.ending === 'diverged')
      if (ending.steps < e.steps && !ruled) expect(finite).toBe(false)
      expect(ending.steps).toBeLessThanOrEqual(e.steps)
      if (!finite) expect(['diverged', 'left-domain', 'undefined']).toContain(ending.ending)
    }
  })

  it('every verdict is one or two short sentences with no broken number in them', () => {
    for (const { says, word } of endings.values()) {
      expect(says).toMatch(/^[A-Z$].*\.$/)
      expect(says.length).toBeLessThan(125)
      expect(says).not.toMatch(/NaN|Infinity|\[object|undefined|-\d/)
      expect(word.length).toBeLessThan(20)
      expect((says.match(/\$/g) ?? []).length % 2).toBe(0)
    }
  })

  it('what converged is at a minimum; what is at rest at a minimum has converged', () => {
    const size = Math.hypot(...e.domain.map(([lo, hi]) => hi - lo))
    const minima = critical.filter((p) => p.kind.endsWith('minimum'))
    const smooth = minima.filter((p) => p.kind === 'minimum')
    const { landscape } = resolve(e)
    /** The minimum that Newton's method finds from `x`; NaN where it finds none. Of two coordinates, as all lists that are cut are. */
    const bottom = (x: readonly number[]): Float64Array => {
      const [at, g, h] = [Float64Array.from(x), new Float64Array(2), new Float64Array(4)]
      for (let t = 0; t < 20; t++) {
        landscape.hessian(at, g, h)
        const det = h[0] * h[3] - h[1] * h[2]
        if (!(det > 0 && h[0] > 0)) return at.fill(NaN)
        at[0] -= (h[3] * g[0] - h[1] * g[1]) / det
        at[1] -= (h[0] * g[1] - h[2] * g[0]) / det
      }
      return at
    }
    for (const [key, ending] of endings) {
      const { x, before } = lastOf(key)
      const away = (from: readonly number[], places = minima): number => Math.min(Infinity, ...places.map((p) => Math.hypot(...p.x.map((v, i) => v - from[i]))))
      const nearest = away(x)
      const insideDomain = e.domain.every(([lo, hi], i) => x[i] >= lo && x[i] <= hi)
      if (ending.ending === 'converged' && insideDomain) {
        // Where not all minima are listed, this one may be missing: Newton's method finds it from the place itself.
        const there = report?.partial === true && nearest > 1e-3 * size ? Math.hypot(...bottom(x).map((v, i) => v - x[i])) : nearest
        expect(there).toBeLessThanOrEqual(1e-3 * size)
      }
      // One that passes a minimum in its last step does not rest there, nor does a search that would find a lower one in the next.
      const optimizer = optimizerById(e.runs[ending.run].optimizer)
      const searching = optimizer !== undefined && orderOf(optimizer) === 0 && ending.word === 'Still searching'
      if (!searching && Math.max(away(x, smooth), away(before, smooth)) <= 1e-9 * size) expect(ending.ending).toBe('converged')
    }
  })

  it('whatever the rule of a run that diverged, it went far or grew', () => {
    for (const [key, ending] of endings) {
      if (ending.ending !== 'diverged') continue
      const { x, f } = lastOf(key)
      expect(!Number.isFinite(f) || !x.every(Number.isFinite) || Math.abs(f) > 1e2).toBe(true)
    }
  })
})
