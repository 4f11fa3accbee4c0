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

const seeds = Array.from({ length: 10 }, (_, i) => i + 1)

describe('differential evolution finds the lowest minimum in 9 of 10 seeds', () => {
  it.each(listed)('$objective, with at most twice the evaluations of SciPy', ({ objective, nfev }) => {
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
})
