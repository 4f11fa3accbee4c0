import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fateOf, minimaOf, refuseMap, shapeOf, startOf, tilesOf, cellAt, type MapJob, type Tile, type TileAnswer } from '../../../src/core/ensembles/job.ts'
import { createMapper } from '../../../src/core/ensembles/mapper.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { explore, type ExploreOptions } from '../../../src/core/explore/explore.ts'
import type { CriticalReport, PathChunk, RunEnding } from '../../../src/core/explore/events.ts'
import { APART, PAUSE } from '../../../src/core/ensembles/swarm.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { isDeclared } from '../../../src/core/optimizers/optimizer.ts'
import { finish } from '../explore/helpers.ts'

function read(link: string): Experiment {
  const { value, issues } = decode(link)
  expect(issues).toEqual([])
  return value
}

function jobOf(experiment: Experiment): MapJob {
  let critical: CriticalReport | undefined
  for (const event of explore(experiment, undefined, { only: ['critical'] })) if (event?.type === 'critical') critical = event
  return { experiment, run: 0, critical: critical?.points ?? [], partial: critical?.partial ?? false }
}

/** The finest grid of a map as one answer. */
function mapOf(job: MapJob, size: number): TileAnswer {
  const shape = shapeOf(job.experiment.domain, size)
  return finish(createMapper()(job, { shape, from: 0, to: shape.reduce((a, b) => a * b, 1) }))
}

/** The single run from `x`: its last iterate and its verdict. The verdict is the last where `options` ask for critical points too. */
function single(e: Experiment, x: readonly number[], options: ExploreOptions): { ending: RunEnding; end: number[] } {
  let ending: RunEnding | undefined
  let last: PathChunk | undefined
  for (const event of explore({ ...e, starts: [x], runs: [e.runs[0]] }, undefined, options)) {
    if (event?.type === 'ending') ending = event
    if (event?.type === 'path') last = event
  }
  if (ending === undefined || last === undefined) throw new Error('no run')
  const n = x.length
  return { ending, end: Array.from(last.x.subarray((last.count - 1) * n, last.count * n)) }
}

const share = (answer: TileAnswer, fate: number): number => answer.fate.reduce((sum, v) => sum + (v === fate ? 1 : 0), 0) / answer.fate.length

