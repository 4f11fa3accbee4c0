import { describe, expect, it } from 'vitest'
import { kindOf, signs } from '../../../src/core/explore/classify.ts'
import { reportAt } from '../../../src/core/explore/report.ts'
import { say, sayDomain, sayPercent, sayPoint } from '../../../src/core/explore/words.ts'
import { landscapeOf } from './helpers.ts'

const at = (formula: string, ...x: number[]) => reportAt(landscapeOf(formula, x.length === 1 ? ['x'] : ['x', 'y']), x)

describe('the class of a point', () => {
  it('is read off the signs of the eigenvalues; zero beside the largest is zero', () => {
    expect(kindOf([1, 2])).toBe('minimum')
    expect(kindOf([-2, -1])).toBe('maximum')
    expect(kindOf([-1, 2])).toBe('saddle')
    for (const flat of [[0, 1], [1e-13, 1], [-1e-13, 1], [0, 0], []]) expect(kindOf(flat)).toBe('degenerate')
    expect(kindOf([1e-8, 1])).toBe('minimum')
    expect(signs([-1, 0, 2, 3])).toEqual({ up: 2, down: 1, flat: 1 })
  })
})

describe('a report', () => {
  it('carries value, gradient, Hessian, eigenvalues and unit eigenvectors', () => {
    const report = at('x^2*y+2*y^2', 1, 2)
    expect(report).toMatchObject({ x: [1, 2], f: 10, gradient: [4, 9], hessian: [4, 2, 2, 4] })
    expect(report.eigenvalues.map((v) => Math.round(v * 1e12) / 1e12)).toEqual([2, 6])
    for (const v of report.eigenvectors) expect(Math.hypot(...v)).toBeCloseTo(1, 14)
  })

  it.each([
    ['x^2+y^2', [0, 0], 'minimum'], ['-x^2-y^2', [0, 0], 'maximum'], ['x^2-y^2', [0, 0], 'saddle'], ['x*y', [0, 0], 'saddle'],
    ['x^2+y^4', [0, 0], 'cannot tell'], ['x^3-3*x*y^2', [0, 0], 'cannot tell'], ['x+y', [1, 2], 'cannot tell'],
    ['x^2+3*y^2', [1, 2], 'slope, curving up'], ['-x^2-y^2', [1, 2], 'slope, curving down'], ['x^2-y^2', [1, 2], 'slope, curving both ways'],
    ['x^2', [0], 'minimum'], ['-x^2', [0], 'maximum'], ['x^3', [0], 'cannot tell'], ['x^2', [1], 'slope, curving up'], ['x', [1], 'slope, straight'],
    ['log(x)', [-1], 'undefined'], ['abs(x)', [0], 'no derivative'], ['x^1.5', [0], 'no curvature'],
  ] as const)('%s at %j is %s', (formula, x, kind) => {
    expect(at(formula, ...x).kind).toBe(kind)
  })

  it('speaks plainly, with numbers', () => {
    expect(at('x^2+2.5*y^2', 1, 1).says).toBe(
      'Bowl-shaped here. Both curvatures are positive, so the nearest flat point downhill is a minimum. Steepest direction is 2.5× the gentlest.')
    expect(at('x^2', 1).says).toBe('On a slope. The tangent rises to the right, so the ball rolls left. The curve bends upward here: steps shrink as the floor nears.')
    expect(at('x^2', -1).says).toContain('falls to the right, so the ball rolls right')
    expect(at('x^2+y', 0, 0).says).toBe('Cannot tell from curvature. One eigenvalue is zero.')
  })

  it('says where nothing is defined, and leaves the eigenvalues out instead of inventing them', () => {
    const report = at('sqrt(x^2+y^2)', 0, 0)
    expect(report.f).toBe(0)
    expect(report.gradient.some(Number.isNaN)).toBe(true)
    expect(report.eigenvalues).toEqual([])
    expect(report.says).toMatch(/^No derivative here\./)
  })
})

describe('numbers in sentences', () => {
  it('have few digits and a true minus', () => {
    expect([0.471043, -0.471043, 1e12, -1e12, 3.2e-5, 0, 1000, 12345, 0.1 + 0.2].map((v) => say(v)))
      .toEqual(['0.471', '−0.471', '1e12', '−1e12', '3.2e−5', '0', '1000', '12345', '0.3'])
    expect([NaN, Infinity, -Infinity].map((v) => say(v))).toEqual(['undefined', 'infinite', 'minus infinite'])
    expect(sayPoint([1.09041])).toBe('1.09')
    expect(sayPoint([0.6, -4.9])).toBe('(0.6, −4.9)')
    expect(sayPercent(0.0702)).toBe('7 %')
    expect(sayDomain(['x', 'y'], [[-5, 5], [-6.2, 6.2]])).toBe('x −5 to 5, y −6.2 to 6.2')
  })
})
