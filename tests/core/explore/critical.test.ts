import { describe, expect, it } from 'vitest'
import { findCritical } from '../../../src/core/explore/critical.ts'
import { compileEnclosed } from '../../../src/core/engine/enclosed.ts'
import { parse } from '../../../src/core/formula/parse.ts'
import { letter, ranked } from '../../../src/core/explore/letters.ts'
import type { CriticalReport } from '../../../src/core/explore/events.ts'
import type { Box } from '../../../src/core/landscape.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { finish, landscapeOf } from './helpers.ts'

const find = (formula: string, domain: Box): CriticalReport => {
  const coordinates = domain.length === 1 ? ['x'] : ['x', 'y']
  return finish(findCritical(landscapeOf(formula, coordinates), coordinates, domain))
}
const kinds = (report: CriticalReport): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const p of report.points) counts[p.kind] = (counts[p.kind] ?? 0) + 1
  return counts
}

/** Coefficients, lowest power first, as a formula in `name` (which may be an expression). */
const polynomial = (c: readonly number[], name: string): string => c.map((v, k) => `(${v})*(${name})^${k}`).join('+')
const derivative = (c: readonly number[], x: number): number => c.reduce((sum, v, k) => sum + (k === 0 ? 0 : k * v * x ** (k - 1)), 0)

/** Roots of the derivative in [lo, hi] with the sign of the second derivative, by dense sampling and bisection. */
function roots(c: readonly number[], lo: number, hi: number): { x: number; up: boolean }[] {
  const found: { x: number; up: boolean }[] = []
  const n = 20_000
  for (let i = 0; i < n; i++) {
    let [a, b] = [lo + ((hi - lo) * i) / n, lo + ((hi - lo) * (i + 1)) / n]
    const up = derivative(c, a) < 0
    if (derivative(c, a) < 0 === derivative(c, b) < 0) continue
    for (let k = 0; k < 60; k++) {
      const m = (a + b) / 2
      if (derivative(c, m) < 0 === up) a = m
      else b = m
    }
    found.push({ x: (a + b) / 2, up })
  }
  return found
}

const randomPolynomial = (degree: number, ...keys: number[]): number[] =>
  Array.from({ length: degree + 1 }, (_, k) => Math.round(200 * (uniform(7, ...keys, k) - 0.5)) / 100)

describe('critical points of a curve', () => {
  it('finds every root of the derivative of random polynomials, as dense sampling does', () => {
    for (let trial = 0; trial < 24; trial++) {
      const c = randomPolynomial(3 + (trial % 5), trial)
      const expected = roots(c, -2, 3)
      const found = find(polynomial(c, 'x'), [[-2, 3]]).points.filter((p) => p.kind === 'minimum' || p.kind === 'maximum')
      expect(found.length).toBe(expected.length)
      for (const { x, up } of expected) {
        const match = found.find((p) => Math.abs(p.x[0] - x) < 1e-8)
        expect(match?.kind).toBe(up ? 'minimum' : 'maximum')
      }
    }
  }, 60_000)

  it.each([
    ['x^3', 0], ['x^4', 0], ['(x-0.3)^5', 0.3], ['(x-1/3)^4', 1 / 3],
  ])('%s has a degenerate point, never a minimum', (formula, at) => {
    const { points } = find(formula, [[-2, 2.5]])
    expect(points.filter((p) => p.kind !== 'boundary minimum').map((p) => p.kind)).toEqual(['degenerate'])
    const degenerate = points.find((p) => p.kind === 'degenerate')
    expect(Math.abs((degenerate?.x[0] ?? NaN) - at)).toBeLessThan(1e-6)
  })

  it('names the minimum of |x| a kink, wherever it lies', () => {
    for (const at of [0, 0.3, -1.7]) {
      const report = find(`abs(x-(${at}))`, [[-3, 3.1]])
      expect(report.points.map((p) => [p.kind, p.letter, p.lowest])).toEqual([['kink minimum', 'A', true]])
      expect(Math.abs(report.points[0].x[0] - at)).toBeLessThan(1e-12)
    }
  })

  it('finds a kink of infinite slope, but no minimum at a pole', () => {
    expect(kinds(find('sqrt(abs(x))', [[-3, 3.1]]))).toEqual({ 'kink minimum': 1 })
    expect(kinds(find('log(abs(x))', [[-3, 3.1]]))).toEqual({})
    expect(kinds(find('-1/x^2', [[-3, 3.1]]))).toEqual({})
    expect(kinds(find('1/x', [[-3, 3.1]]))).toEqual({ 'boundary minimum': 1 })
  })

  it('names ends of the domain that are lowest in their neighbourhood', () => {
    const { points } = find('x^3', [[-2, 2]])
    expect(points.filter((p) => p.lowest).map((p) => [p.kind, p.x[0], p.letter])).toEqual([['boundary minimum', -2, 'A']])
    expect(kinds(find('-x^2', [[-1, 2]]))).toEqual({ maximum: 1, 'boundary minimum': 2 })
    expect(kinds(find('sqrt(x)', [[0, 2]]))).toEqual({ 'boundary minimum': 1 })
    expect(kinds(find('log(x)', [[0, 2]]))).toEqual({})
  })

  it('says that level stretches are not listed, and lists none of their points', () => {
    const report = find('relu(x)+relu(-1-x)', [[-3, 3]])
    expect(report.points.filter((p) => p.kind === 'degenerate')).toEqual([])
    expect(report.says).toContain('level')
    expect(find('0*x+3', [[-3, 3]]).points).toEqual([])
  })

  it('stops at a thousand points and says so', () => {
    const report = find('sin(4000*x)', [[-3, 3]])
    expect(report.points.length).toBeLessThan(1100)
    expect(report.says).toContain('narrow the domain')
    expect(report.says).not.toContain('All')
  })
})

