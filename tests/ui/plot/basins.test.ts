import { describe, expect, it } from 'vitest'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import { EMPTY, type Grid } from '../../../src/store/basin-grids.ts'
import { drawLetters } from '../../../src/ui/plot/basin-draw.ts'
import { basinCsv, basinNpy } from '../../../src/ui/plot/basin-export.ts'
import { startSays } from '../../../src/ui/plot/basin-words.ts'
import { basinColour, classHatched, paintBasins, shadeOf, SHADES, type BasinLook } from '../../../src/ui/plot/basin-paint.ts'
import { recorder } from './recorder.ts'
import { tokens } from './tokens.ts'

const look: BasinLook = { hues: [[[200, 0, 0], [100, 0, 0]], [[0, 200, 0], [0, 100, 0]]], ground: [1, 1, 1], line: [9, 9, 9] }
const square = [[0, 1], [0, 1]] as const
const { value: e } = decode('landscape=himmelblau&domain=0,1,0,1&run=gd&run=adam')
const point = { x: [0, 0], f: 0, slope: 0, eigenvalues: [], eigenvectors: [], kind: 'minimum', lowest: false, certified: false, global: 0 } as const
const job = { experiment: e, run: 0, critical: ['A', 'B', 'C'].map((letter) => ({ ...point, letter })), partial: false }
const grid: Grid = {
  job, shape: [2, 2], fate: Int16Array.of(0, 1, 0, -5), steps: Uint32Array.of(10, 10, 10, 3), end: Float64Array.of(1, 2, 3, 4, 5, 6, NaN, 8), filled: 4,
}
const compared: Grid = { ...grid, job: { ...job, against: 1 }, other: { fate: Int16Array.of(0, 0, 0, -5), steps: Uint32Array.of(9, 2, 11, 3) } }

describe('the letters on a basin map', () => {
  const letters = (told: Parameters<typeof drawLetters>[1]): readonly unknown[] => {
    const { ctx, of } = recorder()
    drawLetters(ctx, told, { box: square, width: 400, height: 400 }, tokens)
    return of('fillText').map(([letter]) => letter)
  }

  it('are there as soon as the minima are, before any start has come to one', () => {
    expect(letters({ job, whole: undefined, grids: [] })).toEqual(['A'])
    expect(letters({ job: undefined, whole: undefined, grids: [] })).toEqual([])
  })
})

describe('the picture of a basin map', () => {
  it('has the low corner at the lower left, a hue for each minimum, and nothing outside the domain', () => {
    const pixels = paintBasins([grid], [[0, 2], [0, 1]], 4, 2, look)
    const at = (x: number, y: number): number[] => Array.from(pixels.subarray(4 * (4 * y + x), 4 * (4 * y + x) + 4))
    expect(at(0, 1)).toEqual([200, 0, 0, 255])
    expect(at(1, 1)).toEqual([0, 200, 0, 255])
    expect(at(0, 0)).toEqual([200, 0, 0, 255])
    expect([1, 9]).toContain(at(1, 0)[0])
    expect(at(2, 0)).toEqual([0, 0, 0, 0])
  })

  it('is darker where it takes longer', () => {
    const quick = basinColour(look, 0, shadeOf(10, [10, 90]))
    const slow = basinColour(look, 0, shadeOf(90, [10, 90]))
    expect([quick, slow]).toEqual([[200, 0, 0], [100, 0, 0]])
    expect(shadeOf(10_000, [10, 90])).toBe(SHADES - 1)
    expect(shadeOf(50, [50, 50])).toBe(0)
  })

  it('shows a coarser grid where the finer one has not come', () => {
    const finer: Grid = { job, shape: [4, 4], fate: new Int16Array(16).fill(EMPTY).fill(1, 0, 4), steps: new Uint32Array(16), end: new Float64Array(32), filled: 4 }
    const pixels = paintBasins([grid, finer], square, 4, 4, look)
    expect(Array.from(pixels.subarray(4 * 12, 4 * 12 + 3))).toEqual([0, 200, 0])
    expect(Array.from(pixels.subarray(4 * 8, 4 * 8 + 3))).toEqual([200, 0, 0])
  })

  it('of two runs is pale where both end alike, and in bands of both hues where they do not', () => {
    const pixels = paintBasins([compared], square, 40, 40, look)
    const reds = new Set<string>()
    for (let k = 0; k < 20; k++) reds.add(Array.from(pixels.subarray(4 * (40 * 30 + 20 + k), 4 * (40 * 30 + 20 + k) + 3)).map((v) => (v > 90 ? 1 : 0)).join(''))
    expect([...reds].sort()).toEqual(['010', '100'])
    const agreed = Array.from(pixels.subarray(4 * (40 * 30), 4 * (40 * 30) + 3))
    expect(agreed[0]).toBeLessThan(90)
    expect(agreed[0]).toBeGreaterThan(agreed[1])
  })

  it('has hatching of the same width on the page at any density of pixels', () => {
    const hatch: Grid = { ...grid, fate: new Int16Array(4).fill(-4) }
    const [once, twice] = [paintBasins([hatch], square, 30, 30, look), paintBasins([hatch], square, 60, 60, look, 2)]
    for (let k = 0; k < 30; k++) expect(twice[4 * (60 * 2 * 7 + 2 * k)]).toBe(once[4 * (30 * 7 + k)])
  })

  it('hatches each class in a way of its own', () => {
    const pattern = (fate: number): string => Array.from({ length: 400 }, (_, k) => (classHatched(fate, k % 20, Math.floor(k / 20)) ? 1 : 0)).join('')
    expect(new Set([-1, -2, -3, -4, -5, -6].map(pattern)).size).toBe(6)
  })
})

