/** What the texts claim of methods that use slopes and curvature: S0-7 (a race that none of them wins) and S1-E4 (a ball on a saddle). */
import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('S0-7: x² + sin 10x from 2', () => {
  it.each(['bfgs', 'lbfgs', 'cg_pr', 'cg_fr'])('%s ends in the local minimum at 1.077830, not the global one', (id) => {
    const { endings, paths } = told(`landscape=x2_sin10x&start=2&run=${id}&steps=40`)
    expect(paths[0][paths[0].length - 1][0]).toBeCloseTo(1.07783, 6)
    expect(endings[0].verdict).toBe('minimum')
    expect(endings[0].says).toContain('A lies deeper')
  })
})

describe('S1-E4: a ball on the saddle 5x² − y², from (1, 0.1)', () => {
  it('Newton jumps to the saddle and stays there', () => {
    const { paths, endings } = told('f=5*x^2-y^2&start=1,0.1&run=newton&steps=10')
    expect(paths[0][1]).toEqual([0, 0])
    expect(endings[0].verdict).toBe('saddle')
  })

  it('saddle-free Newton goes on to (0, 0.2), twice as far from it', () => {
    const { paths } = told('f=5*x^2-y^2&start=1,0.1&run=saddle_free_newton&steps=3')
    expect(paths[0].slice(1)).toEqual([[0, 0.2], [0, 0.4], [0, 0.8]])
  })
})
