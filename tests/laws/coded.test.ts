/** Statements true of every method with code: what it remembers is all it knows, and what it asks for is what is counted. */
import { describe, expect, it } from 'vitest'
import { beginWalk, type Walk } from '../../src/core/explore/walk.ts'
import { defaults, refuse, type Values } from '../../src/core/fields.ts'
import type { Landscape } from '../../src/core/landscape.ts'
import { normal, uniform } from '../../src/core/math/random.ts'
import { aboutMethod } from '../../src/core/optimizers/about.ts'
import { isDeclared, type CodedOptimizer, type Setting } from '../../src/core/optimizers/optimizer.ts'
import { OPTIMIZERS } from '../../src/core/optimizers/index.ts'
import { ends, sliderEnds } from '../fields.ts'
import { landscapeOf } from '../core/explore/helpers.ts'

const CODED = OPTIMIZERS.filter((o): o is CodedOptimizer => !isDeclared(o))

const LANDS = [
  { name: 'two coordinates', landscape: landscapeOf('(x^2 + y - 3)^2 + (x + y^2 - 2)^2', ['x', 'y']), start: [1.5, -2.2] },
  { name: 'one coordinate', landscape: landscapeOf('sin(3 x) + x^2/2', ['x']), start: [2.9] },
] as const

/** `landscape`, and how often it was really asked. */
function counted(landscape: Landscape): { landscape: Landscape; asked: { values: number; gradients: number; hessians: number } } {
  const asked = { values: 0, gradients: 0, hessians: 0 }
  return {
    asked,
    landscape: {
      ...landscape,
      value: (x) => (asked.values++, landscape.value(x)),
      gradient: (x, out) => (asked.gradients++, landscape.gradient(x, out)),
      hessian: (x, gradient, hessian) => (asked.hessians++, landscape.hessian(x, gradient, hessian)),
    },
  }
}

function settingOf(start: readonly number[], hyper: Values, seed = 0): Setting {
  return {
    start: Float64Array.from(start), hyper, domain: start.map((): [number, number] => [-4, 5]), steps: 40, exact: true,
    uniform: (...keys) => uniform(seed, ...keys), normal: (...keys) => normal(seed, ...keys),
  }
}

/** What is known of a walk after a step. */
const state = (x: Float64Array, walk: Walk): unknown => structuredClone({ x, memory: { ...walk.memory() }, finished: walk.finished() })

