/** Differential evolution against scipy.optimize and the known minima: see `source` in scipy.json and objectives.json. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OBJECTIVES } from '../../src/core/objectives/index.ts'
import { entry, searched } from '../core/optimizers/searched.ts'

interface Scipy {
  readonly global: readonly { readonly objective: string; readonly method: string; readonly nfev: readonly number[] }[]
}
interface Truth {
  readonly objectives: readonly { readonly id: string; readonly domain: readonly [number, number][]; readonly domain_min: { readonly f: number } }[]
}
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
const { global } = read('scipy.json') as Scipy
const { objectives } = read('objectives.json') as Truth
const listed = global.filter((g) => g.method === 'differential_evolution')

/**
 * Bukin's sixth function has its minimum on a kink that is a curve, and rounding alone makes 1e-6 of it beside (-10, 1). No run of SciPy's
 * comes below 0.015, and none of these below 0.001.
 */
const KINK = 'bukin6'

const seeds = Array.from({ length: 10 }, (_, i) => i + 1)

describe('differential evolution finds the lowest minimum in 9 of 10 seeds', () => {
  it.each(listed.filter((g) => g.objective !== KINK))('$objective, with at most twice the evaluations of SciPy', ({ objective, nfev }) => {
    const truth = objectives.find((o) => o.id === objective)!
    const runs = seeds.map((seed) => searched('de', entry(objective), { seed, domain: truth.domain }))
    const { f } = truth.domain_min
    expect(runs.filter((run) => run.f <= f + 1e-8 * Math.max(1, Math.abs(f))).length).toBeGreaterThanOrEqual(9)
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
    expect(mean(runs.map((run) => run.walk.costs.values))).toBeLessThanOrEqual(2 * mean(nfev))
  })

  const others = objectives.filter((o) => OBJECTIVES.some((own) => own.id === o.id) && !listed.some((g) => g.objective === o.id))
  it.each(others)('$id', ({ id, domain, domain_min: { f } }) => {
    const low = seeds.filter((seed) => searched('de', entry(id), { seed, domain }).f <= f + 1e-8 * Math.max(1, Math.abs(f)))
    expect(low.length).toBeGreaterThanOrEqual(9)
  })

  it('is as lost on Bukin’s kink as SciPy', () => {
    const truth = objectives.find((o) => o.id === KINK)!
    const run = searched('de', entry(KINK), { domain: truth.domain })
    expect(run.f).toBeGreaterThan(1e-3)
    expect(run.f).toBeLessThan(0.1)
    expect(run.walk.costs.values).toBeLessThan(2 * 26983)
  })
})
