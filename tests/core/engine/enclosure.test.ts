import { describe, expect, it } from 'vitest'
import { compileEnclosed, enclosed } from '../../../src/core/engine/enclosed.ts'
import { jets, seed } from '../../../src/core/autodiff/jets.ts'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { evaluate } from '../../../src/core/formula/evaluate.ts'
import { interval, intervals } from '../../../src/core/formula/intervals.ts'
import { parse } from '../../../src/core/formula/parse.ts'
import type { Expression } from '../../../src/core/formula/ast.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'

const read = (formula: string): Expression => {
  const parsed = parse(formula)
  if (!parsed.ok) throw new SyntaxError(parsed.issues[0].says)
  return parsed.value
}

describe('bounds over a box contain value, gradient and Hessian at every point of it', () => {
  it.each(OBJECTIVES.map((o) => [o.id, o] as const))('%s', (_id, o) => {
    const e = experimentOn(o.id)
    const { landscape, expression, coordinates, data } = resolve(e)
    const enclosure = enclosed(landscape, expression, coordinates, e.params, data).enclosure?.()
    if (enclosure === undefined) throw new Error('no enclosure')
    const n = o.coordinates.length
    const gradient = new Float64Array(n)
    const hessian = new Float64Array(n * n)
    for (let k = 0; k < 300; k++) {
      const width = 10 ** (-6 * uniform(3, k, 9))
      const lo = o.domain.map(([a, b], i) => a + (b - a) * (1 - width) * uniform(3, k, i))
      const hi = o.domain.map(([a, b], i) => lo[i] + (b - a) * width)
      enclosure.over(lo, hi, 2)
      for (let p = 0; p < 8; p++) {
        const x = Float64Array.from(lo, (a, i) => Math.min(hi[i], a + (hi[i] - a) * (p < 2 ? p : uniform(4, k, p, i))))
        const f = landscape.hessian(x, gradient, hessian)
        for (const [c, value] of [f, ...gradient, ...hessian].entries()) {
          const told = Number.isFinite(value) ? enclosure.lo[c] <= value && enclosure.hi[c] >= value : enclosure.marks[c] !== 0
          // Two million times: an expect that is met costs more than the bounds do.
          if (!told) expect.fail(`component ${c} is ${value} at ${x.join()}, its bounds over ${lo.join()} to ${hi.join()} are ${enclosure.lo[c]} to ${enclosure.hi[c]}`)
        }
      }
    }
  })

  it('is never wider than jets over intervals, which compute the same without sharing parts', () => {
    const names = ['x', 'y']
    for (const formula of ['(x^2+y-11)^2+(x+y^2-7)^2', 'exp(-x^2)*sin(3*y)+x/(2+y^2)', 'log(1+x^2)*tanh(y)-x^5', 'if(x<y, x*y, hypot(x,y))', 'max(x,y)+abs(x-1)']) {
      const e = read(formula)
      const enclosure = compileEnclosed(e, names, {}).enclosure?.()
      const [lo, hi] = [[0.25, -0.5], [0.75, 0.4]]
      enclosure?.over(lo, hi, 2)
      const variables = new Map(names.map((name, i) => [name, seed(intervals, interval(lo[i], hi[i]), i, 2, 2)]))
      const jet = evaluate(e, jets(intervals, 2, 2), { variables, values: {} })
      const [xx, xy, yy] = jet.hessian
      for (const [c, bounds] of [jet.value, ...jet.gradient, xx, xy, xy, yy].entries()) {
        if (bounds === undefined) continue
        expect(enclosure?.lo[c]).toBeGreaterThanOrEqual(bounds.lo - 1e-12)
        expect(enclosure?.hi[c]).toBeLessThanOrEqual(bounds.hi + 1e-12)
      }
    }
  })

  it('stops at the order asked for', () => {
    const enclosure = compileEnclosed(read('x^3'), ['x'], {}).enclosure?.()
    enclosure?.over([1], [2], 2)
    expect(enclosure?.hi[2]).toBeCloseTo(12, 10)
    enclosure?.over([0], [1], 1)
    expect([enclosure?.hi[0], enclosure?.hi[1], enclosure?.hi[2]].map((v) => Math.round(v ?? NaN))).toEqual([1, 3, 12])
  })
})
