import { expect, it } from 'vitest'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { pictureOf } from '../../../src/core/explore/picture.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'

it.each(OBJECTIVES.map((o) => [o.id, o] as const))('the picture of %s has its heights, first coordinate first, from the low ends', (id, { domain }) => {
  const { landscape } = resolve(experimentOn(id))
  const { shape, f } = pictureOf(id) ?? { shape: [], f: new Float64Array() }
  expect(shape).toEqual(domain.map(() => (domain.length === 1 ? 96 : 56)))
  const corner = (sides: readonly (0 | 1)[]): number => landscape.value(Float64Array.from(domain, (side, i) => side[sides[i]]))
  expect(f[0]).toBe(corner([0, 0]))
  expect(f[shape[0] - 1]).toBe(corner([1, 0]))
  expect(f.at(-1)).toBe(corner([1, 1]))
})

it('there is no picture of what is not in the catalogue', () => {
  expect(pictureOf('constructor')).toBeUndefined()
})
