/** What the README shows is executed: its landscape, its optimizer, its links. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { compile } from '../src/core/engine/compile.ts'
import { decode, encode } from '../src/core/experiment/permalink.ts'
import { defaults } from '../src/core/fields.ts'
import { parse } from '../src/core/formula/parse.ts'
import type { About, Objective } from '../src/core/objectives/objective.ts'
import type { DeclaredOptimizer } from '../src/core/optimizers/optimizer.ts'
import { compileUpdate } from '../src/core/optimizers/update.ts'
import { landscapeTable, methodTable, scheduleTable, withTables } from './tables.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The fenced blocks of the README with this word after their language. */
function blocks(fence: string): string[] {
  return [...README.matchAll(/^```(.*)\n([^]*?)^```$/gm)].filter(([, info]) => info === fence).map(([, , text]) => text)
}

/** An export, the first where it is not named, of a TypeScript module given as text that imports types only. */
async function exported(source: string, name?: string): Promise<unknown> {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } })
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputText)}`)) as object
  const all: Readonly<Record<string, unknown>> = { ...module }
  return name === undefined ? Object.entries(all).find(([key]) => key !== 'about')?.[1] : all[name]
}

describe('the README', () => {
  test('has the tables of landscapes, methods and schedules as the catalogues have them: else run `npm run tables`', () => {
    expect(README).toContain(landscapeTable())
    expect(README).toContain(methodTable())
    expect(README).toContain(scheduleTable())
    expect(withTables(README)).toBe(README)
  })

  test('shows a landscape whose known points are what it says they are', async () => {
    const [source] = blocks('ts landscape')
    const objective = (await exported(source)) as Objective
    const parsed = parse(objective.formula)
    if (!parsed.ok) throw new Error(parsed.issues[0].says)
    const landscape = compile(parsed.value, objective.coordinates, defaults(objective.params))
    const n = landscape.dimension
    const { known } = (await exported(source, 'about')) as About
    expect(known).toHaveLength(3)
    for (const { x, f, kind } of known) {
      const gradient = new Float64Array(n)
      const hessian = new Float64Array(n * n)
      expect(landscape.hessian(Float64Array.from(x), gradient, hessian)).toBeCloseTo(f, 12)
      expect(Math.hypot(...gradient)).toBeLessThan(1e-12)
      expect(Math.sign(hessian[0])).toBe(kind === 'minimum' ? 1 : -1)
    }
  })

  test('shows an optimizer that walks down a bowl', async () => {
    const [source] = blocks('ts optimizer')
    const optimizer = (await exported(source)) as DeclaredOptimizer
    const stepper = compileUpdate(optimizer)
    const x = Float64Array.of(1, -2)
    for (let t = 1; t <= 10; t += 1) stepper.step(x, Float64Array.of(2 * x[0], 2 * x[1]), {}, t, defaults(optimizer.hyper))
    expect(x[0]).toBeCloseTo(0.5 * 0.8 ** 5, 12)
    expect(x[1]).toBeCloseTo(-1, 12)
  })

  test('shows links that are understood in every part and written back without loss', () => {
    const links = blocks('text').join('\n').split('\n').filter((line) => line.startsWith('#'))
    expect(links.length).toBeGreaterThan(2)
    for (const link of links) {
      const { value, issues } = decode(link)
      expect(issues).toEqual([])
      expect(decode(encode(value)).value).toEqual(value)
    }
  })
})
