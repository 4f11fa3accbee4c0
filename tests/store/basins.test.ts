import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CriticalPoint } from '../../src/core/explore/events.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { basins, cancelBasins, resumeBasins, startBasins } from '../../src/store/basins.ts'
import { startWith } from '../../src/store/commit.ts'
import { beginGesture, compareBasins, endGesture, removeRun, setBasins, setDomain, setHyper, undo } from '../../src/store/edit.ts'
import { store } from '../../src/store/store.ts'
import { FakeClock, FakeMapper } from '../worker/fakes.ts'

const LINK = 'landscape=himmelblau&run=momentum,lr:0.01&run=gd,lr:0.01&run=adam&steps=100&basins=run:0,size:128'
const point: CriticalPoint = { x: [3, 2], f: 0, slope: 0, eigenvalues: [1, 2], eigenvectors: [], kind: 'minimum', letter: 'A', lowest: true, certified: true, global: 1 }

let workers: FakeMapper[] = []
let stop: () => void = () => undefined

/** What the worker of the page says once it knows the minima of the present ground. */
function minimaKnown(done = true): void {
  store.setState((state) => ({
    results: { ...state.results, critical: { type: 'critical', points: [point], done, says: '' }, delivered: { ...state.results.delivered, critical: state.experiment } },
  }))
}

function open(link = LINK): void {
  startWith(decode(link).value)
  stop = startBasins({ makeWorker: () => workers[workers.push(new FakeMapper()) - 1], size: 1, clock: new FakeClock() })
  minimaKnown()
}

/** Lets the worker answer until the page wants nothing more. */
function finishAll(): void {
  for (let k = 0; k < 1000 && basins.getState().work.state === 'working'; k++) workers[0].finish()
}

const finish = (count: number): void => {
  for (let k = 0; k < count; k++) workers[0].finish()
}

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
})

afterEach(() => {
  endGesture()
  stop()
  vi.useRealTimers()
})

