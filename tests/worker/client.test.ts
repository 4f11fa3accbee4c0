import { describe, expect, it } from 'vitest'
import { fromRows } from '../../src/core/data/data-set.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import { createClient, LOADING, PATIENCE, SILENCE } from '../../src/worker/client.ts'
import type { FromWorker } from '../../src/worker/protocol.ts'
import type { Trouble } from '../../src/worker/trouble.ts'
import { bowl, FakeClock, FakeWorker } from './fakes.ts'

function setUp() {
  const workers: FakeWorker[] = []
  const clock = new FakeClock()
  const received: { message: FromWorker; experiment: Experiment }[] = []
  const pictures: string[] = []
  const troubles: Trouble[] = []
  let held: Experiment | undefined
  const client = createClient({
    makeWorker: () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    },
    clock,
    since: () => held,
    receive: (message, experiment) => received.push({ message, experiment }),
    picture: ({ id }) => pictures.push(id),
    trouble: (trouble) => troubles.push(trouble),
  })
  const worker = () => workers[workers.length - 1]
  const load = () => worker().say({ epoch: 0 })
  load()
  return { client, clock, workers, worker, load, received, pictures, troubles, hold: (e: Experiment) => (held = e) }
}

const DONE = { done: true }
const RUNS: Partial<FromWorker> = { events: [{ type: 'runs-done' }] }
const at = (steps: number) => bowl({ steps })

describe('the client sends', () => {
  it('the first experiment at once, without waiting for a frame', () => {
    const { client, worker } = setUp()
    client.compute(bowl(), false)
    expect(worker().heard).toHaveLength(1)
    expect(worker().heard[0]).toEqual({ epoch: 1, experiment: bowl(), dragging: false })
  })

  it('at most one message per frame, and in it the newest experiment', () => {
    const { client, clock, worker } = setUp()
    for (let steps = 1; steps <= 10; steps++) client.compute(at(steps), false)
    expect(worker().heard.map((m) => m.experiment.steps)).toEqual([1])
    clock.paint()
    expect(worker().heard.map((m) => m.experiment.steps)).toEqual([1, 10])
    clock.paint()
    expect(worker().heard).toHaveLength(2)
  })

  it('what is held at the moment of sending, not of asking', () => {
    const { client, clock, worker, hold } = setUp()
    client.compute(at(1), false)
    client.compute(at(2), false)
    hold(at(1))
    clock.paint()
    expect(worker().heard.map((m) => m.since?.steps)).toEqual([undefined, 1])
  })

  it('a data set once to each worker, and again to the one that replaces it', () => {
    const { client, clock, workers, worker, load } = setUp()
    const data = fromRows('line', ['a'], [[1], [2]])
    const carried = () => worker().posted.map((m) => typeof m.experiment.data)
    for (const steps of [1, 2]) {
      client.compute(bowl({ steps, data }), false)
      clock.paint()
    }
    expect(carried()).toEqual(['object', 'string'])
    expect(worker().heard.map((m) => m.experiment.data)).toEqual([data, data])
    worker().crash('gone')
    expect(workers).toHaveLength(2)
    load()
    client.compute(bowl({ steps: 3, data }), false)
    clock.paint()
    expect(carried()[0]).toBe('object')
  })

  it('the next drag position only when the trajectories of the last one are there', () => {
    const { client, clock, worker, received } = setUp()
    client.compute(at(1), true)
    client.compute(at(2), true)
    clock.paint()
    client.compute(at(3), true)
    clock.paint()
    expect(worker().heard).toHaveLength(1)
    worker().say(RUNS)
    expect(received).toHaveLength(1)
    expect(worker().heard.map((m) => m.experiment.steps)).toEqual([1, 3])
  })

  it('the next drag position anyway when trajectories take too long', () => {
    const { client, clock, worker } = setUp()
    client.compute(at(1), true)
    client.compute(at(2), true)
    for (let t = 0; t < PATIENCE; t += 16) clock.paint()
    expect(worker().heard.map((m) => m.experiment.steps)).toEqual([1, 2])
  })

  it('without patience where the list of runs has changed, even if a drag goes on in the same frame', () => {
    const { client, clock, worker, received } = setUp()
    client.compute(at(1), true)
    client.compute(at(2), false)
    client.compute(at(3), true)
    worker().say(RUNS)
    expect(received).toHaveLength(0)
    clock.paint()
    expect(worker().heard.map((m) => m.experiment.steps)).toEqual([1, 3])
  })
})

