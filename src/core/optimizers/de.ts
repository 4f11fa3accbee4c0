import { alongKink } from '../math/kink-search.ts'
import { simplexSearch } from '../math/simplex-search.ts'
import { coded } from './coded.ts'
import type { Begin, CodedOptimizer, MethodAbout, Oracle, Setting } from './optimizer.ts'
import { heightAt, isInside, latinHypercube, lowest, placeAll, shares, valueAt } from './population.ts'

/** What a random number is for: its first key after the step. */
const SCALE = 1
const OTHERS = 2
const CROSS = 3
const OUTSIDE = 4

/** How a mutant is made: the base, and how many differences are added to it; all with binomial crossover. */
const STRATEGIES = ['rand1bin', 'best1bin', 'best2bin', 'randtobest1bin', 'currenttobest1bin'] as const

/** Where the search stands: generations, then the polish, then rest. */
const SEARCHING = 0
const GATHERED = 1
const RESTING = 2

interface Memory {
  /** One row per member, as shares of the domain; the first row is the lowest. */
  readonly members: Float64Array
  /** The same in the coordinates of the landscape. */
  readonly population: Float64Array
  readonly values: Float64Array
  stage: number
}

/**
 * Differential evolution with the parts and the names of SciPy's `differential_evolution`: a Latin hypercube in which the start takes
 * one place where it lies inside the domain (SciPy's `x0`), members replaced at once (`updating='immediate'`), F drawn anew for each
 * generation, the same test of convergence. Five things are otherwise: `atol` is not 0, or a search for a minimum of height 0 goes on
 * until every value is exactly that; the strategy is Storn and Price's own unless chosen, because SciPy's gathers in the wrong minimum of
 * Griewank's function in half of its runs; half of the coordinates are recombined, not 0.7, which finds the lowest of many minima more
 * often and sooner; what leaves the domain is put on its side, because minima lie there; and the polish asks for values only: it is a
 * simplex search, and goes along a kink where that ends on one.
 * `strategy:best1bin,recombination:0.7,outside:anew,popsize:15,atol:0` is SciPy's default.
 */
export const de: CodedOptimizer = {
  id: 'de',
  name: 'Differential evolution',
  short: 'DE',
  family: 'Without slopes',
  hyper: {
    popsize: {
      kind: 'number', label: 'Members per coordinate', tex: 'N', default: 20, min: 1, max: 100, slider: [3, 50], scale: 'integer',
      note: 'SciPy takes 15. There are five members at least: a step needs four besides the one that takes it.',
    },
    strategy: {
      kind: 'choice', label: 'Strategy', tex: '\\text{strategy}', default: 0,
      options: STRATEGIES.map((id) => ({ id, label: id })),
      note: 'What a trial is made of: a random member or the best, with one or two differences. SciPy takes best1bin, which is quicker and is caught more often.',
    },
    mutation_min: {
      kind: 'number', label: 'Least mutation', tex: 'F_{\\min}', default: 0.5, min: 0, max: 2, maxOpen: true, slider: [0, 1], scale: 'linear',
      note: 'Each generation draws its F, what differences are multiplied by, from here up to the greatest.',
    },
    mutation_max: {
      kind: 'number', label: 'Greatest mutation', tex: 'F_{\\max}', default: 1, min: 0, max: 2, maxOpen: true, slider: [0, 1.5], scale: 'linear',
      note: 'With both the same, F is constant.',
    },
    recombination: {
      kind: 'number', label: 'Recombination', tex: 'CR', default: 0.5, min: 0, max: 1, slider: [0, 1], scale: 'linear',
      note: 'The chance of a coordinate to come from the mutant; one always does. SciPy takes 0.7.',
    },
    outside: {
      kind: 'choice', label: 'Outside the domain', tex: '\\text{outside}', default: 0,
      options: [{ id: 'side', label: 'Put on the side' }, { id: 'anew', label: 'Drawn anew' }],
      note: 'What becomes of a coordinate that leaves the domain. SciPy draws it anew, and so seldom finds a minimum on the side.',
    },
    tol: {
      kind: 'number', label: 'Relative tolerance', tex: '\\text{tol}', default: 0.01, min: 0, max: 1, slider: [1e-10, 0.1], scale: 'log',
      note: 'It has gathered when the standard deviation of its values is at most this share of their mean.',
    },
    atol: {
      kind: 'number', label: 'Absolute tolerance', tex: '\\text{atol}', default: 1e-12, min: 0, max: 1e6, slider: [1e-16, 0.1], scale: 'log',
      note: 'Is added to the relative one; where the lowest value is 0, only this one can end a search soon. SciPy’s is 0.',
    },
    polish: {
      kind: 'boolean', label: 'Polish', tex: '\\text{polish}', default: true,
      note: 'Once gathered, a simplex search from the best member, and one along the kink where it ends on one, find the last digits.',
    },
  },
  order: 0,
  chance: true,
  work: 40,
  draws: [{ kind: 'points', of: 'population', label: 'Population' }],
}

export const about: MethodAbout = {
  source: 'R. Storn and K. Price, Differential Evolution, J. Global Optimization 11, 1997; as in SciPy’s differential_evolution',
  note: 'A crowd searches the whole domain. Each member tries a step made of the difference of two others and takes it where that is lower. For the lowest of many minima.',
  cost: 'one value per member, and once those of the polish',
  rule: [
    'v = x_{r_0} + F\\,(x_{r_1} - x_{r_2})',
    'F \\sim U(F_{\\min}, F_{\\max})',
    'u_i = v_i \\text{ with chance } CR, \\text{ else } x_i',
    'x \\leftarrow u \\quad\\text{if } f(u) \\le f(x)',
  ],
}

