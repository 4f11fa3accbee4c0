/** The sweep map of the page: a pool whose workers answer at once, on this thread. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SweepAnswer, SweepJob } from '../../src/core/ensembles/sweep.ts'
import { createSweeper } from '../../src/core/ensembles/sweeper.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { startWith } from '../../src/store/commit.ts'
import { addRun, chooseLandscape, removeRun, setHyper, setSteps, setSweep, typeFormula, undo } from '../../src/store/edit.ts'
import { store } from '../../src/store/store.ts'
import { loadCell, startSweeps, sweeps, zoomBack, zoomSweep } from '../../src/store/sweeps.ts'
import type { MapWorkerLike } from '../../src/worker/pool.ts'
import { cellSays, foundAt } from '../../src/ui/plot/sweep-words.ts'
import { finish } from '../core/explore/helpers.ts'
import { FakeClock } from '../worker/fakes.ts'

let jobs: SweepJob[] = []
let waiting: (() => void)[] = []

function instant(): MapWorkerLike<SweepJob, SweepAnswer> {
  const compute = createSweeper()
  let job: SweepJob | undefined
  const worker: MapWorkerLike<SweepJob, SweepAnswer> = {
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
    postMessage({ epoch, job: next, tile }) {
      if (next !== undefined) jobs.push(next)
      job = next ?? job
      const mine = job
      if (mine && tile) waiting.push(() => worker.onmessage?.(new MessageEvent('message', { data: { epoch, answer: finish(compute(mine, tile)) } })))
    },
  }
  return worker
}

const work = (): void => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next()
}
const now = () => store.getState().experiment
let leave: () => void

beforeEach(() => {
  jobs = []
  waiting = []
  const { value, issues } = decode('landscape=sin3_quad&start=1&run=gd,lr:0.1&steps=40&sweep=lr:0.05..0.4,start.x:-3..3,show:loss,size:16')
  expect(issues).toEqual([])
  startWith(value)
  leave = startSweeps({ makeWorker: instant, size: 1, clock: new FakeClock() })
  work()
})
afterEach(() => leave())

describe('the sweep map', () => {
  it('is computed to the detail that is wanted', () => {
    const { whole, work: state } = sweeps.getState()
    expect([whole?.shape, state.state, state.done]).toEqual([[16, 16], 'done', state.total])
  })

  it('gives the run of a cell to the experiment, as one edit that can be undone, and stays as it is', () => {
    const { whole } = sweeps.getState()
    const before = now()
    loadCell(whole!, 16 * 3 + 5)
    expect(now().runs[0].hyper.lr).toBeCloseTo(0.05 + (0.35 * 5.5) / 16, 12)
    expect(now().starts[0][0]).toBeCloseTo(-3 + (6 * 3.5) / 16, 12)
    expect([sweeps.getState().whole === whole, jobs.length]).toEqual([true, 1])
    undo()
    expect([now().runs, now().starts]).toEqual([before.runs, before.starts])
  })

  it('is computed anew where anything else changes, and not where it is only shown otherwise', () => {
    setSweep({ show: 'end' })
    expect(jobs).toHaveLength(1)
    setSteps(41)
    work()
    expect([jobs.length, sweeps.getState().whole?.job.experiment.steps]).toEqual([2, 41])
    setHyper(0, 'weight_decay', 0.1)
    work()
    expect(jobs).toHaveLength(3)
  })

  it('zooms into a range, which the link has, and goes back', () => {
    const [lr, x] = now().sweep!.axes
    zoomSweep([{ ...lr, low: 0.2, high: 0.25 }, { ...x, low: 0, high: 1 }])
    expect(sweeps.getState().grids[0].job.choice.axes[0]).toEqual(lr)
    work()
    expect(sweeps.getState().whole?.job.choice.axes[0]).toMatchObject({ low: 0.2, high: 0.25 })
    const found = foundAt(sweeps.getState(), now().sweep!.axes, [0.5, 0.5])
    expect(cellSays(found!.grid, found!.cell)).toMatch(/^η = 0\.2\d+, start x = 0\.\d+: /)
    zoomBack()
    work()
    expect(now().sweep?.axes).toEqual([lr, x])
    expect(sweeps.getState().past).toEqual([])
  })

  it('refuses a range that its quantity does not have, and leaves the link alone', () => {
    const before = now()
    expect(zoomSweep([{ of: 'lr', low: 1, high: 0, scale: 'linear' }])?.says).toMatch(/lower bound first/)
    expect(now()).toBe(before)
  })

  it('says why there is none once its quantity is gone, and comes back with it', () => {
    setSweep({ axes: [{ of: 'p.q', low: 0, high: 2, scale: 'linear' }] })
    expect(sweeps.getState().says).toMatch(/There is no "p.q" here/)
    typeFormula('q*x^2')
    work()
    expect([sweeps.getState().says, sweeps.getState().whole?.shape]).toEqual([undefined, [64]])
  })

  it('follows its run when one before it is removed, survives another landscape, and goes when it is put away', () => {
    addRun('adam')
    setSweep({ run: 1, axes: [{ of: 'beta1', low: 0, high: 0.9, scale: 'linear' }] })
    work()
    removeRun(0)
    expect(now().sweep?.run).toBe(0)
    expect(sweeps.getState().says).toBeUndefined()
    chooseLandscape('himmelblau')
    work()
    expect(sweeps.getState().whole?.job.experiment.landscape).toEqual({ kind: 'catalogue', id: 'himmelblau' })
    setSweep(undefined)
    expect(now().sweep).toBeUndefined()
  })
})