describe('the client drops', () => {
  it('answers to an older epoch', () => {
    const { client, clock, worker, received } = setUp()
    client.compute(at(1), false)
    clock.paint()
    client.compute(at(2), false)
    worker().say({ epoch: 1, ...DONE })
    expect(received).toHaveLength(0)
    worker().say({ epoch: 2, ...DONE })
    expect(received.map((r) => r.experiment.steps)).toEqual([2])
  })

  it('answers that are overtaken by an experiment still waiting for its frame', () => {
    const { client, worker, received } = setUp()
    client.compute(at(1), false)
    client.compute(at(2), false)
    worker().say({ epoch: 1, ...DONE })
    expect(received).toHaveLength(0)
  })

  it('everything after it was stopped', () => {
    const { client, clock, worker, received, workers } = setUp()
    client.compute(at(1), false)
    const say = worker().onmessage
    client.stop()
    say?.(new MessageEvent('message', { data: { epoch: 1, events: [], done: true } }))
    client.compute(at(2), false)
    clock.paint()
    clock.pass(10 * LOADING)
    expect(received).toHaveLength(0)
    expect(workers.map((w) => w.ended)).toEqual([true])
    expect(worker().heard).toHaveLength(1)
  })
})

describe('the watchdog', () => {
  it('leaves a worker alone that has nothing to do', () => {
    const { client, clock, workers, worker, troubles } = setUp()
    client.compute(bowl(), false)
    worker().say(DONE)
    clock.pass(10 * SILENCE)
    expect(workers).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  it('leaves a worker alone that shows signs of life, however long it takes', () => {
    const { client, clock, workers, worker } = setUp()
    client.compute(bowl(), false)
    for (let i = 0; i < 20; i++) {
      clock.pass(SILENCE - 1)
      worker().say()
    }
    expect(workers).toHaveLength(1)
  })

  it('replaces a worker that is silent for five seconds, tells it in one sentence, and asks the new one once more', () => {
    const { client, clock, workers, troubles } = setUp()
    client.compute(at(7), false)
    clock.paint()
    clock.pass(SILENCE)
    expect(workers).toHaveLength(2)
    expect(workers[0].ended).toBe(true)
    expect(workers[1].heard.map((m) => m.experiment.steps)).toEqual([7])
    expect(troubles).toEqual([
      {
        title: 'The calculation was started afresh',
        says: 'It gave no answer for 5 seconds; nothing you typed is lost.',
        stopped: false,
      },
    ])
  })

  it('gives up on an experiment that silences two workers, and takes up the next one', () => {
    const { client, clock, workers, worker, load, troubles, received } = setUp()
    const poison = at(7)
    client.compute(poison, false)
    clock.paint()
    clock.pass(SILENCE)
    load()
    clock.paint()
    clock.pass(SILENCE)
    load()
    clock.paint()
    clock.pass(100 * LOADING)
    expect(workers).toHaveLength(3)
    expect(worker().heard).toHaveLength(0)
    expect(troubles.map((t) => t.stopped)).toEqual([false, true])
    expect(troubles[1].says).toContain('Take fewer steps')
    client.compute(at(2), false)
    worker().say(DONE)
    expect(received.map((r) => r.experiment.steps)).toEqual([2])
  })

  it('is not put off by new positions of a drag while the worker hangs', () => {
    const { client, clock, workers } = setUp()
    for (let t = 0; t < SILENCE + 200; t += 16) {
      client.compute(at(1 + t), true)
      clock.paint()
    }
    expect(workers).toHaveLength(2)
  })

  it('does not try an experiment again that made the worker throw, but goes on with the next', () => {
    const { client, clock, workers, worker, load, troubles } = setUp()
    client.compute(at(7), false)
    worker().say({ failed: 'stack overflow.' })
    expect(workers).toHaveLength(2)
    expect(troubles).toHaveLength(1)
    expect(troubles[0].says).toContain('(stack overflow)')
    expect(troubles[0].stopped).toBe(true)
    load()
    clock.paint()
    expect(worker().heard).toHaveLength(0)
    client.compute(at(8), false)
    expect(worker().heard.map((m) => m.experiment.steps)).toEqual([8])
  })

  it('goes straight on where a newer experiment was waiting when the worker crashed', () => {
    const { client, clock, worker, troubles } = setUp()
    client.compute(at(1), false)
    client.compute(at(2), false)
    worker().crash('out of memory')
    expect(troubles.map((t) => t.stopped)).toEqual([false])
    clock.paint()
    expect(worker().heard.map((m) => m.experiment.steps)).toEqual([2])
  })

  it('does not start workers for ever that cannot be loaded', () => {
    const workers: FakeWorker[] = []
    const clock = new FakeClock()
    const troubles: Trouble[] = []
    const client = createClient({
      makeWorker: () => {
        const worker = new FakeWorker()
        workers.push(worker)
        return worker
      },
      clock,
      since: () => undefined,
      receive: () => undefined,
      picture: () => undefined,
      trouble: (t) => troubles.push(t),
    })
    client.compute(bowl(), false)
    workers[0].crash('')
    clock.paint()
    clock.pass(10 * LOADING)
    expect(workers).toHaveLength(1)
    expect(troubles.map((t) => t.title)).toEqual(['The calculation could not be loaded'])
    expect(troubles[0].says).toMatch(/Reload the page; nothing you typed is lost\.$/)
    client.compute(at(2), false)
    expect(workers).toHaveLength(2)
    expect(workers[1].heard.map((m) => m.experiment.steps)).toEqual([2])
  })

  it('gives a worker thirty seconds to load on a slow line', () => {
    const workers: FakeWorker[] = []
    const clock = new FakeClock()
    const client = createClient({
      makeWorker: () => {
        workers.push(new FakeWorker())
        return workers[workers.length - 1]
      },
      clock,
      since: () => undefined,
      receive: () => undefined,
      picture: () => undefined,
      trouble: () => undefined,
    })
    client.compute(bowl(), false)
    clock.pass(LOADING - 1)
    expect(workers).toHaveLength(1)
    clock.pass(1)
    expect(workers).toHaveLength(2)
  })

  it('does not blame the worker when the whole page slept', () => {
    const { client, clock, workers } = setUp()
    client.compute(bowl(), false)
    clock.sleep(60 * 60 * 1000)
    expect(workers).toHaveLength(1)
    clock.pass(SILENCE)
    expect(workers).toHaveLength(2)
  })
})

describe('small pictures', () => {
  const picture = (id: string) => ({ id, shape: [2], f: Float64Array.of(0, 1) })

  it('are asked for at once, beside the experiments, and handed on whatever the epoch', () => {
    const { client, worker, pictures, received } = setUp()
    client.compute(bowl(), false)
    client.picture('rosenbrock')
    expect(worker().asked).toEqual(['rosenbrock'])
    expect(worker().heard).toHaveLength(1)
    worker().show(picture('rosenbrock'))
    expect(pictures).toEqual(['rosenbrock'])
    expect(received).toEqual([])
  })

  it('are asked for again where the worker is replaced before it has painted them', () => {
    const { client, clock, worker, workers } = setUp()
    client.picture('rosenbrock')
    client.picture('ackley')
    worker().show(picture('rosenbrock'))
    client.compute(bowl(), false)
    clock.pass(2 * SILENCE)
    expect(workers).toHaveLength(2)
    expect(worker().asked).toEqual(['ackley'])
  })
})
