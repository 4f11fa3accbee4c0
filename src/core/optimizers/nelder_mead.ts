import { coded } from './coded.ts'
import type { Begin, CodedOptimizer, MethodAbout, Oracle, Setting } from './optimizer.ts'

interface Simplex {
  /** n + 1 vertices of n coordinates, the best first. */
  simplex: Float64Array
  /** Their heights; NaN before they have been asked for. */
  heights: Float64Array
}

/** How far the first simplex reaches along each coordinate: this share of it, or this much where it is 0 (SciPy's). */
const SHARE = 0.05
const FROM_ZERO = 0.00025

/**
 * Nelder and Mead's simplex exactly as SciPy runs it (scipy.optimize._optimize._minimize_neldermead): the first simplex, the order of
 * the comparisons, ties and the stopping rule. The first step asks for the n + 1 vertices and then moves like every other.
 */
export const nelder_mead: CodedOptimizer = {
  id: 'nelder_mead',
  name: 'Nelder-Mead',
  short: 'Nelder-Mead',
  family: 'Without slopes',
  hyper: {
    xatol: {
      kind: 'number', label: 'Simplex within', tex: '\\epsilon_x', default: 1e-4, min: 0, max: 1e6, slider: [1e-12, 1], scale: 'log',
      note: 'Stops once every corner is this close to the best along each coordinate, and the heights are close too.',
    },
    fatol: {
      kind: 'number', label: 'Heights within', tex: '\\epsilon_f', default: 1e-4, min: 0, max: 1e6, slider: [1e-12, 1], scale: 'log',
      note: 'Stops once the height of every corner is this close to the best, and the corners are close too.',
    },
    adaptive: {
      kind: 'boolean', label: 'Adaptive', tex: '\\text{adaptive}', default: false,
      note: 'Gentler moves in many dimensions: $\\chi = 1 + 2/n$, $\\psi = 3/4 - 1/(2n)$, $\\sigma = 1 - 1/n$.',
    },
  },
  order: 0,
  draws: [{ kind: 'polygon', of: 'simplex', label: 'Simplex' }],
}

export const about: MethodAbout = {
  source:
    'J. A. Nelder and R. Mead, A Simplex Method for Function Minimization, Comput. J. 7, 1965; as in SciPy, ' +
    'adaptive after F. Gao and L. Han, Comput. Optim. Appl. 51, 2012',
  note:
    'Rolls a triangle downhill: its worst corner is mirrored, stretched or drawn in. Needs heights only, so kinks do not matter; ' +
    'a corner without a value counts as worse than any number.',
  cost: 'one or two values, n more to shrink',
  gist: 1,
  rule: [
    '\\bar x = \\tfrac1n \\textstyle\\sum_{i<n} x_i',
    'x_r = \\bar x + (\\bar x - x_n)\\quad\\text{reflect}',
    'x_e = \\bar x + \\chi(\\bar x - x_n)\\quad\\text{expand}',
    'x_c = \\bar x \\pm \\psi(\\bar x - x_n)\\quad\\text{contract}',
    'x_i = x_0 + \\sigma(x_i - x_0)\\quad\\text{shrink}',
  ],
}

export const begin: Begin = coded<Simplex>({
  init: ({ start }) => ({ simplex: firstSimplex(start), heights: new Float64Array(start.length + 1).fill(NaN) }),
  step(x, memory, oracle, { hyper }, t) {
    if (t === 1) {
      for (let i = 0; i <= x.length; i++) memory.heights[i] = height(oracle, vertex(memory, i))
      sort(memory)
    }
    if (!hasMet(memory, hyper.xatol, hyper.fatol)) {
      move(memory, oracle, hyper.adaptive === 1)
      sort(memory)
    }
    x.set(vertex(memory, 0))
  },
  shows: ({ simplex, heights }) => ({ simplex, heights }),
  finished(memory, { hyper: { xatol, fatol } }: Setting) {
    if (!hasMet(memory, xatol, fatol)) return undefined
    return xatol === fatol ? `corners and heights within ${xatol}` : `corners within ${xatol}, heights within ${fatol}`
  },
})

function firstSimplex(start: Float64Array): Float64Array {
  const n = start.length
  const simplex = new Float64Array((n + 1) * n)
  for (let i = 0; i <= n; i++) simplex.set(start, i * n)
  for (let k = 0; k < n; k++) simplex[(k + 1) * n + k] = start[k] !== 0 ? (1 + SHARE) * start[k] : FROM_ZERO
  return simplex
}

/** A live view of vertex `i`. */
function vertex({ simplex, heights }: Simplex, i: number): Float64Array {
  const n = heights.length - 1
  return simplex.subarray(i * n, (i + 1) * n)
}

/** f, where no value counts as infinitely high. */
function height(oracle: Oracle, x: Float64Array): number {
  const f = oracle.value(x)
  return Number.isNaN(f) ? Infinity : f
}

/** The best vertex first; of equal ones, the one that came first. */
function sort(memory: Simplex): void {
  const { heights } = memory
  const order = Array.from(heights.keys()).sort((a, b) => (heights[a] === heights[b] ? a - b : heights[a] - heights[b]))
  const vertices = order.map((i) => vertex(memory, i).slice())
  memory.heights = Float64Array.from(order, (i) => heights[i])
  for (const [i, v] of vertices.entries()) vertex(memory, i).set(v)
}

function hasMet(memory: Simplex, xatol: number, fatol: number): boolean {
  const { heights } = memory
  const best = vertex(memory, 0)
  for (let i = 1; i < heights.length; i++) {
    if (!(Math.abs(heights[0] - heights[i]) <= fatol)) return false
    if (!vertex(memory, i).every((v, k) => Math.abs(v - best[k]) <= xatol)) return false
  }
  return true
}

/** One iteration: the worst vertex, or all but the best, are replaced. */
function move(memory: Simplex, oracle: Oracle, adaptive: boolean): void {
  const { heights } = memory
  const n = heights.length - 1
  const [rho, chi, psi, sigma] = adaptive ? [1, 1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n] : [1, 2, 0.5, 0.5]
  const worst = vertex(memory, n)
  const centre = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) centre[k] += vertex(memory, i)[k]
  for (let k = 0; k < n; k++) centre[k] /= n
  /** (1 + s) x̄ − s xₙ, in SciPy's order of operations. */
  const along = (s: number): Float64Array => centre.map((c, k) => (1 + s) * c - s * worst[k])
  const take = (at: Float64Array, f: number): void => {
    worst.set(at)
    heights[n] = f
  }
  const reflected = along(rho)
  const fr = height(oracle, reflected)
  if (fr < heights[0]) {
    const expanded = along(rho * chi)
    const fe = height(oracle, expanded)
    if (fe < fr) take(expanded, fe)
    else take(reflected, fr)
    return
  }
  if (fr < heights[n - 1]) return take(reflected, fr)
  const outside = fr < heights[n]
  const contracted = outside ? along(psi * rho) : centre.map((c, k) => (1 - psi) * c + psi * worst[k])
  const fc = height(oracle, contracted)
  if (outside ? fc <= fr : fc < heights[n]) return take(contracted, fc)
  const best = vertex(memory, 0)
  for (let i = 1; i <= n; i++) {
    const v = vertex(memory, i)
    for (let k = 0; k < n; k++) v[k] = best[k] + sigma * (v[k] - best[k])
    heights[i] = height(oracle, v)
  }
}
