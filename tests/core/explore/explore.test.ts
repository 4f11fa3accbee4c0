import { describe, expect, it } from 'vitest'
import { experimentOn, withFormula } from '../../../src/core/experiment/create.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { createExplorer, explore } from '../../../src/core/explore/explore.ts'
import type { Event } from '../../../src/core/explore/events.ts'
import { events, experiment } from './helpers.ts'
import { expectSame } from '../../same.ts'

const base = experimentOn('himmelblau')
const types = (all: readonly Event[]): string[] => all.map((e) => e.type).filter((t, i, list) => t !== list[i - 1])
const pull = (work: Iterable<Event | undefined>): Event[] => [...work].filter((e) => e !== undefined)

describe('an exploration', () => {
  it('tells, in this order: starts, coarse surface, paths, endings, runs-done, final surface, critical points, endings with letters', () => {
    const all = events({ ...base, starts: [[0.6, 4.9], [-1, 2]] })
    expect(types(all)).toEqual(['at', 'surface', 'path', 'ending', 'runs-done', 'surface', 'critical', 'ending'])
    expect(all.filter((e) => e.type === 'surface').map((e) => [e.detail, ...e.shape])).toEqual([[0, 48, 48], [1, 200, 200], [2, 996, 996]])
  })

  it('gives every run from every start all its iterates, unless a value stops being finite', () => {
    const e: Experiment = { ...base, starts: [[0.6, 4.9], [-1, 2]], steps: 500 }
    const counts = new Map<string, number>()
    for (const event of events(e)) {
      if (event.type === 'path') counts.set(`${event.run},${event.start}`, (counts.get(`${event.run},${event.start}`) ?? 0) + event.count)
    }
    expect(counts.size).toBe(2 * e.runs.length)
    expect([...counts.values()].every((count) => count === 501)).toBe(true)
  })

  it('is the same each time it is asked', () => {
    expectSame(events(base), events(base))
  })

  it('hands out memory that no two events share', () => {
    const buffers: ArrayBufferLike[] = []
    for (const event of events(base)) {
      for (const value of Object.values<unknown>({ ...event })) {
        if (value instanceof Float64Array) buffers.push(value.buffer)
        else if (typeof value === 'object' && value !== null) {
          for (const inner of Object.values<unknown>({ ...value })) if (inner instanceof Float64Array) buffers.push(inner.buffer)
        }
      }
    }
    expect(new Set(buffers).size).toBe(buffers.length)
  })

  it('names no minimum by letter before the critical points are known, and does after', () => {
    const all = events(base)
    const critical = all.findIndex((e) => e.type === 'critical')
    const says = (from: number, to: number) => all.slice(from, to).flatMap((e) => (e.type === 'ending' && e.verdict === 'minimum' ? [e.says] : []))
    expect(says(0, critical).every((s) => !/minimum [A-Z]/.test(s))).toBe(true)
    expect(says(critical, all.length).length).toBeGreaterThan(0)
    expect(says(critical, all.length).every((s) => /minimum [A-Z]/.test(s))).toBe(true)
  })

  it('pauses between pieces of work', () => {
    let pauses = 0
    for (const event of explore({ ...base, steps: 50_000 })) if (event === undefined) pauses++
    expect(pauses).toBeGreaterThan((50_000 * base.runs.length) / 500)
  })

  it('computes only the parts that are asked for', () => {
    expect(types(events(base, undefined, { only: ['at'] }))).toEqual(['at'])
    expect(types(events(base, undefined, { only: ['runs'] }))).toEqual(['path', 'ending', 'runs-done'])
    expect(types(events(base, undefined, { only: ['critical'] }))).toEqual(['critical'])
    expect(types(events(base, undefined, { only: ['surface'] }))).toEqual(['surface'])
  })
})