describe('the basin map beside the results', () => {
  it('comes from coarse to fine, and only the finest grid is kept', () => {
    open()
    finish(2)
    expect(basins.getState().whole?.shape).toEqual([64, 64])
    finishAll()
    const { grids, work } = basins.getState()
    expect(grids.map(({ shape, filled }) => [shape[0], filled])).toEqual([[128, 128 * 128]])
    expect([work.state, work.done]).toEqual(['done', work.total])
  })

  it('waits for the minima, without which no start has an end', () => {
    startWith(decode(LINK).value)
    stop = startBasins({ makeWorker: () => workers[workers.push(new FakeMapper()) - 1], size: 1, clock: new FakeClock() })
    minimaKnown(false)
    expect(workers).toEqual([])
    minimaKnown()
    expect(workers[0].tiles.length).toBeGreaterThan(0)
  })

  it('begins anew when the optimizer changes, and shows the old picture until there is a new one', () => {
    open()
    finishAll()
    const before = basins.getState().whole
    setHyper(0, 'lr', 0.02)
    expect(basins.getState().job?.experiment.runs[0].hyper.lr).toBe(0.02)
    expect(basins.getState().whole).toBe(before)
    finish(2)
    expect(basins.getState().whole?.shape).toEqual([64, 64])
    expect(basins.getState().grids).not.toContain(before)
  })

  it('does not begin anew for a run that it does not show, nor for what is undone to the same', () => {
    open()
    finishAll()
    const heard = workers[0].heard.length
    setHyper(1, 'lr', 0.02)
    undo()
    expect(workers[0].heard.length).toBe(heard)
    expect(basins.getState().work.state).toBe('done')
  })

  it('gives work up at once when the ground changes, and keeps the picture where it was', () => {
    open()
    finish(3)
    const domain = store.getState().experiment.domain
    setDomain([[0, 4], [0, 4]])
    expect(Object.keys(workers[0].heard.at(-1) ?? {})).toEqual(['epoch'])
    expect(basins.getState().job).toBeUndefined()
    expect(basins.getState().grids.map(({ job }) => job.experiment.domain)).toEqual([domain])
    minimaKnown()
    expect(basins.getState().job?.experiment.domain).toEqual([[0, 4], [0, 4]])
    finish(2)
    expect(basins.getState().grids.map(({ job }) => job.experiment.domain)).toEqual([[[0, 4], [0, 4]]])
  })

  it('drops the picture of another landscape', () => {
    open()
    finishAll()
    startWith(decode(LINK.replace('himmelblau', 'rosenbrock')).value)
    expect(basins.getState().grids).toEqual([])
  })

  it('stops where it is told to, and goes on with what is missing', () => {
    open()
    finish(4)
    cancelBasins()
    expect(workers[0].heard.at(-1)?.tile).toBeUndefined()
    const { work } = basins.getState()
    expect([work.state, work.done]).toEqual(['cancelled', 4 * 2048])
    resumeBasins()
    const { epoch } = workers[0].heard.at(-1) ?? {}
    expect(workers[0].heard.filter((message) => message.epoch === epoch)[0].tile?.from).toBe(2 * 2048)
    finishAll()
    expect(basins.getState().work.state).toBe('done')
    expect(basins.getState().whole?.filled).toBe(128 * 128)
  })

  it('takes a first look only while something is dragged, and the rest when the drag stands still or ends', () => {
    open()
    finishAll()
    const shapes = () => new Set(workers[0].heard.flatMap(({ tile, epoch }) => (tile && epoch === workers[0].heard.at(-1)?.epoch ? [tile.shape[0]] : [])))
    beginGesture()
    setHyper(0, 'lr', 0.012)
    finishAll()
    expect([...shapes()]).toEqual([64])
    vi.advanceTimersByTime(1000)
    expect([...shapes()]).toEqual([128])
    setHyper(0, 'lr', 0.013)
    finishAll()
    endGesture()
    expect([...shapes()]).toEqual([128])
    finishAll()
    expect(basins.getState().whole?.shape).toEqual([128, 128])
    expect(basins.getState().whole?.job.experiment.runs[0].hyper.lr).toBe(0.013)
  })

  it('lets a first look come to its end in a drag, but not for long', () => {
    open()
    finishAll()
    beginGesture()
    setHyper(0, 'lr', 0.012)
    const { epoch } = workers[0].heard.at(-1) ?? {}
    setHyper(0, 'lr', 0.013)
    setHyper(0, 'lr', 0.014)
    expect(workers[0].heard.at(-1)?.epoch).toBe(epoch)
    vi.advanceTimersByTime(1000)
    expect(basins.getState().job?.experiment.runs[0].hyper.lr).toBe(0.014)
  })

  it('follows its run when another is removed, and compares no more with one that is gone', () => {
    open(LINK.replace('run:0,', 'run:2,against:1,'))
    finishAll()
    expect(basins.getState().job).toMatchObject({ run: 2, against: 1 })
    removeRun(1)
    expect(store.getState().experiment.basins).toEqual({ run: 1, size: 128 })
    expect(basins.getState().job?.against).toBeUndefined()
    compareBasins(0)
    expect(store.getState().experiment.basins).toEqual({ run: 1, against: 0, size: 128 })
    compareBasins(undefined)
    expect(store.getState().experiment.basins).toEqual({ run: 1, size: 128 })
  })

  it('of 1 × 1 is one cell', () => {
    open(LINK.replace('size:128', 'size:1'))
    finishAll()
    expect(basins.getState().whole?.fate.length).toBe(1)
  })

  it('adds finer cells where more detail is asked for', () => {
    open()
    finishAll()
    const heard = workers[0].heard.length
    setBasins({ size: 256 })
    expect(new Set(workers[0].heard.slice(heard).flatMap(({ tile }) => tile?.shape[0] ?? []))).toEqual(new Set([256]))
    finishAll()
    expect(basins.getState().whole?.shape).toEqual([256, 256])
  })

  it('goes on while the tab is hidden and shows no frames, and asks for no tile twice when it is back', () => {
    const frames = vi.fn()
    vi.stubGlobal('requestAnimationFrame', frames)
    open()
    finish(3)
    store.setState((state) => ({ session: { ...state.session } }))
    finishAll()
    expect(basins.getState().work.state).toBe('done')
    const tiles = workers[0].heard.flatMap(({ tile }) => (tile === undefined ? [] : [`${tile.shape.join()} ${tile.from}`]))
    expect(new Set(tiles).size).toBe(tiles.length)
    // Nothing waits for a frame: a hidden tab has none.
    expect(frames).not.toHaveBeenCalled()
    vi.unstubAllGlobals()
  })

  it('says why there is none', () => {
    open(LINK.replace('momentum,lr:0.01', 'gd,restarts:3'))
    expect(basins.getState().says).toMatch(/Random restarts/)
    removeRun(0)
    expect(basins.getState().says).toBeUndefined()
    expect(basins.getState().work.state).toBe('working')
  })

  it('says what went wrong in a worker, and can be tried again', () => {
    open()
    workers[0].say({ epoch: workers[0].heard.at(-1)?.epoch ?? 0, failed: 'no memory' })
    expect(basins.getState().says).toMatch(/no memory/)
    expect(basins.getState().work.state).toBe('cancelled')
    setHyper(0, 'lr', 0.02)
    expect(basins.getState()).toMatchObject({ says: undefined, work: { state: 'working' } })
  })

  it('is gone with its last onlooker, and its workers too', () => {
    open()
    const second = startBasins()
    stop()
    expect(workers[0].ended).toBe(false)
    second()
    expect([workers[0].ended, basins.getState().grids]).toEqual([true, []])
    stop = () => undefined
  })
})
