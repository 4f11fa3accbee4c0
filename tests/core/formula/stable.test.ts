/** Formulas written naively mean the same and do not overflow; everything else is left as it was typed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differentiate } from '../../../src/core/autodiff/oracle.ts'
import { compile } from '../../../src/core/engine/compile.ts'
import { compileEnclosed } from '../../../src/core/engine/enclosed.ts'
import type { Expression } from '../../../src/core/formula/ast.ts'
import { parse } from '../../../src/core/formula/parse.ts'
import { toTex, toText } from '../../../src/core/formula/print.ts'
import { stableForm } from '../../../src/core/formula/stable.ts'

function read(text: string): Expression {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.issues[0].says)
  return parsed.value
}
const isEuler = (part: Expression): boolean => part.kind === 'name' && part.name === 'e'
const stable = (text: string): string | undefined => {
  const form = stableForm(read(text), isEuler)
  return form && toText(form)
}

describe('the stable form', () => {
  it.each([
    ['log(1 + exp(x))', 'softplus(x)'],
    ['log(exp(-x*y) + 1)', 'softplus(-x*y)'],
    ['log(1 + e^x)', 'softplus(x)'],
    ['log(exp(x) + exp(y))', 'logsumexp(x, y)'],
    ['log(exp(x) + exp(2*y) + exp(-x))', 'logsumexp(x, 2*y, -x)'],
    ['log(3*exp(x) + exp(y)/2 + 5)', 'logsumexp(log(3) + x, y - log(2), log(5))'],
    ['log(exp(x)*exp(y))', 'x + y'],
    ['log(sum(exp(w*x)))', 'logsumexp(w*x)'],
    ['log(sum(2*exp(w*x) + exp(-w)))', 'logsumexp(logsumexp(log(2) + w*x, -w))'],
    ['log(mean(exp(w*x)))', 'logsumexp(w*x) - log(sum(1))'],
    ['1/(1 + exp(-x))', 'sigmoid(x)'],
    ['1/(exp(x) + 1)', 'sigmoid(-x)'],
    ['exp(2*x)/(1 + exp(2*x))', 'sigmoid(2*x)'],
    ['1 - sigmoid(x)', 'sigmoid(-x)'],
    ['1 - 1/(1 + exp(-x))', 'sigmoid(-x)'],
    ['log(1/(1 + exp(-x)))', '-softplus(-x)'],
    ['log(1 - sigmoid(x))', '-softplus(x)'],
  ])('of %s is %s', (text, form) => {
    expect(stable(text)).toBe(form)
  })

  it.each([
    'log(x)', 'log(sum(x))', 'log(sum(y*exp(w*x)))', 'log(1 + mean(exp(w*x)))', 'log(1 + x)', 'log(2*3)', 'log(exp(x) - 1)', 'log(exp(x) + y)', 'log(exp(x) - exp(y))', 'log(a*exp(x) + exp(y))', 'log(-2*exp(x) + 3)',
    '2/(1 + exp(-x))', '1/(2 + exp(-x))', 'exp(x)/(1 + exp(y))', 'exp(x)', 'log10(exp(x) + exp(y))', 'x - sigmoid(x)',
  ])('is not made of %s', (text) => {
    expect(stable(text)).toBeUndefined()
  })

  it('is not made where e is no constant but a coordinate', () => {
    expect(stableForm(read('log(1 + e^x)'), () => false)).toBeUndefined()
  })
})

const SAME: readonly (readonly [string, string])[] = [
  ['log(exp(x) + 2*exp(y))', 'logsumexp(x, y + log(2))'],
  ['log(1 + exp(x - y))', 'softplus(x - y)'],
  ['1/(1 + exp(-x*y))', 'sigmoid(x*y)'],
  ['-log(1/(1 + exp(-(x + y))))', 'softplus(-x - y)'],
]

describe('a formula written naively', () => {
  it('keeps its text and its TeX', () => {
    const e = read('log(exp(x) + exp(y))')
    expect(toText(e)).toBe('log(exp(x) + exp(y))')
    expect(toTex(e)).toBe('\\log(\\exp(x) + \\exp(y))')
  })

  it.each(SAME)('%s is, with its derivatives, %s', (naive, form) => {
    fc.assert(fc.property(fc.double({ min: -2000, max: 2000, noNaN: true }), fc.double({ min: -2000, max: 2000, noNaN: true }), (x, y) => {
      const a = differentiate(read(naive), ['x', 'y'], {}, [x, y])
      const b = differentiate(read(form), ['x', 'y'], {}, [x, y])
      const pairs = [a.f, ...a.gradient, ...a.hessian].map((v, k) => [v, [b.f, ...b.gradient, ...b.hessian][k]] as const)
      for (const [v, w] of pairs) {
        expect(Number.isFinite(v)).toBe(true)
        expect(Math.abs(v - w)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(w)))
      }
    }))
  })

  it('with numbers alone is stable too', () => {
    expect(differentiate(read('x + log(1 + exp(1000))'), ['x'], {}, [1]).f).toBe(1001)
    expect(differentiate(read('log(1 + exp(k))'), ['x'], { k: 1000 }, [1]).f).toBe(1000)
  })
})

describe('a logarithm of exponentials over rows', () => {
  const columns = [{ name: 'a', values: Float64Array.of(1, 2, -3, 4, 0.5) }, { name: 'c', values: Float64Array.of(0.3, -1, 2, 0, 1) }]
  const data = { rows: 5, columns }
  const rows = [0, 1, 2, 3, 4].map((k) => `exp(w*(${columns[0].values[k]}) + b*(${columns[1].values[k]}))`).join(' + ')
  const weight = fc.double({ min: -2000, max: 2000, noNaN: true })

  it.each([['log(sum(exp(w*a + b*c)))', `log(${rows})`], ['log(mean(exp(w*a + b*c)))', `log(${rows}) - log(5)`]])('%s is the sum written out, far beyond what exp can say', (text, written) => {
    const landscape = compile(read(text), ['w', 'b'], {}, data)
    const [g, h] = [new Float64Array(2), new Float64Array(4)]
    fc.assert(fc.property(weight, weight, (w, b) => {
      const f = landscape.hessian(Float64Array.of(w, b), g, h)
      const exact = differentiate(read(written), ['w', 'b'], {}, [w, b])
      const pairs = [f, ...g, ...h].map((v, k) => [v, [exact.f, ...exact.gradient, ...exact.hessian][k]] as const)
      for (const [v, t] of pairs) expect(Math.abs(v - t)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(t)))
      const one = new Float64Array(3)
      landscape.block([new Float64Array(3).fill(w), new Float64Array(3).fill(b)], 3, one)
      expect([...one]).toEqual([f, f, f])
    }))
  })

  it('is found inside other parts, inside other reductions, and where no coordinate stands in it', () => {
    const at = (text: string): number => compile(read(text), ['w', 'b'], {}, data).value(Float64Array.of(1000, 0))
    expect(at('w + log(sum(exp(w*a))) + b')).toBe(5000)
    expect(at('mean(a*log(sum(exp(w*a))))')).toBeCloseTo(0.9 * 4000, 9)
    expect(at('w - log(sum(exp(1000*a)))')).toBe(-3000)
  })

  it('bounds hold what it is', () => {
    const landscape = compileEnclosed(read('log(sum(exp(w*a + b*c)))'), ['w', 'b'], {}, data)
    const enclosure = landscape.enclosure?.()
    for (const x of [[0.3, -0.7], [400, 300], [-900, 5]]) {
      enclosure?.over(x, x, 0)
      const f = landscape.value(Float64Array.from(x))
      expect(enclosure?.lo[0]).toBeLessThanOrEqual(f)
      expect(enclosure?.hi[0]).toBeGreaterThanOrEqual(f)
    }
  })
})

describe('logsumexp', () => {
  const landscape = compile(read('logsumexp(x, y, -x - y)'), ['x', 'y'], {})
  const gradient = new Float64Array(2)
  const hessian = new Float64Array(4)

  it('has the softmax weights as its slopes, also where all arguments are equal', () => {
    const f = landscape.hessian(Float64Array.of(0, 0), gradient, hessian)
    expect(f).toBeCloseTo(Math.log(3), 15)
    expect(Math.hypot(...gradient)).toBeLessThan(1e-15)
    // p = (1/3, 1/3, 1/3): H = sum p (da - mean)(da - mean)^T with da = (1,0), (0,1), (-1,-1)
    for (const [k, v] of [2 / 3, 1 / 3, 1 / 3, 2 / 3].entries()) expect(hessian[k]).toBeCloseTo(v, 14)
  })

  it('is at least its largest argument and at most log n above it, however large', () => {
    fc.assert(fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.double({ min: -1e15, max: 1e15, noNaN: true }), (x, y) => {
      const f = landscape.value(Float64Array.of(x, y))
      const largest = Math.max(x, y, -x - y)
      expect(f).toBeGreaterThanOrEqual(largest)
      expect(f).toBeLessThanOrEqual(largest + Math.log(3) + 1e-15 * Math.abs(largest))
    }))
  })

  it('keeps a small result beside huge negative arguments, in either order', () => {
    expect(compile(read('logsumexp(x, -1e20)'), ['x'], {}).value(Float64Array.of(0.5))).toBe(0.5)
    expect(compile(read('logsumexp(-1e20, x)'), ['x'], {}).value(Float64Array.of(0.5))).toBe(0.5)
  })

  it('is NaN where an argument is', () => {
    expect(landscape.value(Float64Array.of(NaN, 1))).toBeNaN()
    expect(landscape.value(Float64Array.of(1, NaN))).toBeNaN()
  })
})
