import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import type { Event, PathChunk, RunEnding, Surface } from '../../src/core/explore/events.ts'
import { since } from '../../src/store/delivered.ts'
import { assemble, noResults, reconcile } from '../../src/store/results.ts'
import type { Path, Results } from '../../src/store/state.ts'
import { bowl, chunk } from '../worker/fakes.ts'

const GD = { optimizer: 'gd', hyper: { lr: 0.1 }, shown: true }
const ADAM = { optimizer: 'adam', hyper: { lr: 0.2 }, shown: true }
const SGDM = { optimizer: 'momentum', hyper: { lr: 0.3 }, shown: true }

function ending(key: { run?: number; start?: number } = {}): RunEnding {
  return {
    type: 'ending', run: key.run ?? 0, start: key.start ?? 0, ending: 'converged', verdict: 'minimum',
    step: 2, steps: 3, costs: { values: 0, gradients: 4, hessians: 0 }, word: 'Converged', says: 'At minimum A after 2 steps.',
  }
}

function surface(detail: number): Surface {
  const f = new Float64Array(4)
  return { type: 'surface', domain: [[-1, 1], [-1, 1]], shape: [2, 2], f, low: 0, high: 0, undefinedCount: 0, detail, height: { kind: 'linear' } }
}

const critical = (done: boolean): Event => ({ type: 'critical', points: [], done, says: '' })
const RUNS_DONE: Event = { type: 'runs-done' }

/** Only the rows that are meant. */
function meant(path: Path) {
  const n = path.dimension
  const rows = (column: Float64Array, width: number) => Array.from(column.subarray(0, path.count * width))
  return {
    run: path.run,
    start: path.start,
    count: path.count,
    x: rows(path.x, n),
    f: rows(path.f, 1),
    gradient: rows(path.gradient, n),
    hessian: rows(path.hessian, n * n),
    norm: rows(path.norm, 1),
    sharpness: rows(path.sharpness, 1),
    memory: Object.fromEntries(Object.entries(path.memory).map(([slot, column]) => [slot, rows(column, n)])),
    ending: path.ending,
  }
}

describe('trajectories', () => {
  it('are the same whether they come in one piece or in any number of pieces and messages', () => {
    const piece = fc.record({ count: fc.integer({ min: 1, max: 40 }), newMessage: fc.boolean() })
    const pieces = fc.array(piece, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(pieces, (parts) => {
        const total = parts.reduce((sum, p) => sum + p.count, 0)
        const e = bowl({ steps: total - 1 })
        const whole = assemble(noResults(), [chunk(0, total), ending()], e, true)
        let results = noResults()
        let events: Event[] = []
        let from = 0
        for (const { count, newMessage } of parts) {
          events.push(chunk(from, count))
          from += count
          if (newMessage) {
            results = assemble(results, events, e, false)
            events = []
          }
        }
        results = assemble(results, [...events, ending()], e, true)
        expect(results.paths.map(meant)).toEqual(whole.paths.map(meant))
      }),
    )
  })

  it('carry the gradient norm and the largest curvature of every iterate', () => {
    const { paths } = assemble(noResults(), [chunk(0, 3)], bowl(), true)
    expect(Array.from(paths[0].norm)).toEqual([0, 2 * Math.SQRT2, 4 * Math.SQRT2])
    expect(Array.from(paths[0].sharpness)).toEqual([2, 2, 2])
  })

  it('carry a norm that does not overflow before the gradient does, and NaN where the gradient is NaN', () => {
    const huge: PathChunk = { ...chunk(0, 2), gradient: Float64Array.of(3e200, 4e200, NaN, 0) }
    const { paths } = assemble(noResults(), [huge], bowl(), true)
    expect(paths[0].norm[0]).toBeCloseTo(5e200, -190)
    expect(paths[0].norm[1]).toBeNaN()
  })

  it('that come whole are adopted, not copied', () => {
    const whole = chunk(0, 4)
    const { paths } = assemble(noResults(), [whole], bowl(), true)
    expect(paths[0].x).toBe(whole.x)
    expect(paths[0].hessian).toBe(whole.hessian)
  })

  it('of many pieces are not copied anew for every piece: the buffers grow by doubling', () => {
    let results = noResults()
    const e = bowl({ steps: 19_999 })
    const buffers = new Set<ArrayBufferLike>()
    for (let from = 0; from < 20_000; from += 100) {
      results = assemble(results, [chunk(from, 100)], e, false)
      buffers.add(results.paths[0].x.buffer)
    }
    expect(buffers.size).toBeLessThanOrEqual(10)
    expect(results.paths[0].f.length).toBe(20_000)
  })

  it('stay drawn until the new ones arrive', () => {
    const e = bowl()
    const moved = bowl({ starts: [[0.6, 0.5]] })
    const before = assemble(noResults(), [chunk(0, 4), ending()], e, true)
    const between = reconcile(before, e, moved)
    expect(between.paths).toBe(before.paths)
    expect(between.busy).toBe(true)
    const after = assemble(between, [chunk(0, 2)], moved, false)
    expect(after.paths[0].count).toBe(2)
    expect(after.paths[0].ending).toBeUndefined()
    expect(before.paths[0].count).toBe(4)
  })

  it('are in the order of runs, then of starts, in whatever order they come', () => {
    const keys = [{ run: 1, start: 1 }, { run: 0, start: 1 }, { run: 1, start: 0 }, { run: 0, start: 0 }]
    const { paths } = assemble(noResults(), keys.map((key) => chunk(0, 2, key)), bowl(), true)
    expect(paths.map((p) => [p.run, p.start])).toEqual([[0, 0], [0, 1], [1, 0], [1, 1]])
  })

  it('with a gap are not taken for whole: a piece that does not fit on is left out', () => {
    const { paths } = assemble(noResults(), [chunk(0, 2), chunk(3, 1)], bowl(), false)
    expect(paths[0].count).toBe(2)
  })
})

