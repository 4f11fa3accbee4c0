import { describe, expect, it } from 'vitest'
import type { Walk } from '../../../src/core/explore/walk.ts'
import { normal } from '../../../src/core/math/random.ts'
import { landscapeOf } from '../explore/helpers.ts'
import { entry, searched } from './searched.ts'

type Matrix = readonly (readonly [number, number])[]

/**
 * The tutorial's equations once more, in two dimensions and in the order of the paper: what one generation makes of the points that
 * were drawn. C^{-1/2} comes from the square root of a 2 x 2 matrix in closed form and not from its eigenvectors.
 */
class Tutorial {
  private readonly n = 2
  private g = 0
  m: readonly number[]
  sigma: number
  C: Matrix = [[1, 0], [0, 1]]
  private ps = [0, 0]
  private pc = [0, 0]
  constructor(m: readonly number[], sigma: number, private readonly lambda: number) {
    this.m = m
    this.sigma = sigma
  }

  private inverseRoot(v: readonly number[]): number[] {
    const [[a, b], [, d]] = this.C
    const s = Math.sqrt(a * d - b * b)
    const t = Math.sqrt(a + d + 2 * s)
    const R = [[(a + s) / t, b / t], [b / t, (d + s) / t]]
    const det = R[0][0] * R[1][1] - R[0][1] * R[1][0]
    return [(R[1][1] * v[0] - R[0][1] * v[1]) / det, (-R[1][0] * v[0] + R[0][0] * v[1]) / det]
  }

  generation(points: readonly (readonly number[])[], f: (x: readonly number[]) => number): void {
    const { n, lambda } = this
    const mu = Math.floor(lambda / 2)
    const wDash = Array.from({ length: lambda }, (_, k) => Math.log((lambda + 1) / 2) - Math.log(k + 1))
    const total = (v: readonly number[]): number => v.reduce((a, b) => a + b, 0)
    const muEff = total(wDash.slice(0, mu)) ** 2 / total(wDash.slice(0, mu).map((w) => w ** 2))
    const muEffMinus = total(wDash.slice(mu)) ** 2 / total(wDash.slice(mu).map((w) => w ** 2))
    const cSigma = (muEff + 2) / (n + muEff + 5)
    const dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma
    const cc = (4 + muEff / n) / (n + 4 + (2 * muEff) / n)
    const c1 = 2 / ((n + 1.3) ** 2 + muEff)
    const cMu = Math.min(1 - c1, (2 * (1 / 4 + muEff + 1 / muEff - 2)) / ((n + 2) ** 2 + (2 * muEff) / 2))
    const alphaMu = 1 + c1 / cMu
    const alphaEff = 1 + (2 * muEffMinus) / (muEff + 2)
    const alphaPos = (1 - c1 - cMu) / (n * cMu)
    const plus = total(wDash.filter((w) => w > 0))
    const minus = -total(wDash.filter((w) => w < 0))
    const w = wDash.map((v) => (v >= 0 ? v / plus : (Math.min(alphaMu, alphaEff, alphaPos) / minus) * v))
    const chi = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n ** 2))

    const y = [...points].sort((p, q) => f(p) - f(q)).map((p) => p.map((v, i) => (v - this.m[i]) / this.sigma))
    const yw = [0, 1].map((i) => total(y.slice(0, mu).map((v, k) => w[k] * v[i])))
    this.m = this.m.map((v, i) => v + this.sigma * yw[i])
    const root = this.inverseRoot(yw)
    this.ps = this.ps.map((p, i) => (1 - cSigma) * p + Math.sqrt(cSigma * (2 - cSigma) * muEff) * root[i])
    const norm = Math.hypot(...this.ps)
    const sigma = this.sigma * Math.exp((cSigma / dSigma) * (norm / chi - 1))
    const h = norm / Math.sqrt(1 - (1 - cSigma) ** (2 * (this.g + 1))) < (1.4 + 2 / (n + 1)) * chi ? 1 : 0
    this.pc = this.pc.map((p, i) => (1 - cc) * p + h * Math.sqrt(cc * (2 - cc) * muEff) * yw[i])
    const wCircle = w.map((v, k) => (v >= 0 ? v : (v * n) / Math.hypot(...this.inverseRoot(y[k])) ** 2))
    const delta = (1 - h) * cc * (2 - cc)
    const entryOf = (i: number, j: number): number =>
      (1 + c1 * delta - c1 - cMu * total(w)) * this.C[i][j] + c1 * this.pc[i] * this.pc[j] + cMu * total(y.map((v, k) => wCircle[k] * v[i] * v[j]))
    this.C = [[entryOf(0, 0), entryOf(0, 1)], [entryOf(1, 0), entryOf(1, 1)]]
    this.sigma = sigma
    this.g++
  }
}

