import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRun, experimentOn, initialExperiment, validate, withFormula } from '../../../src/core/experiment/create.ts'
import { RUN_LIMIT, type Experiment } from '../../../src/core/experiment/experiment.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { anyExperiment } from './arbitrary.ts'

const typed = (text: string, from: Experiment = initialExperiment()): Experiment => {
  const result = withFormula(from, text)
  if (!result.ok) throw new Error(result.issues[0].says)
  return result.value
}

describe('what the page opens with', () => {
  it('is Himmelblau with several methods, valid, and shows whole paths', () => {
    const e = initialExperiment()
    expect(validate(e)).toEqual([])
    expect(e.landscape).toEqual({ kind: 'catalogue', id: 'himmelblau' })
    expect(new Set(e.runs.map((r) => r.optimizer)).size).toBeGreaterThanOrEqual(4)
    expect(e.at).toBe(e.steps)
  })
})

describe('choosing a landscape', () => {
  it('takes its own domain, start and steps, and keeps methods, seed and view', () => {
    const from: Experiment = { ...initialExperiment(), seed: 5, view: 'map', hidden: ['contours'] }
    const e = experimentOn('rosenbrock', from)
    expect(e).toMatchObject({ domain: [[-2, 2], [-1, 3]], starts: [[-1.2, 1]], seed: 5, view: 'map', hidden: ['contours'] })
    expect(e.runs.map((r) => r.optimizer)).toEqual(from.runs.map((r) => r.optimizer))
  })

  it('gives rates that suit it; two runs of one method stay as far apart as they were', () => {
    const from = initialExperiment()
    const e = experimentOn('rosenbrock', from)
    const rates = (x: Experiment) => x.runs.filter((r) => r.optimizer === 'gd').map((r) => r.hyper.lr)
    const [a, b] = rates(from)
    const [c, d] = rates(e)
    expect(c).not.toBe(a)
    expect(d / c).toBeCloseTo(b / a, 2)
  })

  it('always ends in a valid experiment, wherever it comes from', () => {
    fc.assert(fc.property(anyExperiment, fc.constantFrom(...OBJECTIVES), (from, o) => {
      expect(validate(experimentOn(o.id, from))).toEqual([])
    }), { numRuns: 100 })
  })

  it('that does not exist is refused by validate', () => {
    expect(validate(experimentOn('atlantis'))[0].says).toContain('atlantis')
    expect(validate(addRun(initialExperiment(), 'wizard'))[0].says).toContain('wizard')
  })
})

describe('typing a formula', () => {
  it('keeps domain and starts while the number of coordinates stays', () => {
    const e = typed('x^2 + y^2')
    expect(e.domain).toEqual(initialExperiment().domain)
    expect(e.starts).toEqual(initialExperiment().starts)
  })

  it('takes a fresh domain and start when it changes', () => {
    const e = typed('x^2')
    expect(e).toMatchObject({ domain: [[-5, 5]], params: {} })
    expect(e.starts[0]).toHaveLength(1)
    expect(validate(e)).toEqual([])
    expect(typed('y^2', e).domain).toHaveLength(2)
  })

  it('keeps parameters that are still there, and gives new ones 1', () => {
    const e = typed('a*x^2 + k*y^2 + constructor*x')
    expect(e.params).toEqual({ a: 11, k: 1, constructor: 1 })
    expect(Object.keys(resolve(e).params)).toEqual(['a', 'k', 'constructor'])
  })

  it('fails with the parser’s sentence', () => {
    const result = withFormula(initialExperiment(), 'sin(')
    expect(result).toMatchObject({ ok: false, issues: [{ says: 'Close the bracket opened at column 4.', column: 4 }] })
  })

  it('always ends in a valid experiment', () => {
    fc.assert(fc.property(anyExperiment, fc.constantFrom('x', 'y', 'a*x', 'x*y+b', '7'), (from, text) => {
      expect(validate(typed(text, from))).toEqual([])
    }), { numRuns: 100 })
  })

  it('starts where the function has a value and a slope, if it can', () => {
    const startOf = (text: string) => typed(text, experimentOn('saddle')).starts[0]
    const one = (text: string) => typed(text, experimentOn('saddle')).starts[0][0]
    expect(startOf('x^2')).toEqual([2.5])
    expect(one('log(-x)')).toBeLessThan(0)
    expect(one('relu(-x)')).toBeLessThan(0)
    expect(Number.isFinite(one('log(-1-x^2)'))).toBe(true)
    expect(one('7')).toBe(2.5)
  })
})

describe('validate', () => {
  it('has nothing against any valid experiment', () => {
    fc.assert(fc.property(anyExperiment, (e) => {
      expect(validate(e)).toEqual([])
    }), { numRuns: 200 })
  })

  const e = initialExperiment()
  const wrong: [string, Partial<Experiment>, RegExp][] = [
    ['a parameter too many', { params: { ...e.params, q: 1 } }, /no parameter "q"/],
    ['a parameter missing', { params: { a: 1 } }, /b has no value/],
    ['a parameter that is NaN', { params: { a: NaN, b: 1 } }, /not a number/],
    ['no starts', { starts: [] }, /no start/],
    ['a start with one coordinate', { starts: [[1]] }, /expected 2/],
    ['too many starts', { starts: Array.from({ length: 9 }, () => [1, 1]) }, /9 starts; the limit is 8/],
    ['too many runs', { runs: Array.from({ length: RUN_LIMIT + 1 }, () => e.runs[0]) }, /13 runs; the limit is 12/],
    ['a run with a value missing', { runs: [{ optimizer: 'gd', hyper: { lr: 1 }, shown: true }] }, /weight_decay has no value/],
    ['a run with a value too many', { runs: [{ optimizer: 'gd', hyper: { lr: 1, weight_decay: 0, beta: 1 }, shown: true }] }, /no hyper-parameter "beta"/],
    ['a reversed domain', { domain: [[1, -1], [0, 1]] }, /lower bound first: -1,1/],
    ['a domain without width', { domain: [[1, 1], [0, 1]] }, /no width/],
    ['a domain of 1e308', { domain: [[-1e308, 1e308], [0, 1]] }, /limit is 1e\+100/],
    ['an infinite domain', { domain: [[-Infinity, 1], [0, 1]] }, /limit is 1e\+100/],
    ['a playhead beyond the end', { at: 161 }, /at is 161, but the runs take 160/],
    ['half a step', { steps: 1.5, at: 0 }, /whole number/],
    ['a billion steps', { steps: 1e9, at: 0 }, /at most 100000/],
    ['a negative seed', { seed: -1 }, /at least 0/],
    ['a camera below the ground', { camera: { azimuth: 0, elevation: -91, zoom: 1 } }, /elevation is -91/],
    ['a camera that is NaN', { camera: { azimuth: NaN, elevation: 0, zoom: 1 } }, /azimuth is not a number/],
  ]
  it.each(wrong)('refuses %s with a sentence', (_, change, sentence) => {
    const issues = validate({ ...e, ...change })
    expect(issues.map((i) => i.says).join('\n')).toMatch(sentence)
    for (const issue of issues) expect(issue.says).toMatch(/[.?]$/)
  })
})

describe('resolve', () => {
  it('says no to an experiment that is not valid', () => {
    expect(() => resolve({ ...initialExperiment(), landscape: { kind: 'formula', text: 'sin(' } })).toThrow(RangeError)
  })
})