describe.each(CODED.map((o) => [o.id, o] as const))('%s', (_, o) => {
  const hyper = defaults(o.hyper)

  it('has hyper-parameters whose defaults and sliders are allowed', () => {
    for (const [name, field] of Object.entries(o.hyper)) {
      expect(field.note, name).toMatch(/\.$/)
      for (const v of [Number(field.default), ...sliderEnds(field)]) expect(refuse(field, name, v)).toBeUndefined()
    }
    for (const { when } of Object.values(o.hyper)) {
      if (when === undefined) continue
      const choice = o.hyper[when.field]
      expect(choice.kind === 'choice' ? choice.options.map(({ id }) => id) : []).toEqual(expect.arrayContaining([...when.is]))
    }
    expect(aboutMethod(o.id)?.rule?.length).toBeGreaterThan(0)
    expect(aboutMethod(o.id)?.source).toMatch(/\b(1[6789]|20)\d\d\b/)
  })

  it.each(LANDS)('is the same run when repeated, cloned after any step, and finished elsewhere: $name', ({ landscape, start }) => {
    const x = Float64Array.from(start)
    const walk = beginWalk(o, { landscape, setting: settingOf(start, hyper) })
    const states: unknown[] = []
    const clones: { x: Float64Array; walk: Walk }[] = []
    const gradient = new Float64Array(start.length)
    for (let t = 1; t <= 12; t++) {
      clones.push({ x: x.slice(), walk: walk.clone() })
      landscape.gradient(x, gradient)
      walk.step(x, gradient, t)
      states.push(state(x, walk))
    }
    for (const [k, clone] of clones.entries()) {
      for (let t = k + 1; t <= 12; t++) {
        landscape.gradient(clone.x, gradient)
        clone.walk.step(clone.x, gradient, t)
        expect(state(clone.x, clone.walk)).toEqual(states[t - 1])
      }
    }
  })

  it('takes chances where it says so, and only there: another seed is another run', () => {
    const ends = [0, 1].map((seed) => {
      const [{ landscape, start }] = LANDS
      const x = Float64Array.from(start)
      const asked: number[][] = []
      const note = (at: Float64Array): void => void asked.push(Array.from(at))
      const watched: Landscape = {
        ...landscape,
        value: (at) => (note(at), landscape.value(at)), gradient: (at, out) => (note(at), landscape.gradient(at, out)),
        hessian: (at, gradient, hessian) => (note(at), landscape.hessian(at, gradient, hessian)),
      }
      const walk = beginWalk(o, { landscape: watched, setting: settingOf(start, hyper, seed) })
      for (let t = 1; t <= 12; t++) walk.step(x, new Float64Array(start.length), t)
      return asked
    })
    expect(ends[0].length).toBeGreaterThan(0)
    if (o.chance === true) expect(ends[0]).not.toEqual(ends[1])
    else expect(ends[0]).toEqual(ends[1])
  })

  it.each([['x^2', [2.9]], ['x^2 + 3 y^2', [2.9, -1.7]]] as const)('goes down on the bowl %s with its defaults', (formula, start) => {
    const landscape = landscapeOf(formula, ['x', 'y'].slice(0, start.length))
    const x = Float64Array.from(start)
    const walk = beginWalk(o, { landscape, setting: settingOf(start, hyper) })
    const before = landscape.value(x)
    const gradient = new Float64Array(start.length)
    for (let t = 1; t <= 20; t++) {
      landscape.gradient(x, gradient)
      walk.step(x, gradient, t)
    }
    expect(landscape.value(x)).toBeLessThan(0.9 * before)
  })

  it.each(LANDS)('counts what it asks for, and shows columns that keep their lengths: $name', ({ landscape, start }) => {
    const { landscape: watched, asked } = counted(landscape)
    const walk = beginWalk(o, { landscape: watched, setting: settingOf(start, hyper) })
    const lengths = (): unknown => Object.fromEntries(Object.entries(walk.memory()).map(([name, column]) => [name, column.length]))
    const before = lengths()
    const x = Float64Array.from(start)
    for (let t = 1; t <= 12; t++) walk.step(x, new Float64Array(start.length), t)
    expect(walk.costs).toEqual(asked)
    expect(Object.values(asked).reduce((a, b) => a + b)).toBeGreaterThan(0)
    if (o.order === 0) expect([asked.gradients, asked.hessians]).toEqual([0, 0])
    if (o.order === 1) expect(asked.hessians).toBe(0)
    expect(lengths()).toEqual(before)
  })

  it.each(LANDS)('draws columns that it shows, each as long as its drawing reads: $name', ({ landscape, start }) => {
    const n = start.length
    const walk = beginWalk(o, { landscape, setting: settingOf(start, hyper) })
    walk.step(Float64Array.from(start), new Float64Array(n), 1)
    const width = (name: string): number | undefined => walk.memory()[name]?.length
    for (const drawing of o.draws ?? []) {
      const { kind, of } = drawing
      expect(width(of), of).toBeGreaterThan(0)
      if (kind === 'polygon') expect(width(of)).toBe((n + 1) * n)
      if (kind === 'points') expect(width(of)! % n).toBe(0)
      if (kind === 'spread' || kind === 'directions') expect(width(of)).toBe(n * n)
      if (kind === 'gauge' || kind === 'radius') expect(width(of)).toBe(1)
      if (kind === 'trial') expect([width(of), width(drawing.taken)]).toEqual([n, 1])
      if (kind !== 'surrogate') continue
      expect([width(of), width(drawing.next)]).toEqual([n, n])
      expect(width(drawing.mean)).toBe(width(drawing.sd))
      expect(n === 1 ? width(drawing.mean) : Math.sqrt(width(drawing.gain)!) % 1).toBe(n === 1 ? width(drawing.gain) : 0)
      expect(o.hyper[drawing.acquisition].kind).toBe('choice')
    }
  })

  it.each(LANDS)('survives both ends of the range of every hyper-parameter: $name', ({ landscape, start }) => {
    for (const [name, field] of Object.entries(o.hyper)) {
      for (const end of ends(field)) {
        const x = Float64Array.from(start)
        const walk = beginWalk(o, { landscape, setting: settingOf(start, { ...hyper, [name]: end }) })
        for (let t = 1; t <= 3; t++) walk.step(x, new Float64Array(start.length), t)
        for (const v of x) expect(v, `${name} = ${end}`).not.toBeNaN()
      }
    }
  })
})
