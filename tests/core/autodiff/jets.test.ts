import { describe, expect, test } from 'vitest'
import { differentiate } from '../../../src/core/autodiff/oracle.ts'
import { FUNCTIONS } from '../../../src/core/formula/functions.ts'
import { read, ROWS } from '../formula/arbitrary.ts'

const derivatives = (text: string, x: number): [number, number, number] => {
  const { f, gradient, hessian } = differentiate(read(text), ['x'], {}, [x], ROWS)
  return [f, gradient[0], hessian[0]]
}

/** Central differences with Richardson extrapolation (two halvings): error about h⁶. */
function slope(f: (x: number) => number, x: number, h: number): number {
  const d = (k: number): number => (f(x + k) - f(x - k)) / (2 * k)
  const once = (k: number): number => (4 * d(k / 2) - d(k)) / 3
  return (16 * once(h / 2) - once(h)) / 15
}

/** Points inside each function's domain, both signs where it has them. */
const INSIDE: Record<string, number[]> = {
  asin: [-0.7, 0.3], acos: [-0.7, 0.3], log: [0.4, 3], log2: [0.4, 3], log10: [0.4, 3], sqrt: [0.4, 3],
}

describe('derivatives against differences', () => {
  const cases: [string, string][] = [...FUNCTIONS.values()].flatMap((row): [string, string][] => {
    if (row.name === 'if') return [['if', 'if(x < 10, x^3, x)'], ['if', 'if(x > 10, 1, sin(x))']]
    if (row.arity[0] === 1) return [[row.name, `${row.name}(x)`], [row.name, `${row.name}(x^2/4 + x/5)`], [row.name, `x*${row.name}(x/2)`]]
    return [[row.name, `${row.name}(x^2, x + 1)`], [row.name, `${row.name}(3, x)`], [row.name, `${row.name}(exp(x), x^3 - 2)`]]
  })
  const operations = ['x + 2x', '3 - x', 'x*x*x', '1/x', 'x/(1 + x^2)', 'x^2', 'x^3', 'x^7', 'x^-2', 'x^2.5', 'x^0.5', '2^x', 'e^(x^2)',
    '(x^2 + 1)^x', 'x^x', '-x^4', 'sin(x)/x', '(x^2)^(x^2)', 'exp(sin(x)^2)*log(x^2 + 1)']
  test.each([...cases, ...operations.map((text): [string, string] => ['', text])])('%s: %s', (name, text) => {
    const points = INSIDE[name] ?? (/x\^(x|2\.5|0\.5)|log\(x\)/.test(text) ? [0.6, 1.7] : [-1.3, 0.6, 1.7])
    let checked = 0
    for (const x of points) {
      const [f, d1, d2] = derivatives(text, x)
      if (!Number.isFinite(f)) continue
      const tolerance = 1e-8 * Math.max(1, Math.abs(f), Math.abs(d1), Math.abs(d2))
      expect(Math.abs(d1 - slope((u) => derivatives(text, u)[0], x, 2e-3))).toBeLessThan(tolerance)
      expect(Math.abs(d2 - slope((u) => derivatives(text, u)[1], x, 2e-3))).toBeLessThan(tolerance)
      checked++
    }
    expect(checked).toBeGreaterThan(0)
  })

  test.each(['x^2 y^3', 'sin(x y) + x/y', 'hypot(x, y)', 'atan2(y, x)', 'x^y', 'exp(-x^2 - y^2) cos(x - y)', 'max(x^2, y)', 'min(x y, x + y)',
    'if(x < y, x^2 y, y^3)', 'softplus(x y)', 'sqrt(x^2 + y^2)', 'log(1 + x^2 + y^4)', '(x + y)/(1 + x^2)', 'abs(x - y)^3'])('mixed derivatives of %s', (text) => {
    const e = read(text)
    const at = (x: number, y: number) => differentiate(e, ['x', 'y'], {}, [x, y])
    for (const [x, y] of [[0.7, 1.9], [1.3, 0.4], [2.1, 3.3]]) {
      const { gradient, hessian } = at(x, y)
      const size = Math.max(1, ...hessian.map(Math.abs))
      expect(Math.abs(gradient[0] - slope((u) => at(u, y).f, x, 2e-3))).toBeLessThan(1e-8 * size)
      expect(Math.abs(gradient[1] - slope((u) => at(x, u).f, y, 2e-3))).toBeLessThan(1e-8 * size)
      expect(Math.abs(hessian[0] - slope((u) => at(u, y).gradient[0], x, 2e-3))).toBeLessThan(1e-7 * size)
      expect(Math.abs(hessian[1] - slope((u) => at(x, u).gradient[0], y, 2e-3))).toBeLessThan(1e-7 * size)
      expect(Math.abs(hessian[3] - slope((u) => at(x, u).gradient[1], y, 2e-3))).toBeLessThan(1e-7 * size)
      expect(hessian[1]).toBe(hessian[2])
    }
  })
})

