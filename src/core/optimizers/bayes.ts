import { conditioned, type Process } from '../math/gaussian-regression.ts'
import { below, density } from '../math/normal-distribution.ts'
import { simplexSearch } from '../math/simplex-search.ts'
import { sum } from '../math/vectors.ts'
import { coded } from './coded.ts'
import type { Begin, CodedOptimizer, MethodAbout, Setting } from './optimizer.ts'
import { placeAll } from './population.ts'

/** Candidates along each coordinate, of one and of two; with more coordinates, as many at random as in the plane. */
const LINE = 201
const PLANE = 41

interface Memory {
  /** What has been asked, as shares of the domain, and the answers; NaN and infinity among them. */
  asked: number[]
  told: number[]
  /** What is asked next, as shares of the domain. */
  readonly proposal: Float64Array
  /** The lowest answer, and where. */
  readonly best: Float64Array
  lowest: number
  jitter: number
  /** What is shown, in the coordinates of the landscape: the point of this step and of the next. */
  readonly tried: Float64Array
  readonly next: Float64Array
  /** Mean and standard deviation over the candidates of a line, and what is to be gained there; over those of a plane only the last. NaN while
   * the next point is a random one. */
  readonly mean: Float64Array
  readonly sd: Float64Array
  readonly gain: Float64Array
}

/**
 * Bayesian optimisation with a Gaussian process. Coordinates are shares of the domain and values are standardised, as usual, so the
 * length scale is a share of the domain and the others are in standard deviations of the values. x is the lowest point so far; the
 * start is not asked. A point without a finite value counts as high as the highest that has one. What is to be gained is looked for on
 * a grid of 201 points, or 41 x 41, and from the best of these by a simplex search.
 */
export const bayes: CodedOptimizer = {
  id: 'bayes',
  name: 'Bayesian optimisation',
  short: 'Bayes',
  family: 'Without slopes',
  hyper: {
    acquisition: {
      kind: 'choice', label: 'Acquisition', tex: 'a', default: 0,
      options: [{ id: 'EI', label: 'Expected improvement' }, { id: 'UCB', label: 'Confidence bound' }, { id: 'PI', label: 'Chance of improvement' }],
      note: 'What is made greatest to choose the next point.',
    },
    length_scale: {
      kind: 'number', label: 'Length scale', tex: '\\ell', default: 0.1, min: 1e-4, max: 100, slider: [0.01, 1], scale: 'log',
      note: 'How far a value speaks for its neighbourhood, as a share of the domain. scikit-learn’s is in coordinates: this times the width.',
    },
    signal_variance: {
      kind: 'number', label: 'Signal variance', tex: 's^2', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.1, 10], scale: 'log',
      note: 'Variance of the surrogate far from all values, in units of the variance of the values.',
    },
    alpha: {
      kind: 'number', label: 'Jitter', tex: '\\alpha', default: 1e-6, min: 0, max: 1e6, slider: [1e-10, 1], scale: 'log',
      note: 'Variance of noise in the values, added to the diagonal of the kernel matrix. Where that is still singular, ten times as much is added, and shown.',
    },
    kappa: {
      kind: 'number', label: 'Kappa', tex: '\\kappa', default: 2, min: 0, max: 1e6, slider: [0, 5], scale: 'linear',
      note: 'How many standard deviations below the mean count.', when: { field: 'acquisition', is: ['UCB'] },
    },
    xi: {
      kind: 'number', label: 'Margin', tex: '\\xi', default: 0, min: 0, max: 1e6, slider: [0, 1], scale: 'linear',
      note: 'By how much a point has to be lower to count as an improvement, in standard deviations of the values.',
      when: { field: 'acquisition', is: ['EI', 'PI'] },
    },
    n_initial: {
      kind: 'number', label: 'First points', tex: 'n_0', default: 3, min: 1, max: 100, slider: [1, 20], scale: 'integer',
      note: 'How many are asked at random before there is a surrogate.',
    },
    n_calls: {
      kind: 'number', label: 'Evaluations', tex: 'n', default: 60, min: 1, max: 200, slider: [5, 100], scale: 'integer',
      note: 'It stops after this many: the work for each next one grows with the square of their number.',
    },
  },
  order: 0,
  chance: true,
  work: 384,
  draws: [{ kind: 'surrogate', of: 'tried', next: 'next', mean: 'mean', sd: 'sd', gain: 'gain', acquisition: 'acquisition', label: 'Points asked' }],
}

export const about: MethodAbout = {
  source:
    'J. Mockus, On Bayesian methods for seeking the extremum, 1975; D. R. Jones, M. Schonlau and W. J. Welch, Efficient Global Optimization, ' +
    '1998, eq. (15); the process: C. E. Rasmussen and C. K. I. Williams, 2006, algorithm 2.1',
  note: 'Fits a smooth surrogate with its uncertainty to all values so far and asks next where most is to be gained. For landscapes where every value is dear.',
  cost: 'one value, and the work of the surrogate',
  rule: [
    '\\mu(x) = k^\\top K^{-1} y',
    's^2(x) = k(x, x) - k^\\top K^{-1} k',
    'k(a, b) = s^2 \\exp\\bigl(-\\tfrac{\\|a - b\\|^2}{2\\ell^2}\\bigr)',
    'K = k(X, X) + \\alpha I',
    'u = (y_{\\min} - \\xi - \\mu)/s',
    'EI(x) = (y_{\\min} - \\xi - \\mu)\\,\\Phi(u) + s\\,\\varphi(u)',
    'UCB(x) = \\kappa s - \\mu,\\quad PI(x) = \\Phi(u)',
    'x_{t+1} = \\arg\\max a(x)',
  ],
}

