import { describe, expect, it } from 'vitest'
import type { MapJob, Tile, TileAnswer } from '../../src/core/ensembles/job.ts'
import { initialExperiment } from '../../src/core/experiment/create.ts'
import type { FromMapper } from '../../src/worker/map-protocol.ts'
import { createMapPump } from '../../src/worker/map-pump.ts'
import { createPool } from '../../src/worker/pool.ts'
import { FakeClock, FakeMapper, answerTo } from './fakes.ts'

const job: MapJob = { experiment: initialExperiment(), run: 0, critical: [], partial: false }
const tiles: Tile[] = Array.from({ length: 8 }, (_, k) => k).map((k) => ({ shape: [8], from: k, to: k + 1 }))

function setup(size: number) {
  const workers: FakeMapper[] = []
  const clock = new FakeClock()
  const got: number[] = []
  const said: string[] = []
  let done = 0
  let interprets = 0
  const pool = createPool({
    size, clock,
    makeWorker: () => workers[workers.push(new FakeMapper()) - 1],
    receive: ({ from }) => got.push(from),
    done: () => done++,
    trouble: (says) => said.push(says),
    interprets: () => interprets++,
  })
  return { pool, workers, clock, got, said, done: () => done, interprets: () => interprets }
}

describe('the pool', () => {
  it('shares the tiles among its workers, the first ones first, and tells when all have come', () => {
    const { pool, workers, got, done } = setup(2)
    pool.start(job, tiles)
    // Each has two more in hand, so that it never waits for the page.
    expect(workers.map((worker) => worker.tiles)).toEqual([[0, 2, 4], [1, 3, 5]])
    for (let k = 0; k < 5; k++) workers[1].finish()
    expect([got, done()]).toEqual([[1, 3, 5, 6, 7], 0])
    for (let k = 0; k < 3; k++) workers[0].finish()
    expect([got, done()]).toEqual([[1, 3, 5, 6, 7, 0, 2, 4], 1])
    // The job itself goes to each worker once.
    expect(workers.map(({ heard }) => heard.filter((message) => message.job !== undefined).length)).toEqual([1, 1])
  })

  it('tells once that workers cannot compile', () => {
    const { pool, workers, interprets } = setup(2)
    pool.start(job, tiles)
    workers[0].say({ epoch: 0 })
    expect(interprets()).toBe(0)
    for (const worker of workers) worker.say({ epoch: 0, interprets: true })
    expect(interprets()).toBe(1)
  })

  it('repeats the tile of a worker that crashed, so that the picture is complete', () => {
    const { pool, workers, got, said, done } = setup(1)
    pool.start(job, tiles)
    workers[0].finish()
    workers[0].crash()
    expect(workers[0].ended).toBe(true)
    for (let k = 0; k < 7; k++) workers[1].finish()
    expect([got, said, done()]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7], [], 1])
  })

  it('replaces a worker that falls silent, but not one that gives signs of life', () => {
    const { pool, workers, clock } = setup(1)
    pool.start(job, tiles)
    workers[0].say({ epoch: 0 })
    for (let k = 0; k < 20; k++) {
      clock.pass(1000)
      workers[0].say({ epoch: workers[0].heard.at(-1)?.epoch ?? 0 })
    }
    expect(workers.length).toBe(1)
    clock.pass(6000)
    expect(workers.length).toBe(2)
    expect(workers[1].tiles).toEqual([0, 1, 2])
  })

  it('gives a tile up after three crashes, in a sentence', () => {
    const { pool, workers, said } = setup(1)
    pool.start(job, tiles)
    for (let k = 0; k < 3; k++) workers.at(-1)?.crash()
    expect(said).toEqual([expect.stringMatching(/failed 3 times \(out of memory\).*smaller map/)])
  })

  it('drops what an older job answers, and tells its workers at once', () => {
    const { pool, workers, got } = setup(1)
    pool.start(job, tiles)
    const old = workers[0].heard.at(-1)?.epoch ?? 0
    pool.start(job, tiles)
    workers[0].say({ epoch: old, answer: answerTo(tiles[0]) })
    expect(got).toEqual([])
    workers[0].finish()
    expect(got).toEqual([0])
  })

  it('stops at a computation that threw, since it would throw again', () => {
    const { pool, workers, said } = setup(1)
    pool.start(job, tiles)
    workers[0].say({ epoch: workers[0].heard.at(-1)?.epoch ?? 0, failed: 'no such method' })
    expect(said).toEqual([expect.stringMatching(/no such method/)])
    expect(workers[0].heard.at(-1)?.tile).toBeUndefined()
  })
})

describe('the loop inside a worker of the pool', () => {
  function pump() {
    let time = 0
    let next: (() => void) | undefined
    const said: FromMapper<TileAnswer>[] = []
    const transferred: number[] = []
    const began: number[] = []
    const receive = createMapPump<MapJob, TileAnswer>({
      compute: function* (_job, tile) {
        began.push(tile.from)
        for (let k = 0; k < 10; k++) {
          time += 5
          yield undefined
        }
        if (tile.from === 3) throw new Error('broken')
        return answerTo(tile)
      },
      post: (message, transfer) => {
        said.push(message)
        transferred.push(transfer.length)
      },
      pause: (callback) => (next = callback),
      now: () => time,
    })
    const turn = (): boolean => {
      const callback = next
      next = undefined
      callback?.()
      return next !== undefined
    }
    return { receive, turn, said, began, transferred }
  }

  it('hears a newer job between two slices and leaves the old one', () => {
    const { receive, turn, said, began } = pump()
    receive({ epoch: 1, job, tile: tiles[0] })
    turn()
    receive({ epoch: 2, job, tile: tiles[1] })
    while (turn());
    expect(began).toEqual([0, 1])
    expect(said.map(({ epoch, answer }) => [epoch, answer?.from])).toEqual([[2, 1]])
  })

  it('computes the tiles that wait one after the other, and transfers the columns of each', () => {
    const { receive, turn, said, began, transferred } = pump()
    receive({ epoch: 1, job, tile: tiles[0] })
    receive({ epoch: 1, tile: tiles[1] })
    receive({ epoch: 1, tile: tiles[2] })
    while (turn());
    expect(began).toEqual([0, 1, 2])
    expect(said.flatMap(({ answer }) => answer?.from ?? [])).toEqual([0, 1, 2])
    expect(transferred).toEqual([3, 3, 3])
  })

  it('begins the next job after it was told to give up the one before', () => {
    const { receive, turn, said } = pump()
    receive({ epoch: 1, job, tile: tiles[0] })
    turn()
    receive({ epoch: 2 })
    receive({ epoch: 2, job, tile: tiles[1] })
    while (turn());
    expect(said.map(({ epoch, answer }) => [epoch, answer?.from])).toEqual([[2, 1]])
  })

  it('forgets the tiles that wait where it is told to give up', () => {
    const { receive, turn, said, began } = pump()
    receive({ epoch: 1, job, tile: tiles[0] })
    receive({ epoch: 1, tile: tiles[1] })
    turn()
    receive({ epoch: 2 })
    while (turn());
    expect([began, said]).toEqual([[0], []])
  })

  it('gives up where it is told to, and says what threw', () => {
    const { receive, turn, said } = pump()
    receive({ epoch: 1, job, tile: tiles[0] })
    turn()
    receive({ epoch: 2 })
    while (turn());
    expect(said).toEqual([])
    receive({ epoch: 3, job, tile: tiles[3] })
    while (turn());
    expect(said).toEqual([{ epoch: 3, failed: 'broken' }])
  })
})
