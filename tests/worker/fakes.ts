/** A worker, a clock and an experiment that tests can move by hand. */
import type { MapJob, Tile, TileAnswer } from '../../src/core/ensembles/job.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import { CAMERA } from '../../src/core/experiment/experiment.ts'
import type { PathChunk } from '../../src/core/explore/events.ts'
import type { Picture } from '../../src/core/explore/picture.ts'
import type { Clock, WorkerLike } from '../../src/worker/client.ts'
import { unpacker, type Posted } from '../../src/worker/luggage.ts'
import type { FromMapper, ToMapper } from '../../src/worker/map-protocol.ts'
import type { MapWorkerLike } from '../../src/worker/pool.ts'
import type { FromWorker, ToPainter, ToWorker } from '../../src/worker/protocol.ts'

export class FakeWorker implements WorkerLike {
  readonly heard: ToWorker[] = []
  /** The same as they were posted. */
  readonly posted: ToWorker<Posted>[] = []
  private readonly unpack = unpacker()
  /** Pictures. */
  readonly asked: string[] = []
  ended = false
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null

  postMessage(message: ToWorker<Posted> | ToPainter): void {
    if ('picture' in message) {
      this.asked.push(message.picture)
      return
    }
    this.posted.push(structuredClone(message))
    this.heard.push(this.unpack(structuredClone(message)))
  }

  show(picture: Picture): void {
    this.onmessage?.(new MessageEvent('message', { data: { picture } }))
  }

  terminate(): void {
    this.ended = true
  }

  say(message: Partial<FromWorker> = {}): void {
    const epoch = this.heard.at(-1)?.epoch ?? 0
    this.onmessage?.(new MessageEvent('message', { data: { epoch, events: [], done: false, ...message } }))
  }

  crash(message: string): void {
    this.onerror?.(Object.assign(new Event('error'), { message }) as ErrorEvent)
  }
}

/** Time that passes only when told to. */
export class FakeClock implements Clock {
  private time = 0
  private frames: (() => void)[] = []
  private timers: { due: number; callback: () => void }[] = []

  now(): number {
    return this.time
  }

  frame(callback: () => void): () => void {
    this.frames.push(callback)
    return () => {
      this.frames = this.frames.filter((f) => f !== callback)
    }
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { due: this.time + ms, callback }
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter((t) => t !== timer)
    }
  }

  /** The next animation frame. */
  paint(): void {
    this.pass(16)
    const due = this.frames
    this.frames = []
    for (const callback of due) callback()
  }

  /** Time passes and the timers that are due call back, each at its own time. */
  pass(ms: number): void {
    const end = this.time + ms
    for (;;) {
      const next = this.timers.filter((t) => t.due <= end).sort((a, b) => a.due - b.due)[0]
      if (!next) break
      this.time = Math.max(this.time, next.due)
      this.timers = this.timers.filter((t) => t !== next)
      next.callback()
    }
    this.time = end
  }

  /** The page sleeps: all timers that became due meanwhile call back late. */
  sleep(ms: number): void {
    this.time += ms
    this.pass(0)
  }
}

/** A bowl with one run; `part` changes it. */
export function bowl(part: Partial<Experiment> = {}): Experiment {
  return {
    version: 1,
    landscape: { kind: 'formula', text: 'x^2+y^2' },
    params: {},
    l1: 0,
    l2: 0,
    noise: undefined,
    domain: [[-1, 1], [-1, 1]],
    starts: [[0.5, 0.5]],
    methods: [],
    runs: [{ optimizer: 'gd', hyper: { lr: 0.1, weight_decay: 0 }, shown: true }],
    steps: 3,
    seed: 0,
    at: 3,
    heights: 'own',
    view: 'map',
    camera: CAMERA,
    hidden: [],
    ...part,
  }
}

/** Iterates `from` … of one trajectory on the bowl, made up but consistent: x = (i, -i), gradient 2x, Hessian diag(2, 2). */
export function chunk(from: number, count: number, key: { run?: number; start?: number } = {}): PathChunk {
  const rows = Array.from({ length: count }, (_, i) => from + i)
  return {
    type: 'path',
    run: key.run ?? 0,
    start: key.start ?? 0,
    from,
    count,
    x: Float64Array.from(rows.flatMap((i) => [i, -i])),
    f: Float64Array.from(rows.map((i) => 2 * i * i)),
    gradient: Float64Array.from(rows.flatMap((i) => [2 * i, -2 * i])),
    hessian: Float64Array.from(rows.flatMap(() => [2, 0, 0, 2])),
    memory: { v: Float64Array.from(rows.flatMap((i) => [i / 2, i / 4])) },
  }
}

type Mapper = MapWorkerLike<MapJob, TileAnswer>

/** A worker of a pool. */
export class FakeMapper implements Mapper {
  readonly heard: ToMapper<MapJob>[] = []
  ended = false
  onmessage: Mapper['onmessage'] = null
  onerror: Mapper['onerror'] = null
  private answered = 0
  postMessage(message: ToMapper<MapJob>): void {
    if (message.epoch !== this.heard.at(-1)?.epoch) this.answered = this.heard.length
    this.heard.push(message)
  }
  terminate(): void {
    this.ended = true
  }
  say(message: FromMapper<TileAnswer>): void {
    this.onmessage?.(new MessageEvent('message', { data: message }))
  }
  crash(): void {
    this.onerror?.(Object.assign(new Event('error'), { message: 'out of memory' }) as ErrorEvent)
  }
  /** Answers the oldest tile of this epoch that it has not answered. */
  finish(): void {
    while (this.answered < this.heard.length && this.heard[this.answered].tile === undefined) this.answered++
    const { epoch, tile } = this.heard[this.answered++] ?? { epoch: 0 }
    if (tile !== undefined) this.say({ epoch, answer: answerTo(tile) })
  }
  get tiles(): readonly (number | undefined)[] {
    return this.heard.map(({ tile }) => tile?.from)
  }
}

export function answerTo(tile: Tile): TileAnswer {
  const count = tile.to - tile.from
  return { ...tile, fate: new Int16Array(count), steps: new Uint32Array(count), end: new Float64Array(count * tile.shape.length) }
}