export const begin: Begin = coded<Memory>({
  init(setting) {
    const n = setting.start.length
    const line = n === 1 ? LINE : 0
    const proposal = random(setting, 0)
    const empty = (length: number): Float64Array => new Float64Array(length).fill(NaN)
    return {
      asked: [], told: [], proposal, best: setting.start.slice(), lowest: Infinity, jitter: setting.hyper.alpha, tried: empty(n),
      next: placeAll(proposal, setting.domain), mean: empty(line), sd: empty(line), gain: empty(n === 1 ? LINE : n === 2 ? PLANE * PLANE : 0),
    }
  },
  step(x, memory, oracle, setting, t) {
    const { proposal, next, tried } = memory
    tried.set(next)
    const f = oracle.value(next.slice())
    memory.asked.push(...proposal)
    memory.told.push(f)
    if (f < memory.lowest) {
      memory.lowest = f
      memory.best.set(next)
    }
    propose(memory, setting, t)
    next.set(placeAll(proposal, setting.domain))
    x.set(memory.best)
  },
  shows: ({ tried, next, mean, sd, gain, jitter }) => ({ tried, next, mean, sd, gain, jitter: [jitter] }),
  finished: ({ told }, { hyper }) => (told.length >= hyper.n_calls ? `its ${hyper.n_calls} evaluations are made` : undefined),
})

const random = ({ uniform, start }: Setting, t: number): Float64Array => Float64Array.from(start, (_, i) => uniform(t, i))

/** Fits the surrogate to all answers so far, writes what is shown of it, and chooses the next point. */
function propose(memory: Memory, setting: Setting, t: number): void {
  const { proposal, told, gain, mean, sd } = memory
  const { hyper } = setting
  const n = proposal.length
  const finite = told.filter(Number.isFinite)
  if (finite.length === 0) return proposal.set(random(setting, t))
  const centre = sum(finite) / finite.length
  const spread = Math.sqrt(sum(finite.map((f) => (f - centre) ** 2)) / finite.length) || 1
  const highest = Math.max(...finite)
  const values = Float64Array.from(told, (f) => ((Number.isFinite(f) ? f : highest) - centre) / spread)
  const surrogate = conditioned(Float64Array.from(memory.asked), values, n, { length: hyper.length_scale, variance: hyper.signal_variance, jitter: hyper.alpha })
  memory.jitter = surrogate.jitter
  const least = Math.min(...values)
  const points = candidates(setting, t)
  let [best, highestGain, widest, widestSd] = [0, -Infinity, 0, -Infinity]
  for (let k = 0; k < points.length / n; k++) {
    const at = surrogate.at(points, k * n)
    const a = acquisition(at, least, hyper)
    if (k < mean.length) {
      mean[k] = centre + spread * at.mean
      sd[k] = spread * at.sd
    }
    if (k < gain.length) gain[k] = a
    if (a > highestGain) [best, highestGain] = [k, a]
    if (at.sd > widestSd) [widest, widestSd] = [k, at.sd]
  }
  if (t < hyper.n_initial) {
    gain.fill(NaN)
    return proposal.set(random(setting, t))
  }
  // Where nothing is to be gained anywhere, to the last digit, the least known candidate is asked.
  const start = highestGain === 0 ? points.slice(widest * n, (widest + 1) * n) : points.slice(best * n, (best + 1) * n)
  proposal.set(highestGain === 0 ? start : refined(surrogate, start, highestGain, least, setting))
}

/** What `hyper.acquisition` says of a point: more is better. */
function acquisition({ mean, sd }: { readonly mean: number; readonly sd: number }, least: number, hyper: Setting['hyper']): number {
  if (hyper.acquisition === 1) return hyper.kappa * sd - mean
  const gain = least - hyper.xi - mean
  if (sd === 0) return hyper.acquisition === 0 ? Math.max(0, gain) : Number(gain > 0)
  const u = gain / sd
  return hyper.acquisition === 0 ? gain * below(u) + sd * density(u) : below(u)
}

/** The point of the greatest acquisition near the best candidate. */
function refined(surrogate: Process, start: Float64Array, value: number, least: number, { hyper }: Setting): Float64Array {
  const f = (u: Float64Array): number => -acquisition(surrogate.at(u), least, hyper)
  const size = 0.5 / ((start.length === 1 ? LINE : PLANE) - 1)
  return simplexSearch(f, { start, value: -value, size, xatol: 1e-6, fatol: 0, limit: 40 * start.length }).x
}

/** Points, row by row, as shares of the domain: a grid with its ends, or where there are more than two coordinates, random ones. */
function candidates(setting: Setting, t: number): Float64Array {
  const n = setting.start.length
  if (n === 1) return Float64Array.from({ length: LINE }, (_, k) => k / (LINE - 1))
  const count = PLANE * PLANE
  if (n > 2) return Float64Array.from({ length: count * n }, (_, k) => setting.uniform(t, n, k))
  return Float64Array.from({ length: 2 * count }, (_, k) => (k % 2 === 0 ? Math.floor(k / 2) % PLANE : Math.floor(k / 2 / PLANE)) / (PLANE - 1))
}
