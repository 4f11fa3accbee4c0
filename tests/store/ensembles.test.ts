/** The ensemble of the page: a pool whose workers answer at once, on this thread. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EnsembleAnswer, EnsembleJob } from '../../src/core/ensembles/ensemble.ts'
import { createEnsembler } from '../../src/core/ensembles/ensembler.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { explore } from '../../src/core/explore/explore.ts'
import { startWith } from '../../src/store/commit.ts'
import { chooseLandscape, moveStart, removeRun, setEnsemble, setNoise, setSeed, setSteps, setSweep, undo } from '../../src/store/edit.ts'
import { cancelEnsembles, ensembles, loadTry, resumeEnsembles, startEnsembles, summarised } from '../../src/store/ensembles.ts'
import { store } from '../../src/store/store.ts'
import type { MapWorkerLike } from '../../src/worker/pool.ts'
import { ensembleCsv, ensembleNpy } from '../../src/ui/plot/ensemble-export.ts'
import { trySays } from '../../src/ui/plot/ensemble-words.ts'
import { finish } from '../core/explore/helpers.ts'
import { FakeClock } from '../worker/fakes.ts'

let jobs: EnsembleJob[] = []
let waiting: (() => void)[] = []

function instant(): MapWorkerLike<EnsembleJob, EnsembleAnswer> {
  const compute = createEnsembler()
  let job: EnsembleJob | undefined
  const worker: MapWorkerLike<EnsembleJob, EnsembleAnswer> = {
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

/** What the worker of the page says once it knows the minima of the present ground. */
function explored(): void {
  const { experiment } = store.getState()
  for (const event of explore(experiment, undefined, { only: ['critical'] })) {
    if (event?.type === 'critical' && event.done) store.setState(({ results }) => ({ results: { ...results, critical: event, delivered: { ...results.delivered, critical: experiment } } }))
  }
}

const work = (): void => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next()
}
const now = () => store.getState().experiment
const tries = () => ensembles.getState().tries!
let leave: () => void

beforeEach(() => {
  jobs = []
  waiting = []
  const { value, issues } = decode('landscape=sin3_quad&start=1&run=gd,lr:0.1&run=adam,lr:0.1&steps=100&ensemble=n:300')
  expect(issues).toEqual([])
  startWith(value)
  explored()
  leave = startEnsembles({ makeWorker: instant, size: 1, clock: new FakeClock() })
})
afterEach(() => leave())

describe('the ensemble', () => {
  it('comes in pieces, the run that is shown first, and counts only what has come', () => {
    setEnsemble({ run: 1 })
    expect(ensembles.getState().work).toMatchObject({ state: 'working', done: 0, total: 600 })
    waiting.shift()?.()
    const first = [0, 1].map((run) => summarised(tries(), run, undefined, 0).tries.length)
    expect(first[0] + first[1]).toBe(ensembles.getState().work.done)
    expect(Math.min(...first)).toBe(0)
    work()
    expect([0, 1].map((run) => summarised(tries(), run, undefined, 0).tries.length)).toEqual([300, 300])
    expect(ensembles.getState().work).toMatchObject({ state: 'done', done: 600 })
  })

  it('is not computed anew for another run, another aim or another place of a start that it does not draw about', () => {
    work()
    const before = tries()
    setEnsemble({ run: 1, target: 'B' })
    moveStart(0, [0.3])
    setSeed(0)
    expect([jobs.length, tries() === before]).toEqual([1, true])
    const [lowest, other] = [undefined, 'B'].map((target) => summarised(before, 0, target, 0).successes)
    expect(lowest + other).toBeLessThan(300)
    setSteps(101)
    work()
    expect(jobs).toHaveLength(2)
    setSeed(1)
    work()
    expect(jobs).toHaveLength(3)
  })

  it('gives a try to the experiment, as one edit that can be undone, and stays as it is', () => {
    work()
    const before = now()
    loadTry(tries(), 0, 17)
    expect(trySays(tries(), 17)).toMatch(/^−?\d\.\d+: at minimum [ABC] after \d+ steps?, loss /)
    expect([now().starts[0][0] === before.starts[0][0], now().seed, jobs.length]).toEqual([false, before.seed, 1])
    undo()
    expect([now().starts, now().ensemble]).toEqual([before.starts, before.ensemble])
  })

  it('of seeds gives the seed of a try, and goes on from its own first seed', () => {
    setNoise('fresh')
    setEnsemble({ draw: 'seeds' })
    work()
    const count = jobs.length
    loadTry(tries(), 0, 40)
    expect([now().seed, now().ensemble?.seed, now().starts]).toEqual([40, 0, [[1]]])
    work()
    expect(jobs).toHaveLength(count)
    undo()
    expect(now().seed).toBe(0)
  })

  it('says why there is none, and comes back', () => {
    work()
    setEnsemble({ draw: 'seeds' })
    expect([ensembles.getState().says, ensembles.getState().tries]).toEqual([expect.stringMatching(/every seed gives the same/), undefined])
    setEnsemble({ draw: 'grid' })
    work()
    expect([ensembles.getState().says, tries().count]).toEqual([undefined, 300])
  })

  it('can be given up and gone on with', () => {
    cancelEnsembles()
    work()
    expect(ensembles.getState().work.state).toBe('cancelled')
    resumeEnsembles()
    work()
    expect(ensembles.getState().work).toMatchObject({ state: 'done', done: 600 })
  })

  it('takes the place of a sweep map, follows its run, survives another landscape, and goes when it is put away', () => {
    setSweep({})
    expect([now().ensemble, now().sweep === undefined]).toEqual([undefined, false])
    setEnsemble({ run: 1, n: 50 })
    expect([now().ensemble, now().sweep]).toEqual([expect.objectContaining({ run: 1, n: 50 }), undefined])
    removeRun(0)
    expect(now().ensemble?.run).toBe(0)
    chooseLandscape('himmelblau')
    expect(now().ensemble?.n).toBe(50)
    explored()
    work()
    expect(tries().end).toHaveLength(50 * 2)
    setEnsemble(undefined)
    expect(now().ensemble).toBeUndefined()
  })

  it('as files has a row for every try of every run', () => {
    work()
    const lines = ensembleCsv(tries()).trim().split('\n')
    expect(lines[0]).toBe('run,try,x,seed,verdict,steps,evaluations,loss,x_end')
    expect(lines).toHaveLength(601)
    const [run, k, x, seed, verdict, steps, calls, loss, end] = lines[2].split(',')
    expect([run, k, seed, calls]).toEqual(['Gradient descent', '1', '0', steps])
    expect(verdict).toMatch(/^[ABC]$/)
    const bytes = ensembleNpy(tries())
    const view = new DataView(bytes.buffer)
    const from = bytes.length - 600 * 8 * 8 + 8 * 8
    expect(Array.from({ length: 8 }, (_, i) => view.getFloat64(from + 8 * i, true))).toEqual([0, Number(x), 0, 'ABC'.indexOf(verdict), Number(steps), Number(calls), Number(loss), Number(end)])
  })
})
