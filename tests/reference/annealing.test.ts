/** Generalised annealing against scipy.optimize.dual_annealing and the known minima: see `source` in scipy.json and objectives.json. */
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
const listed = global.filter((g) => g.method === 'dual_annealing')

const STEPS = 1000

const seeds = Array.from({ length: 10 }, (_, i) => i + 1)
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

describe('annealing finds the lowest minimum in 9 of 10 seeds', () => {
  it.each(listed)('$objective, with at most twice the evaluations of SciPy', ({ objective, nfev }) => {
    const truth = objectives.find((o) => o.id === objective)!
    const runs = seeds.map((seed) => searched('annealing', entry(objective), { seed, domain: truth.domain, steps: STEPS }))
    const { f } = truth.domain_min
    expect(runs.filter((run) => run.f <= f + 1e-8 * Math.max(1, Math.abs(f))).length).toBeGreaterThanOrEqual(9)
    expect(mean(runs.map((run) => run.walk.costs.values))).toBeLessThanOrEqual(2 * mean(nfev))
  })

  // Landscapes with many minima that SciPy's runs were not written down for; its 1000 sweeps alone are 4000 evaluations, 2000 on a line.
  const others = objectives.filter((o) => OBJECTIVES.some((own) => own.id === o.id && own.traits.includes('many minima')) && !listed.some((g) => g.objective === o.id))
  it.each(others)('$id', ({ id, domain, domain_min: { f } }) => {
    const runs = seeds.map((seed) => searched('annealing', entry(id), { seed, domain, steps: STEPS }))
    expect(runs.filter((run) => run.f <= f + 1e-8 * Math.max(1, Math.abs(f))).length).toBeGreaterThanOrEqual(9)
    expect(mean(runs.map((run) => run.walk.costs.values))).toBeLessThanOrEqual(2 * 2000 * domain.length)
  })
})