describe('points where care is needed', () => {
  test.each<[string, number, [number, number, number]]>([
    ['x^2', 0, [0, 0, 2]], ['x^3', 0, [0, 0, 0]], ['x^1', 0, [0, 1, 0]], ['x^0', 0, [1, 0, 0]], ['x^2', -3, [9, -6, 2]],
    ['x^1.5', 0, [0, 0, Infinity]], ['x^2.5', 0, [0, 0, 0]], ['x', 7, [7, 1, 0]], ['5', 7, [5, 0, 0]], ['1/x', 0, [Infinity, -Infinity, Infinity]],
    ['sqrt(x)', 0, [0, Infinity, -Infinity]],
  ])('%s at %d has value, slope and curvature %j', (text, x, expected) => expect(derivatives(text, x).map((v) => v + 0)).toEqual(expected))

  test.each(['abs(x)', 'sqrt(x^2)', 'relu(x)', 'sign(x)', 'floor(x)', 'max(x, 0)', 'min(x, -x)', 'hypot(x, 0)'])('%s keeps its value at 0, and its derivative is NaN there', (text) => {
    const [f, d1, d2] = derivatives(text, 0)
    expect([f + 0, d1, d2]).toEqual([0, NaN, NaN])
  })

  test.each<[string, number, number]>([['abs(x)', -2, -1], ['relu(x)', -2, 0], ['relu(x)', 2, 1], ['sign(x)', 2, 0], ['floor(x)', 1.5, 0], ['max(x, 0)', 2, 1], ['min(x, 0)', 2, 0]])(
    'beside its kink %s has slope: at %d %d', (text, x, d) => expect(derivatives(text, x).slice(1).map((v) => v + 0)).toEqual([d, 0]))

  test('max of equal things has the derivative they agree on', () => {
    expect(derivatives('max(x^2, x^2)', 3)).toEqual([9, 6, 2])
    expect(derivatives('max(x^2, 2x^2 - x^2)', 3)).toEqual([9, 6, 2])
  })

  test('if takes the derivative of the branch taken, and a NaN condition is NaN', () => {
    expect(derivatives('if(x < 0, x^2, x^3)', 0)).toEqual([0, 0, 0])
    expect(derivatives('if(log(x) < 0, x^2, x^3)', -1)).toEqual([NaN, NaN, NaN])
    expect(derivatives('if(x > 0, log(x), x)', -1)).toEqual([-1, 1, 0])
  })

  test('where log is undefined so is its slope', () => expect(derivatives('log(x)', -1)).toEqual([NaN, NaN, NaN]))

  test('Ackley at its own minimum keeps the value and has no derivative', () => {
    const ackley = read('-20 exp(-0.2 sqrt(0.5(x^2 + y^2))) - exp(0.5(cos(2 pi x) + cos(2 pi y))) + e + 20')
    const { f, gradient, hessian } = differentiate(ackley, ['x', 'y'], {}, [0, 0])
    expect(Math.abs(f)).toBeLessThan(1e-14)
    expect([...gradient, ...hessian].every(Number.isNaN)).toBe(true)
  })

  test('tails keep their digits: sech² and σ′ far out are small, not 0', () => {
    expect(derivatives('tanh(x)', 20)[1]).toBeCloseTo(1.6993417021166355e-17, 30)
    expect(derivatives('sigmoid(x)', 40)[1]).toBeCloseTo(4.248354255291589e-18, 30)
  })

  test('infinity times a slope that is 0 by value is NaN, by structure it is left out', () => {
    expect(derivatives('x*exp(1000)', 0)[0]).toBeNaN()
    expect(derivatives('exp(1000)', 0)).toEqual([Infinity, 0, 0])
  })
})