describe('an exploration since another', () => {
  const paths = (all: readonly Event[]): string[] => [...new Set(all.flatMap((e) => (e.type === 'path' ? [`${e.run},${e.start}`] : [])))]

  it('does nothing where nothing changed that is computed', () => {
    expect(types(events({ ...base, view: 'surface', at: 3 }, base))).toEqual(['runs-done'])
  })

  it('brings the surface in full once, also where the exploration that was to bring it was abandoned', () => {
    const explorer = createExplorer()
    for (const event of explorer(base)) if (event?.type === 'surface' && event.detail === 1) break
    const moved = { ...base, starts: [[1, 1]] }
    const details = (e: Experiment) => [...explorer(e, base)].flatMap((event) => (event?.type === 'surface' ? [event.detail] : []))
    expect(details(moved)).toEqual([2])
    expect(details(base)).toEqual([])
  })

  it('runs one path again where one rate changed', () => {
    const changed: Experiment = { ...base, runs: base.runs.map((run, i) => (i === 1 ? { ...run, hyper: { ...run.hyper, lr: 0.002 } } : run)) }
    const all = pull(createExplorer()(changed, base))
    expect(paths(all)).toEqual(['1,0'])
    expect(all.some((e) => e.type === 'surface')).toBe(false)
  })

  it('runs all paths of a start that moved, and only those', () => {
    const two: Experiment = { ...base, starts: [[0.6, 4.9], [1, 1]] }
    const all = events({ ...two, starts: [[0.6, 4.9], [1, 1.5]] }, two)
    expect(paths(all)).toEqual(base.runs.map((_, run) => `${run},1`))
    expect(all.filter((e) => e.type === 'at').map((e) => e.start)).toEqual([1])
  })

  it('does everything again where the landscape, a parameter or the domain changed', () => {
    for (const other of [experimentOn('rosenbrock', base), { ...base, params: { a: 12, b: 7 } }, { ...base, domain: [[-4, 4], [-4, 4]] as const }]) {
      expect(types(events(other, base)).slice(0, 7)).toEqual(['at', 'surface', 'path', 'ending', 'runs-done', 'surface', 'critical'])
    }
  })

  it('remembers the ground: a moved start has letters at once and finds no critical point twice', () => {
    const run = createExplorer()
    pull(run(base))
    const all = pull(run({ ...base, starts: [[1, 1]] }, base))
    expect(types(all)).toEqual(['at', 'path', 'ending', 'runs-done'])
    expect(all.some((e) => e.type === 'ending' && /minimum [A-D]/.test(e.says))).toBe(true)
  })

  it('sends the critical points again to a receiver that lost them, without searching again', () => {
    const run = createExplorer()
    const first = pull(run(base)).find((e) => e.type === 'critical')
    expect(pull(run(base)).find((e) => e.type === 'critical')).toBe(first)
  })

  it('pauses at every step of a method whose steps are long, so that nobody waits for the whole run', () => {
    const pauses = (method: string): number => {
      const { value } = decode(`landscape=himmelblau&run=${method}&steps=30`)
      return [...explore(value, undefined, { only: ['runs'] })].filter((event) => event === undefined).length
    }
    expect(pauses('bayes')).toBeGreaterThanOrEqual(30)
    expect(pauses('gd')).toBeLessThan(10)
  })

  it('gives the same whether abandoned before or not', () => {
    const run = createExplorer()
    const abandoned = run({ ...base, starts: [[-3, 1]] })
    for (let i = 0; i < 40; i++) abandoned.next()
    abandoned.return()
    expectSame(pull(run(base)), events(base))
  })
})

describe('formulas that are nothing to descend on', () => {
  const notices = (e: Experiment): string[] => events(e).flatMap((event) => (event.type === 'notice' ? [event.says] : []))

  it('are told of in one sentence each', () => {
    expect(notices(experiment('log(-1-x^2)', [1], [], 10, [[-5, 5]]))).toEqual([
      'log(-1-x^2) has no value anywhere in x −5 to 5: log needs its argument above 0.',
    ])
    expect(notices(experiment('3+0*x', [1], [], 10, [[-5, 5]]))).toEqual([
      '3+0*x is 3 everywhere in x −5 to 5: on level ground no optimizer moves.',
    ])
    expect(notices(base)).toEqual([])
  })

  it('do not stop the rest: every part still comes', () => {
    for (const formula of ['log(-1-x^2-y^2)', '3+0*x*y', '1/(x*y)', 'exp(1000*x)+y', 'x/0+y']) {
      const typed = withFormula(base, formula)
      if (!typed.ok) throw new Error(typed.issues[0].says)
      const all = events(typed.value)
      expect(all.filter((e) => e.type === 'surface').length).toBe(3)
      expect(all.filter((e) => e.type === 'critical').length).toBe(1)
      expect(new Set(all.flatMap((e) => (e.type === 'ending' ? [e.run] : []))).size).toBe(base.runs.length)
    }
  })
})
