import { describe, expect, it } from 'vitest'
import type { CriticalPoint } from '../../../src/core/explore/events.ts'
import type { PointKind } from '../../../src/core/landscape.ts'
import { crowding, minorAmong } from '../../../src/ui/plot/crowd.ts'

const point = (kind: PointKind, lowest = false): CriticalPoint =>
  ({ x: [0, 0], f: 0, slope: 0, eigenvalues: [], eigenvectors: [], kind, letter: '', lowest, certified: false, global: 0 })
const border = (count: number): CriticalPoint[] => Array.from({ length: count }, (_, k) => point('boundary minimum', k === 0))

describe('glyphs in a crowd', () => {
  it('shrink once and again as points become many', () => {
    expect([60, 61, 160, 161].map(crowding)).toEqual(['few', 'many', 'many', 'crowd'])
  })

  it('along the border step back where there are many of them, the lowest excepted', () => {
    const points = [...border(5), point('minimum'), point('saddle')]
    expect(points.map(minorAmong(points))).toEqual([false, true, true, true, true, false, false])
  })

  it('along the border stay where they are few', () => {
    const points = [...border(4), point('minimum')]
    expect(points.map(minorAmong(points))).toEqual([false, false, false, false, false])
  })
})
