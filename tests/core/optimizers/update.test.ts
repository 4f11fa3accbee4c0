import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/core/formula/parse.ts'
import { compile } from '../../../src/core/engine/compile.ts'
import { defaults, type Values } from '../../../src/core/fields.ts'
import { ends } from '../../fields.ts'
import { DECLARED, declaredById } from '../../../src/core/optimizers/index.ts'
import type { DeclaredOptimizer } from '../../../src/core/optimizers/optimizer.ts'
import { compileUpdate, numbersTex, ruleTex } from '../../../src/core/optimizers/update.ts'

const all = DECLARED.map((o) => [o.id, o] as const)
const get = (id: string): DeclaredOptimizer => declaredById(id)!
const withDefaults = (o: DeclaredOptimizer, hyper: Values): Values => ({ ...defaults(o.hyper), ...hyper })

/** Walks down ½ λ x² and returns every iterate. */
function walk(o: DeclaredOptimizer, hyper: Values, x0: number, steps: number, lambda: number): number[] {
  const stepper = compileUpdate(o)
  const x = Float64Array.of(x0)
  const g = new Float64Array(1)
  const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(1)]))
  const path = [x0]
  for (let t = 1; t <= steps; t++) {
    g[0] = lambda * x[0]
    stepper.step(x, g, memory, t, hyper)
    path.push(x[0])
  }
  return path
}

describe('the executed step', () => {
  it.each(all)('of %s at a few coordinates has the bits that it has at many, also when settings change and steps begin anew', (_id, o) => {
    const stepper = compileUpdate(o)
    const begin = (n: number) => ({ x: new Float64Array(n).fill(2), memory: Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(n)])) })
    const settings = [withDefaults(o, {}), withDefaults(o, o.hyper.lr === undefined ? {} : { lr: -0 }), withDefaults(o, o.hyper.lr === undefined ? {} : { lr: 0 })]
    for (const n of [1, 2, 3, 4]) {
      for (const round of [0, 1]) {
        for (const hyper of settings) {
          const [few, many] = [begin(n), begin(9)]
          for (let t = 1; t <= 6 + round; t++) {
            const slope = (x: Float64Array): Float64Array => x.map((v, i) => (i % n) * v - t)
            stepper.step(few.x, slope(few.x), few.memory, t, hyper)
            stepper.step(many.x, slope(many.x), many.memory, t, hyper)
            const cut = (columns: readonly Float64Array[]): number[][] => columns.map((column) => Array.from(column.subarray(0, n)))
            expect(cut([few.x, ...Object.values(few.memory)])).toEqual(cut([many.x, ...Object.values(many.memory)]))
          }
        }
      }
    }
  })

  it('of gradient descent is x − η(g + ωx), whatever the size of η', () => {
    for (const lr of [1e-3, 1, 1e6]) {
      const [, x] = walk(get('gd'), withDefaults(get('gd'), { lr, weight_decay: 0.5 }), 3, 1, 2)
      expect(x).toBe(3 - lr * (6 + 0.5 * 3))
    }
  })

  it('of momentum starts with the gradient itself, without dampening', () => {
    const path = walk(get('momentum'), withDefaults(get('momentum'), { lr: 0.1, momentum: 0.5, dampening: 0.25 }), 1, 2, 1)
    expect(path[1]).toBeCloseTo(1 - 0.1, 15)
    expect(path[2]).toBeCloseTo(0.9 - 0.1 * (0.5 + 0.75 * 0.9), 15)
  })

  it('of momentum without momentum is gradient descent, whatever the dampening, as in PyTorch', () => {
    const settings = { lr: 0.1, weight_decay: 0.25 }
    const path = walk(get('momentum'), withDefaults(get('momentum'), { ...settings, momentum: 0, dampening: 0.5 }), 3, 20, 2)
    expect(path).toEqual(walk(get('gd'), withDefaults(get('gd'), settings), 3, 20, 2))
  })

  it('of Adam has length η at first, however steep it is', () => {
    for (const lambda of [1e-3, 1, 1e6]) {
      const [, x] = walk(get('adam'), withDefaults(get('adam'), { lr: 0.25, eps: 0 }), 2, 1, lambda)
      expect(x).toBeCloseTo(1.75, 12)
    }
  })

  it('of RMSprop has length η/√(1 − α) at first', () => {
    const [, x] = walk(get('rmsprop'), withDefaults(get('rmsprop'), { lr: 0.01, alpha: 0.99, eps: 0 }), 2, 1, 7)
    expect(x).toBeCloseTo(2 - 0.01 / Math.sqrt(1 - 0.99), 12)
  })

  it('keeps only what the formulas look back at', () => {
    const kept = ['gd', 'momentum', 'nesterov', 'adam', 'rmsprop', 'nadam', 'amsgrad', 'rprop'].map((id) => compileUpdate(get(id)).memory)
    expect(kept).toEqual([[], ['v'], ['v'], ['m', 'v'], ['v', 'a', 'b'], ['m', 'v', 'p'], ['m', 'v', 'w'], ['h', 'q']])
  })
})

