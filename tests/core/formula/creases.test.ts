import { describe, expect, it } from 'vitest'
import { creases } from '../../../src/core/formula/creases.ts'
import { parse } from '../../../src/core/formula/parse.ts'
import { toText } from '../../../src/core/formula/text.ts'

function creasesOf(text: string): string[] {
  const read = parse(text)
  if (!read.ok) throw new Error(text)
  return creases(read.value, ['x', 'y']).map((u) => toText(u))
}

describe('creases of a formula', () => {
  it('are the arguments of abs and relu, and the differences of what min and max compare', () => {
    expect(creasesOf('100 sqrt(abs(y - x^2)) + abs(x + 10) + relu(x y)')).toEqual(['y - x^2', 'x + 10', 'x*y'])
    expect(creasesOf('max(x, y, 1)')).toEqual(['x - y', 'x - 1', 'y - 1'])
  })

  it('are listed once, and not where no coordinate is part of them', () => {
    expect(creasesOf('abs(x) + abs(x)^2 + abs(a)')).toEqual(['x'])
  })

  it('are found inside each other', () => {
    expect(creasesOf('abs(abs(x) - y)')).toEqual(['abs(x) - y', 'x'])
  })

  it('are none where there is no bend, or only one per row of data', () => {
    expect(creasesOf('sin(x) exp(y)')).toEqual([])
    expect(creasesOf('mean(abs(x*u - y))')).toEqual([])
  })
})