describe('what the map says in numbers', () => {
  it('is a table with one row per start', () => {
    expect(basinCsv(grid).split('\n').slice(0, 5)).toEqual([
      'x,y,end,steps,x_end,y_end', '0.25,0.25,A,10,1,2', '0.75,0.25,B,10,3,4', '0.25,0.75,A,10,5,6', '0.75,0.75,Diverged,3,NaN,8',
    ])
    expect(basinCsv(compared).split('\n').slice(0, 3)).toEqual([
      'x,y,end,steps,x_end,y_end,other_end,other_steps', '0.25,0.25,A,10,1,2,A,9', '0.75,0.25,B,10,3,4,A,2',
    ])
  })

  it('is an array that numpy reads: the header of NEP 1, then fate, steps and end of each cell', () => {
    const bytes = basinNpy(grid)
    const length = 10 + bytes[8] + 256 * bytes[9]
    expect(String.fromCharCode(...bytes.subarray(1, 6))).toBe('NUMPY')
    expect(length % 64).toBe(0)
    expect(String.fromCharCode(...bytes.subarray(10, length))).toMatch(/^\{'descr': '<f8', 'fortran_order': False, 'shape': \(2, 2, 4\), \} *\n$/)
    expect(Array.from(new Float64Array(bytes.buffer.slice(length)).subarray(4, 8))).toEqual([1, 10, 3, 4])
    const both = basinNpy(compared)
    expect(String.fromCharCode(...both.subarray(10, 100))).toContain("'shape': (2, 2, 6)")
    expect(Array.from(new Float64Array(both.buffer.slice(10 + both[8])).subarray(6, 12))).toEqual([1, 10, 3, 4, 0, 2])
  })
})

describe('what the map says of a start', () => {
  it('is where it ends and after how many steps, of both runs where two are compared', () => {
    expect(startSays({ grids: [grid], job }, [0.7, 0.2])).toBe('(0.700, 0.200) ends at minimum B after 10 steps.')
    expect(startSays({ grids: [grid], job }, [0.7, 0.9])).toBe('(0.700, 0.900): diverged after 3 steps.')
    expect(startSays({ grids: [compared], job: compared.job }, [0.7, 0.2])).toBe('(0.700, 0.200): Gradient descent at minimum B after 10 steps, Adam at minimum A after 2 steps.')
  })

  it('is nothing outside the domain, where it has not come, and where only an older map knows', () => {
    expect(startSays({ grids: [grid], job }, [1.7, 0.2])).toBeUndefined()
    expect(startSays({ grids: [{ ...grid, fate: new Int16Array(4).fill(EMPTY), filled: 0 }], job }, [0.7, 0.2])).toBeUndefined()
    expect(startSays({ grids: [grid], job: { ...job } }, [0.7, 0.2])).toBeUndefined()
  })
})

describe('a basin map in a link', () => {
  it('comes back as it was', () => {
    for (const basins of [{ run: 1, size: 512 }, { run: 0, against: 1, size: 64 }]) {
      const { value, issues } = decode(encode({ ...e, basins }))
      expect([value.basins, issues]).toEqual([basins, []])
    }
    expect(encode({ ...e, basins: { run: 0, against: 1, size: 64 } })).toMatch(/&basins=run:0,against:1,size:64$/)
  })

  it('is refused in sentences where it cannot be', () => {
    const { value, issues } = decode('landscape=himmelblau&basins=size:5000,colour:3')
    expect(value.basins).toEqual({ run: 0, size: 256 })
    expect(issues.map(({ says }) => says).join(' ')).toMatch(/size.*5000.*1024.*colour/s)
    const two = decode('landscape=himmelblau&basins=against:many')
    expect(two.value.basins).toEqual({ run: 0, size: 256 })
    expect(two.issues.map(({ says }) => says)).toEqual(['The basin map: against is "many", expected a number. Write it like against:1.'])
  })
})
