/** The rule that is shown is the rule that runs: what is typeset for some hyper-parameters, read line by line with plain numbers, takes the same steps. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/core/formula/evaluate.ts'
import { numbers } from '../../src/core/formula/scalar.ts'
import type { Values } from '../../src/core/fields.ts'
import { DECLARED } from '../../src/core/optimizers/index.ts'
import { compileUpdate, numbersTex, shortened, stepperFor } from '../../src/core/optimizers/update.ts'
import { declare, hyperFor } from '../../src/core/optimizers/typed.ts'

/** Methods in which it matters when a name is read: before its line, after it, through another name, after x. */
const TYPED = [
  'x=x-lr*v\nv=beta*v+g', 'd=g-p\np=g\nx=x-lr*(g+k*d)', 'a=v\nb=a\nv=beta*v+g\nx=x-lr*b', 'y=x\nx=x-lr*g\nz=y+k*z', 'x=x-lr*z-k*y\ny=x\nz=g+k*y',
  'p=q\nq=k*r+g\nr=p\nx=x-lr*(q+r)', 'a=b+k*g\nb=g\nx=x-lr*a', 'a=k*a\nx=x-lr*(a+g)', 'u=w\nw=g+k*w\nv=u+k\nx=x-lr*(v+w)',
].map((text, i) => {
  const update = text.split('\n').map((line) => ({ name: line.slice(0, line.indexOf('=')), formula: line.slice(line.indexOf('=') + 1) }))
  return declare({ id: `typed ${i}`, update, hyper: hyperFor(update, []) })
})

describe.each([...DECLARED, ...TYPED].map((o) => [o.id, o] as const))('%s', (_, o) => {
  /** Values of the sliders, often 0, which shortens the rule. */
  const hyper: fc.Arbitrary<Values> = fc.record(Object.fromEntries(Object.entries(o.hyper).map(([name, field]) => {
    if (field.kind !== 'number') return [name, fc.constantFrom(0, 1)]
    const [low, high] = field.slider
    const usual = fc.double({ min: low, max: Math.min(high, 2), noNaN: true })
    return [name, field.min <= 0 && field.minOpen !== true ? fc.oneof(fc.constant(0), usual) : usual]
  })))

  it('takes the steps that its rule says', () => {
    fc.assert(fc.property(hyper, fc.double({ min: -2, max: 2, noNaN: true }), (values, start) => {
      const stepper = stepperFor(o, values)
      const x = Float64Array.of(start)
      const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(1)]))
      const rule = shortened(o, values)
      const now = new Map<string, number>([...Object.entries(values), ...Object.keys(o.update).map((name) => [name, 0] as const)])
      for (let t = 1; t <= 8; t++) {
        const g = Math.tanh(x[0]) + 0.3
        now.set('g', g).set('t', t).set('x', x[0])
        for (const { name, expression } of rule) now.set(name, evaluate(expression, numbers, { variables: new Map<string, number>(), values: Object.fromEntries(now) }))
        const state = { x: x.slice(), g: [g], memory: structuredClone(memory), t }
        // The line with numbers follows from the state alone and is made anew for each: the first step, one with memory and the last have all kinds.
        const result = t === 1 || t === 2 || t === 8 ? numbersTex(o, values, state, 0)[2] : undefined
        stepper.step(x, Float64Array.of(g), memory, t, values)
        if (!(Math.abs(x[0]) < 1e6)) return
        expect(Math.abs((now.get('x') ?? NaN) - x[0])).toBeLessThan(1e-9 * Math.max(1, Math.abs(x[0])))
        if (result === undefined) continue
        const shown = Number(result.replace('= ', '').replace(/ \\cdot 10\^\{(-?\d+)\}/, 'e$1'))
        expect(Math.abs(shown - x[0])).toBeLessThanOrEqual(5.1e-4 * Math.abs(x[0]))
      }
    }), { numRuns: 60 })
  })

  it('takes the same steps where what is switched off is left out', () => {
    const whole = compileUpdate(o)
    fc.assert(fc.property(hyper, fc.double({ min: -2, max: 2, noNaN: true }), (values, start) => {
      const less = stepperFor(o, values)
      expect(less.memory).toEqual(whole.memory)
      const [one, other] = [whole, less].map((stepper) => ({ stepper, x: Float64Array.of(start), memory: Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(1)])) }))
      for (let t = 1; t <= 8; t++) {
        for (const { stepper, x, memory } of [one, other]) stepper.step(x, x.map((v) => Math.tanh(v) + 0.3), memory, t, values)
        if (!Number.isFinite(one.x[0])) return
        expect(other.x[0] === one.x[0], `step ${t}: ${other.x[0]}, not ${one.x[0]}`).toBe(true) // 0 and -0 are the same place
      }
    }), { numRuns: 60 })
  })
})
