/** Methods that use slopes and curvature beside SciPy 1.10.1 and PyTorch 1.13.1, which search lines in ways of their own. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/core/engine/compile.ts'
import { defaults } from '../../src/core/fields.ts'
import { parse } from '../../src/core/formula/parse.ts'
import type { Landscape } from '../../src/core/landscape.ts'
import { objectiveById } from '../../src/core/objectives/index.ts'
import { walked } from '../core/optimizers/walked.ts'

interface Local {
  readonly objective: string
  readonly start: readonly number[]
  readonly method: string
  readonly f: number
  readonly njev: number | null
}

interface Lbfgs {
  readonly objective: string
  readonly start: readonly number[]
  readonly lr: number
  readonly history_size: number
  readonly line_search_fn: 'strong_wolfe' | null
  /** Every second iterate, 20 in all, and the one after 60. */
  readonly x: readonly (readonly number[])[]
  readonly x_end: readonly number[]
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const { local } = read('./scipy.json') as { local: readonly Local[] }
const { lbfgs } = read('./trajectories.json') as { lbfgs: readonly Lbfgs[] }

function landscapeOf(id: string): Landscape {
  const objective = objectiveById(id)
  const parsed = objective && parse(objective.formula)
  if (parsed?.ok !== true || objective === undefined) throw new Error(`no landscape ${id}`)
  return compile(parsed.value, objective.coordinates, defaults(objective.params))
}

/** ‖g‖. */
function slopeAt(landscape: Landscape, x: readonly number[]): number {
  const gradient = new Float64Array(x.length)
  landscape.gradient(Float64Array.from(x), gradient)
  return Math.hypot(...gradient)
}

/** Ours beside SciPy's, with the settings that are compared. */
const PAIRS: readonly (readonly [id: string, method: string, hyper: Readonly<Record<string, number>>])[] = [
  ['bfgs', 'BFGS', {}], ['bfgs', 'BFGS', { line_search_fn: 1 }],
  ['lbfgs', 'L-BFGS-B', {}], ['lbfgs', 'L-BFGS-B', { line_search_fn: 1 }],
  ['cg_pr', 'CG', {}], ['cg_fr', 'CG', {}],
  ['newton', 'Newton-CG', {}], ['newton', 'Newton-CG', { line_search_fn: 1 }], ['newton', 'Newton-CG', { line_search_fn: 2 }],
  ['saddle_free_newton', 'Newton-CG', {}], ['saddle_free_newton', 'Newton-CG', { line_search_fn: 2 }],
  ['trust_region', 'Newton-CG', {}],
]

describe.each(PAIRS)('%s beside SciPy’s %s, %o', (id, method, hyper) => {
  const cases = local.filter((l) => l.method === method)

  it('reaches level ground from every start, with at most half as many slopes again', () => {
    expect(cases.length).toBe(22)
    let [ours, theirs] = [0, 0]
    for (const { objective, start, f, njev } of cases) {
      const landscape = landscapeOf(objective)
      const { path, costs } = walked(landscape, id, start, hyper, 300)
      const end = path[path.length - 1]
      const reached = slopeAt(landscape, end) <= 1e-6 || Math.abs(landscape.value(Float64Array.from(end)) - f) <= 1e-8
      expect(reached, `${objective} from ${JSON.stringify(start)} ends at ${JSON.stringify(end)}`).toBe(true)
      // A Hessian brings the slope along.
      ours += costs.gradients + costs.hessians
      theirs += njev ?? NaN
    }
    expect(ours).toBeLessThanOrEqual(1.5 * theirs)
  })
})

describe('L-BFGS beside PyTorch’s', () => {
  const settings = ({ lr, history_size, line_search_fn }: Lbfgs): Readonly<Record<string, number>> =>
    ({ lr, history_size, line_search_fn: line_search_fn === null ? 0 : 2 })

  it.each(lbfgs.filter((l) => l.line_search_fn === null).map((l) => [l.objective, l.start, l] as const))('takes its steps without a line search: %s from %j', (_, start, l) => {
    const { path } = walked(landscapeOf(l.objective), 'lbfgs', start, settings(l), 60)
    for (const [k, point] of [...l.x.entries(), [30, l.x_end] as const]) for (const [i, v] of point.entries()) {
      expect(Math.abs(path[2 * k][i] - v), `step ${2 * k}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(v)))
    }
  })

  it.each(lbfgs.filter((l) => l.line_search_fn !== null).map((l) => [l.objective, l.start, l] as const))('ends on level ground with strong Wolfe: %s from %j', (_, start, l) => {
    const landscape = landscapeOf(l.objective)
    const { path } = walked(landscape, 'lbfgs', start, settings(l), 60)
    expect(slopeAt(landscape, path[60])).toBeLessThanOrEqual(1e-6)
  })
})