export const begin: Begin = coded<Memory>({
  init(setting) {
    const n = setting.start.length
    const count = Math.max(5, setting.hyper.popsize * n)
    const members = latinHypercube(count, n, setting)
    const start = shares(setting.start, setting.domain)
    if (isInside(start)) members.set(start)
    const population = placeAll(members, setting.domain)
    return { members, population, values: new Float64Array(count), stage: SEARCHING }
  },
  step(x, memory, oracle, setting, t) {
    const { members, population, values } = memory
    const { domain, hyper } = setting
    if (t === 1) {
      for (let k = 0; k < values.length; k++) values[k] = valueAt(members, domain, oracle, k * x.length)
      lead(memory, lowest(values))
    }
    if (memory.stage === GATHERED) {
      population.set(polished(memory, oracle, setting))
      memory.stage = RESTING
    } else {
      generation(memory, oracle, setting, t)
      population.set(placeAll(members, domain))
      if (gathered(values, hyper.tol, hyper.atol)) memory.stage = hyper.polish === 1 ? GATHERED : RESTING
    }
    x.set(population.subarray(0, x.length))
  },
  shows: ({ population }) => ({ population }),
  finished({ stage, values }, { hyper: { tol, atol, polish } }) {
    if (stage !== RESTING) return undefined
    const mean = values.reduce((sum, f) => sum + f, 0) / values.length
    const within = tol * Math.abs(mean) > atol ? `${tol} of their mean` : `${atol}`
    return `its ${values.length} values spread by no more than ${within}${polish === 1 ? ', then polished' : ''}`
  },
})

/** One generation: every member in turn meets its trial, and what is lower takes its place at once. */
function generation(memory: Memory, oracle: Oracle, setting: Setting, t: number): void {
  const { members, values } = memory
  const { hyper, uniform, domain } = setting
  const n = domain.length
  const trial = new Float64Array(n)
  const strategy = STRATEGIES[hyper.strategy]
  const scale = hyper.mutation_min + uniform(t, SCALE) * (hyper.mutation_max - hyper.mutation_min)
  for (let k = 0; k < values.length; k++) {
    const from = others(values.length, k, (i) => uniform(t, OTHERS, k, i))
    const kept = Math.floor(uniform(t, CROSS, k, n) * n)
    for (let i = 0; i < n; i++) {
      const own = members[k * n + i]
      const crossed = i === kept || uniform(t, CROSS, k, i) < hyper.recombination
      const v = crossed ? mutant(strategy, (m) => members[m * n + i], from, k, scale) : own
      trial[i] = v >= 0 && v <= 1 ? v : hyper.outside === 0 ? Math.min(1, Math.max(0, v)) : uniform(t, OUTSIDE, k, i)
    }
    const f = valueAt(trial, domain, oracle)
    if (!(f <= values[k])) continue
    members.set(trial, k * n)
    values[k] = f
    if (f < values[0]) lead(memory, k)
  }
}

/** One coordinate of the mutant: member 0 is the best, `from` are distinct others, and `scale` is F. */
function mutant(strategy: (typeof STRATEGIES)[number], at: (member: number) => number, from: readonly number[], k: number, scale: number): number {
  const [a, b, c, d] = from.map(at)
  switch (strategy) {
    case 'best1bin': return at(0) + scale * (a - b)
    case 'rand1bin': return a + scale * (b - c)
    case 'best2bin': return at(0) + scale * (a + b - c - d)
    case 'randtobest1bin': return a + scale * (at(0) - a) + scale * (b - c)
    case 'currenttobest1bin': return at(k) + scale * (at(0) - at(k) + a - b)
  }
}

/** Four distinct members other than `k`. */
function others(count: number, k: number, uniform: (i: number) => number): number[] {
  const chosen: number[] = []
  for (let i = 0; i < 4; i++) {
    // The r-th of those not taken yet, in ascending order.
    let member = Math.floor(uniform(i) * (count - 1 - i))
    for (const taken of [k, ...chosen].toSorted((p, q) => p - q)) if (member >= taken) member++
    chosen.push(member)
  }
  return chosen
}

/** Member `k` and the first change places. */
function lead({ members, values }: Memory, k: number): void {
  const n = members.length / values.length
  const first = members.slice(0, n)
  members.copyWithin(0, k * n, (k + 1) * n)
  members.set(first, k * n)
  ;[values[0], values[k]] = [values[k], values[0]]
}

/** SciPy's test: the standard deviation of the values is at most atol + tol |mean|. */
function gathered(values: Float64Array, tol: number, atol: number): boolean {
  const mean = values.reduce((sum, f) => sum + f, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, f) => sum + (f - mean) ** 2, 0) / values.length)
  return spread <= atol + tol * Math.abs(mean)
}

/** The place of the best member once its last digits are found by local searches; its share of the domain is rounded. */
function polished({ members, values }: Memory, oracle: Oracle, { domain }: Setting): Float64Array {
  const n = domain.length
  const f = (u: Float64Array): number => valueAt(u, domain, oracle)
  const start = members.slice(0, n)
  const near = simplexSearch(f, { start, value: values[0], size: 1e-3, xatol: 1e-9, fatol: 1e-12, limit: 200 * n })
  const best = alongKink((x) => heightAt(x, oracle), { x: placeAll(near.x, domain), f: near.f }, domain)
  members.set(shares(best.x, domain))
  values[0] = best.f
  return best.x
}
