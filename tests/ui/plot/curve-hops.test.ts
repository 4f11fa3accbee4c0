import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hopsOf, playedIn } from '../../../src/ui/plot/curve-hops.ts'
import { curveLayout, toX, toY, type CurveView } from '../../../src/ui/plot/curve-view.ts'

const span = { low: -1, high: 1 }
const view: CurveView = { x: [-1, 1], layout: curveLayout(800, 574, true), f: span, slope: span, curvature: span }
const path = (x: readonly number[]) => ({ x: Float64Array.from(x), f: Float64Array.from(x, (v) => v * v), count: x.length })

describe('the hops of a path', () => {
  it('leave out nothing that could be seen: every iterate is within half a pixel of a kept point at or before it', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 }), (x) => {
      const hops = hopsOf(path(x), view)
      x.forEach((v, i) => {
        const [px, py] = [toX(view, v), toY(span, view.layout.curve, v * v)]
        let found = false
        for (let k = 0; k < hops.count && hops.step[k] <= i; k++) found ||= Math.abs(hops.pixels[2 * k] - px) < 0.5 && Math.abs(hops.pixels[2 * k + 1] - py) < 0.5
        expect(found).toBe(true)
      })
    }))
  })
  it('are few for a run that has arrived or that swaps for ever', () => {
    expect(hopsOf(path(Array.from({ length: 100_000 }, (_, i) => 0.9 ** i)), view).count).toBeLessThan(80)
    expect(hopsOf(path(Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? 0.5 : -0.5))), view).count).toBe(2)
  })
  it('keep what is not a number as a break', () => {
    const hops = hopsOf(path([0.1, NaN, 0.2]), view)
    expect(Array.from(hops.pixels.subarray(0, 2 * hops.count), Number.isNaN)).toEqual([false, false, true, true, false, false])
  })
})

describe('the playhead among the kept points', () => {
  const hops = hopsOf(path([0, 0.5, 0.5, 0.5, -0.5, 0.9]), view)
  it('is on the point that is at that place, and moves during the step that leads to the next', () => {
    expect(Array.from(hops.step.subarray(0, hops.count))).toEqual([0, 1, 4, 5])
    expect([0, 0.5, 1, 2, 3, 3.5, 4, 5, 99].map((at) => playedIn(hops, at))).toEqual([0, 0.5, 1, 1, 1, 1.5, 2, 3, 3])
  })
})
