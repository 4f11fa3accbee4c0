/** Noise that is part of the ground: an offset, and a frozen field. */
import { describe, expect, it } from 'vitest'
import { differentiate } from '../../../src/core/autodiff/oracle.ts'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { sameGround } from '../../../src/core/explore/since.ts'
import { toTex } from '../../../src/core/formula/print.ts'
import { normal } from '../../../src/core/math/random.ts'

const of = (link: string): Experiment => {
  const { value, issues } = decode(link)
  expect(issues).toEqual([])
  return value
}
const at = (e: Experiment, x: number, y: number): number => resolve(e).landscape.value(Float64Array.of(x, y))

describe('one number added everywhere', () => {
  it('is the same everywhere, another for another seed, and leaves derivatives alone', () => {
    const plain = of('landscape=himmelblau')
    for (const seed of [0, 1, 2, 3]) {
      const e = of(`landscape=himmelblau&noise=offset,sd:2&seed=${seed}`)
      expect(at(e, 1, 2) - at(plain, 1, 2)).toBeCloseTo(2 * normal(seed, 1), 12)
      expect(at(e, -3, 1) - at(plain, -3, 1)).toBeCloseTo(2 * normal(seed, 1), 12)
      const [one, other] = [e, plain].map((v) => {
        const gradient = new Float64Array(2)
        resolve(v).landscape.gradient(Float64Array.of(0.3, -1), gradient)
        return [...gradient]
      })
      expect(one).toEqual(other)
    }
  })
})

describe('a frozen field', () => {
  const field = (more = ''): Experiment => of(`f=0*x*y&noise=field,sd:2,grain:0.1${more}`)

  it('has the standard deviation it says, over the plane', () => {
    const { landscape } = resolve(field())
    let square = 0
    for (let k = 0; k < 10_000; k++) square += landscape.value(Float64Array.of((k % 100) * 1.37, Math.floor(k / 100) * 1.61)) ** 2
    expect(Math.abs(Math.sqrt(square / 10_000) / 2 - 1)).toBeLessThan(0.03)
  })

  it('is the same whenever and in whatever order it is asked, and whatever part of it is shown', () => {
    const points = Array.from({ length: 300 }, (_, k) => [200 * normal(1, k), 200 * normal(2, k)] as const)
    const [there, back, elsewhere] = [field(), field(), field('&domain=2,3,2,3')].map((e) => resolve(e).landscape)
    const values = points.map(([x, y]) => there.value(Float64Array.of(x, y)))
    expect(points.toReversed().map(([x, y]) => back.value(Float64Array.of(x, y))).reverse()).toEqual(values)
    expect(points.map(([x, y]) => elsewhere.value(Float64Array.of(x, y)))).toEqual(values)
  })

  it('is differentiated as what it is: the engine agrees with the dual numbers to the bit', () => {
    const { landscape, expression, coordinates } = resolve(of('f=x^2+sin(y)&noise=field,sd:0.5'))
    const gradient = new Float64Array(2)
    const hessian = new Float64Array(4)
    for (let k = 0; k < 50; k++) {
      const x = [normal(3, k), normal(4, k)]
      const oracle = differentiate(expression, coordinates, {}, x)
      expect(landscape.hessian(Float64Array.from(x), gradient, hessian)).toBe(oracle.f)
      expect([...gradient]).toEqual(oracle.gradient)
      expect([...hessian]).toEqual(oracle.hessian)
    }
  })

  it('is another ground for another seed or grain, and stands in the typeset formula', () => {
    expect(sameGround(field(), field('&seed=1'))).toBe(false)
    expect(sameGround(field(), of('f=0*x*y&noise=field,sd:2,grain:0.2'))).toBe(false)
    expect(sameGround(field(), field())).toBe(true)
    expect(toTex(resolve(of('f=x^2&noise=field,sd:2')).expression)).toBe('x^{2} + 2 \\, \\operatorname{noise}(x)')
    expect(encode(of('f=x^2&noise=field,sd:2,grain:0.025'))).toBe('v=1&f=x^2&noise=field,sd:2')
  })
})