describe('the revision', () => {
  it('rises once with every message, however much is in it', () => {
    const events = [chunk(0, 1), chunk(1, 1), surface(0), surface(1), critical(true), RUNS_DONE]
    const results = assemble(noResults(), events, bowl(), false)
    expect(results.revision).toBe(1)
    expect(results.runsDone).toBe(true)
    expect(results.busy).toBe(true)
    expect(assemble(results, [], bowl(), true).revision).toBe(1)
    expect(assemble(results, [critical(true)], bowl(), true).revision).toBe(2)
  })

  it('stays where a start was moved, since nothing is drawn differently before the new iterates come, and rises where a path went', () => {
    const e = bowl()
    const results = assemble(noResults(), [chunk(0, 4), ending()], e, true)
    const moved = reconcile(results, e, bowl({ starts: [[0.6, 0.5]] }))
    expect(moved.revision).toBe(results.revision)
    expect(moved.busy).toBe(true)
    const two = bowl({ starts: [[0.6, 0.5], [0, 0]] })
    expect(reconcile(assemble(noResults(), [chunk(0, 4)], two, true), two, bowl({ starts: [[0, 0]] })).revision).toBe(2)
  })
})

describe('a surface', () => {
  it('that is there already is not drawn again when it comes once more for the same ground', () => {
    const e = bowl()
    const fine = surface(1)
    const first = assemble(noResults(), [surface(0), fine], e, false)
    expect([first.surface, first.surfaceRevision]).toEqual([fine, 2])
    const again = assemble(first, [surface(0), surface(1)], bowl({ starts: [[0, 0]] }), false)
    expect(again.surface).toBe(fine)
    expect(again.surfaceRevision).toBe(2)
    expect(assemble(first, [surface(0)], bowl({ domain: [[0, 1], [0, 1]] }), false).surfaceRevision).toBe(3)
  })
})

describe('a sentence about the ground', () => {
  const notice: Event = { type: 'notice', says: 'x is 0 everywhere.' }
  it('is said once, and stays through a drag of the start', () => {
    const e = bowl()
    const results = assemble(noResults(), [notice, notice], e, true)
    expect(results.notices).toEqual(['x is 0 everywhere.'])
    expect(reconcile(results, e, bowl({ starts: [[0, 0]] })).notices).toEqual(['x is 0 everywhere.'])
    expect(reconcile(results, e, bowl({ params: { a: 1 } })).notices).toEqual([])
  })
})

