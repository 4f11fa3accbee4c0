/** Claims of a chapter on optimization in deep learning, and what is true of each. */
import { describe, expect, it } from 'vitest'
import { disturbance } from '../../src/core/experiment/disturbance.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { ofKind, told } from './told.ts'

const firstStep = (path: readonly (readonly number[])[], holds: (x: readonly number[]) => boolean): number => path.findIndex(holds)

describe('S1-1: climbing is descending with the sign changed', () => {
  it('the maxima of x cos πx are the minima of its negative, to 1e-12', () => {
    const tops = ofKind(told('landscape=x_cos_pi_x&domain=-3,3').critical, 'maximum')
    const pits = ofKind(told('f=-(x*cos(pi*x))&over=x&domain=-3,3&start=0.5').critical, 'minimum')
    expect(tops.length).toBeGreaterThan(1)
    expect(pits).toHaveLength(tops.length)
    for (const [i, top] of tops.entries()) {
      expect(Math.abs(pits[i].x[0] - top.x[0])).toBeLessThan(1e-12)
      expect(Math.abs(pits[i].f + top.f)).toBeLessThan(1e-12)
    }
  })
})

describe('S1-2: the minimum of the empirical risk is not that of the risk', () => {
  const risk = (x: number): number => told(`landscape=x_cos_pi_x&domain=0.5,1.5&start=${x}&run=none`).at.f
  it('training to the very end costs 0.031185 of risk, and stopping in a false minimum far more', () => {
    const [, trained, wrong] = ofKind(told('landscape=x_cos_pi_x_risk').critical, 'minimum')
    const [best] = ofKind(told('landscape=x_cos_pi_x&domain=0.5,1.5&start=0.8').critical, 'minimum')
    expect(trained.x[0]).toBeCloseTo(1.016983, 6)
    expect(best.x[0]).toBeCloseTo(1.090408, 6)
    expect(risk(trained.x[0]) - risk(best.x[0])).toBeCloseTo(0.031185, 6)
    expect(wrong.x[0]).toBeCloseTo(1.320802, 6)
    expect(risk(wrong.x[0])).toBeCloseTo(-0.7049, 4)
  })
})

describe('S1-3: the pins of the book on x cos πx', () => {
  const { critical } = told('landscape=x_cos_pi_x')
  it('(0.3, -0.25) is beside a maximum; the local minimum is at (-0.2739, -0.1786)', () => {
    expect(told('landscape=x_cos_pi_x&start=0.3').at.f).toBeCloseTo(0.1763, 4)
    expect(ofKind(critical, 'maximum')[0].x[0]).toBeCloseTo(0.273853, 6)
    expect(ofKind(critical, 'minimum')[0]).toMatchObject({ lowest: false })
    expect(ofKind(critical, 'minimum')[0].x[0]).toBeCloseTo(-0.273853, 6)
    expect(ofKind(critical, 'minimum')[0].f).toBeCloseTo(-0.178603, 6)
  })
  it('f(1.1) is -1.0462, not -0.95; the lowest point is (1.0904, -1.0467)', () => {
    expect(told('landscape=x_cos_pi_x&start=1.1').at.f).toBeCloseTo(-1.0462, 4)
    const lowest = critical.filter((p) => p.lowest)
    expect(lowest).toHaveLength(1)
    expect(lowest[0].x[0]).toBeCloseTo(1.090408, 6)
    expect(lowest[0].f).toBeCloseTo(-1.046721, 6)
  })
})

describe('S1-4: "global" belongs to a domain', () => {
  it('on [-1, 4] the lowest point of x cos πx is another one', () => {
    const lowest = told('landscape=x_cos_pi_x&domain=-1,4').critical.filter((p) => p.lowest)
    expect(lowest.map((p) => p.kind)).toEqual(['minimum'])
    expect(lowest[0].x[0]).toBeCloseTo(3.033281, 6)
    expect(lowest[0].f).toBeCloseTo(-3.016716, 6)
  })
})

