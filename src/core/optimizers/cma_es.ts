import { exp, log, pow } from '../math/elementary.ts'
import { symmetricEigen, type Eigen } from '../math/eigen.ts'
import { dot, sum } from '../math/vectors.ts'
import { coded } from './coded.ts'
import type { Begin, CodedOptimizer, MethodAbout, Setting } from './optimizer.ts'
import { placeAll, shares, valueAt } from './population.ts'

/** All in shares of the domain, but for what is shown. */
interface Memory {
  readonly mean: Float64Array
  /** C, row by row; the step size is apart from it. */
  readonly shape: Float64Array
  /** The paths p_σ and p_c. */
  readonly sizePath: Float64Array
  readonly shapePath: Float64Array
  sigma: number
  /** The lowest value of each of the last generations, as far back as its stopping rule looks; the newest last. */
  recent: number[]
  stopped: string
  readonly population: Float64Array
  /** The covariance σ²C in the coordinates of the landscape. */
  readonly covariance: Float64Array
}

/** What the sizes of domain and population decide (Hansen 2016, table 1). */
interface Constants {
  readonly lambda: number
  readonly mu: number
  readonly weights: readonly number[]
  readonly muEff: number
  readonly cSigma: number
  readonly dSigma: number
  readonly cc: number
  readonly c1: number
  readonly cMu: number
  /** E‖N(0, I)‖. */
  readonly chi: number
}

/** Condition number of C beyond which rounding decides (Hansen 2016, appendix B.3). */
const CONDITION = 1e14

/**
 * CMA-ES as in Hansen's tutorial, with negative weights for the worse half. x is the mean of the distribution. It works in shares of the
 * domain, so σ₀ is one too: pycma's `sigma0` where every coordinate runs from 0 to 1. The domain bounds nothing: the mean may leave it.
 */
export const cma_es: CodedOptimizer = {
  id: 'cma_es',
  name: 'CMA-ES',
  short: 'CMA-ES',
  family: 'Without slopes',
  hyper: {
    sigma0: {
      kind: 'number', label: 'First step size', tex: '\\sigma_0', default: 0.2, min: 0, minOpen: true, max: 10, slider: [0.01, 1], scale: 'log',
      note: 'Standard deviation of the first samples as a share of the domain. pycma’s is in coordinates: this times the width.',
    },
    popsize: {
      kind: 'number', label: 'Samples', tex: '\\lambda', default: 6, min: 2, max: 200, slider: [2, 50], scale: 'integer',
      note: 'How many are drawn per step. The tutorial takes $4 + \\lfloor 3 \\ln n \\rfloor$: 6 in two dimensions, 4 in one. More see through more ripples.',
    },
    tolx: {
      kind: 'number', label: 'Size tolerance', tex: '\\epsilon_x', default: 1e-11, min: 0, max: 1, slider: [1e-12, 1e-3], scale: 'log',
      note: 'Stops once all its standard deviations, as shares of the domain, are below this.',
    },
    tolfun: {
      kind: 'number', label: 'Value tolerance', tex: '\\epsilon_f', default: 1e-11, min: 0, max: 1e6, slider: [1e-12, 1e-3], scale: 'log',
      note: 'Stops once the values of this generation and the best of the last ones differ by less.',
    },
  },
  order: 0,
  chance: true,
  work: 20,
  draws: [{ kind: 'spread', of: 'covariance', label: 'Spread' }, { kind: 'points', of: 'population', label: 'Samples' }],
}

