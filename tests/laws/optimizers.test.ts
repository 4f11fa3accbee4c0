/** Statements true of every optimizer of the catalogue. */
import { describe, expect, it } from 'vitest'
import { defaults, refuse } from '../../src/core/fields.ts'
import { ends } from '../fields.ts'
import { evaluate } from '../../src/core/formula/evaluate.ts'
import { numbers } from '../../src/core/formula/scalar.ts'
import { parse } from '../../src/core/formula/parse.ts'
import { freeNames } from '../../src/core/formula/names.ts'
import { OBJECTIVES } from '../../src/core/objectives/index.ts'
import { aboutMethod } from '../../src/core/optimizers/about.ts'
import { DECLARED, OPTIMIZERS, optimizerById } from '../../src/core/optimizers/index.ts'
import { compileUpdate } from '../../src/core/optimizers/update.ts'
import { freshRun } from '../../src/core/experiment/fresh.ts'

/** Ids are for ever: links depend on them. Add at the end, never rename. */
const IDS = [
  'gd', 'momentum', 'nesterov', 'adam', 'rmsprop', 'newton',
  'sutskever', 'qhm', 'friction', 'sign', 'lion',
  'adamw', 'amsgrad', 'adamax', 'nadam', 'radam', 'yogi', 'adabelief', 'adagrad', 'adadelta', 'rprop',
  'nelder_mead', 'de', 'ga', 'cma_es', 'powell', 'annealing', 'spsa', 'random', 'bayes',
  'saddle_free_newton', 'bfgs', 'lbfgs', 'cg_fr', 'cg_pr', 'trust_region',
]

it('ids never change', () => {
  expect(OPTIMIZERS.map((o) => o.id).slice(0, IDS.length)).toEqual(IDS)
  expect(new Set(OPTIMIZERS.map((o) => o.id)).size).toBe(OPTIMIZERS.length)
  for (const id of ['toString', '__proto__', '', 'GD']) expect(optimizerById(id)).toBeUndefined()
})