describe('S1-6: x³ has no minimum, and its flat point is no saddle', () => {
  it('is degenerate at 0, with the second derivative telling nothing', () => {
    expect(ofKind(told('landscape=cubic').critical, 'degenerate').map((p) => Math.abs(p.x[0]) < 1e-4)).toEqual([true])
  })
  it('from 1 the descent follows 1/(1 + 3ηt) and never passes 0', () => {
    const path = told('landscape=cubic&start=1&run=gd,lr:0.1&steps=1000').paths[0]
    expect(path[1000][0]).toBeCloseTo(0.003303, 6)
    expect(1 / (1 + 3 * 0.1 * 1000)).toBeCloseTo(0.003322, 6)
    expect(path.every(([x]) => x > 0)).toBe(true)
  })
  it('from below 0 it runs away to minus infinity, however small the rate', () => {
    const { paths, endings } = told('landscape=cubic&start=-0.5&run=gd,lr:0.01&steps=200')
    expect(endings[0].verdict).toBe('diverged')
    expect(paths[0].every(([x], k) => k === 0 || x < paths[0][k - 1][0])).toBe(true)
  })
  it('a rate that is too large for its start jumps over and is beyond a million after 58 steps', () => {
    const { paths, endings } = told('landscape=cubic&start=2&run=gd,lr:0.17&steps=200')
    expect(endings[0].verdict).toBe('diverged')
    expect(firstStep(paths[0], ([x]) => x < -1e6)).toBe(58)
  })
})

describe('S1-7: leaving the saddle of x² - y²', () => {
  const start = (y: string): string => `landscape=saddle&start=1,${y}&run=gd,lr:0.1&steps=300`
  it('a start on the ridge never leaves', () => {
    const { paths, endings } = told(start('0'))
    expect(paths[0].every(([, y]) => y === 0)).toBe(true)
    expect(endings[0].verdict).toBe('saddle')
  })
  it.each([['1e-2', 26], ['1e-4', 51], ['1e-8', 102], ['1e-16', 203]])('a start %s beside it is out after %d steps', (y, steps) => {
    const { paths } = told(start(y))
    expect(firstStep(paths[0], ([, v]) => Math.abs(v) >= 1)).toBe(steps)
    expect(steps).toBe(Math.ceil(Math.log(1 / Number(y)) / Math.log(1.2)))
  })
  it.each([[1e-2, 38], [1e-4, 63], [1e-6, 89]])('noise of sd %d on the slope frees it after %d steps in the middle', (sd, steps) => {
    const runs = 400
    const disturb = disturbance(decode(`landscape=saddle&start=1,0&noise=fresh,sd:${sd}&steps=300`).value, 0, () => undefined)
    const y = new Float64Array(runs)
    const slope = new Float64Array(runs)
    const out = new Float64Array(runs).fill(Infinity)
    for (let t = 0; t < 300; t++) {
      y.forEach((v, i) => { if (Math.abs(v) >= 1 && t < out[i]) out[i] = t })
      y.forEach((v, i) => { slope[i] = -2 * v })
      disturb?.gradient(y, slope, t, 0)
      slope.forEach((g, i) => { y[i] -= 0.1 * g })
    }
    expect(Math.abs(out.toSorted()[runs / 2] - steps)).toBeLessThanOrEqual(3)
  })
})

describe('S1-8: a zero eigenvalue tells nothing', () => {
  it.each(['cubic', 'quartic', 'monkey_saddle', 'x2_y4'])('%s at 0 is called degenerate, never a minimum', (id) => {
    const { critical } = told(`landscape=${id}`)
    expect(critical.filter((p) => Math.hypot(...p.x) < 1e-3).map((p) => p.kind)).toEqual(['degenerate'])
  })
})

describe('S1-10: tanh from 4', () => {
  it('slopes by 0.00134095 there', () => {
    expect(told('landscape=tanh&start=4&run=none').at.gradient[0]).toBeCloseTo(0.00134095, 8)
  })
  it.each([[0.1, 3735], [0.01, 37325], [1, 376]])('rate %d needs %d steps to come below 1', (lr, steps) => {
    const { paths } = told(`landscape=tanh&start=4&run=gd,lr:${lr}&steps=${steps + 5}`)
    expect(firstStep(paths[0], ([x]) => x < 1)).toBe(steps)
    expect(Math.abs(steps / (((Math.sinh(8) - Math.sinh(2)) / 4 + 1.5) / lr) - 1)).toBeLessThan(0.01)
  })
  it('Adam at rate 0.1 needs 29, since its step does not shrink with the slope', () => {
    expect(firstStep(told('landscape=tanh&start=4&run=adam,lr:0.1&steps=40').paths[0], ([x]) => x < 1)).toBe(29)
  })
  it('has no minimum to be stuck in or to reach: it is flat on the left as well', () => {
    expect(told('landscape=tanh').critical.map((p) => p.kind)).toEqual(['boundary minimum'])
  })
})
