import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxDimension } from '../../../src/core/ensembles/box-dimension.ts'
import { FATES, fateOf, type Tile } from '../../../src/core/ensembles/job.ts'
import { cellAt, cellExperiment, cellValues, hasOwnMinima, sweepTiles, turnsOf, type SweepAnswer, type SweepJob } from '../../../src/core/ensembles/sweep.ts'
import { createMachine } from '../../../src/core/engine/wasm/machine.ts'
import { createSweeper } from '../../../src/core/ensembles/sweeper.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { explore } from '../../../src/core/explore/explore.ts'
import type { CriticalReport, PathChunk, RunEnding } from '../../../src/core/explore/events.ts'
import { farLimit } from '../../../src/core/explore/ending.ts'
import { letter } from '../../../src/core/explore/letters.ts'
import { finish } from '../explore/helpers.ts'

const DIVERGED = -5

function jobOf(link: string): SweepJob {
  const { value: experiment, issues } = decode(link)
  expect(issues).toEqual([])
  const choice = experiment.sweep
  if (choice === undefined) throw new Error('no sweep')
  let critical: CriticalReport | undefined
  for (const event of explore(experiment, undefined, { only: ['critical'] })) if (event?.type === 'critical') critical = event
  return { experiment, choice, critical: critical?.points ?? [], partial: critical?.partial ?? false }
}

const whole = (shape: readonly number[]): Tile => ({ shape, from: 0, to: shape.reduce((a, b) => a * b, 1) })
const sweepOf = (job: SweepJob, shape: readonly number[]): SweepAnswer => finish(createSweeper()(job, whole(shape)))

/** The run of an experiment alone, as the page shows it. */
function alone(e: Experiment, run: number, start: number): { ending: RunEnding; end: number[]; loss: number } {
  let ending: RunEnding | undefined
  let last: PathChunk | undefined
  for (const event of explore(e, undefined, { only: ['runs', 'critical'] })) {
    if (event?.type === 'ending' && event.run === run && event.start === start) ending = event
    if (event?.type === 'path' && event.run === run && event.start === start) last = event
  }
  if (ending === undefined || last === undefined) throw new Error('no run')
  const n = e.domain.length
  return { ending, end: Array.from(last.x.subarray((last.count - 1) * n, last.count * n)), loss: last.f[last.count - 1] }
}

