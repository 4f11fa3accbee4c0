import { describe, expect, it } from 'vitest'
import type { Optimizer } from '../../../src/core/optimizers/optimizer.ts'
import { curvatureLimit } from '../../../src/ui/plot/chart-limits.ts'

const method = (stableBelow?: string): Optimizer =>
  ({ id: 'gd', name: 'Gradient descent', family: 'First order', short: 'GD', hyper: {}, update: { x: 'x - lr*g' }, tex: {}, rate: 'lr', stableBelow })
const limit = (bound: string | undefined, hyper: Record<string, number>) => curvatureLimit({ optimizer: 'gd', hyper, shown: true }, method(bound), String)

describe('the curvature a learning rate can stand', () => {
  it('is 2/η for gradient descent', () => {
    const found = limit('2/lambda', { lr: 0.01 })
    expect(found?.value).toBeCloseTo(200, 9)
    expect(found?.label).toBe('2/η at η = 0.01')
  })
  it('is 2(1+μ)/η for the heavy ball', () => {
    const found = limit('2*(1+momentum)/lambda', { lr: 0.01, momentum: 0.9 })
    expect(found?.value).toBeCloseTo(380, 10)
    expect(found?.label).toBe('limit at η = 0.01')
  })
  it('is less by the weight decay, which curves every direction', () => {
    expect(limit('2/(lambda + weight_decay)', { lr: 0.01, weight_decay: 5 })?.value).toBeCloseTo(195, 9)
    expect(limit('2/(lambda + weight_decay)', { lr: 0.01, weight_decay: 0 })?.label).toBe('2/η at η = 0.01')
  })
  it('does not exist for methods without a bound, nor for a rate that is not positive', () => {
    expect(limit(undefined, { lr: 0.01 })).toBeUndefined()
    expect(limit('2/lambda', { lr: 0 })).toBeUndefined()
    expect(limit('2/lambda', { lr: NaN })).toBeUndefined()
  })
  it('is not claimed for a bound of another form', () => {
    expect(limit('2/lambda^2', { lr: 0.01 })).toBeUndefined()
  })
})
