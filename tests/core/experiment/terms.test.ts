import { describe, expect, it } from 'vitest'
import { differentiate } from '../../../src/core/autodiff/oracle.ts'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { toTex } from '../../../src/core/formula/print.ts'
import { sameGround } from '../../../src/core/explore/since.ts'
import { validate } from '../../../src/core/experiment/create.ts'
import { events } from '../explore/helpers.ts'

const of = (link: string) => decode(link).value

describe('penalties', () => {
  it('are the terms λ₂/2 Σx² and λ₁ Σ|x| of the function itself, in value, gradient and Hessian', () => {
    const { landscape } = resolve(of('f=x*y&l1=0.5&l2=3'))
    const gradient = new Float64Array(2)
    const hessian = new Float64Array(4)
    expect(landscape.hessian(Float64Array.of(2, -1), gradient, hessian)).toBe(-2 + 1.5 * 5 + 0.5 * 3)
    expect([...gradient]).toEqual([-1 + 6 + 0.5, 2 - 3 - 0.5])
    expect([...hessian]).toEqual([3, 1, 1, 3])
  })

  it('leave the formula to the bit as it is where they are 0', () => {
    const plain = resolve(of('landscape=ackley'))
    const { expression, coordinates, landscape } = resolve(of('landscape=ackley&l1=0&l2=0'))
    expect(expression).toEqual(plain.expression)
    const x = [0.3, -1.2]
    expect(landscape.value(Float64Array.from(x))).toBe(differentiate(expression, coordinates, of('landscape=ackley').params, x).f)
  })

  it('are typeset as part of the formula', () => {
    const tex = toTex(resolve(of('f=x^2-y&l2=3&l1=0.5')).expression)
    expect(tex).toBe('x^{2} - y + \\frac{3}{2} \\left(x^{2} + y^{2}\\right) + 0.5 \\left(\\left|x\\right| + \\left|y\\right|\\right)')
  })

  it('make another ground, so that nothing of the old one is kept', () => {
    const a = of('landscape=square')
    for (const other of ['l1=0.1', 'l2=0.1']) expect(sameGround(a, of(`landscape=square&${other}`))).toBe(false)
    expect(sameGround(a, of('landscape=square&l1=0&l2=0'))).toBe(true)
  })

  it('hold a minimum at the kink of L1: soft thresholding', () => {
    // (x - 0.3)²/2 + 0.5|x| has its minimum at 0, since |0.3| < 0.5; with 0.1 it stands at 0.2.
    const lowest = (l1: number) => {
      const report = events(of(`f=(x-0.3)^2/2&l1=${l1}&domain=-2,2&run=none`)).find((event) => event.type === 'critical')
      return report?.type === 'critical' ? report.points[0] : undefined
    }
    expect(lowest(0.5)).toMatchObject({ kind: 'kink minimum', x: [0] })
    expect(lowest(0.1)?.kind).toBe('minimum')
    expect(lowest(0.1)?.x[0]).toBeCloseTo(0.2, 12)
  })

  it('stand in the link only where they are on, and refuse what is no strength', () => {
    expect(encode(of('landscape=square&l1=0&l2=1.5'))).toBe('v=1&landscape=square&l2=1.5')
    expect(decode('landscape=square&l2=-1').issues.map((issue) => issue.says)).toEqual(['l2 is -1, expected at least 0. Try 0.'])
    expect(validate({ ...of('landscape=square'), l1: Infinity })[0].says).toMatch(/^l1 is infinite/)
  })
})
