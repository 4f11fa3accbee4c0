/** Quantities that can be swept, and the link text of a sweep map. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validate } from '../../../src/core/experiment/create.ts'
import { knobOf, knobsOf } from '../../../src/core/experiment/knobs.ts'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import { refuseSweep } from '../../../src/core/experiment/sweep.ts'
import { shareOf, valueAt } from '../../../src/core/experiment/sweep-cells.ts'
import { anyExperiment, valueOf } from './arbitrary.ts'

describe('the knobs of an experiment', () => {
  it('turn one quantity to any value that its field allows, and nothing else', () => {
    const turned = anyExperiment.filter((e) => e.runs.length > 0).chain((e) => {
      const knobs = knobsOf(e, { run: 0, start: 0 })
      return fc.constantFrom(...knobs).chain(({ id, field }) => valueOf(field).map((value) => ({ e, id, value })))
    })
    fc.assert(fc.property(turned, ({ e, id, value }) => {
      const before = knobsOf(e, { run: 0, start: 0 })
      const next = knobOf(before, id)!.at(e, value)
      expect(validate(next)).toEqual([])
      const after = knobsOf(next, { run: 0, start: 0 })
      expect(after.map((knob) => [knob.id, knob.value])).toEqual(before.map((knob) => [knob.id, knob.id === id ? value : knob.value]))
    }), { numRuns: 150 })
  })

  it('are hyper-parameters, places of the start, steps, schedule, what stands around, parameters, penalties, noise and seed', () => {
    const { value } = decode('f=a*x^2&run=momentum,lr:0.1,sam:0.05,schedule:cosine,T_max:50&noise=fresh,sd:0.5')
    expect(knobsOf(value, { run: 0, start: 0 }).map(({ id }) => id)).toEqual([
      'lr', 'momentum', 'dampening', 'weight_decay', 'start.x', 'steps', 'schedule.T_max', 'schedule.eta_min', 'around.sam', 'p.a', 'l1', 'l2', 'noise.sd', 'seed',
    ])
  })
})

describe('the sweep map of a link', () => {
  const ground = 'landscape=sin3_quad&run=gd,lr:0.1'
  it('reads one or two ranges, what is shown, and how fine', () => {
    const { value, issues } = decode(`${ground}&sweep=lr:1.5..2.1,start.x:-3..3,show:steps,size:128`)
    expect(issues).toEqual([])
    expect(value.sweep).toEqual({
      run: 0, start: 0, show: 'steps', size: 128,
      axes: [{ of: 'lr', low: 1.5, high: 2.1, scale: 'linear' }, { of: 'start.x', low: -3, high: 3, scale: 'linear' }],
    })
    expect(encode(value)).toMatch(/&sweep=run:0,lr:1.5..2.1,start.x:-3..3,show:steps,size:128$/)
    expect(decode(`${ground}&sweep=lr:1e-300..1:log`).value.sweep?.axes).toEqual([{ of: 'lr', low: 1e-300, high: 1, scale: 'log' }])
  })

  it.each([
    ['rate:1..2', /There is no|there is no "rate"/],
    ['lr:2..1', /from 2 to 1/],
    ['lr:1', /expected a range/],
    ['lr:-1..1:log', /logarithmic/],
    ['lr:0..1e9', /at most 1000000/],
    ['lr:a..b', /not a finite number/],
    ['lr:1..1.00000000000001', /too narrow/],
    ['lr:0..1,start.x:0..1,l2:0..1', /at most/],
    ['show:colour,lr:0..1', /show is "colour"/],
    ['size:0,lr:0..1', /size is 0/],
    ['', /no range/],
  ])('says what is wrong with %s', (text, says) => {
    const { value, issues } = decode(`${ground}&sweep=${text}`)
    expect(issues.map((issue) => issue.says).join(' ')).toMatch(says)
    expect(validate(value)).toEqual([])
  })

  it('is refused in a sentence once the experiment has lost what it sweeps over', () => {
    const { value } = decode('f=a*x^2&run=gd&sweep=p.a:0..1')
    expect(refuseSweep(value, value.sweep!)).toBeUndefined()
    expect(refuseSweep({ ...value, runs: [] }, value.sweep!)).toMatch(/Add an optimizer/)
    expect(refuseSweep({ ...value, landscape: { kind: 'formula', text: 'x^2' }, params: {} }, value.sweep!)).toMatch(/^There is no "p.a" here/)
  })
})

describe('the cells of an axis', () => {
  it('stand for the values in their middles, which lie in them', () => {
    const { value } = decode('landscape=sin3_quad&run=gd')
    const lr = knobOf(knobsOf(value, { run: 0, start: 0 }), 'lr')!
    for (const axis of [{ of: 'lr', low: 1.5, high: 2.1, scale: 'linear' }, { of: 'lr', low: 1e-300, high: 1e5, scale: 'log' }] as const) {
      for (let cell = 0; cell < 100; cell++) expect(Math.floor(shareOf(axis, valueAt(axis, lr.field, cell, 100)) * 100)).toBe(cell)
    }
  })

  it('are whole numbers where the quantity is', () => {
    const { value } = decode('landscape=sin3_quad&run=gd')
    const steps = knobOf(knobsOf(value, { run: 0, start: 0 }), 'steps')!
    const axis = { of: 'steps', low: 0, high: 10, scale: 'linear' } as const
    expect([0, 1, 2, 19].map((cell) => valueAt(axis, steps.field, cell, 20))).toEqual([0, 1, 1, 10])
  })
})