describe('a basin map', () => {
  it.each([
    ['landscape=himmelblau&steps=140&run=momentum,lr:0.01,momentum:0.85'],
    ['landscape=himmelblau&steps=60&run=gd,lr:0.03'],
    ['landscape=himmelblau&steps=500&run=momentum,lr:0.001,momentum:0.9'],
    ['landscape=himmelblau&steps=400&run=nesterov,lr:0.005,momentum:0.9,weight_decay:0.1'],
    ['landscape=six_hump_camel&steps=900&run=momentum,lr:0.00002,momentum:0.999'],
    ['landscape=himmelblau&steps=100&run=gd,lr:0.01&noise=fresh,sd:1'],
    ['landscape=himmelblau&steps=600&run=adam,lr:0.3,schedule:cosine'],
    ['landscape=six_hump_camel&steps=80&run=gd,lr:0.05,sam:0.05,max_norm:1,decoupled_decay:0.01'],
    ['landscape=saddle&steps=50&run=gd,lr:0.1'],
    ['f=log(x)%2By^2&steps=40&run=gd,lr:0.1&domain=-1,3,-1,1'],
    ['landscape=himmelblau&steps=60&run=nelder_mead'],
    ['landscape=abs&steps=60&run=gd,lr:0.1'],
    ['landscape=rastrigin&steps=700&run=gd,lr:0.012'],
  ])('gives every start the end and the verdict of the single run from there: %s', (link) => {
    const job = jobOf(read(link))
    const e = job.experiment
    const answer = mapOf(job, 8)
    const minima = minimaOf(job.critical)
    const options: ExploreOptions = { only: ['runs', 'critical'], memory: {} }
    for (let cell = 0; cell < answer.fate.length; cell += 3) {
      const { ending, end } = single(e, startOf(e.domain, answer.shape, cell), options)
      const fate = answer.fate[cell]
      expect(fate >= 0 ? -1 : fate, `cell ${cell}: ${ending.says}`).toBe(fateOf(ending.verdict))
      if (fate < 0) expect(Array.from(answer.end.subarray(cell * end.length, (cell + 1) * end.length))).toEqual(end)
      else {
        expect(answer.steps[cell]).toBe(ending.step)
        end.forEach((v, i) => {
          const side = e.domain[i][1] - e.domain[i][0]
          expect(Math.abs(v - minima[fate].x[i])).toBeLessThanOrEqual(1e-2 * side)
          // Also of a descent that ended early.
          expect(Math.abs(v - answer.end[cell * end.length + i])).toBeLessThanOrEqual(1e-6 * side)
        })
      }
    }
  })

  it('does not take for certain that a descent stays where steps push it away from the minimum, however slowly', () => {
    // At (-1.27, -3.49) the slope changes so fast that steps of 0.003 leave again, by 1.7 % in 20 steps.
    const job = jobOf(read('landscape=levy13&steps=600&run=gd,lr:0.003'))
    const answer = finish(createMapper()(job, { shape: [24, 24], from: 31, to: 32 }))
    const { end } = single(job.experiment, startOf(job.experiment.domain, [24, 24], 31), { only: ['runs'] })
    expect(Array.from(answer.end)).toEqual(end)
    expect(Math.abs(end[1] - minimaOf(job.critical)[answer.fate[0]].x[1])).toBeGreaterThan(1e-6 * 20)
  })

  it('takes the very iterates of single runs, on every landscape and with every method of formulas', () => {
    const methods = OPTIMIZERS.filter(isDeclared)
    const pair = fc.tuple(fc.constantFrom(...OBJECTIVES), fc.constantFrom(...methods), fc.nat(15))
    fc.assert(fc.property(pair, ([objective, method, place]) => {
      // So few steps that nothing settles for long: the last iterate is told.
      const e = read(`landscape=${objective.id}&steps=7&run=${method.id}`)
      const answer = mapOf({ experiment: e, run: 0, critical: [], partial: true }, e.domain.length === 1 ? 2 : 4)
      const n = e.domain.length
      const { end } = single(e, startOf(e.domain, answer.shape, place), { only: ['runs'] })
      expect(Array.from(answer.end.subarray(place * n, place * n + n))).toEqual(end)
    }), { numRuns: 60 })
  })

  it.each([
    ['landscape=himmelblau&steps=120&run=momentum,lr:0.01,momentum:0.9'],
    ['landscape=himmelblau&steps=170&run=momentum,lr:0.001,momentum:0.9'], // so that some are told to end early, and some are not
  ])('does not depend on how it is cut into tiles, nor on who computes them in which order: %s', (link) => {
    const job = jobOf(read(link))
    const whole = mapOf(job, 24)
    const [one, other] = [createMapper(), createMapper()]
    for (const [from, to, mapper] of [[300, 576, other], [0, 7, one], [7, 300, one]] as const) {
      const tile: Tile = { shape: whole.shape, from, to }
      const answer = finish(mapper(job, tile))
      expect(Array.from(answer.fate)).toEqual(Array.from(whole.fate.subarray(from, to)))
      expect(Array.from(answer.steps)).toEqual(Array.from(whole.steps.subarray(from, to)))
      expect(Array.from(answer.end)).toEqual(Array.from(whole.end.subarray(2 * from, 2 * to)))
    }
  })

  it.each([
    ['landscape=sin3_quad&steps=400&run=gd,lr:0.1', 0.3954],
    ['landscape=x_cos_pi_x&steps=400&run=gd,lr:0.05', 0.5754],
    ['landscape=x2_sin10x&steps=400&run=gd,lr:0.005', 0.0641],
  ])('counts what the global minimum draws to itself: %s: %d', (link, wanted) => {
    expect(Math.abs(share(mapOf(jobOf(read(link)), 256), 0) - wanted)).toBeLessThan(0.005)
  })

  it('counts three equal minima of sin x + sin 3x/2, and those that end at a copy of them outside', () => {
    const answer = mapOf(jobOf(read('landscape=sin_sin3&steps=400&run=gd,lr:0.05')), 256)
    const inside = share(answer, 0) + share(answer, 1) + share(answer, 2)
    expect(Math.abs(inside - 0.6817)).toBeLessThan(0.005)
    expect(Math.abs(inside + share(answer, -1) - 0.7105)).toBeLessThan(0.005)
  })

  it('that compares two runs has the answers of both', () => {
    const link = (runs: string) => `landscape=himmelblau&steps=80&${runs}`
    const [one, other] = ['run=momentum,lr:0.01,momentum:0.85', 'run=gd,lr:0.01']
    const both = mapOf({ ...jobOf(read(link(`${one}&${other}`))), against: 1 }, 12)
    const [first, second] = [one, other].map((run) => mapOf(jobOf(read(link(run))), 12))
    expect([both.fate, both.steps, both.end]).toEqual([first.fate, first.steps, first.end])
    expect([both.otherFate, both.otherSteps]).toEqual([second.fate, second.steps])
    expect(first.fate).not.toEqual(second.fate)
  })

  it('pauses within a tile, so that a newer map is heard soon', () => {
    const job = jobOf(read('landscape=rastrigin&steps=300&run=adam,lr:0.05'))
    const tile = tilesOf(job, 256).at(-1)
    if (tile === undefined) throw new Error('no tile')
    const work = createMapper()(job, tile)
    let pauses = 0
    while (work.next().done !== true) pauses++
    // As many starts as the tile has, each with its steps: a pause at least every 300,000 of them.
    expect(pauses).toBeGreaterThanOrEqual(Math.floor(((tile.to - tile.from) * 300) / 300_000))
  })

  it.each(['&noise=fresh,sd:0.5', ',sam:0.05', ',max_norm:1'])('pauses more often where each start is looked at by itself: %s', (more) => {
    const work = createMapper()(jobOf(read(`landscape=himmelblau&steps=40&run=gd,lr:0.0001${more}`)), { shape: [32, 32], from: 0, to: 1024 })
    let pauses = 0
    while (work.next().done !== true) pauses++
    // So small a rate settles nowhere: every start takes all its steps.
    expect(pauses).toBeGreaterThanOrEqual(Math.floor((1024 * 40) / (PAUSE / APART + 1024)))
  })

  it('may be a single cell, whose start is the middle of the domain', () => {
    const job = jobOf(read('landscape=himmelblau&steps=200&run=gd,lr:0.01'))
    const answer = mapOf(job, 1)
    expect([answer.fate.length, answer.fate[0] >= 0]).toEqual([1, true])
    expect(startOf(job.experiment.domain, [1, 1], 0)).toEqual(job.experiment.domain.map(([low, high]) => (low + high) / 2))
  })

  it('keeps the domain of the landscape where one of a single point was asked for, and takes the smallest there is', () => {
    const { value, issues } = decode('landscape=himmelblau&run=gd,lr:0.01&steps=40&domain=1,1,2,2&basins=run:0')
    expect(issues.map(({ says }) => says).join()).toMatch(/domain/i)
    expect(value.domain).toEqual(read('landscape=himmelblau').domain)
    const job = jobOf({ ...value, domain: [[1, 1 + 2 ** -52], [2, 2 + 2 ** -51]] })
    const answer = mapOf(job, 2)
    const alone = single(job.experiment, startOf(job.experiment.domain, [2, 2], 3), {})
    expect([answer.fate.length, ...answer.end.subarray(6, 8)]).toEqual([4, ...alone.end])
  })

  it('of a formula as long as the page takes, with thousands of operations, has the ends of single runs', () => {
    const terms = Array.from({ length: 152 }, (_, k) => `(x*y-.${k + 101})^9`).join('+')
    const formula = `(${terms})/1e3`
    expect(formula.length).toBeGreaterThan(1950)
    const job = { experiment: read(`f=${encodeURIComponent(formula)}&domain=-1,1,-1,1&start=0,0&steps=20&run=momentum,lr:0.01`), run: 0, critical: [], partial: true }
    const answer = mapOf(job, 4)
    for (const cell of [0, 6, 15]) {
      const { end } = single(job.experiment, startOf(job.experiment.domain, [4, 4], cell), { only: ['runs'] })
      expect([...answer.end.subarray(2 * cell, 2 * cell + 2)]).toEqual(end)
    }
  })

  it('of a landscape without a minimum has none', () => {
    const answer = mapOf(jobOf(read('f=x%2By&domain=-1,1,-1,1&steps=30&run=gd,lr:0.1')), 4)
    expect(Array.from(answer.fate).every((fate) => fate < 0)).toBe(true)
  })

  it('is refused in a sentence where there is no optimizer, or where it would not begin at the start', () => {
    expect(refuseMap(read('landscape=himmelblau&run=none'), 0)).toMatch(/Add an optimizer/)
    expect(refuseMap(read('landscape=himmelblau&run=gd,restarts:3'), 0)).toMatch(/restarts/)
    expect(refuseMap(read('landscape=himmelblau&run=gd'), 0)).toBeUndefined()
  })
})

