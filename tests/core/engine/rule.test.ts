import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { printedRule, spell } from '../../../src/core/engine/rule.ts'
import { frontier, sharedNumbers } from '../../../src/core/engine/shared-numbers.ts'
import { defaults } from '../../../src/core/fields.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { declaredById, DECLARED } from '../../../src/core/optimizers/index.ts'
import { compileUpdate, stepperFor } from '../../../src/core/optimizers/update.ts'
import { copyOf, declare } from '../../../src/core/optimizers/typed.ts'
import { RULE_FILES } from '../../rule-files.ts'

const COUNT = 40
const column = (key: number): Float64Array => {
  const values = Float64Array.from({ length: COUNT }, (_, i) => 6 * uniform(key, i) - 3)
  values.set([0, -0, NaN, Infinity, -Infinity, 1e200, 1e-200, 5e-324, 1], 8 + 3 * key)
  return values
}

describe('a printed step', () => {
  it('is printed from the declarations as they are', () => {
    for (const [name, text] of RULE_FILES) expect(readFileSync(new URL(`../../../src/core/engine/kernels/${name}`, import.meta.url), 'utf8'), name).toBe(text)
  })

  it.each(DECLARED.map((o) => [o.id, o] as const))('of %s has the bits of the interpreter', (_, o) => {
    const usual = defaults(o.hyper)
    const zeros = Object.keys(usual).filter((name) => usual[name] === 0)
    for (const hyper of [usual, { ...usual, ...Object.fromEntries(zeros.map((name, k) => [name, 0.25 / (k + 1)])) }]) {
      const stepper = stepperFor(o, hyper)
      const rule = printedRule(stepper.update)
      if (rule === undefined) throw new Error(`no step of ${o.id} is printed: npm run functions`)
      const shared = sharedNumbers(stepper.update, frontier(stepper.update, []))
      const g = column(4)
      for (const t of [1, 2, 7]) {
        const [place, memory] = [column(0), stepper.memory.map((_slot, s) => column(1 + s))]
        const at = shared.find(t, 1, (step, inputs) => stepper.tell(step, hyper, inputs), stepper.same(hyper))
        rule({ x: place, g, memory, shared: shared.values }, at, COUNT)
        // Hyper-parameters that are columns take the way of the interpreter.
        const [x, kept] = [column(0), Object.fromEntries(stepper.memory.map((slot, s) => [slot, column(1 + s)]))]
        stepper.step(x, g, kept, t, Object.fromEntries(Object.entries(hyper).map(([name, value]) => [name, new Float64Array(COUNT).fill(value)])))
        expect([place, ...memory]).toEqual([x, ...stepper.memory.map((slot) => kept[slot])])
      }
    }
  })

  it('is found for a copy that somebody typed, and not for other formulas', () => {
    const adam = declaredById('adam')
    if (adam === undefined) throw new Error('no adam')
    const mine = copyOf(adam, 'mine')
    expect(printedRule(compileUpdate(declare(mine)).update)).toBe(printedRule(compileUpdate(adam).update))
    const other = { ...mine, update: mine.update.map(({ name, formula }) => ({ name, formula: formula.replace('sqrt(v_hat)', 'v_hat^0.25') })) }
    expect(printedRule(compileUpdate(declare(other)).update)).toBeUndefined()
  })

  it('is spelled so that who reads it knows it', () => {
    const spelled = (id: string): string => {
      const o = declaredById(id)
      return o === undefined ? '' : spell(stepperFor(o, defaults(o.hyper)).update)
    }
    expect(spelled('gd')).toBe('x = x - (g * k0)')
    expect(spelled('momentum')).toBe('t0 = g + (k0 * m0); x = x - (k1 * t0); m0 = t0')
    expect(spelled('adam')).toBe('t0 = (k0 * m0) + (g * k1); t1 = (k2 * m1) + (k3 * (g * g)); x = x - (k7 * ((t0 / k4) / (k6 + sqrt(t1 / k5)))); m0 = t0; m1 = t1')
  })
})
