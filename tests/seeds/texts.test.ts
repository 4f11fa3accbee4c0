/** Numbers that teaching texts print, against 40-digit arithmetic: see `source` in the file. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ofKind, told } from './told.ts'

interface Point { readonly x: number; readonly f: number; readonly f2?: number; readonly type?: 'min' | 'max' }
interface Item { readonly id: string; readonly claim: string; readonly truth: Readonly<Record<string, unknown>> }
const file = JSON.parse(readFileSync(new URL('../reference/seeds.json', import.meta.url), 'utf8')) as { readonly items: readonly Item[] }

function item<T>(id: string): T {
  const found = file.items.find((i) => i.id === id)
  if (found === undefined) throw new Error(`no item ${id}`)
  return found.truth as T
}

/** Every listed point is found, with its value, curvature and kind, and no other one of those kinds. */
function agree(link: string, points: readonly Point[]): void {
  const { critical } = told(link)
  const interior = critical.filter((p) => p.kind === 'minimum' || p.kind === 'maximum').toSorted((a, b) => a.x[0] - b.x[0])
  expect(interior.map((p) => p.kind.slice(0, 3))).toEqual(points.map((p) => p.type))
  for (const [i, { x, f, f2 }] of points.entries()) {
    expect(Math.abs(interior[i].x[0] - x)).toBeLessThan(1e-8)
    expect(Math.abs(interior[i].f - f)).toBeLessThan(1e-9)
    expect(Math.abs(interior[i].eigenvalues[0] - (f2 ?? NaN))).toBeLessThan(1e-6)
  }
}

describe('critical points that texts give', () => {
  it('x cos πx on [-1, 2]: the local minimum is at -0.2739, not 0.3, and the global one has -1.0467, not -0.95', () => {
    agree('landscape=x_cos_pi_x', item<{ critical_points: Point[] }>('x_cos_pi_x_minima').critical_points)
  })
  it('sin 3x + x²/2: neither -1 nor 0 is a critical point', () => {
    agree('landscape=sin3_quad', item<{ critical_points: Point[] }>('sin3_quad_minima').critical_points)
  })
  it('x² - 2x + 1 has one minimum', () => {
    agree('landscape=parabola_1', item<{ critical_points: Point[] }>('parabola_minima').critical_points)
  })
  it('sin x + sin(3x)/2 on [-5, 5] has five minima and five maxima', () => {
    const { critical } = told('landscape=sin_sin3')
    for (const p of item<{ critical_points: Point[] }>('gd_sin_sin3_from_1.0').critical_points) {
      const [match] = ofKind(critical, p.type === 'min' ? 'minimum' : 'maximum').filter((q) => Math.abs(q.x[0] - p.x) < 1e-8)
      expect(match.f).toBeCloseTo(p.f, 9)
    }
  })
  it('x² + sin 10x between -3 and 3', () => {
    agree('landscape=x2_sin10x&domain=-3,3&start=2', item<{ critical_points: Point[] }>('scipy_x2_sin10x_from_2').critical_points)
  })
  it('the empirical risk has three minima, the risk one', () => {
    const { f, g } = item<{ f: { critical_points: Point[] }; g: { critical_points: Point[] } }>('risk_vs_empirical_risk')
    agree('landscape=x_cos_pi_x&domain=0.5,1.5&start=0.8', f.critical_points)
    agree('landscape=x_cos_pi_x_risk', g.critical_points)
  })
})

describe('heights and slopes where texts see minima', () => {
  const at = (landscape: string, x: number) => told(`landscape=${landscape}&start=${x}&run=none`).at
  it('x cos πx at 0.3 and 1.1', () => {
    const { value_at_claimed: values } = item<{ value_at_claimed: { at_0_3: number; at_1_1: number } }>('x_cos_pi_x_minima')
    expect(Math.abs(at('x_cos_pi_x', 0.3).f - values.at_0_3)).toBeLessThan(1e-15)
    expect(Math.abs(at('x_cos_pi_x', 1.1).f - values.at_1_1)).toBeLessThan(1e-15)
  })
  it('sin 3x + x²/2 at -1 and 0', () => {
    for (const { x, f, f1 } of item<{ f_and_f1_at_claimed: { x: number; f: number; f1: number }[] }>('sin3_quad_minima').f_and_f1_at_claimed) {
      const { f: height, gradient } = at('sin3_quad', x)
      expect(Math.abs(height - f)).toBeLessThan(1e-15)
      expect(Math.abs(gradient[0] - f1)).toBeLessThan(1e-14)
    }
  })
  it('x² - 2x + 1 at -1, 0 and 1', () => {
    for (const { x, f } of item<{ f_at: { x: number; f: number }[] }>('parabola_minima').f_at) expect(at('parabola_1', x).f).toBe(f)
  })
})

describe('gradient descent that texts run', () => {
  it.each([['gd_sin_sin3_from_1.0', 'sin_sin3', 1], ['gd_sin_sin3_from_0.5', 'sin_sin3', 0.5]])('%s', (id, landscape, start) => {
    const { x_end } = item<{ x_end: number }>(id)
    const path = told(`landscape=${landscape}&start=${start}&run=gd,lr:0.1&steps=100`).paths[0]
    expect(Math.abs(path[100][0] - x_end)).toBeLessThan(1e-12)
  })
  it('ten steps on sin 3x + x²/2 from -2, step by step', () => {
    const { x } = item<{ x: number[] }>('gd_sin3_quad_from_-2')
    const path = told('landscape=sin3_quad&start=-2&run=gd,lr:0.1&steps=10').paths[0]
    for (const [i, v] of x.entries()) expect(Math.abs(path[i][0] - v)).toBeLessThan(1e-12)
  })
  it.each([['d2l_gd_x2_lr0.2', 0.2], ['d2l_gd_x2_lr0.05', 0.05]])('%s', (id, lr) => {
    const { closed_form } = item<{ closed_form: number }>(id)
    expect(told(`f=x^2&start=10&domain=-11,11&run=gd,lr:${lr}&steps=10`).paths[0][10][0]).toBeCloseTo(closed_form, 13)
  })
  it('x² + 2y² from (-5, -2)', () => {
    const { closed_form } = item<{ closed_form: number[] }>('d2l_gd_2d')
    const end = told('f=x^2+2*y^2&start=-5,-2&run=gd,lr:0.1&steps=20').paths[0][20]
    expect(end[0]).toBeCloseTo(closed_form[0], 13)
    expect(end[1]).toBeCloseTo(closed_form[1], 13)
  })
  it("tanh'(4) is 0.00134", () => {
    const { d1, d2 } = item<{ d1: number; d2: number }>('tanh_prime_4')
    const { at } = told('landscape=tanh&start=4')
    expect(Math.abs(at.gradient[0] - d1)).toBeLessThan(1e-15)
    expect(Math.abs(at.hessian[0] - d2)).toBeLessThan(1e-15)
  })
})
