/** Finding a landscape: by words, by the number of coordinates, by traits; and the arrow keys of the grid. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OBJECTIVES } from '../../src/core/objectives/index.ts'
import { TRAITS } from '../../src/core/objectives/objective.ts'
import { neighbour } from '../../src/ui/panels/gallery-keys.ts'
import { EVERYTHING, search, traitCounts, type Wanted } from '../../src/ui/panels/gallery-search.ts'

const ids = (wanted: Partial<Wanted>): string[] => search(OBJECTIVES, { ...EVERYTHING, ...wanted }).map((o) => o.id)

describe('the search', () => {
  it('finds everything where nothing is asked for', () => {
    expect(ids({})).toEqual(OBJECTIVES.map((o) => o.id))
    expect(ids({ text: '   ' })).toEqual(OBJECTIVES.map((o) => o.id))
  })

  it.each([
    ['by name, without accents and in any case', 'holder TABLE', 'holder_table'],
    ['by author', 'Goldstein and Price', 'goldstein_price'],
    ['by formula, as it may be typed', 'x^3 - 3*x*y^2', 'monkey_saddle'],
    ['by id', 'gauss_plateau', 'gauss_plateau'],
    ['by trait', '4 equal minima', 'himmelblau'],
  ])('%s', (_how, text, id) => {
    expect(ids({ text })).toContain(id)
    expect(ids({ text }).length).toBeLessThan(OBJECTIVES.length / 4)
  })

  it('needs every word and every filter to hold', () => {
    expect(ids({ text: 'booth nonsense' })).toEqual([])
    expect(ids({ dimension: 1 }).every((id) => OBJECTIVES.find((o) => o.id === id)?.coordinates.length === 1)).toBe(true)
    expect(ids({ dimension: 1, traits: ['convex', 'non-smooth'] })).toEqual(['abs'])
  })

  it('is told beforehand how many a further trait leaves', () => {
    fc.assert(fc.property(fc.subarray([...TRAITS]), fc.constantFrom<Wanted['dimension']>('any', 1, 2), fc.constantFrom('', 'bowl', 'minima'), (traits, dimension, text) => {
      for (const [trait, count] of traitCounts(OBJECTIVES, { text, dimension, traits })) {
        expect(ids({ text, dimension, traits: [...traits, trait] }).length).toBe(count)
      }
    }))
  })
})

describe('the arrow keys', () => {
  // Three columns: 0 1 2 / 3 4 5 / 6 7
  const places = Array.from({ length: 8 }, (_, i) => ({ left: (i % 3) * 100, top: Math.floor(i / 3) * 140 }))

  it.each([
    [0, 'ArrowRight', 1], [2, 'ArrowRight', 3], [7, 'ArrowRight', undefined], [3, 'ArrowLeft', 2], [0, 'ArrowLeft', undefined],
    [1, 'ArrowDown', 4], [5, 'ArrowDown', 7], [6, 'ArrowDown', undefined], [7, 'ArrowUp', 4], [1, 'ArrowUp', 'above'],
    [4, 'Home', 0], [4, 'End', 7], [4, 'PageDown', undefined],
  ] as const)('from card %i %s leads to %s', (from, key, to) => {
    expect(neighbour(places, from, key)).toBe(to)
  })
})