describe.each(DECLARED.map((o) => [o.id, o] as const))('%s', (_, o) => {
  const hyper = defaults(o.hyper)
  const names = Object.keys(o.update)
  const n = 5

  /** `steps` steps on Σ cosh(x) − 1 from a fixed start, `cut` of them by another stepper. */
  function walk(steps: number, cut = steps, length = n): { x: Float64Array; memory: Record<string, Float64Array> } {
    const steppers = [compileUpdate(o), compileUpdate(o)]
    const x = Float64Array.from({ length }, (_, i) => Math.cos(i) * 2)
    let memory: Record<string, Float64Array> = Object.fromEntries(steppers[0].memory.map((slot) => [slot, new Float64Array(length)]))
    for (let t = 1; t <= steps; t++) {
      if (t === cut) memory = structuredClone(memory)
      steppers[t < cut ? 0 : 1].step(x, x.map(Math.sinh), memory, t, hyper)
    }
    return { x, memory }
  }

  it('is declared in full: id, names, sources, formulas that parse, the last of them x', () => {
    expect(o.id).toMatch(/^[a-z][a-z0-9_]*$/)
    for (const text of [o.name, o.short, aboutMethod(o.id)?.note]) expect(text?.length).toBeGreaterThan(1)
    expect(aboutMethod(o.id)?.source).toMatch(/\b(1[89]|20)\d\d\b/)
    expect(names.at(-1)).toBe('x')
    const known = new Set(['x', 'g', 't', ...names, ...Object.keys(o.hyper)])
    for (const [name, text] of Object.entries(o.update)) {
      const parsed = parse(text)
      expect(parsed.ok, `${name} = ${text}`).toBe(true)
      if (parsed.ok) for (const free of freeNames(parsed.value)) expect(known).toContain(free)
    }
    for (const name of names.filter((name) => name !== 'x')) expect(Object.keys(o.tex)).toContain(name)
    for (const name of Object.keys(o.hyper)) expect(names, 'a hyper-parameter is no slot').not.toContain(name)
  })

  it('has hyper-parameters whose defaults and sliders are allowed, lr the first of them', () => {
    expect(Object.keys(o.hyper)[0]).toBe('lr')
    for (const [name, field] of Object.entries(o.hyper)) {
      expect(refuse(field, name, Number(field.default))).toBeUndefined()
      expect(field.note).toMatch(/\.$/)
      if (field.kind !== 'number') continue
      for (const end of field.slider) expect(refuse(field, name, end)).toBeUndefined()
      expect(field.slider[0]).toBeLessThan(field.slider[1])
      if (field.scale === 'log') expect(field.slider[0]).toBeGreaterThan(0)
    }
    for (const bad of [0, -1, NaN, Infinity, 1e300]) expect(refuse(o.hyper.lr, 'lr', bad)?.says).toMatch(/\.$/)
  })

  it('keeps nothing but its memory: a run that is cut and resumed elsewhere is the same', () => {
    const whole = walk(20)
    for (const cut of [1, 2, 11, 20]) expect(walk(20, cut)).toEqual(whole)
  })

  it('acts on each coordinate alone: a longer vector changes nothing', () => {
    const { x } = walk(20)
    expect(walk(20, 20, 3000).x.slice(0, n)).toEqual(x)
  })

  it('treats its coordinates alike: in another order they take the same steps', () => {
    const stepper = compileUpdate(o)
    const run = (order: readonly number[]): number[] => {
      const x = Float64Array.from(order, (i) => Math.cos(i) * 2)
      const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(order.length)]))
      for (let t = 1; t <= 20; t++) stepper.step(x, x.map(Math.sinh), memory, t, hyper)
      return [...x]
    }
    expect(run([3, 0, 2, 1])).toEqual([3, 0, 2, 1].map((i) => run([0, 1, 2, 3])[i]))
  })

  it('goes down on x² at its default rate', () => {
    const stepper = compileUpdate(o)
    const x = Float64Array.of(1)
    const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(1)]))
    for (let t = 1; t <= 400; t++) stepper.step(x, x.map((v) => 2 * v), memory, t, hyper)
    expect(Math.abs(x[0])).toBeLessThan(0.02)
  })

  it('survives both ends of the range of every hyper-parameter', () => {
    const stepper = compileUpdate(o)
    for (const [name, field] of Object.entries(o.hyper)) {
      for (const end of ends(field)) {
        const x = Float64Array.of(1.5, -0.3)
        const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(2)]))
        for (let t = 1; t <= 10; t++) stepper.step(x, x.map(Math.tanh), memory, t, { ...hyper, [name]: end })
        for (const v of x) expect(v, `${name} = ${end}`).not.toBeNaN()
      }
    }
  })

  it('passes NaN on, and infinity unless it declares why not', () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      const stepper = compileUpdate(o)
      const x = Float64Array.of(1)
      const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(1)]))
      stepper.step(x, Float64Array.of(bad), memory, 1, hyper)
      expect(Number.isFinite(x[0])).toBe(!Number.isNaN(bad) && o.exceptions?.infinity !== undefined)
    }
  })

  it('runs the formulas that are shown: read one by one, with plain numbers, they give the same steps', () => {
    const stepper = compileUpdate(o)
    const x = Float64Array.of(1.5)
    const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(1)]))
    const values: Record<string, number> = { ...hyper, x: 1.5, ...Object.fromEntries(names.filter((name) => name !== 'x').map((name) => [name, 0])) }
    for (let t = 1; t <= 12; t++) {
      const g = Math.sinh(x[0])
      stepper.step(x, Float64Array.of(g), memory, t, hyper)
      Object.assign(values, { g, t })
      for (const [name, text] of Object.entries(o.update)) {
        const parsed = parse(text)
        if (!parsed.ok) throw new Error(parsed.issues[0].says)
        values[name] = evaluate(parsed.value, numbers, { variables: new Map<string, number>(), values })
      }
      // beta^t is a product where t is known, and a power where it varies: these differ in the last digits.
      expect(Math.abs(values.x - x[0])).toBeLessThan(1e-12 * Math.max(1, Math.abs(x[0])))
    }
  })

  it('says what it costs', () => {
    expect(aboutMethod(o.id)?.cost).toBe('one slope')
  })

  it('has an allowed rate on every landscape', () => {
    for (const objective of OBJECTIVES) expect(refuse(o.hyper.lr, 'lr', freshRun(o, objective).hyper.lr)).toBeUndefined()
  })
})
