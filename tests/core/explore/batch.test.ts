/** Data noise: each step sees some of the rows. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromRows } from '../../../src/core/data/data-set.ts'
import { batches, sampled } from '../../../src/core/experiment/batch.ts'
import { disturbance, type Disturbance } from '../../../src/core/experiment/disturbance.ts'
import { withFormula } from '../../../src/core/experiment/create.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { endings, events, withAll } from './helpers.ts'

const of = (link: string): Experiment => {
  const { value, issues } = decode(link)
  expect(issues).toEqual([])
  return value
}
const whole = (e: Experiment): Disturbance | undefined => disturbance(e, 0, () => sampled(resolve(e), e))
const rowsOf = (values: readonly (readonly number[])[]): string => values.map((row) => row.join(',')).join(';')

describe('batches', () => {
  it('deal out every row once in each epoch, the last batch being what is left, in an order of its own for each epoch, start and seed', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 50 }), fc.nat(), (count, size, seed) => {
      const rows = batches(seed, 0, count, size)
      const perEpoch = Math.ceil(count / size)
      for (let epoch = 0; epoch < 3; epoch++) {
        const dealt = Array.from({ length: perEpoch }, (_, j) => [...rows(epoch * perEpoch + j)])
        expect(dealt.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, k) => k))
        for (const batch of dealt.slice(0, -1)) expect(batch.length).toBe(size)
      }
    }))
    const orders = [[0, 0, 0], [0, 0, 30], [0, 1, 0], [1, 0, 0]].map(([seed, start, step]) => [...batches(seed, start, 30, 30)(step / 30)].join())
    expect(new Set(orders).size).toBe(4)
  })

  it('come in the same order whichever step is asked for first', () => {
    const [there, back] = [batches(5, 1, 10, 3), batches(5, 1, 10, 3)]
    const steps = Array.from({ length: 20 }, (_, k) => k)
    const forwards = steps.map((k) => [...there(k)])
    expect(steps.toReversed().map((k) => [...back(k)]).reverse()).toEqual(forwards)
  })
})

describe('the gradient of a batch', () => {
  it('is that of the formula over the rows of the batch, penalties and all; a sum is scaled up to all rows', () => {
    const rows = [[0, 1.1], [1, 2.9], [2, 5.2], [3, 7.1], [4, 8.8], [5, 11.3], [6, 12.1]]
    const at = Float64Array.of(0.4, -1.2)
    for (const [formula, scale] of [['mean((w*x+b-y)^2)', 1], ['mean(huber(w*x+b-mean(x*w)))', 1], ['sum((w*x+b-y)^2)', 7 / 3]] as const) {
      const e = of(`f=${encodeURIComponent(formula)}&data=x,y;${rowsOf(rows)}&l2=0.5&noise=batch,size:3&over=w,b`)
      const disturb = whole(e)
      for (const step of [0, 1, 3, 4]) {
        const batch = [...batches(e.seed, 0, 7, 3)(step)].map((k) => rows[k])
        const alone = resolve(of(`f=${encodeURIComponent(formula)}&data=x,y;${rowsOf(batch)}&over=w,b`)).landscape
        const gradient = new Float64Array(2)
        const hessian = new Float64Array(4)
        const wanted = new Float64Array(2)
        const curvature = new Float64Array(4)
        const f = alone.hessian(at, wanted, curvature)
        disturb?.gradient(at, gradient, step, 0)
        disturb?.hessian(at, hessian, step)
        gradient.forEach((g, i) => expect(g).toBeCloseTo(scale * wanted[i] + 0.5 * at[i], 10))
        hessian.forEach((h, k) => expect(h).toBeCloseTo(scale * curvature[k] + (k % 3 === 0 ? 0.5 : 0), 10))
        expect(disturb?.value(at, NaN, step, 0)).toBeCloseTo(scale * f + 0.25 * (at[0] ** 2 + at[1] ** 2), 10)
      }
    }
  })

  it('has the full gradient as its mean over an epoch', () => {
    const e = of('landscape=linreg&noise=batch,size:2')
    const at = Float64Array.of(-0.5, 5)
    const full = new Float64Array(2)
    resolve(e).landscape.gradient(at, full)
    const disturb = whole(e)
    const sum = new Float64Array(2)
    for (let step = 0; step < 3; step++) {
      const gradient = new Float64Array(2)
      disturb?.gradient(at, gradient, step, 0)
      gradient.forEach((g, i) => { sum[i] += g / 3 })
    }
    sum.forEach((g, i) => expect(g).toBeCloseTo(full[i], 12))
  })

  it('is the full one, to rounding, where the sample has all rows in whatever order', () => {
    const e = of('landscape=logistic')
    const all = sampled(resolve(e), e)
    if (all === undefined) throw new Error('no rows')
    const [full, shuffled] = [new Float64Array(2), new Float64Array(2)]
    fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 2 }), (order, at) => {
      all.sample.rows = Uint32Array.from(order)
      resolve(e).landscape.gradient(Float64Array.from(at), full)
      all.landscape.gradient(Float64Array.from(at), shuffled)
      shuffled.forEach((g, i) => expect(Math.abs(g - full[i])).toBeLessThan(1e-13))
    }))
  })

  it('is no noise at all where a batch has all rows: the run is that without noise', () => {
    const path = (link: string): unknown => events(of(link), undefined, { only: ['runs'] })
    expect(path('landscape=linreg&noise=batch,size:6&steps=20')).toEqual(path('landscape=linreg&steps=20'))
    expect(whole(of('landscape=linreg&noise=batch,size:6'))).toBeUndefined()
  })
})

describe('runs over batches', () => {
  it('meet the same batches whatever the method, while the loss is that of all rows', () => {
    const e = withAll(of('landscape=linreg&noise=batch,size:2&steps=20&seed=3'))
    const { landscape } = resolve(e)
    const disturb = whole(e)
    const paths = events(e, undefined, { only: ['runs'] }).filter((event) => event.type === 'path')
    expect(paths.length).toBe(OPTIMIZERS.length)
    const wanted = new Float64Array(2)
    for (const { count, x, f, gradient } of paths) {
      for (let k = 0; k < count; k++) {
        const at = x.slice(2 * k, 2 * k + 2)
        expect(f[k]).toBe(landscape.value(at))
        disturb?.gradient(at, wanted, k, 0)
        expect([...gradient.slice(2 * k, 2 * k + 2)]).toEqual([...wanted])
      }
    }
  })

  it('hover about the minimum, the nearer the larger the batch; where every row is met exactly they come to rest', () => {
    const away = (size: number): number => {
      const [ending] = endings(of(`landscape=linreg&noise=batch,size:${size}&steps=4000&run=gd,lr:0.02`))
      return Number(/([\d.]+) away/.exec(ending.says)?.[1])
    }
    expect(away(1)).toBeGreaterThan(1.2 * away(3))
    expect(endings(of('f=mean((w*x%2Bb-y)^2)&over=w,b&data=x,y;0,1;1,3;2,5;3,7&domain=-5,5,-5,5&start=0,0&noise=batch&steps=4000&run=gd,lr:0.05'))[0]).toMatchObject({ ending: 'converged' })
  })
})

describe('where there are no rows', () => {
  it('batches are refused with a sentence', () => {
    const { value, issues } = decode('landscape=himmelblau&noise=batch,size:5')
    expect(value.noise).toBeUndefined()
    expect(issues.map((issue) => issue.about)).toEqual(['noise'])
    expect(issues[0].says).toMatch(/^Mini-batches are rows of data, and ".+" uses none\. Choose another noise, or a formula with mean\(\.\.\.\) over data\.$/)
    expect(decode('f=x^2&data=x,y;1,2;2,3&noise=batch').issues.map((issue) => issue.about)).toContain('noise')
  })

  it('a formula without a reduction leaves them behind, and one with a reduction keeps them', () => {
    const before = of('landscape=linreg&noise=batch,size:5')
    const other = withFormula(before, 'mean(abs(w*x + b - y))')
    const none = withFormula(before, 'w^2 + b^2', { over: ['w', 'b'] })
    expect(other.ok && other.value.noise).toEqual({ kind: 'batch', values: { size: 5 } })
    expect(none.ok && none.value.noise).toBeUndefined()
  })

  it('a size that is no number of rows is refused, and links say what differs from the default', () => {
    expect(decode('landscape=linreg&noise=batch,size:0').issues[0].says).toBe('Noise "Mini-batches": size is 0, expected at least 1. Try 1.')
    expect(decode('landscape=linreg&noise=batch,size:1.5').issues[0].says).toBe('Noise "Mini-batches": size is 1.5, expected a whole number. Try 2.')
    expect(encode(of('landscape=linreg&noise=batch,size:5'))).toBe('v=1&landscape=linreg&noise=batch,size:5')
    expect(encode(of('landscape=linreg&noise=batch,size:1'))).toBe('v=1&landscape=linreg&noise=batch')
  })
})

describe('what a method with code is told', () => {
  it('differs between two values, and two gradients, of one step where noise is fresh; the first is what every method meets', () => {
    const e = of('f=x^2+y^2&noise=fresh,sd:0.3&seed=4')
    const disturb = disturbance(e, 0, () => undefined)
    if (disturb === undefined) throw new Error('no noise')
    const at = Float64Array.of(1, 1)
    const values = Array.from({ length: 2000 }, (_, k) => disturb.value(at, 2, 7, k) - 2)
    expect(new Set(values).size).toBe(2000)
    expect(Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / 2000) / 0.3).toBeCloseTo(1, 1)
    const gradients = [0, 1, 0].map((asked) => {
      const gradient = Float64Array.of(2, 2)
      disturb.gradient(at, gradient, 7, asked)
      return [...gradient]
    })
    expect(gradients[1]).not.toEqual(gradients[0])
    expect(gradients[2]).toEqual(gradients[0])
  })

  it('is about the same rows all through a step', () => {
    const e = of('landscape=linreg&noise=batch,size:2')
    const disturb = whole(e)
    const at = Float64Array.of(1, 1)
    expect(disturb?.value(at, 0, 4, 0)).toBe(disturb?.value(at, 0, 4, 1))
    expect(disturb?.value(at, 0, 4, 0)).not.toBe(disturb?.value(at, 0, 5, 0))
  })
})

describe('a thousand rows', () => {
  it('are more than a block of the engine, and a sample of them is gathered across blocks', () => {
    const data = fromRows('many', ['u'], Array.from({ length: 3000 }, (_, k) => [Math.sin(k)]))
    const e = decode('f=mean((w-u)^2)&over=w&noise=batch,size:1500', data).value
    const [rows, gradient] = [batches(e.seed, 0, 3000, 1500)(1), new Float64Array(1)]
    whole(e)?.gradient(Float64Array.of(0.5), gradient, 1, 0)
    const mean = [...rows].reduce((sum, k) => sum + data.columns[0].values[k], 0) / 1500
    expect(gradient[0]).toBeCloseTo(2 * (0.5 - mean), 12)
  })
})
