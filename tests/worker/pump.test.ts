import { describe, expect, it } from 'vitest'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import type { Event } from '../../src/core/explore/events.ts'
import type { FromWorker } from '../../src/worker/protocol.ts'
import { buffersOf, createPump } from '../../src/worker/pump.ts'
import { bowl, chunk } from './fakes.ts'

const RUNS_DONE: Event = { type: 'runs-done' }
const notice = (says: string): Event => ({ type: 'notice', says })

/** A pump over a made-up explore in which every step of the generator takes `cost` ms. */
function setUp(explore: (e: Experiment, since?: Experiment) => Generator<Event | undefined>, cost = 1) {
  let time = 0
  const posted: FromWorker[] = []
  const transferred: ArrayBuffer[][] = []
  const waiting: (() => void)[] = []
  const receive = createPump({
    *explore(e: Experiment, since?: Experiment) {
      for (const event of explore(e, since)) {
        time += cost
        yield event
      }
    },
    post: (message, transfer) => {
      posted.push(message)
      transferred.push(transfer)
    },
    pause: (next) => waiting.push(next),
    now: () => time,
  })
  const slice = () => waiting.shift()?.()
  const finish = () => {
    for (let i = 0; i < 100_000 && waiting.length > 0; i++) slice()
    expect(waiting).toHaveLength(0)
  }
  return { receive, posted, transferred, slice, finish, waiting, time: () => time }
}

describe('the pump', () => {
  it('sends all trajectories of a quick experiment in one message, and the rest in a second', () => {
    const { receive, posted, finish } = setUp(function* () {
      yield chunk(0, 4)
      yield undefined
      yield chunk(0, 4, { run: 1 })
      yield RUNS_DONE
      yield notice('flat')
    })
    receive({ epoch: 1, experiment: bowl(), dragging: true })
    finish()
    expect(posted.map((m) => m.events.map((e) => e.type))).toEqual([['path', 'path', 'runs-done'], ['notice']])
    expect(posted.map((m) => m.done)).toEqual([false, true])
  })

  it('hands what is held on to explore', () => {
    const seen: (Experiment | undefined)[] = []
    const { receive, finish } = setUp(function* (_, since) {
      seen.push(since)
    })
    receive({ epoch: 1, experiment: bowl(), dragging: false, since: bowl({ steps: 9 }) })
    finish()
    expect(seen).toEqual([bowl({ steps: 9 })])
  })

  it('drops the older experiment as soon as a newer one is heard, and lets its generator clean up', () => {
    let cleaned = 0
    const { receive, posted, slice, finish } = setUp(function* (e) {
      try {
        for (let i = 0; i < 100; i++) yield i === 99 ? notice(`${e.steps}`) : undefined
      } finally {
        cleaned += 1
      }
    })
    receive({ epoch: 1, experiment: bowl({ steps: 1 }), dragging: false })
    slice()
    receive({ epoch: 2, experiment: bowl({ steps: 2 }), dragging: false })
    expect(cleaned).toBe(1)
    finish()
    expect(posted.flatMap((m) => m.events)).toEqual([notice('2')])
    expect(new Set(posted.map((m) => m.epoch))).toEqual(new Set([2]))
  })

  it('ignores an experiment that is older than the one at work', () => {
    const { receive, posted, finish } = setUp(function* (e) {
      yield notice(`${e.steps}`)
    })
    receive({ epoch: 2, experiment: bowl({ steps: 2 }), dragging: false })
    receive({ epoch: 1, experiment: bowl({ steps: 1 }), dragging: false })
    finish()
    expect(posted.map((m) => m.epoch)).toEqual([2])
  })

  it('looks at its messages at least every 8 ms while the generator lets it', () => {
    const { receive, slice, time, waiting } = setUp(function* () {
      for (let i = 0; i < 1000; i++) yield undefined
    })
    receive({ epoch: 1, experiment: bowl(), dragging: false })
    let before = time()
    for (let i = 0; i < 20; i++) {
      slice()
      expect(time() - before).toBeLessThanOrEqual(9)
      before = time()
    }
    expect(waiting).toHaveLength(1)
  })

  it('shows a sign of life at least every half second, though there is nothing to tell', () => {
    const { receive, posted, finish } = setUp(function* () {
      for (let i = 0; i < 2000; i++) yield undefined
    })
    receive({ epoch: 1, experiment: bowl(), dragging: false })
    finish()
    expect(posted.length).toBeGreaterThanOrEqual(4)
    expect(posted.filter((m) => m.done)).toHaveLength(1)
  })

  it('sends a long trajectory piece by piece, not more often than once a frame', () => {
    const { receive, posted, finish, time } = setUp(function* () {
      for (let i = 0; i < 500; i++) yield chunk(i, 1)
      yield RUNS_DONE
    })
    receive({ epoch: 1, experiment: bowl(), dragging: false })
    finish()
    const froms = posted.flatMap((m) => m.events).flatMap((e) => (e.type === 'path' ? [e.from] : []))
    expect(froms).toEqual(Array.from({ length: 500 }, (_, i) => i))
    expect(posted.length).toBeGreaterThan(10)
    expect(posted.length).toBeLessThanOrEqual(time() / 16 + 2)
  })

  it('in a drag sends trajectories whole unless they take very long, so that they do not flicker', () => {
    const messages = (pieces: number) => {
      const { receive, posted, finish } = setUp(function* () {
        for (let i = 0; i < pieces; i++) yield chunk(i, 1)
        yield RUNS_DONE
      })
      receive({ epoch: 1, experiment: bowl(), dragging: true })
      finish()
      return posted.filter((m) => m.events.length > 0).length
    }
    expect(messages(60)).toBe(1)
    expect(messages(600)).toBeGreaterThan(3)
  })

  it('reports what was thrown, with what came before it, and works on the next experiment', () => {
    const { receive, posted, finish } = setUp(function* (e) {
      yield notice('before')
      if (e.steps === 1) throw new Error('too deep')
    })
    receive({ epoch: 1, experiment: bowl({ steps: 1 }), dragging: false })
    finish()
    expect(posted).toEqual([{ epoch: 1, events: [notice('before')], done: false, failed: 'too deep' }])
    receive({ epoch: 2, experiment: bowl({ steps: 2 }), dragging: false })
    finish()
    expect(posted[1]).toEqual({ epoch: 2, events: [notice('before')], done: true })
  })

  it('moves every buffer exactly once, also where two columns share one', () => {
    const shared = new Float64Array(8)
    const path = { ...chunk(0, 4), x: shared, gradient: shared.subarray(0) }
    const buffers = buffersOf([path, chunk(0, 2, { run: 1 })])
    expect(buffers).toHaveLength(4 + 5)
    expect(new Set(buffers).size).toBe(buffers.length)
    const moved = structuredClone(path, { transfer: buffersOf([path]) })
    expect(path.f).toHaveLength(0)
    expect(moved.f).toHaveLength(4)
  })

  it('moves the heights of a surface', () => {
    const f = new Float64Array(4)
    const surface: Event = {
      type: 'surface', domain: [[0, 1]], shape: [4], f, slope: new Float64Array(4), curvature: new Float64Array(4),
      low: 0, high: 0, undefinedCount: 0, detail: 1, height: { kind: 'linear' },
    }
    expect(buffersOf([surface])).toHaveLength(3)
    expect(buffersOf([surface])).toContain(f.buffer)
  })
})