describe('the tiles of a map', () => {
  it('cover every grid once, from coarse to fine', () => {
    for (const [link, size] of [['landscape=himmelblau', 256], ['landscape=sin_sin3', 1000], ['landscape=himmelblau', 1], ['landscape=himmelblau&run=nelder_mead', 64]] as const) {
      const job = { experiment: read(link), run: 0 }
      const { domain } = job.experiment
      const tiles = tilesOf(job, size)
      const grids = [...new Set(tiles.map(({ shape }) => shape.join()))]
      for (const grid of grids) {
        const own = tiles.filter(({ shape }) => shape.join() === grid)
        own.forEach(({ from }, k) => expect(from).toBe(k === 0 ? 0 : own[k - 1].to))
        expect(own.at(-1)?.to).toBe(own[0].shape.reduce((a, b) => a * b, 1))
      }
      expect(grids.at(-1)).toBe(shapeOf(domain, size).join())
      expect(grids.map((grid) => Number(grid.split(',')[0]))).toEqual(grids.map((grid) => Number(grid.split(',')[0])).toSorted((a, b) => a - b))
    }
  })

  it('are small where a method runs through its code, so that progress is told and the first look comes soon', () => {
    const cells = (link: string) => tilesOf({ experiment: read(link), run: 0 }, 256)[0]
    const [quick, slow] = [cells('landscape=himmelblau&run=adam'), cells('landscape=himmelblau&run=nelder_mead')]
    expect(slow.to).toBeLessThan(quick.to / 50)
    expect(slow.shape[0]).toBeLessThan(quick.shape[0])
  })

  it('know the cell of each start', () => {
    const domain = [[-2, 3], [10, 11]] as const
    for (let cell = 0; cell < 35; cell++) expect(cellAt(domain, [7, 5], startOf(domain, [7, 5], cell))).toBe(cell)
    expect(cellAt(domain, [7, 5], [3, 11])).toBe(34)
    expect(cellAt(domain, [7, 5], [3.1, 10.5])).toBeUndefined()
    expect(cellAt(domain, [7, 5], [NaN, 10.5])).toBeUndefined()
  })
})