describe.each(all)('%s', (_, optimizer) => {
  const hyper = fc.record(Object.fromEntries(Object.entries(optimizer.hyper).map(([name, field]) => [
    name,
    field.kind !== 'number' ? fc.constantFrom(...ends(field)) : fc.double({ min: Math.max(field.min, field.slider[0]), max: field.slider[1], noNaN: true }),
  ])))

  it('shows the numbers of the step that it takes', () => {
    fc.assert(fc.property(hyper, fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: 1, max: 12 }), (values, x0, t) => {
      const stepper = compileUpdate(optimizer)
      const x = Float64Array.of(x0, -x0)
      const g = new Float64Array(2)
      const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(2)]))
      for (let k = 1; k < t; k++) {
        g.set(x.map((v) => 2 * v))
        stepper.step(x, g, memory, k, values)
      }
      g.set(x.map((v) => 2 * v))
      const before = { x: x.slice(), g: g.slice(), memory: structuredClone(memory), t }
      const lines = numbersTex(optimizer, values, before, 1)
      stepper.step(x, g, memory, t, values)
      expect(lines).toHaveLength(3)
      expect(lines[0].startsWith(`x_{${t}} = x_{${t - 1}}`)).toBe(true)
      const shown = lines[2].replace('= ', '').replace(/ \\cdot 10\^\{(-?\d+)\}/, 'e$1').replace('\\text{NaN}', 'NaN')
      if (Number.isNaN(x[1])) expect(shown).toBe('NaN')
      else expect(Math.abs(Number(shown) - x[1])).toBeLessThanOrEqual(5.1e-4 * Math.abs(x[1]))
    }), { numRuns: 60 })
  })

  it('has numbers in the second line that add up to the third', () => {
    const stepper = compileUpdate(optimizer)
    const values = defaults(optimizer.hyper)
    const x = Float64Array.of(1.5)
    const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(1)]))
    for (let t = 1; t < 6; t++) {
      const lines = numbersTex(optimizer, values, { x, g: x.map((v) => 2 * v), memory, t }, 0)
      const text = lines[1].replace('= ', '').replaceAll('\\cdot', '*').replaceAll(/10\^\{(-?\d+)\}/g, '1e$1')
      const sum = parse(text)
      if (!sum.ok) throw new Error(`${text}: ${sum.issues[0].says}`)
      stepper.step(x, x.map((v) => 2 * v), memory, t, values)
      expect(compile(sum.value, ['x'], {}).value(Float64Array.of(0))).toBeCloseTo(x[0], 2)
    }
  })
})

describe('the typeset rule', () => {
  it('is derived from the declaration, each name at its own time', () => {
    expect(ruleTex(get('adam'))).toContain('m_t = \\beta_1 m_{t-1} + (1 - \\beta_1) d_t')
    expect(ruleTex(get('gd'))).toEqual(['d_t = g_t + \\omega x_{t-1}', 'x_t = x_{t-1} - \\eta d_t'])
  })

  it('leaves out what a hyper-parameter of 0 switches off', () => {
    const rule = (id: string, hyper: Values = {}) => ruleTex(get(id), withDefaults(get(id), hyper))
    expect(rule('gd')).toEqual(['x_t = x_{t-1} - \\eta g_t'])
    expect(rule('momentum')).toEqual(['v_t = \\beta v_{t-1} + g_t', 'x_t = x_{t-1} - \\eta v_t'])
    expect(rule('rmsprop')).toHaveLength(2)
    expect(rule('rmsprop', { momentum: 0.9 })).toHaveLength(3)
    expect(rule('rmsprop', { centered: 1 }).join()).toContain('\\bar d')
    expect(rule('momentum', { dampening: 0.5 }).join()).toContain('\\tau')
  })
})

describe('the stability bound is where steps begin to grow on a quadratic', () => {
  const bounded = DECLARED.filter((o) => o.stableBelow !== undefined)

  it.each(bounded.map((o) => [o.id, o] as const))('%s', (_, o) => {
    const formula = parse(o.stableBelow!)
    if (!formula.ok) throw new Error(formula.issues[0].says)
    fc.assert(fc.property(
      fc.double({ min: 0, max: 0.95, noNaN: true }), fc.double({ min: 0, max: 0.9, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      (momentum, dampening, weight_decay, lambda) => {
        const given: Values = { momentum, dampening, weight_decay }
        const hyper = Object.fromEntries(Object.entries(defaults(o.hyper)).map(([name, initial]) => [name, given[name] ?? initial]))
        const bound = compile(formula.value, ['lambda'], hyper).value(Float64Array.of(lambda))
        const sizes = (share: number) => walk(o, { ...hyper, lr: share * bound }, 1, 4000, lambda).map(Math.abs)
        expect(sizes(0.98).at(-1)).toBeLessThan(1e-3)
        expect(sizes(1.02).some((size) => size > 1e6)).toBe(true)
      },
    ), { numRuns: 25 })
  })

  it('exists for the methods that have one, and for no other', () => {
    expect(bounded.map((o) => o.id)).toEqual(['gd', 'momentum', 'nesterov', 'sutskever', 'qhm', 'friction'])
  })
})
