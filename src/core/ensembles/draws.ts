/** The tries of an ensemble: where each starts, and under which seed. Each is keyed by its number, so that the first hundred of a thousand are the same hundred. */
import { takesChances } from '../experiment/chance.ts'
import type { EnsembleChoice, Experiment } from '../experiment/experiment.ts'
import { noiseModel } from '../experiment/noise.ts'
import { normal, permutation, uniform } from '../math/random.ts'
import { startOf } from './job.ts'

/** First keys of the places of starts, and of the order of a grid's (see noise.ts and explore/descent.ts). */
const PLACE = 11
const ORDER = 12
const SEEDS = 2 ** 32

export interface Draws {
  /** How many tries there are: of a grid over the plane as near to what was asked for as whole rows come. */
  readonly count: number
  /** Rows and columns of a grid. */
  readonly shape?: readonly number[]
  /** Where try `k` starts. */
  readonly start: (k: number) => readonly number[]
  /** The seed of try `k` of run `run`: its own where something in the run is random, the experiment's where nothing is. */
  readonly seed: (k: number, run: number) => number
}

/** Whether runs under different seeds differ on the same ground. */
export function seedMatters({ noise, runs }: Pick<Experiment, 'noise' | 'runs'>, run: number): boolean {
  const ground = noise !== undefined && noiseModel(noise.kind)?.ground === true
  return !ground && (noise !== undefined || takesChances(runs[run]))
}

/** The first seed of the tries. */
export const firstSeed = ({ seed }: Pick<Experiment, 'seed'>, choice: Pick<EnsembleChoice, 'seed'>): number => choice.seed ?? seed

/** The tries of `e`; the order of a grid's is random, so that the first of them are all over it. */
export function drawsOf(e: Pick<Experiment, 'domain' | 'starts' | 'seed' | 'noise' | 'runs'>, choice: EnsembleChoice): Draws {
  const { domain, starts } = e
  const first = firstSeed(e, choice)
  const from = starts[choice.start]
  const seed = (k: number, run: number): number => (seedMatters(e, run) ? (first + k) % SEEDS : e.seed)
  switch (choice.draw) {
    case 'uniform':
      return { count: choice.n, seed, start: (k) => domain.map(([low, high], i) => low + (high - low) * uniform(first, PLACE, k, i)) }
    case 'normal':
      return { count: choice.n, seed, start: (k) => domain.map(([low, high], i) => from[i] + choice.spread * (high - low) * normal(first, PLACE, k, i)) }
    case 'seeds':
      return { count: choice.n, seed, start: () => from }
    case 'grid': {
      const shape = gridOf(choice.n, domain.length)
      const count = shape.reduce((product, n) => product * n, 1)
      const order = permutation(count, (i) => uniform(first, ORDER, i))
      return { count, shape, seed, start: (k) => startOf(domain, shape, order[k]) }
    }
  }
}

/** Rows and columns, about as many, of nearly `n` places. */
function gridOf(n: number, dimension: number): readonly number[] {
  if (dimension === 1) return [n]
  const columns = Math.round(Math.sqrt(n))
  return [columns, Math.round(n / columns)]
}
