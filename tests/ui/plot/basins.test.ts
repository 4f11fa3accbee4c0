import { describe, expect, it } from 'vitest'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import { EMPTY, sharesOf, type Grid } from '../../../src/store/basins.ts'
import { basinCsv, basinNpy } from '../../../src/ui/plot/basin-export.ts'
import { basinColour, hatched, paintBasins, type BasinLook } from '../../../src/ui/plot/basin-paint.ts'

const look: BasinLook = { hues: [[200, 0, 0], [0, 200, 0]], ground: [1, 1, 1], line: [9, 9, 9] }
const grid: Grid = {
  shape: [2, 2], fate: Int16Array.of(0, 1, 0, -5), steps: Uint32Array.of(10, 10, 10, 3), end: Float64Array.of(1, 2, 3, 4, 5, 6, NaN, 8), filled: 4,
}
const square = [[0, 1], [0, 1]] as const
const { value: e } = decode('landscape=himmelblau&domain=0,1,0,1')
const point = { x: [0, 0], f: 0, slope: 0, eigenvalues: [], eigenvectors: [], kind: 'minimum', lowest: false, certified: false, global: 0 } as const
const job = { experiment: e, run: 0, critical: ['A', 'B', 'C'].map((letter) => ({ ...point, letter })), partial: false }

describe('the picture of a basin map', () => {
  it('has the low corner at the lower left, a hue for each minimum, and nothing outside the domain', () => {
    const pixels = paintBasins([grid], square, [[0, 2], [0, 1]], 4, 2, look)
    const at = (x: number, y: number): number[] => Array.from(pixels.subarray(4 * (4 * y + x), 4 * (4 * y + x) + 4))
    expect(at(0, 1)).toEqual([200, 0, 0, 255])
    expect(at(1, 1)).toEqual([0, 200, 0, 255])
    expect(at(0, 0)).toEqual([200, 0, 0, 255])
    expect([1, 9]).toContain(at(1, 0)[0])
    expect(at(2, 0)).toEqual([0, 0, 0, 0])
  })

  it('is darker where it takes longer', () => {
    expect(basinColour(look, 0, 10, [10, 90])[0]).toBe(200)
    expect(basinColour(look, 0, 90, [10, 90])[0]).toBeLessThan(130)
  })

  it('shows a coarser grid where the finer one has not come', () => {
    const finer: Grid = { shape: [4, 4], fate: new Int16Array(16).fill(EMPTY).fill(1, 0, 4), steps: new Uint32Array(16), end: new Float64Array(32), filled: 4 }
    const pixels = paintBasins([grid, finer], square, square, 4, 4, look)
    expect(Array.from(pixels.subarray(4 * 12, 4 * 12 + 3))).toEqual([0, 200, 0])
    expect(Array.from(pixels.subarray(4 * 8, 4 * 8 + 3))).toEqual([200, 0, 0])
  })

  it('hatches each class in a way of its own', () => {
    const pattern = (fate: number): string => Array.from({ length: 400 }, (_, k) => (hatched(fate, k % 20, Math.floor(k / 20)) ? 1 : 0)).join('')
    expect(new Set([-1, -2, -3, -4, -5, -6].map(pattern)).size).toBe(6)
  })
})

describe('what the map says in numbers', () => {
  it('lists every minimum, those without a start too, and other fates where they occur', () => {
    expect(sharesOf({ grids: [grid], job }).map(({ fate, cells }) => [fate, cells])).toEqual([[0, 2], [1, 1], [2, 0], [-5, 1]])
  })

  it('is a table with one row per start', () => {
    expect(basinCsv(grid, job).split('\n').slice(0, 5)).toEqual([
      'x,y,end,steps,x_end,y_end', '0.25,0.25,A,10,1,2', '0.75,0.25,B,10,3,4', '0.25,0.75,A,10,5,6', '0.75,0.75,Diverged,3,NaN,8',
    ])
  })

  it('is an array that numpy reads: the header of NEP 1, then fate, steps and end of each cell', () => {
    const bytes = basinNpy(grid)
    const length = 10 + bytes[8] + 256 * bytes[9]
    expect(String.fromCharCode(...bytes.subarray(1, 6))).toBe('NUMPY')
    expect(length % 64).toBe(0)
    expect(String.fromCharCode(...bytes.subarray(10, length))).toMatch(/^\{'descr': '<f8', 'fortran_order': False, 'shape': \(2, 2, 4\), \} *\n$/)
    expect(Array.from(new Float64Array(bytes.buffer.slice(length)).subarray(4, 8))).toEqual([1, 10, 3, 4])
  })
})

describe('a basin map in a link', () => {
  it('comes back as it was', () => {
    const with_ = { ...e, basins: { run: 1, size: 512 } }
    const { value, issues } = decode(encode(with_))
    expect([value.basins, issues]).toEqual([{ run: 1, size: 512 }, []])
  })

  it('is refused in sentences where it cannot be', () => {
    const { value, issues } = decode('landscape=himmelblau&basins=size:5000,colour:3')
    expect(value.basins).toEqual({ run: 0, size: 256 })
    expect(issues.map(({ says }) => says).join(' ')).toMatch(/size.*5000.*1024.*colour/s)
  })
})
