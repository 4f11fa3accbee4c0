import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { explore } from '../../../src/core/explore/explore.ts'
import type { Surface } from '../../../src/core/explore/events.ts'
import { objectiveById } from '../../../src/core/objectives/index.ts'

const heights = (link: string) =>
  [...explore(decode(link).value, undefined, { only: ['surface'] })].filter((event): event is Surface => event?.type === 'surface').map(({ height }) => height)

describe('the colours of heights', () => {
  it('are logarithmic over steep walls and linear over gentle ground, the same for the quick surface, the final one and the full one', () => {
    const kinds = (text: string) => heights(`f=${encodeURIComponent(text)}`).map(({ kind }) => kind)
    expect(kinds('(1-x)^2+100*(y-x^2)^2')).toEqual(['log', 'log', 'log'])
    expect(kinds('x^2-y^2')).toEqual(['linear', 'linear', 'linear'])
    expect(kinds('log(-1-x^2)+0*y')).toEqual(['linear', 'linear', 'linear'])
    expect(kinds('3+0*y')).toEqual(['linear', 'linear', 'linear'])
  })

  it('are those that the catalogue declares', () => {
    const [first] = heights('landscape=rosenbrock')
    expect(first).toBe(objectiveById('rosenbrock')?.height)
  })
})