const populationOf = (walk: Walk): number[][] => {
  const flat = Array.from(walk.memory().population)
  return Array.from({ length: flat.length / 2 }, (_, k) => flat.slice(2 * k, 2 * k + 2))
}

describe('CMA-ES', () => {
  it.each([[6], [7], [20]])('makes of its samples what the tutorial’s equations say, with %d of them', (lambda) => {
    // A domain of one in each coordinate: there shares and coordinates are the same numbers.
    const on = { landscape: landscapeOf('(x - 0.3)^2 + 100*(y - x^2)^2 + 0.01*sin(20 x)', ['x', 'y']), start: [0.9, 0.1], domain: [[0, 1], [0, 1]] as const }
    const book = new Tutorial(on.start, 0.3, lambda)
    const value = (p: readonly number[]): number => on.landscape.value(Float64Array.from(p))
    searched('cma_es', on, {
      hyper: { sigma0: 0.3, popsize: lambda }, steps: 40,
      watch(x, walk, t) {
        // What was drawn has the book's distribution: y C⁻¹ y is the squared length of the normal numbers it was made of.
        const z = populationOf(walk).map((p) => p.map((v, i) => (v - book.m[i]) / book.sigma))
        const [[a, b], [, d]] = book.C
        for (const [k, [u, v]] of z.entries()) {
          const length = (d * u * u - 2 * b * u * v + a * v * v) / (a * d - b * b)
          expect(length / (normal(1, t, k, 0) ** 2 + normal(1, t, k, 1) ** 2)).toBeCloseTo(1, 6)
        }
        book.generation(populationOf(walk), value)
        for (const i of [0, 1]) expect(x[i]).toBeCloseTo(book.m[i], 9)
        expect(walk.memory().sigma[0] / book.sigma).toBeCloseTo(1, 8)
        const covariance = Array.from(walk.memory().covariance)
        for (const [k, c] of book.C.flat().entries()) expect(covariance[k] / book.sigma ** 2).toBeCloseTo(c, 6)
      },
    })
  })

  it('goes down Rosenbrock’s valley, and a bowl a thousand times as steep one way as the other', () => {
    for (const id of ['rosenbrock', 'quad1000', 'rot_quad']) expect(searched('cma_es', entry(id)).f, id).toBeLessThan(1e-9)
  })

  it('takes the same steps in a domain that is stretched and moved', () => {
    const plain = { landscape: landscapeOf('x^2 + 3 x*y + 4 y^2', ['x', 'y']), start: [0.5, 0.25], domain: [[-1, 1], [-1, 1]] as const }
    const stretched = { landscape: landscapeOf('((x - 8)/4)^2 + 3 (x - 8)/4*(y/2) + 4 (y/2)^2', ['x', 'y']), start: [10, 0.5], domain: [[4, 12], [-2, 2]] as const }
    const [a, b] = [plain, stretched].map((on) => searched('cma_es', on, { steps: 30 }).x)
    expect((b[0] - 8) / 4).toBeCloseTo(a[0], 10)
    expect(b[1] / 2).toBeCloseTo(a[1], 10)
  })

  it('stops by its own rules and says which', () => {
    expect(searched('cma_es', entry('himmelblau')).walk.finished()).toBe('its values differ by less than 1e-11')
    expect(searched('cma_es', entry('himmelblau'), { hyper: { tolfun: 0, tolx: 1e-6 } }).walk.finished()).toBe('its size is below 0.000001 of the domain')
    const flat = { landscape: landscapeOf('x^2 + 0*y', ['x', 'y']), start: [1, 1], domain: [[-2, 2], [-2, 2]] as const }
    const rule = searched('cma_es', flat, { hyper: { tolfun: 0, tolx: 0 }, steps: 3000 }).walk.finished()
    expect(rule).toBe('the condition number of its covariance is above 1e+14')
  })

  it('works along one coordinate, and asks for as many values as it draws samples', () => {
    const { x, walk, steps } = searched('cma_es', entry('parabola_1'))
    expect(x[0]).toBeCloseTo(1, 4)
    expect(walk.costs).toEqual({ values: 6 * steps, gradients: 0, hessians: 0 })
  })

  it('ranks a point without a value last', () => {
    const half = { landscape: landscapeOf('log(x) + 1/x', ['x']), start: [0.3], domain: [[-4, 4]] as const }
    expect(searched('cma_es', half).x[0]).toBeCloseTo(1, 4)
  })
})