describe('critical points in the plane', () => {
  it('finds the product of the roots of two polynomials, turned by an angle so that nothing is separable', () => {
    for (let trial = 0; trial < 8; trial++) {
      const [p, q] = [randomPolynomial(4, trial, 1), randomPolynomial(4 + (trial % 2), trial, 2)]
      const angle = 0.3 + trial
      const [c, s] = [Math.cos(angle), Math.sin(angle)]
      const [u, v] = [`(${c})*x+(${s})*y`, `(${-s})*x+(${c})*y`]
      const domain: Box = [[-2, 2], [-1.5, 2.5]]
      const inside = (x: number, y: number): boolean => x > -2 && x < 2 && y > -1.5 && y < 2.5
      const expected = roots(p, -4, 4).flatMap((a) => roots(q, -4, 4).map((b) => ({
        x: c * a.x - s * b.x, y: s * a.x + c * b.x, kind: a.up === b.up ? (a.up ? 'minimum' : 'maximum') : 'saddle',
      }))).filter(({ x, y }) => inside(x, y))
      const found = find(`${polynomial(p, u)}+${polynomial(q, v)}`, domain).points.filter((point) => !point.kind.includes(' '))
      for (const { x, y, kind } of expected) {
        expect(found.find((point) => Math.hypot(point.x[0] - x, point.x[1] - y) < 1e-7)?.kind).toBe(kind)
      }
      expect(found.length).toBe(expected.length)
    }
  }, 60_000)

  it('finds Rastrigin’s points on any window: their number is a product', () => {
    // Along x: minima near 1 and 2, maxima near 0.5, 1.5 and 2.5; along y: minima near -1 and 0, maxima near -0.5 and 0.5.
    const report = find('20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)', [[0.3, 2.8], [-1.2, 0.8]])
    expect(kinds(report)).toMatchObject({ minimum: 2 * 2, maximum: 3 * 2, saddle: 2 * 2 + 3 * 2 })
  })

  it('finds kinks off the grid, cones and creases', () => {
    for (const [x, y] of [[0, 0], [0.3, -0.7], [1 / 3, Math.SQRT2]]) {
      const cone = find(`hypot(x-(${x}),y-(${y}))`, [[-2, 2], [-2, 2.2]])
      expect(kinds(cone)).toEqual({ 'kink minimum': 1 })
      expect(Math.hypot(cone.points[0].x[0] - x, cone.points[0].x[1] - y)).toBeLessThan(1e-8)
    }
    expect(kinds(find('abs(x-0.2)+(y-0.1)^2', [[-2, 2], [-2, 2.2]]))).toMatchObject({ 'kink minimum': 1 })
  })

  it('tells lines of flat points apart from points, and says so', () => {
    for (const formula of ['x^2*y^2', '0.5*(1-x*y)^2', '(x+y)^2']) {
      const report = find(formula, [[-3, 3], [-3, 3]])
      expect(report.points.filter((p) => p.kind === 'minimum')).toEqual([])
      expect(report.points.filter((p) => p.kind === 'degenerate').length).toBeLessThanOrEqual(5)
      expect(report.says).toContain('lines')
    }
  })

  it('finds nothing on a plane or where the formula is undefined, and does not fail', () => {
    expect(kinds(find('x+2*y', [[-1, 1], [-1, 1]]))).toEqual({ 'boundary minimum': 1 })
    expect(kinds(find('log(-1-x^2-y^2)', [[-1, 1], [-1, 1]]))).toEqual({})
    expect(find('3+0*x*y', [[-1, 1], [-1, 1]]).points).toEqual([])
  })

  it('finds minima on edges and in corners of the domain', () => {
    const { points } = find('x^2-y^2', [[-2, 2], [-2, 2]])
    const edge = points.filter((p) => p.kind === 'boundary minimum').map((p) => p.x)
    expect(edge.map(([x, y]) => [Math.abs(x) < 1e-9, y])).toEqual([[true, -2], [true, 2]])
    expect(points.filter((p) => p.lowest).length).toBe(2)
    const corners = find('x^3-3*x*y^2', [[-2, 2], [-2, 2]]).points.filter((p) => p.lowest)
    expect(corners.map((p) => [p.kind, ...p.x])).toEqual([['boundary minimum', 2, -2], ['boundary minimum', 2, 2]])
  })

  it('says how many, where, and that it is proved', () => {
    const { says, certificate } = find('(x^2+y-11)^2+(x+y^2-7)^2', [[-5, 5], [-6.2, 6.2]])
    expect(says).toMatch(/^Certified: these 9 are all the critical points in x −5 to 5, y −6.2 to 6.2\./)
    expect(certificate).toEqual({ certified: true, reason: '' })
  })

  it.each([
    ['the kink', 'abs(x-y)+0.1*(x+y)^2', 'no derivative along whole lines'], ['the degenerate point', 'x^2+y^4', 'the point at (0, 0) is degenerate'],
    ['the lines', 'x^2*y^2', 'critical points form whole lines'], ['the curve of minima', '0.5*(1-x*y)^2', 'critical points form whole lines'],
    ['the border of where it is defined', 'sqrt(x*y)-x', 'may jump or be undefined'], ['the level ground', 'relu(x)^2+relu(y)^2', 'exactly level'],
    ['the thousands of points', 'sin(80*x)*sin(80*y)', 'narrow the domain'],
  ])('names %s where nothing can be certified', (_what, formula, reason) => {
    const report = find(formula, [[-2, 2], [-2, 2.1]])
    expect(report.certificate?.certified).toBe(false)
    expect(report.certificate?.reason).toContain(reason)
    expect(report.says).toContain(`Not certified: ${report.certificate?.reason ?? ''}.`)
  }, 60_000)

  it('certifies that there is none', () => {
    expect(find('tanh(x+y)', [[-2, 2], [-2, 2]])).toMatchObject({ certificate: { certified: true }, points: [{ kind: 'boundary minimum' }] })
    expect(find('x^3+x', [[-2, 2]]).says).toMatch(/^Certified: there is no critical point in x −2 to 2\./)
  })

  it('counts points on the very edge of the domain, and where it is cut', () => {
    expect(find('cos(x)', [[-Math.PI, Math.PI]]).points.map((p) => [p.kind, p.certified])).toEqual([['minimum', true], ['minimum', true], ['maximum', true]])
    expect(kinds(find('x^2+y^2', [[0, 2], [-1, 1]]))).toEqual({ minimum: 1 })
    expect(kinds(find('x^2+y^2', [[0.001, 2], [-1, 1]]))).toEqual({ 'boundary minimum': 1 })
  })

  it('calls a minimum global only where nothing in the domain is lower, and counts ties', () => {
    const global = (formula: string, domain: Box): (readonly [string, number])[] => find(formula, domain).points.filter((p) => p.global > 0).map((p) => [p.kind, p.global])
    expect(global('(x^2+y-11)^2+(x+y^2-7)^2', [[-5, 5], [-5, 5]])).toEqual(Array.from({ length: 4 }, () => ['minimum', 4]))
    expect(global('x^2-y^2', [[-2, 2], [-2, 2]])).toEqual([['boundary minimum', 2], ['boundary minimum', 2]])
    expect(global('abs(x)+abs(y)', [[-2, 2], [-2, 2.3]])).toEqual([['kink minimum', 1]])
    expect(global('sin(x)+0.5*sin(3*x)', [[-5, 5]])).toEqual(Array.from({ length: 3 }, () => ['minimum', 3]))
    expect(global('x^4', [[-1, 2]])).toEqual([['degenerate', 1]])
    expect(global('x^2*y^2', [[-2, 2], [-2, 2]]).every(([, count]) => count === Infinity)).toBe(true)
    expect(global('-x^2', [[-1, 2]])).toEqual([['boundary minimum', 1]])
  })

  it('shows points while more are being found, without letters, and then the whole', () => {
    const reports = [...findCritical(landscapeOf('cos(9*x)*cos(9*y)', ['x', 'y']), ['x', 'y'], [[-2, 2], [-2, 2]])].filter((r) => r !== undefined)
    expect(reports.length).toBeGreaterThan(1)
    for (const { done, points } of reports) {
      expect(done).toBe(false)
      for (const p of points) expect([p.letter, p.certified]).toEqual(['', true])
    }
  })

  it('pauses often, so that it can be abandoned', () => {
    let pauses = 0
    for (const _pause of findCritical(landscapeOf('x^2+y^2', ['x', 'y']), ['x', 'y'], [[-1, 1], [-1, 1]])) pauses++
    expect(pauses).toBeGreaterThan(30)
  })
})

