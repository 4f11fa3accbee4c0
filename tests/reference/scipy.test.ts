/** The methods without slopes against scipy.optimize: the numbers are SciPy's, see `source` in the file. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/core/engine/compile.ts'
import { beginWalk, type Walk } from '../../src/core/explore/walk.ts'
import { defaults, type Values } from '../../src/core/fields.ts'
import { parse } from '../../src/core/formula/parse.ts'
import type { Landscape } from '../../src/core/landscape.ts'
import { objectiveById } from '../../src/core/objectives/index.ts'
import { optimizerById } from '../../src/core/optimizers/index.ts'

interface Local {
  readonly objective: string
  readonly start: readonly number[]
  readonly method: string
  readonly options: Readonly<Record<string, number>>
  readonly x: readonly number[]
  readonly f: number
  readonly nit: number
  readonly nfev: number
  readonly allvecs?: readonly (readonly number[])[]
  readonly initial_simplex?: readonly (readonly number[])[]
}
interface File {
  readonly local: readonly Local[]
}

const file = JSON.parse(readFileSync(new URL('scipy.json', import.meta.url), 'utf8')) as File

function landscapeOf(id: string): Landscape {
  const objective = objectiveById(id)
  const parsed = parse(objective?.formula ?? '')
  if (objective === undefined || !parsed.ok) throw new Error(`no landscape ${id}`)
  return compile(parsed.value, objective.coordinates, defaults(objective.params))
}

interface Run {
  readonly x: readonly (readonly number[])[]
  readonly walk: Walk
  readonly landscape: Landscape
}

/** Iterates from the start to where the method stops by itself, `limit` steps at most. */
function run(id: string, { objective, start }: Pick<Local, 'objective' | 'start'>, hyper: Values, limit: number): Run {
  const landscape = landscapeOf(objective)
  const optimizer = optimizerById(id)
  if (optimizer === undefined) throw new Error(`no method ${id}`)
  const domain = objectiveById(objective)?.domain ?? []
  const setting = {
    start: Float64Array.from(start), hyper: { ...defaults(optimizer.hyper), ...hyper }, domain, steps: limit, exact: true, uniform: () => 0.5, normal: () => 0.5,
  }
  const walk = beginWalk(optimizer, { landscape, setting })
  const at = Float64Array.from(start)
  const x = [[...at]]
  for (let t = 1; t <= limit && walk.finished() === undefined; t++) {
    walk.step(at, new Float64Array(at.length), t)
    x.push([...at])
  }
  return { x, walk, landscape }
}

function slopeAt({ x, landscape }: Run): number {
  const at = Float64Array.from(x.at(-1) ?? [])
  const gradient = new Float64Array(at.length)
  landscape.gradient(at, gradient)
  return Math.hypot(...gradient)
}

const named = (method: string): (readonly [string, Local])[] =>
  file.local.filter((l) => l.method === method).map((l) => [`${l.objective} from ${l.start.join(', ')} ${JSON.stringify(l.options)}`, l])

describe.each(named('Nelder-Mead'))('nelder_mead on %s', (_, listed) => {
  const { xatol = 1e-4, fatol = 1e-4 } = listed.options
  const { x, walk } = run('nelder_mead', listed, { xatol, fatol }, 2000)

  it('takes every step of SciPy and stops where SciPy stops, after as many values', () => {
    for (const [k, theirs] of (listed.allvecs ?? []).entries()) {
      for (const [i, v] of theirs.entries()) expect(Math.abs(x[k][i] - v), `step ${k}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(v)))
    }
    expect(walk.finished()).toBe(`corners and heights within ${xatol}`)
    // To 1e-10 the last digits of f decide, unless they are those of a number next to 0: then the end is near, but not the same.
    const exact = listed.allvecs !== undefined || Math.abs(listed.f) < 1e-15
    if (exact) {
      expect(x.length).toBe(listed.nit)
      expect(walk.costs).toEqual({ values: listed.nfev, gradients: 0, hessians: 0 })
    }
    for (const [i, v] of listed.x.entries()) {
      expect(Math.abs((x.at(-1)?.[i] ?? NaN) - v)).toBeLessThanOrEqual((exact ? 1e-9 : 1e-7) * Math.max(1, Math.abs(v)))
    }
  })
})

describe.each(named('Powell'))('powell on %s', (_, listed) => {
  const found = run('powell', listed, {}, 200)

  it('gets where SciPy gets in as many rounds, give or take one that rounding decides', () => {
    const { x, walk, landscape } = found
    const end = Float64Array.from(x.at(-1) ?? [])
    expect(walk.finished()).toBe('the last round gained less than 0.0001 of f')
    expect(slopeAt(found) <= 1e-6 || Math.abs(landscape.value(end) - listed.f) <= 1e-8).toBe(true)
    expect(Math.abs(x.length - 1 - listed.nit)).toBeLessThanOrEqual(1)
    expect(walk.costs.values).toBeLessThanOrEqual(1.25 * listed.nfev)
    for (const [i, v] of listed.x.entries()) expect(Math.abs(end[i] - v)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(v)))
  })
})