describe('a sweep map', () => {
  it.each([
    'landscape=sin3_quad&steps=60&run=gd&sweep=lr:0.01..0.4,start.x:-3..3',
    'landscape=sin3_quad&steps=40&run=gd&sweep=lr:1e-300..1e3:log',
    'landscape=himmelblau&steps=50&run=momentum,lr:0.01&sweep=momentum:0..1,lr:0.001..0.1:log',
    'landscape=himmelblau&steps=50&run=gd,lr:0.01&run=adam,lr:0.1&start=1,1&start=-2,3&sweep=run:1,start:1,beta1:0..0.99,start.y:-4..4',
    'landscape=himmelblau&steps=60&run=gd,lr:0.02,schedule:cosine,T_max:50&sweep=schedule.T_max:10..100,lr:0.001..0.05',
    'landscape=himmelblau&steps=40&run=gd,lr:0.01,sam:0.05&sweep=around.sam:0.01..1:log,lr:0.001..0.03',
    'landscape=himmelblau&steps=40&run=gd,lr:0.01&noise=fresh,sd:1&sweep=noise.sd:0..20,start.x:-5..5',
    'landscape=sin3_quad&steps=40&run=gd,lr:0.01&noise=field,sd:1,grain:0.2&sweep=seed:0..20',
    'landscape=sin3_quad&steps=80&run=gd,lr:0.05&sweep=l2:0..5,start.x:-3..3',
    'landscape=sin3_quad&steps=80&run=gd,lr:0.05&sweep=l1:0..2',
    'f=a*x^2%2Bb*y^2&p.a=1&p.b=2&steps=40&run=momentum,lr:0.05&domain=-2,2,-2,2&start=1,1&sweep=p.a:-1..10,p.b:0..3',
    'landscape=himmelblau&steps=60&run=momentum,lr:0.01&sweep=steps:0..60,momentum:0.5..1',
    'landscape=himmelblau&steps=30&run=nelder_mead&sweep=start.x:-5..5',
    'landscape=sin3_quad&steps=30&run=bfgs&sweep=start.x:-3..3,c1:1e-5..0.1:log',
  ])('gives every cell the verdict, last iterate and loss of that run alone, to the bit: %s', (link) => {
    const job = jobOf(link)
    const turns = turnsOf(job)
    const answer = sweepOf(job, turns.length === 1 ? [9] : [4, 4])
    const { run, start } = job.choice
    for (let cell = 0; cell < answer.fate.length; cell++) {
      const e = cellExperiment(job.experiment, turns, answer.shape, cell)
      const { ending, end, loss } = alone(e, run, start)
      const n = end.length
      const where = `cell ${cell} at ${cellValues(turns, answer.shape, cell).join()}: ${ending.says}`
      expect([...answer.end.subarray(cell * n, (cell + 1) * n), answer.loss[cell]], where).toEqual([...end, loss])
      expect(answer.fate[cell] >= 0 ? FATES[0].fate : answer.fate[cell], where).toBe(fateOf(ending.verdict))
      if (ending.verdict === 'minimum') expect(answer.steps[cell], where).toBe(ending.step)
    }
  })

  it.each([
    ['landscape=sin3_quad&steps=200&run=gd,lr:0.02&sweep=l2:0..5,start.x:-3..3', [5, 8]],
    ['landscape=sin_sin3&steps=200&run=gd,lr:0.05&sweep=start.x:-5..5,p.a:0..1', [6, 5]],
    ['landscape=sin3_quad&steps=200&start=2.9&run=gd,lr:0.05&noise=field,sd:1,grain:0.2&sweep=seed:0..12', [12]],
    ['landscape=himmelblau&steps=200&run=gd,lr:0.01&sweep=start.x:-4..4,p.a:8..14', [5, 3]],
    ['landscape=himmelblau&steps=200&start=1,1&run=gd,lr:0.01&sweep=p.a:-6..14', [9]],
    ['landscape=himmelblau&steps=200&start=1,1&run=gd,lr:0.01&noise=fresh,sd:0.01&sweep=p.a:-6..14', [7]],
    ['landscape=himmelblau&steps=200&start=1,1&run=gd,lr:0.01&sweep=p.a:-6..14,steps:0..200', [3, 3]],
    ['landscape=himmelblau&steps=200&start=1,1&run=gd,lr:0.01,schedule:cosine&sweep=lr:0.005..0.02,p.a:-6..14', [2, 3]],
    ['landscape=himmelblau&steps=200&run=gd,lr:0.01&noise=field,sd:20,grain:0.2&sweep=seed:0..3,start.x:-4..4', [4, 3]],
    ['f=mean((w^2*x%2Bb-y)^2)&data=x,y;0,1;1,2;2,2.5&domain=-3,3,-2,2&steps=200&start=1,1&run=gd,lr:0.05&sweep=start.w:-2..2,l2:0..0.5', [4, 3]],
    ['f=a*(x^2-1)^2%2Bb*x%2By^2&p.a=1&p.b=1&domain=-2,2,-1,1&start=1,1&steps=200&run=gd,lr:0.02&sweep=p.a:0.5..2,p.b:-1..1,size:64', [3, 4]],
    ['landscape=sin3_quad&steps=200&run=gd,lr:0.02&start=2&sweep=l2:0..5,p.a:0..2,size:64', [4, 3]],
  ] as const)('whose landscape changes has the letters of each cell alone: %s', (link, shape) => {
    const job = jobOf(link)
    const turns = turnsOf(job)
    expect(hasOwnMinima(job, turns)).toBe(true)
    const { fate } = sweepOf(job, shape)
    expect(new Set(fate).size).toBeGreaterThan(1)
    fate.forEach((of, cell) => {
      const { says } = alone(cellExperiment(job.experiment, turns, shape, cell), 0, 0).ending
      const told = / minimum ([A-Z]+)\b/.exec(says)?.[1]
      expect(of >= 0 ? letter(of) : undefined, says).toBe(told)
    })
  })

  it('has no letters where landscapes are too many to find the minima of each, or nobody asks', () => {
    const landscapes = 'f=a*x^2%2Bb*x&p.a=1&p.b=2&run=gd&sweep=p.a:1..2,p.b:0..3'
    const rows = Array.from({ length: 300 }, (_, k) => `;${k},${(k * 7) % 5}`).join('')
    const many = (weights: string, sweep: string) => `f=mean((${weights}-y)^2)&data=x,y${rows}&run=gd&sweep=${sweep}`
    for (const [link, own] of [
      [`${landscapes},size:64`, true], [`${landscapes},size:65`, false], ['landscape=himmelblau&run=gd&sweep=l2:0..1,size:1024', true],
      ['landscape=himmelblau&run=gd&noise=field&sweep=seed:0..9,start.x:-1..1', true], ['landscape=sin3_quad&run=gd&sweep=steps:0..9,l2:0..1', true],
      ['landscape=sin3_quad&run=gd&sweep=l2:0..1,show:loss', false], ['landscape=sin3_quad&run=gd&sweep=lr:0..1', false],
      [many('w*x%2Bb', 'l2:0..1,size:218'), true], [many('w*x%2Bb', 'l2:0..1,size:219'), false], [many('w*x', 'l2:0..1,size:1024'), true],
    ] as const) {
      const job = jobOf(link)
      expect(hasOwnMinima(job, turnsOf(job)), link.slice(0, 60)).toBe(own)
    }
  })

  it('of losses gives the same losses and last iterates, and says no more than which grew without end', () => {
    const link = 'landscape=himmelblau&steps=60&run=gd&sweep=lr:0.001..0.1:log,start.x:-5..5'
    const [judged, plain] = [sweepOf(jobOf(link), [6, 6]), sweepOf(jobOf(`${link},show:loss`), [6, 6])]
    expect(new Set(plain.fate)).toEqual(new Set([fateOf('moving'), DIVERGED]))
    expect([farLimit(0), farLimit(-3e7)]).toEqual([1e12, 3e13])
    plain.fate.forEach((fate, cell) => {
      // The limit that the legend names.
      expect(fate === DIVERGED).toBe(!(Math.abs(judged.loss[cell]) <= 1e12))
      if (fate === DIVERGED) return
      expect([plain.loss[cell], ...plain.end.subarray(2 * cell, 2 * cell + 2)]).toEqual([judged.loss[cell], ...judged.end.subarray(2 * cell, 2 * cell + 2)])
    })
  })

  it.each([
    'landscape=himmelblau&steps=60&run=momentum,lr:0.01&sweep=momentum:0..1,l2:0..2,size:8',
    'landscape=sin3_quad&steps=60&run=gd,lr:0.05&start=2&sweep=p.a:0..2,steps:0..200,size:8',
  ])('does not depend on how it is cut into tiles, nor on who computes them in which order: %s', (link) => {
    const job = jobOf(link)
    const all = sweepOf(job, [8, 8])
    const [one, other] = [createSweeper(), createSweeper()]
    for (const [from, to, sweeper] of [[40, 64, other], [0, 3, one], [3, 40, one]] as const) {
      const answer = finish(sweeper(job, { shape: [8, 8], from, to }))
      expect(Array.from(answer.loss)).toEqual(Array.from(all.loss.subarray(from, to)))
      expect(Array.from(answer.fate)).toEqual(Array.from(all.fate.subarray(from, to)))
    }
  })

  it('has tiles that cover every grid once, from coarse to fine', () => {
    for (const [sweep, sizes] of [['lr:0..1,start.x:0..1,size:256', [64 ** 2, 128 ** 2, 256 ** 2]], ['l2:0..1,l1:0..1,size:32', [16 ** 2, 32 ** 2]], ['lr:0..1,size:64', [256]], ['lr:0..1,l2:0..1,size:1', [1]], ['steps:0..9,l2:0..1,size:256', [64 * 32, 256 ** 2]]] as const) {
      const tiles = sweepTiles(jobOf(`landscape=sin3_quad&run=gd&sweep=${sweep}`))
      expect([...new Set(tiles.map(({ shape }) => shape.reduce((a, b) => a * b, 1)))]).toEqual(sizes)
      for (const [k, { shape, from, to }] of tiles.entries()) {
        const before = tiles[k - 1]
        expect(from).toBe(before !== undefined && before.shape.join() === shape.join() ? before.to : 0)
        expect(to).toBeGreaterThan(from)
      }
    }
  })

  it('of landscapes one by one begins with few of them, and no tile has many', () => {
    const line = sweepTiles(jobOf('landscape=himmelblau&run=gd&sweep=p.a:8..14,size:256'))
    expect([...new Set(line.map(({ shape }) => shape.join()))]).toEqual(['32', '256'])
    for (const { from, to } of line) expect(to - from).toBeLessThanOrEqual(16)
    for (const [size, shapes] of [[32, ['32,32']], [64, ['64,16', '64,64']], [256, ['64,32', '256,256']], [1024, ['64,16', '256,128', '1024,1024']]] as const) {
      for (const axes of ['lr:0..1,p.a:8..14', 'p.a:8..14,lr:0..1']) {
        const tiles = sweepTiles(jobOf(`landscape=himmelblau&run=gd&sweep=${axes},size:${size}`))
        expect([...new Set(tiles.map(({ shape }) => shape.join()))]).toEqual(shapes)
        for (const { shape, from, to } of tiles) expect((to - from) / shape[0]).toBeLessThanOrEqual(4)
        expect(tiles.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(shapes.map((shape) => shape.split(',').reduce((product, n) => product * Number(n), 1)).reduce((a, b) => a + b))
      }
    }
  })

  it('where runs go one by one has rows that share a landscape, each one tile', () => {
    for (const axes of ['steps:0..100,p.a:8..14', 'p.a:8..14,steps:0..100']) {
      const job = jobOf(`landscape=himmelblau&run=gd&sweep=${axes},size:128`)
      expect(turnsOf(job).map(({ axis }) => axis.of)).toEqual(['steps', 'p.a'])
      for (const { shape, from, to } of sweepTiles(job)) expect([from % shape[0], to - from]).toEqual([0, shape[0]])
    }
  })

  it('of whole numbers has no run twice', () => {
    const job = jobOf('landscape=sin3_quad&run=gd&noise=fresh&sweep=seed:0..100,size:256')
    const turns = turnsOf(job)
    const shapes = [...new Set(sweepTiles(job).map(({ shape }) => shape.join()))]
    expect(shapes).toEqual(['64', '100'])
    expect(new Set(Array.from({ length: 100 }, (_, cell) => cellValues(turns, [100], cell)[0])).size).toBe(100)
  })

  it('finds the cell of the present run, and none where it lies outside', () => {
    const { experiment, choice } = jobOf('landscape=sin3_quad&run=gd,lr:0.1&sweep=lr:0..1,start.x:-3..3')
    const turns = turnsOf({ experiment, choice })
    fc.assert(fc.property(fc.nat(63), (cell) => {
      expect(cellAt(turns, [8, 8], cellValues(turns, [8, 8], cell))).toBe(cell)
    }))
    expect(cellAt(turns, [8, 8], [2, 0])).toBeUndefined()
  })
})

describe('the border of trainability', () => {
  it('is the same to the bit in WebAssembly and in the interpreter, also where a map is zoomed to the last digits', () => {
    for (const range of ['start.x:-3..3,lr:2..2.1', 'start.x:2.775914738507156..2.7759147385131557,lr:2.0190937406247933..2.0190937406253937']) {
      const job = jobOf(`landscape=sin3_quad&steps=1000&run=gd,lr:0.1&sweep=${range},show:loss`)
      const machines: unknown[] = []
      const compiled = createSweeper(() => {
        const machine = createMachine()
        machines.push(machine)
        return machine
      })
      const [one, other] = [compiled, createSweeper(() => undefined)].map((sweeper) => finish(sweeper(job, whole([40, 40]))))
      expect(machines.length).toBe(1)
      expect([one.fate, one.steps, one.loss, one.end]).toEqual([other.fate, other.steps, other.loss, other.end])
      const diverged = one.fate.reduce((sum, v) => sum + (v === DIVERGED ? 1 : 0), 0) / 1600
      expect(diverged > 0.25 && diverged < 0.98, `${diverged}`).toBe(true)
    }
  })

  it('of sin 3x + x²/2 is a fractal of dimension 1.41, for η from 1.5 to 2.1 by 1024 and starts as far apart, 1000 steps', () => {
    // Of the 1024 starts from -3 to 3 the middle 128: the border looks alike everywhere along x.
    const [across, up] = [128, 1024]
    const job = jobOf('landscape=sin3_quad&steps=1000&run=gd,lr:0.1&sweep=start.x:-0.375..0.375,lr:1.5..2.1,show:loss')
    const turns = turnsOf(job)
    const diverged = new Uint8Array(across * up)
    const rows = (from: number, to: number): void => {
      const tile = { shape: [across, up], from: from * across, to: to * across }
      finish(createSweeper()(job, tile)).fate.forEach((v, k) => { diverged[tile.from + k] = v === DIVERGED ? 1 : 0 })
    }
    // For η up to 2 no run leaves for good: |x - η(3 cos 3x + x)| ≤ |1 - η| |x| + 3η. Of those rows four are computed as a sample.
    const first = Math.ceil((0.5 / 0.6) * up)
    expect(cellValues(turns, [across, up], first * across)[1]).toBeGreaterThanOrEqual(2)
    rows(first - 4, first)
    expect(diverged.every((v) => v === 0)).toBe(true)
    rows(first, up)
    const dimension = boxDimension(diverged, across)
    expect(Math.abs(dimension - 1.41), `${dimension}`).toBeLessThan(0.05)
  })

  it('of straight and filled parts is what geometry says', () => {
    const side = 512
    const half = Uint8Array.from({ length: side * side }, (_, cell) => (cell % side < 200 ? 1 : 0))
    const checkers = Uint8Array.from({ length: side * side }, (_, cell) => ((cell % side) + Math.floor(cell / side)) % 2)
    expect(boxDimension(half, side)).toBeCloseTo(1, 5)
    expect(boxDimension(checkers, side)).toBeCloseTo(2, 2)
    expect(boxDimension(new Uint8Array(side * side), side)).toBeNaN()
  })
})
