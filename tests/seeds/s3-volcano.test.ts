/** S3-1: the hike on the volcano. On cells a hiker goes to the lowest of the eight neighbours until none is lower. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'
import { COLUMNS, measuredHeights, ROWS } from '../../src/core/formula/maunga-whau.ts'
import { experimentOn } from '../../src/core/experiment/create.ts'
import { events } from '../core/explore/helpers.ts'

interface Sink {
  readonly row: number
  readonly column: number
  readonly height: number
  /** Cells from which a hiker ends here, this one included. */
  readonly trapped: number
}

/** Sinks that do not lie on the rim. */
function innerSinks(heights: Float64Array): Sink[] {
  const lowestNear = (cell: number): number => {
    const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS]
    let best = cell
    for (let j = Math.max(0, row - 1); j <= Math.min(ROWS - 1, row + 1); j++) {
      for (let i = Math.max(0, column - 1); i <= Math.min(COLUMNS - 1, column + 1); i++) {
        if (heights[j * COLUMNS + i] < heights[best]) best = j * COLUMNS + i
      }
    }
    return best
  }
  const trapped = new Map<number, number>()
  for (let cell = 0; cell < heights.length; cell++) {
    let at = cell
    for (let next = lowestNear(at); next !== at; next = lowestNear(at)) at = next
    trapped.set(at, (trapped.get(at) ?? 0) + 1)
  }
  return [...trapped].map(([cell, count]) => ({ row: Math.floor(cell / COLUMNS), column: cell % COLUMNS, height: heights[cell], trapped: count }))
    .filter(({ row, column }) => row > 0 && row < ROWS - 1 && column > 0 && column < COLUMNS - 1)
}

function surfaceOnCells(): Float64Array {
  const { landscape } = resolve(experimentOn('volcano'))
  return Float64Array.from({ length: ROWS * COLUMNS }, (_, cell) => landscape.value(Float64Array.of(cell % COLUMNS, Math.floor(cell / COLUMNS))))
}

describe('S3-1: downhill ends in the nearest pit', () => {
  it('the map has 61 rows of 87 heights in whole metres, 94 to 195', () => {
    const heights = measuredHeights()
    expect(heights).toHaveLength(5307)
    expect(Math.min(...heights)).toBe(94)
    expect(Math.max(...heights)).toBe(195)
    expect(heights.every(Number.isInteger)).toBe(true)
    expect([...heights.slice(0, 5)]).toEqual([103, 104, 104, 105, 105])
    expect(heights[27 * COLUMNS + 29]).toBe(148)
  })

  it('whole metres make 423 pits that no hiker would find', () => {
    const sinks = innerSinks(measuredHeights())
    expect(sinks).toHaveLength(423)
    expect(sinks).toContainEqual({ row: 27, column: 29, height: 148, trapped: 301 })
  })

  it('on the smooth surface one is left: the crater, 150.1 m at row 27, column 29, which traps 298 of 5307 starts', () => {
    const sinks = innerSinks(surfaceOnCells())
    expect(sinks).toHaveLength(1)
    expect(sinks[0]).toMatchObject({ row: 27, column: 29, trapped: 298 })
    expect(sinks[0].height).toBeCloseTo(150.1, 1)
  })

  it('the function between the cells has that one minimum too, and from the crater every method ends in it', () => {
    const all = events(experimentOn('volcano'))
    const report = all.find((event) => event.type === 'critical')
    const minima = report?.type === 'critical' ? report.points.filter((p) => p.kind === 'minimum') : []
    expect(minima.map((p) => p.x.map((v) => Number(v.toFixed(1))))).toEqual([[29, 26.7]])
    const last = all.filter((event) => event.type === 'ending').slice(-3)
    for (const ending of last) expect(ending.ending).toBe('converged')
  })

  it('where the map ends, a sentence says so', () => {
    const [report] = events(decode('landscape=volcano&start=90,3').value, undefined, { only: ['at'] })
    expect(report.type === 'at' && report.report.says).toMatch(/volcano has heights from \(0, 0\) to \(86, 60\); it is \(90, 3\) here/)
  })
})
