import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { initialExperiment } from '../../src/core/experiment/create.ts'
import { createExplorer, explore } from '../../src/core/explore/explore.ts'
import { startWith } from '../../src/store/commit.ts'
import {
  addRun, beginGesture, chooseLandscape, endGesture, moveStart, removeRun, setHyper, setView, typeFormula, undo,
} from '../../src/store/edit.ts'
import { startEngine, stopEngine } from '../../src/store/engine.ts'
import { store } from '../../src/store/store.ts'
import { SILENCE, type Clock, type WorkerLike } from '../../src/worker/client.ts'
import { pageClock } from '../../src/worker/page.ts'
import { unpacker, type Posted } from '../../src/worker/luggage.ts'
import type { FromWorker, ToPainter, ToWorker } from '../../src/worker/protocol.ts'
import { createPump, type PumpOptions } from '../../src/worker/pump.ts'
import { FakeClock, FakeWorker } from '../worker/fakes.ts'

/** The real pump behind a real message channel: messages are cloned and their buffers moved, as between threads. */
class PortWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  readonly heard: ToWorker[] = []
  private readonly unpack = unpacker()
  private readonly page: MessagePort
  private readonly inside: MessagePort

  constructor(how: PumpOptions['explore'] = createExplorer()) {
    const { port1, port2 } = new MessageChannel()
    this.page = port1
    this.inside = port2
    const receive = createPump({
      explore: how,
      post: (message, transfer) => port2.postMessage(message, transfer),
      pause: (next) => setImmediate(next),
      now: () => performance.now(),
    })
    const unpack = unpacker()
    port2.on('message', (message: ToWorker<Posted>) => receive(unpack(message)))
    port1.on('message', (message: FromWorker) => {
      this.onmessage?.(new MessageEvent('message', { data: message }))
    })
    port2.postMessage({ epoch: 0, events: [], done: false })
  }

  postMessage(message: ToWorker<Posted> | ToPainter): void {
    if ('picture' in message) return
    this.heard.push(this.unpack(structuredClone(message)))
    this.page.postMessage(message)
  }

  terminate(): void {
    this.page.close()
    this.inside.close()
  }
}

const clock: Clock = { ...pageClock, frame: (callback) => pageClock.after(16, callback) }
const results = () => store.getState().results
const now = () => store.getState().experiment
let worker: PortWorker

async function settled(): Promise<void> {
  await vi.waitFor(() => expect(results().busy).toBe(false), { timeout: 20_000, interval: 5 })
}

/** What is on the page, without what differs between computing at once and piece by piece. */
function picture() {
  const { paths, surface, critical, at } = results()
  return {
    paths: paths.map((p) => ({
      run: p.run, start: p.start, count: p.count, x: p.x.slice(0, p.count * p.dimension), f: p.f.slice(0, p.count),
      sharpness: p.sharpness.slice(0, p.count), ending: p.ending,
    })),
    surface,
    critical,
    at,
  }
}

beforeEach(() => {
  startWith(initialExperiment())
})
afterEach(() => {
  stopEngine()
  vi.restoreAllMocks()
})

describe('from the store through the worker and back', { timeout: 60_000 }, () => {
  beforeEach(() => {
    startEngine({ makeWorker: () => (worker = new PortWorker()), clock })
  })

  it('the first experiment is computed whole', async () => {
    expect(results().busy).toBe(true)
    await settled()
    const { paths, surface, critical, at, runsDone } = results()
    expect(paths).toHaveLength(now().runs.length * now().starts.length)
    expect(paths.every((p) => p.count === now().steps + 1 && p.ending !== undefined)).toBe(true)
    expect(surface?.detail).toBe(1)
    expect(critical?.points.filter((p) => p.kind === 'minimum')).toHaveLength(4)
    expect(at).toHaveLength(now().starts.length)
    expect(runsDone).toBe(true)
  })

  it('a second start of the engine starts no second worker', async () => {
    const first = worker
    startEngine({ makeWorker: () => (worker = new PortWorker()), clock })
    expect(worker).toBe(first)
    await settled()
  })

  it('a drag of the start recomputes the paths and leaves surface and critical points as they are', async () => {
    await settled()
    const { surface, critical, surfaceRevision } = results()
    beginGesture()
    moveStart(0, [1, 1])
    await settled()
    endGesture()
    expect(results().surface).toBe(surface)
    expect(results().critical).toBe(critical)
    expect(results().surfaceRevision).toBe(surfaceRevision)
    expect(Array.from(results().paths[0].x.subarray(0, 2))).toEqual([1, 1])
    expect(worker.heard.at(-1)?.since).toBeDefined()
  })

  it('whatever is done in whatever order, the page ends with exactly what a fresh page would show', async () => {
    const edits = [
      () => moveStart(0, [1, -2]),
      () => setHyper(0, 'lr', 0.02),
      () => undo(),
      () => removeRun(0),
      () => undo(),
      () => chooseLandscape('rosenbrock'),
      () => typeFormula('a*x^2 + y^2'),
      () => addRun('adam'),
      () => undo(),
      () => chooseLandscape('x_cos_pi_x'),
      () => undo(),
      () => moveStart(0, [0.5, 0.25]),
    ]
    for (const [i, edit] of edits.entries()) {
      edit()
      // Some edits overtake the one before them on its way, some come between its messages, some after it is done.
      if (i % 3 === 1) await new Promise((resolve) => setTimeout(resolve, 20))
      if (i % 3 === 2) await settled()
    }
    await settled()
    const seen = picture()
    stopEngine()
    startWith(structuredClone(now()))
    startEngine({ makeWorker: () => (worker = new PortWorker()), clock })
    await settled()
    expect(seen).toEqual(picture())
  })

  it('looking at it differently asks the worker nothing', async () => {
    await settled()
    const heard = worker.heard.length
    setView('surface')
    expect(results().busy).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(worker.heard).toHaveLength(heard)
  })
})

describe('when the worker fails', { timeout: 60_000 }, () => {
  it('the user is told, nothing typed is lost, and the next experiment is computed', async () => {
    let broken = true
    const makeWorker = () =>
      (worker = new PortWorker(function* (e, since) {
        if (broken) throw new Error('too deep')
        yield* explore(e, since)
      }))
    startEngine({ makeWorker, clock })
    typeFormula('x^2 + y^2')
    typeFormula('x^2 + y^2 + sin(')
    await settled()
    const { notices, draft } = store.getState().session
    expect(notices.map((n) => n.title)).toEqual(['The calculation failed'])
    expect(notices[0].lines[0]).toContain('too deep')
    expect(draft).toBe('x^2 + y^2 + sin(')
    expect(now().landscape).toEqual({ kind: 'formula', text: 'x^2 + y^2' })
    broken = false
    moveStart(0, [1, 1])
    await settled()
    expect(results().paths.length).toBeGreaterThan(0)
    expect(store.getState().session.notices).toHaveLength(1)
  })

  it('silence on one experiment ends with a sentence and without a spinner', () => {
    const fake = new FakeClock()
    const workers: FakeWorker[] = []
    startEngine({
      makeWorker: () => {
        workers.push(new FakeWorker())
        return workers[workers.length - 1]
      },
      clock: fake,
    })
    for (let i = 0; i < 2; i++) {
      workers[i].say({ epoch: 0 })
      fake.paint()
      fake.pass(SILENCE)
    }
    expect(results().busy).toBe(false)
    expect(store.getState().session.notices.at(-1)?.title).toBe('The calculation was stopped')
    expect(workers).toHaveLength(3)
  })
})