export const about: MethodAbout = {
  source: 'N. Hansen, The CMA Evolution Strategy: A Tutorial, 2016, arXiv:1604.00772, fig. 6 and table 1',
  note: 'Draws points from a bell curve and learns its size and shape from the better ones, so that it turns and stretches along valleys. For rough or badly scaled landscapes.',
  cost: 'one value per sample',
  rule: [
    'x_k \\sim m + \\sigma\\,N(0, C)',
    'y_k = (x_{k:\\lambda} - m)/\\sigma',
    '\\langle y\\rangle = \\textstyle\\sum_{k \\le \\mu} w_k y_k',
    'm \\leftarrow m + \\sigma\\,\\langle y\\rangle',
    'p_\\sigma \\leftarrow (1 - c_\\sigma)\\,p_\\sigma',
    '&\\quad {} + \\sqrt{c_\\sigma(2 - c_\\sigma)\\mu_w}\\, C^{-1/2}\\langle y\\rangle',
    '\\sigma \\leftarrow \\sigma \\exp\\bigl(\\tfrac{c_\\sigma}{d_\\sigma}(\\tfrac{\\|p_\\sigma\\|}{E\\|N\\|} - 1)\\bigr)',
    'p_c \\leftarrow (1 - c_c)\\,p_c + h_\\sigma \\sqrt{c_c(2 - c_c)\\mu_w}\\,\\langle y\\rangle',
    'C \\leftarrow (1 - c_1 - c_\\mu \\textstyle\\sum w)\\,C + c_1 p_c p_c^\\top',
    '&\\quad {} + c_\\mu \\textstyle\\sum_k w_k y_k y_k^\\top',
  ],
}

export const begin: Begin = coded<Memory>({
  init(setting) {
    const { start, hyper, domain } = setting
    const n = start.length
    const shape = new Float64Array(n * n)
    for (let i = 0; i < n; i++) shape[i * n + i] = 1
    const memory: Memory = {
      mean: shares(start, domain), shape, sizePath: new Float64Array(n), shapePath: new Float64Array(n), sigma: hyper.sigma0,
      recent: [], stopped: '', population: new Float64Array(hyper.popsize * n).fill(NaN), covariance: new Float64Array(n * n),
    }
    showCovariance(memory, setting)
    return memory
  },
  step(x, memory, oracle, setting, t) {
    const { domain, hyper } = setting
    const n = x.length
    const its = constants(n, hyper.popsize)
    const eigen = symmetricEigen(memory.shape, n)
    const directions = sample(eigen, setting, its, t)
    const members = Float64Array.from(directions, (y, i) => memory.mean[i % n] + memory.sigma * y)
    const values = Float64Array.from({ length: its.lambda }, (_, k) => valueAt(members, domain, oracle, k * n))
    const order = Array.from(values.keys()).sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b))
    learn(memory, its, eigen, order.map((k) => directions.subarray(k * n, (k + 1) * n)), t)
    memory.population.set(placeAll(members, domain))
    showCovariance(memory, setting)
    x.set(placeAll(memory.mean, domain))
    memory.stopped = stop(memory, its, order.map((k) => values[k]), setting)
  },
  shows: ({ population, covariance, sigma }) => ({ population, covariance, sigma: [sigma] }),
  finished: ({ stopped }) => (stopped === '' ? undefined : stopped),
})

/** Table 1 of the tutorial, α_cov = 2 and c_m = 1. */
function constants(n: number, lambda: number): Constants {
  const mu = Math.floor(lambda / 2)
  const raw = Array.from({ length: lambda }, (_, i) => log((lambda + 1) / 2) - log(i + 1))
  const effective = (w: readonly number[]): number => sum(w) ** 2 / sum(w.map((v) => v * v))
  const muEff = effective(raw.slice(0, mu))
  const cSigma = (muEff + 2) / (n + muEff + 5)
  const c1 = 2 / ((n + 1.3) ** 2 + muEff)
  const cMu = Math.min(1 - c1, (2 * (0.25 + muEff + 1 / muEff - 2)) / ((n + 2) ** 2 + muEff))
  const negative = Math.min(1 + c1 / cMu, 1 + (2 * effective(raw.slice(mu))) / (muEff + 2), (1 - c1 - cMu) / (n * cMu))
  const better = sum(raw.filter((w) => w > 0))
  const worse = -sum(raw.filter((w) => w < 0))
  return {
    lambda, mu, muEff, cSigma, c1, cMu,
    weights: raw.map((w) => (w >= 0 ? w / better : (negative * w) / worse)),
    dSigma: 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma,
    cc: (4 + muEff / n) / (n + 4 + (2 * muEff) / n),
    chi: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  }
}

