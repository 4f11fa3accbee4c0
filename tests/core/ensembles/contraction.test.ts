import { describe, expect, it } from 'vitest'
import { contractionAt } from '../../../src/core/ensembles/contraction.ts'
import { compile } from '../../../src/core/engine/compile.ts'
import { defaults } from '../../../src/core/fields.ts'
import { declaredById } from '../../../src/core/optimizers/index.ts'
import { stepperFor } from '../../../src/core/optimizers/update.ts'
import { read } from '../formula/arbitrary.ts'

const STEPS = 20

function contraction(formula: string, id: string, settings: Readonly<Record<string, number>>, x = [0, 0]): number {
  const method = declaredById(id)
  if (method === undefined) throw new Error(`no ${id}`)
  const hyper = { ...defaults(method.hyper), ...settings }
  return contractionAt(compile(read(formula), ['x', 'y'], {}), x, stepperFor(method, hyper), hyper)
}

describe('what a stretch multiplies the distance from a minimum with', () => {
  it('is the largest |1 - lr λ| of gradient descent', () => {
    expect(contraction('x^2/2 + 5*y^2', 'gd', { lr: 0.05 })).toBeCloseTo(0.95 ** STEPS, 12)
    expect(contraction('x^2/2 + 5*y^2', 'gd', { lr: 0.19 })).toBeCloseTo(0.9 ** STEPS, 12)
    expect(contraction('x^2/2 + 5*y^2', 'gd', { lr: 0.22 })).toBeCloseTo(1.2 ** STEPS, 6)
    expect(contraction('(x+y)^2/2 + 5*(x-y)^2', 'gd', { lr: 0.05 })).toBeCloseTo(0.9 ** STEPS, 6)
  })

  it('is that of the larger root of momentum, which swings where both are complex', () => {
    expect(contraction('x^2/2 + y^2/2', 'momentum', { lr: 0.01, momentum: 0.9 })).toBeCloseTo(0.9 ** (STEPS / 2), 5)
    expect(contraction('x^2/2 + y^2', 'momentum', { lr: 0.5, momentum: 0.8 })).toBeCloseTo(0.8 ** (STEPS / 2), 5)
    // z² - (1 + β - lr λ) z + β
    const [sum, product] = [1.5 - 0.01, 0.5]
    expect(contraction('x^2/2 + y^2/2', 'momentum', { lr: 0.01, momentum: 0.5 })).toBeCloseTo(((sum + Math.sqrt(sum ** 2 - 4 * product)) / 2) ** STEPS, 4)
  })

  it('is 1 where nothing pulls back, and more where steps run away', () => {
    expect(contraction('x^4 + y^2', 'gd', { lr: 0.1 })).toBeCloseTo(1, 12)
    expect(contraction('x^2 + y^2', 'gd', { lr: 1e6 })).toBeGreaterThan(1e100)
    expect(contraction('x^2 + y^2', 'gd', { lr: 0.5 })).toBe(0)
  })

  it('is not known of steps that are not linear or do not rest there, nor where there is no Hessian', () => {
    expect(contraction('(x-1)^2 + y^2', 'nesterov', { lr: 0.01, weight_decay: 0.1 }, [1, 0])).toBeNaN()
    expect(contraction('(x-1)^2 + y^2', 'nesterov', { lr: 0.01 }, [1, 0])).toBeLessThan(1)
    expect(contraction('x^2 + y^2', 'sign', { lr: 0.1 })).toBeNaN()
    expect(contraction('x^2 + y^2', 'lion', { lr: 0.1 })).toBeNaN()
    expect(contraction('x^2 + abs(y)', 'gd', { lr: 0.1 })).toBeNaN()
  })
})
