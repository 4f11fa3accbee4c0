import { describe, expect, it } from 'vitest'
import type { MapJob, Tile, TileAnswer } from '../../src/core/ensembles/job.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { differenceOf, EMPTY, isWhole, missing, sharesOf, spanOf, wholeOf, withAnswer, type Grid } from '../../src/store/basin-grids.ts'

const { value: e } = decode('landscape=himmelblau&domain=0,1,0,1&run=gd&run=adam')
const point = { x: [0, 0], f: 0, slope: 0, eigenvalues: [], eigenvectors: [], kind: 'minimum', lowest: false, certified: false, global: 0 } as const
const job: MapJob = { experiment: e, run: 0, critical: ['A', 'B', 'C'].map((letter) => ({ ...point, letter })), partial: false }

const tile = (side: number, from: number, to: number): Tile => ({ shape: [side, side], from, to })

function answer({ shape, from, to }: Tile, fate = 0): TileAnswer {
  const n = to - from
  return { shape, from, to, fate: new Int16Array(n).fill(fate), steps: Uint32Array.from({ length: n }, (_, k) => from + k), end: new Float64Array(2 * n).fill(from) }
}

const after = (start: readonly Grid[], of: MapJob, ...tiles: Tile[]): readonly Grid[] => tiles.reduce((grids, one) => withAnswer(grids, of, answer(one)), start)

describe('the grids of a map', () => {
  it('take answers in any order, each in its place', () => {
    const [grid] = after([], job, tile(2, 2, 4), tile(2, 0, 2))
    expect([Array.from(grid.fate), Array.from(grid.steps), Array.from(grid.end), isWhole(grid)]).toEqual([[0, 0, 0, 0], [0, 1, 2, 3], [0, 0, 0, 0, 2, 2, 2, 2], true])
  })

  it('are the same whatever the order', () => {
    const tiles = [tile(4, 0, 6), tile(4, 6, 9), tile(4, 9, 16)]
    expect(after([], job, ...tiles)).toEqual(after([], job, ...tiles.toReversed()))
  })

  it('keep what lies under a grid that is not whole yet, and nothing under one that is', () => {
    const under = after([], job, tile(2, 0, 4), tile(4, 0, 8))
    expect(under.map(({ shape, filled }) => [shape[0], filled])).toEqual([[2, 4], [4, 8]])
    expect(under[1].fate[8]).toBe(EMPTY)
    expect(wholeOf(under)?.shape).toEqual([2, 2])
    const done = after(under, job, tile(4, 8, 16))
    expect(done.map(({ shape }) => shape[0])).toEqual([4])
  })

  it('keep the picture of an older job until the newer one has a whole one', () => {
    const older = after([], job, tile(4, 0, 16))
    const newer: MapJob = { ...job, run: 1 }
    const begun = after(older, newer, tile(2, 0, 2))
    expect(begun.map((grid) => grid.job.run)).toEqual([0, 1])
    expect(wholeOf(begun)?.job).toBe(job)
    expect(after(begun, newer, tile(2, 2, 4)).map((grid) => grid.job.run)).toEqual([1])
  })

  it('say which tiles are still wanted when work goes on where it was given up', () => {
    const tiles = [tile(2, 0, 2), tile(2, 2, 4), tile(4, 0, 8), tile(4, 8, 16)]
    expect(missing([], job, tiles)).toEqual(tiles)
    expect(missing(after([], job, tiles[1]), job, tiles)).toEqual([tiles[0], tiles[2], tiles[3]])
    expect(missing(after([], job, tiles[0], tiles[1], tiles[3]), job, tiles)).toEqual([tiles[2]])
    expect(missing(after([], job, ...tiles), job, tiles)).toEqual([])
    expect(missing(after([], { ...job, run: 1 }, ...tiles), job, tiles)).toEqual(tiles)
  })
})

describe('a whole grid in numbers', () => {
  const fate = Int16Array.of(0, 1, 0, -5, 0, -5)
  const steps = Uint32Array.of(30, 7, 10, 3, 20, 9)

  it('lists every minimum, those without a start too, and other fates where they occur', () => {
    const shares = sharesOf({ fate, steps }, 3)
    expect(shares.map(({ fate: of, cells }) => [of, cells])).toEqual([[0, 3], [1, 1], [2, 0], [-5, 2]])
    expect(shares.reduce((sum, { cells }) => sum + cells, 0)).toBe(fate.length)
    expect(shares[0].steps).toEqual([10, 20, 30])
    expect(shares[2].steps).toEqual([NaN, NaN, NaN])
  })

  it('has a span of steps that outliers do not stretch', () => {
    const many = { fate: new Int16Array(101), steps: Uint32Array.from({ length: 101 }, (_, k) => (k === 100 ? 100_000 : k)) }
    expect(spanOf(many)).toEqual([5, 95])
    expect(spanOf({ fate: Int16Array.of(-5), steps: Uint32Array.of(3) })).toEqual([0, 1])
  })

  it('counts where two runs end alike and which of them is there first', () => {
    const grid: Grid = { job: { ...job, against: 1 }, shape: [6], fate, steps, end: new Float64Array(6), other: { fate: Int16Array.of(0, 0, 0, -5, 0, -4), steps: Uint32Array.of(30, 7, 11, 1, 5, 9) }, filled: 6 }
    expect(differenceOf(grid)).toEqual({ same: 4, elsewhere: 2, sooner: 1, later: 1 })
    expect(differenceOf({ ...grid, other: undefined })).toBeUndefined()
  })
})