/** λ directions y = B D z with z ~ N(0, I), row by row (eqs. 38 and 39). */
function sample({ values, vectors }: Eigen, { normal }: Setting, { lambda }: Constants, t: number): Float64Array {
  const n = values.length
  const y = new Float64Array(lambda * n)
  for (let k = 0; k < lambda; k++) {
    for (const [i, value] of values.entries()) {
      const length = Math.sqrt(value) * normal(t, k, i)
      for (let j = 0; j < n; j++) y[k * n + j] += length * vectors[i][j]
    }
  }
  return y
}

/** Mean, paths, covariance and step size from this generation's directions, the best first (eqs. 41 to 47). */
function learn(memory: Memory, its: Constants, { values, vectors }: Eigen, ranked: readonly Float64Array[], t: number): void {
  const { mean, shape, sizePath, shapePath } = memory
  const { mu, muEff, weights, cSigma, dSigma, cc, c1, cMu, chi } = its
  const n = mean.length
  const step = mean.map((_, i) => sum(ranked.slice(0, mu).map((y, k) => weights[k] * y[i])))
  /** C^{-1/2} v. */
  const whitened = (v: Float64Array): Float64Array => {
    const parts = vectors.map((b, i) => dot(b, v) / Math.sqrt(values[i]))
    return v.map((_, j) => sum(vectors.map((b, i) => parts[i] * b[j])))
  }
  const isotropic = whitened(step)
  const sizeRate = Math.sqrt(cSigma * (2 - cSigma) * muEff)
  for (let i = 0; i < n; i++) {
    mean[i] += memory.sigma * step[i]
    sizePath[i] = (1 - cSigma) * sizePath[i] + sizeRate * isotropic[i]
  }
  const length = Math.sqrt(dot(sizePath, sizePath))
  memory.sigma *= exp((cSigma / dSigma) * (length / chi - 1))
  // While the step size grows fast, p_c stands still.
  const waits = length / Math.sqrt(1 - pow(1 - cSigma, 2 * t)) >= (1.4 + 2 / (n + 1)) * chi
  const shapeRate = waits ? 0 : Math.sqrt(cc * (2 - cc) * muEff)
  for (let i = 0; i < n; i++) shapePath[i] = (1 - cc) * shapePath[i] + shapeRate * step[i]
  const scaled = ranked.map((y, k) => weights[k] * (weights[k] >= 0 ? 1 : n / squaredLength(whitened(y))))
  const kept = 1 + (waits ? c1 * cc * (2 - cc) : 0) - c1 - cMu * sum(weights)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const learnt = sum(ranked.map((y, k) => scaled[k] * y[i] * y[j]))
      shape[i * n + j] = kept * shape[i * n + j] + c1 * shapePath[i] * shapePath[j] + cMu * learnt
      shape[j * n + i] = shape[i * n + j]
    }
  }
}

const squaredLength = (v: Float64Array): number => dot(v, v)

function showCovariance({ shape, sigma, covariance }: Memory, { domain }: Setting): void {
  const n = domain.length
  const width = domain.map(([low, high]) => sigma * (high - low))
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) covariance[i * n + j] = width[i] * width[j] * shape[i * n + j]
}

/** Why it stops, of the tutorial's reasons in appendix B.3; empty while it goes on. */
function stop(memory: Memory, { lambda }: Constants, sorted: readonly number[], { hyper }: Setting): string {
  const { shape, shapePath, sigma, recent } = memory
  const n = shapePath.length
  const back = 10 + Math.ceil((30 * n) / lambda)
  recent.push(sorted[0])
  if (recent.length > back) recent.shift()
  if (shapePath.every((p, i) => sigma * Math.max(Math.abs(p), Math.sqrt(shape[i * n + i])) < hyper.tolx)) {
    return `its size is below ${hyper.tolx} of the domain`
  }
  const all = [...recent, ...sorted]
  if (recent.length === back && Math.max(...all) - Math.min(...all) < hyper.tolfun) return `its values differ by less than ${hyper.tolfun}`
  const { values } = symmetricEigen(shape, n)
  return values[n - 1] >= CONDITION * values[0] ? `the condition number of its covariance is above ${CONDITION.toExponential()}` : ''
}