describe('when the list of runs changes', () => {
  const e = bowl({ runs: [GD, ADAM, SGDM] })
  const whole = (x: Experiment, results: Results = noResults()) =>
    assemble(results, x.runs.flatMap((_, run) => [chunk(0, 2 + run, { run }), ending({ run })]), x, true)
  const lengths = (results: Results) => results.paths.map((p) => [p.run, p.count, p.ending?.run])

  it('the paths of a removed run disappear at once and the others move up', () => {
    const results = reconcile(whole(e), e, { ...e, runs: [GD, SGDM] })
    expect(lengths(results)).toEqual([[0, 2, 0], [1, 4, 1]])
  })

  it('paths follow their runs when they are put in another order', () => {
    const results = reconcile(whole(e), e, { ...e, runs: [SGDM, GD, ADAM] })
    expect(lengths(results)).toEqual([[0, 4, 0], [1, 2, 1], [2, 3, 2]])
  })

  it('a run whose hyper-parameters are edited keeps its old path for the time being', () => {
    const edited = { ...e, runs: [GD, { ...ADAM, hyper: { lr: 0.9 } }, SGDM] }
    expect(lengths(reconcile(whole(e), e, edited))).toEqual([[0, 2, 0], [1, 3, 1], [2, 4, 2]])
  })

  it('of two equal runs the right one goes', () => {
    const [first, second] = [{ ...GD }, { ...GD }]
    const twins = bowl({ runs: [first, second] })
    expect(lengths(reconcile(whole(twins), twins, { ...twins, runs: [second] }))).toEqual([[0, 3, 0]])
  })

  it('paths follow their starts too', () => {
    const two = bowl({ starts: [[0, 0], [1, 1]] })
    const results = assemble(noResults(), [chunk(0, 2), chunk(0, 3, { start: 1 })], two, true)
    expect(reconcile(results, two, { ...two, starts: [[1, 1]] }).paths.map((p) => [p.start, p.count])).toEqual([[0, 3]])
  })

  it('removing a run and undoing it before the worker answers asks for all trajectories again', () => {
    const removed = { ...e, runs: [GD, SGDM] }
    const back = reconcile(reconcile(whole(e), e, removed), removed, e)
    expect(back.paths).toHaveLength(2)
    expect(since(back.delivered ?? {})?.runs).toEqual([])
  })
})

describe('when the landscape changes', () => {
  it('to another of the catalogue nothing of the old one stays', () => {
    const a = bowl({ landscape: { kind: 'catalogue', id: 'himmelblau' } })
    const b = bowl({ landscape: { kind: 'catalogue', id: 'rosenbrock' } })
    const results = reconcile(assemble(noResults(), [chunk(0, 4), surface(1), critical(true)], a, true), a, b)
    expect(results.paths).toEqual([])
    expect(results.surface).toBeUndefined()
    expect(results.critical).toBeUndefined()
    expect(since(results.delivered ?? {})).toBeUndefined()
  })

  it('because somebody types, the old picture stays until the new one comes', () => {
    const a = bowl()
    const b = bowl({ landscape: { kind: 'formula', text: 'x^2+2y^2' } })
    const results = reconcile(assemble(noResults(), [chunk(0, 4), surface(1)], a, true), a, b)
    expect(results.paths).toHaveLength(1)
    expect(results.surface).toBeDefined()
  })

  it('to another number of coordinates nothing stays, for the rows have another width', () => {
    const a = bowl()
    const b = bowl({ landscape: { kind: 'formula', text: 'x^2' }, domain: [[-1, 1]], starts: [[0.5]] })
    expect(reconcile(assemble(noResults(), [chunk(0, 4)], a, true), a, b).paths).toEqual([])
  })
})

describe('what need not be computed again', () => {
  const a = bowl()
  const b = bowl({ starts: [[0.1, 0.1]] })
  const sheared = bowl({ domain: [[-2, 2], [-2, 2]] })
  const held = (...messages: [readonly Event[], Experiment, boolean][]) =>
    since(messages.reduce((r, [events, e, done]) => assemble(r, events, e, done), noResults()).delivered ?? {})

  it('is nothing before anything came', () => {
    expect(held()).toBeUndefined()
    expect(held([[chunk(0, 4), RUNS_DONE], a, false])).toBeUndefined()
  })

  it('is everything once the worker is done', () => {
    expect(held([[chunk(0, 4)], a, true])).toEqual(a)
  })

  it('is the surface alone while trajectories are half there', () => {
    expect(held([[], a, true], [[chunk(0, 1)], b, false])).toEqual({ ...a, runs: [], starts: [] })
  })

  it('is surface and trajectories when a drag moved the start', () => {
    expect(held([[], a, true], [[chunk(0, 4), RUNS_DONE], b, false])).toEqual(b)
  })

  it('is not the surface that was superseded while only its coarse version had come', () => {
    expect(held([[], a, true], [[chunk(0, 4), RUNS_DONE, surface(0)], sheared, false])).toBeUndefined()
  })

  it('is not the trajectories of another ground', () => {
    expect(held([[], a, true], [[chunk(0, 4), RUNS_DONE], sheared, false])).toEqual({ ...a, runs: [], starts: [] })
  })

  it('is the surface while the search for critical points goes on: the worker goes on with it, whatever comes next', () => {
    expect(held([[], a, true], [[surface(1), critical(false)], sheared, false])).toEqual({ ...sheared, runs: [], starts: [] })
  })
})
