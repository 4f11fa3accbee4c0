import { pow } from '../math/elementary.ts'
import { coded } from './coded.ts'
import type { Begin, CodedOptimizer, MethodAbout, Oracle, Setting } from './optimizer.ts'
import { isInside, lowest, placeAll, shares, valueAt } from './population.ts'

/** What a random number is for: its first key after the step. */
const RIVALS = 1
const BLEND = 2
const MUTATION = 3

interface Memory {
  /** One row per member, as shares of the domain. */
  members: Float64Array
  values: Float64Array
  /** The members in the coordinates of the landscape. */
  readonly population: Float64Array
  /** The lowest point of all generations, and its value. */
  readonly best: Float64Array
  lowest: number
}

/**
 * A genetic algorithm over real numbers. Each child has two parents, each the lowest of a tournament; a blend of them (BLX-α of Eshelman
 * and Schaffer) is moved by a normal mutation whose width shrinks from generation to generation. The whole generation is replaced.
 * x is the lowest point so far. The start takes one place of the first generation where it lies inside the domain.
 */
export const ga: CodedOptimizer = {
  id: 'ga',
  name: 'Genetic algorithm',
  short: 'GA',
  family: 'Without slopes',
  hyper: {
    popsize: {
      kind: 'number', label: 'Members', tex: 'N', default: 20, min: 1, max: 200, slider: [4, 100], scale: 'integer',
      note: 'How many there are in each generation. One alone has only itself for a parent: mutation is all that moves it.',
    },
    tournament: {
      kind: 'number', label: 'Tournament', tex: 'k', default: 3, min: 1, max: 100, slider: [1, 8], scale: 'integer',
      note: 'How many are drawn to find one parent; more is greedier. At 1 nothing is selected.',
    },
    blend: {
      kind: 'number', label: 'Blend', tex: '\\alpha', default: 0.5, min: 0, max: 10, slider: [0, 1], scale: 'linear',
      note: 'How far beyond its parents a child may lie, as a share of their distance.',
    },
    mutation: {
      kind: 'number', label: 'Mutation', tex: '\\sigma', default: 0.05, min: 0, max: 10, slider: [0, 0.3], scale: 'linear',
      note: 'Its standard deviation in the first generation, as a share of the domain.',
    },
    shrink: {
      kind: 'number', label: 'Shrink', tex: 'q', default: 0.9, min: 0, max: 1, slider: [0.5, 1], scale: 'linear',
      note: 'What the mutation is multiplied by from one generation to the next.',
    },
  },
  order: 0,
  chance: true,
  work: 40,
  draws: [{ kind: 'points', of: 'population', label: 'Population' }],
}

export const about: MethodAbout = {
  source:
    'J. H. Holland, Adaptation in Natural and Artificial Systems, 1975; blend crossover: L. J. Eshelman and J. D. Schaffer, ' +
    'Real-Coded Genetic Algorithms and Interval-Schemata, 1993',
  note: 'The lowest of a few random members become parents; children lie between or beside them and are moved by a mutation that shrinks. Rough, and hard to fool.',
  cost: 'one value per member, and in the first step as many again for the first generation',
  gist: 1,
  rule: [
    'p = \\arg\\min_{k \\text{ drawn}} f,\\quad q \\text{ likewise}',
    'c_i = p_i + w_i\\,(q_i - p_i) + \\sigma_t\\,\\xi_i',
    'w_i \\sim U(-\\alpha, 1 + \\alpha),\\quad \\xi_i \\sim N(0, 1)',
    '\\sigma_t = \\sigma\\,q^{t-1}',
  ],
}

export const begin: Begin = coded<Memory>({
  init(setting) {
    const { start, domain, hyper, uniform } = setting
    const n = start.length
    const members = Float64Array.from({ length: hyper.popsize * n }, (_, i) => uniform(0, i))
    const own = shares(start, domain)
    if (isInside(own)) members.set(own)
    const values = new Float64Array(hyper.popsize)
    return { members, values, population: placeAll(members, domain), best: Float64Array.from(start), lowest: Infinity }
  },
  step(x, memory, oracle, setting, t) {
    if (t === 1) evaluate(memory, oracle, setting)
    memory.members = children(memory, setting, t)
    evaluate(memory, oracle, setting)
    x.set(memory.best)
  },
  shows: ({ population }) => ({ population }),
})

/** Asks for all the values, and remembers the lowest point. */
function evaluate(memory: Memory, oracle: Oracle, { domain }: Setting): void {
  const { members, values, population, best } = memory
  const n = domain.length
  for (let k = 0; k < values.length; k++) values[k] = valueAt(members, domain, oracle, k * n)
  population.set(placeAll(members, domain))
  const k = lowest(values)
  if (!(values[k] < memory.lowest)) return
  memory.lowest = values[k]
  best.set(population.subarray(k * n, (k + 1) * n))
}

/** The next generation; what would leave the domain is put on its side. */
function children({ members, values }: Memory, setting: Setting, t: number): Float64Array {
  const { hyper, domain, uniform, normal } = setting
  const n = domain.length
  const sigma = hyper.mutation * pow(hyper.shrink, t - 1)
  const parent = (child: number, which: number): number => {
    let best = Math.floor(uniform(t, RIVALS, child, which, 0) * values.length)
    for (let i = 1; i < hyper.tournament; i++) {
      const rival = Math.floor(uniform(t, RIVALS, child, which, i) * values.length)
      if (values[rival] < values[best]) best = rival
    }
    return best
  }
  const next = new Float64Array(members.length)
  for (let k = 0; k < values.length; k++) {
    const p = parent(k, 0) * n
    const q = parent(k, 1) * n
    for (let i = 0; i < n; i++) {
      const w = (1 + 2 * hyper.blend) * uniform(t, BLEND, k, i) - hyper.blend
      const child = members[p + i] + w * (members[q + i] - members[p + i]) + sigma * normal(t, MUTATION, k, i)
      next[k * n + i] = Math.min(1, Math.max(0, child))
    }
  }
  return next
}