describe('letters', () => {
  it('count like columns of a spreadsheet', () => {
    expect([0, 1, 25, 26, 51, 52, 701, 702].map(letter)).toEqual(['A', 'B', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  it('go to the lowest first, then from left to right, and equal to rounding is equal', () => {
    const point = (x: number, f: number, kind: 'minimum' | 'saddle' = 'minimum') =>
      ({ x: [x], f, slope: 0, eigenvalues: [1], eigenvectors: [[1]], kind, certified: false })
    const out = ranked([point(3, 1e-17), point(2, 5), point(-1, 0), point(0, -1, 'saddle')], 0, 10)
    expect(out.map((p) => [p.letter, p.x[0], p.lowest])).toEqual([['A', -1, false], ['B', 3, false], ['C', 2, false], ['', 0, false]])
  })
})

describe('a minimum that slopes cannot show', () => {
  it('is told by the lowest sample: the mean of absolute errors has a kink for each row', () => {
    const x = Float64Array.from({ length: 3000 }, (_, k) => 4 * uniform(3, k) - 2)
    const y = x.map((v, k) => 1.3 * v + 0.4 + uniform(4, k) - uniform(5, k))
    const data = { rows: 3000, columns: [{ name: 'x', values: x }, { name: 'y', values: y }] }
    const parsed = parse('mean(abs(w*x + b - y))')
    if (!parsed.ok) throw new Error(parsed.issues[0].says)
    const landscape = compileEnclosed(parsed.value, ['w', 'b'], {}, data)
    const report = finish(findCritical(landscape, ['w', 'b'], [[-3, 3], [-3, 3]]))
    expect(report.points).toEqual([])
    expect(report.says).toMatch(/The lowest sample is 0\.3\d* near \(1\.\d+, 0\.\d+\): kinks in many rows of the data hide a minimum from slopes\./)
  })
})
