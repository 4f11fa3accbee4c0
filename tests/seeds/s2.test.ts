/** Claims of a text on the curse of local minima, and what is true of each. */
import { describe, expect, it } from 'vitest'
import { descend, grid, ofKind, share, told, type Flock } from './told.ts'

/** Uniform starts of the basin shares. */
const STARTS = 2001
/** Basins of the global minima, between the maxima beside them. */
const SIN3_GLOBAL = [-1.782932, 0.589531] as const
const RIPPLES_GLOBAL = [-0.480871, 0.160286] as const

describe('S2-1: x² - 2x + 1 is one bowl', () => {
  it('has its one minimum at 1; at -1 and 0 it slopes', () => {
    const { critical } = told('landscape=parabola_1')
    expect(critical.map((p) => [p.kind, p.x[0], p.f])).toEqual([['minimum', 1, 0]])
    const at = (x: number): readonly [number, number] => {
      const { f, gradient } = told(`landscape=parabola_1&start=${x}&run=none`).at
      return [f, gradient[0]]
    }
    expect(at(-1)).toEqual([4, -4])
    expect(at(0)).toEqual([1, -2])
  })
  it('what was meant is a double well: two equal minima round a maximum, which a tilt makes unequal', () => {
    const level = told('landscape=double_well&p.t=0').critical
    expect(ofKind(level, 'minimum').map((p) => p.x[0])).toEqual([-1, 1])
    expect(ofKind(level, 'minimum').every((p) => p.lowest)).toBe(true)
    expect(ofKind(level, 'maximum').map((p) => Math.abs(p.x[0]))).toEqual([0])
    const tilted = ofKind(told('landscape=double_well&p.t=0.3').critical, 'minimum')
    expect(tilted.map((p) => p.lowest)).toEqual([true, false])
  })
})

describe('S2-2: x³ on [-2, 2]', () => {
  it('has its lowest point at the end, not where its slope is zero', () => {
    const lowest = told('landscape=cubic').critical.filter((p) => p.lowest)
    expect(lowest.map((p) => [p.kind, p.x[0], p.f])).toEqual([['boundary minimum', -2, -8]])
  })
})

describe('S2-3: gradient descent need not converge to a local minimum', () => {
  it.each([
    ['landscape=saddle&start=1,0&run=gd,lr:0.1&steps=400', 'saddle'],
    ['landscape=cubic&start=1&run=gd,lr:0.1&steps=6000', 'flat'],
    ['landscape=sin3_quad&start=-0.4&run=gd,lr:0.21&steps=1000', 'oscillating'],
    ['landscape=square&start=1&run=gd,lr:1.05&steps=400', 'diverged'],
    ['landscape=sin3_quad&start=-0.4&run=gd,lr:0.1&steps=400', 'minimum'],
  ])('%s ends as %s', (link, verdict) => {
    expect(told(link).endings[0].verdict).toBe(verdict)
  })
})

describe('S2-4: a strict "lower than all" has no answer where minima tie', () => {
  it('three minima of sin x + sin(3x)/2 are equally low', () => {
    const lowest = told('landscape=sin_sin3').critical.filter((p) => p.lowest)
    expect(lowest.map((p) => p.x[0]).toSorted((a, b) => a - b).map((x) => x.toFixed(6))).toEqual(['-2.439919', '-0.701674', '3.843267'])
  })
})

/** Restarts that find the global basin with 95 % when one start does with `p`. */
const restarts = (p: number): number => Math.ceil(Math.log(0.05) / Math.log(1 - p))

describe('S2-5: random restarts', () => {
  it('sin 3x + x²/2: one start in 0.395 finds it, six do with 95 %', () => {
    const p = share(descend(grid(-3, 3, STARTS), { landscape: 'sin3_quad', optimizer: 'gd', hyper: { lr: 0.05 }, steps: 2000 }).end, ...SIN3_GLOBAL)
    expect(p).toBeCloseTo(0.3954, 3)
    expect(restarts(p)).toBe(6)
  })
  it('x² + sin 10x: one start in 0.0641, 46 restarts', () => {
    const p = share(descend(grid(-5, 5, 6001), { landscape: 'x2_sin10x', optimizer: 'gd', hyper: { lr: 0.005 }, steps: 2000 }).end, ...RIPPLES_GLOBAL)
    expect(p).toBeCloseTo(0.0641, 3)
    expect(restarts(p)).toBe(46)
  })
  it('sin x + sin(3x)/2: 0.68 end in a lowest minimum of the window, 0.71 with the copy beyond it, three restarts', () => {
    const { end } = descend(grid(-5, 5, STARTS), { landscape: 'sin_sin3', optimizer: 'gd', hyper: { lr: 0.05 }, steps: 2000 })
    const near = (x: number): number => share(end, x - 0.01, x + 0.01)
    const inside = near(-2.439919) + near(-0.701674) + near(3.843267)
    expect(inside).toBeCloseTo(0.6817, 2)
    const all = inside + near(5.581511)
    expect(all).toBeCloseTo(0.7105, 2)
    expect(restarts(all)).toBe(3)
  })
  it('x cos πx: 0.575', () => {
    const { end } = descend(grid(-1, 2, STARTS), { landscape: 'x_cos_pi_x', optimizer: 'gd', hyper: { lr: 0.02 }, steps: 2000 })
    expect(end.filter((x) => x > 0.273853).length / STARTS).toBeCloseTo(0.5754, 3)
  })
})

describe('S2-7: momentum adds the last update, an exponential sum of all slopes, not the last slope', () => {
  it('v after k steps is Σ β^(k-i) g_i', () => {
    const [path] = told('landscape=sin3_quad&start=3&run=momentum,lr:0.01,momentum:0.9&steps=60').paths
    const slope = (x: number): number => 3 * Math.cos(3 * x) + x
    for (const k of [1, 2, 10, 60]) {
      let sum = 0
      for (let i = 0; i < k; i++) sum += 0.9 ** (k - 1 - i) * slope(path[i][0])
      expect(Math.abs(path[k - 1][0] - path[k][0] - 0.01 * sum)).toBeLessThan(1e-12)
    }
  })
})

describe('S2-8: how much momentum carries a run over a barrier', () => {
  const end = (landscape: string, start: number, optimizer: string, momentum: number): number =>
    descend(Float64Array.of(start), { landscape, optimizer, hyper: { lr: 0.01, momentum }, steps: 2500 }).end[0]
  it.each([
    ['sin3_quad', 3, 'momentum', 0.8895, -0.471043], ['sin3_quad', 3, 'nesterov', 0.9188, -0.471043],
    ['x_cos_pi_x', -1, 'momentum', 0.9217, 1.090408], ['x_cos_pi_x', -1, 'nesterov', 0.9473, 1.090408],
  ])('%s from %d with %s: it takes %d', (landscape, start, method, beta, minimum) => {
    expect(end(landscape, start, method, beta - 0.001)).not.toBeCloseTo(minimum, 3)
    expect(end(landscape, start, method, beta + 0.001)).toBeCloseTo(minimum, 3)
  })
  it('more is not always better: at 0.97 the run comes to rest in a local well again', () => {
    expect(end('sin3_quad', 3, 'momentum', 0.97)).not.toBeCloseTo(-0.471043, 2)
  })
  it('a ball cannot climb above where it started: from 1 on sin x + sin(3x)/2 nothing below 1 escapes', () => {
    const { at, critical } = told('landscape=sin_sin3&start=1&run=none')
    const barriers = ofKind(critical, 'maximum').filter((p) => p.x[0] > 0 && p.x[0] < 3)
    expect(at.f).toBeCloseTo(0.912, 3)
    expect(barriers.map((p) => p.f.toFixed(4))).toEqual(['1.0758', '1.0758'])
    for (let i = 0; i < 100; i++) {
      const { end } = descend(Float64Array.of(1), { landscape: 'sin_sin3', optimizer: 'momentum', hyper: { lr: 0.01, momentum: i / 100 }, steps: 4000 })
      expect(end[0], `β = ${i / 100}`).toBeCloseTo(Math.PI / 2, 8)
    }
  }, 30_000)
})

describe('S2-14: a smaller rate does not help to escape', () => {
  it('from 0.01 to 0.2 every start keeps its basin: not one of them changes sides', () => {
    const sides = (lr: number): string => {
      const { end } = descend(grid(-3, 3, STARTS), { landscape: 'sin3_quad', optimizer: 'gd', hyper: { lr }, steps: 1500 })
      return Array.from(end, (x) => (x < SIN3_GLOBAL[0] ? 'a' : x < SIN3_GLOBAL[1] ? 'b' : 'c')).join('')
    }
    for (const lr of [0.05, 0.1]) expect(sides(lr) === sides(0.01), `${lr}`).toBe(true)
  })
  it.each([0.01, 0.05, 0.1, 0.2])('at rate %d the basins are the same', (lr) => {
    const { end } = descend(grid(-3, 3, STARTS), { landscape: 'sin3_quad', optimizer: 'gd', hyper: { lr }, steps: 1500 })
    expect(share(end, -3, SIN3_GLOBAL[0])).toBeCloseTo(0.201, 2)
    expect(share(end, ...SIN3_GLOBAL)).toBeCloseTo(0.394, 2)
    expect(share(end, SIN3_GLOBAL[1], 3)).toBeCloseTo(0.405, 2)
  })
})

describe('S2-16: local minima of very different height exist in one dimension', () => {
  it('those of x² + sin 10x lie between -0.976 and 22.19', () => {
    const heights = ofKind(told('landscape=x2_sin10x').critical, 'minimum').map((p) => p.f)
    expect(heights).toHaveLength(16)
    expect(Math.min(...heights)).toBeCloseTo(-0.97581, 5)
    expect(Math.max(...heights)).toBeCloseTo(22.19466, 5)
  })
})

describe('S0-6 and S3-13: which methods leave the worse basins of sin 3x + x²/2', () => {
  const global = (flock: Omit<Flock, 'landscape'>, starts = STARTS): number => {
    const { end } = descend(grid(-3, 3, starts), { landscape: 'sin3_quad', ...flock })
    return share(end, ...SIN3_GLOBAL)
  }
  it('Adam and RMSprop up to rate 0.1 find the lowest minimum from 2372 of 6001 starts, as plain descent does', () => {
    for (const [optimizer, lr] of [['gd', 0.01], ['adam', 0.01], ['adam', 0.1], ['rmsprop', 0.1]] as const) {
      const hyper = { lr, ...(optimizer === 'rmsprop' && { alpha: 0.9 }) }
      expect(global({ optimizer, hyper, steps: 2000 }, 6001) * 6001, optimizer).toBeCloseTo(2372, 9)
    }
  })
  it.each([[0.5, 0.395], [0.8, 0.395], [0.9, 0.506], [0.95, 0.597], [0.98, 0.421]])('heavy ball with β = %d: %d', (momentum, wanted) => {
    expect(Math.abs(global({ optimizer: 'momentum', hyper: { lr: 0.01, momentum }, steps: 2000 }) - wanted)).toBeLessThan(0.005)
  })
  it.each([[0.05, 0.3953], [0.3, 0.429], [0.5, 0.588], [1, 0.817]])('Adam at rate %d: %d', (lr, wanted) => {
    expect(Math.abs(global({ optimizer: 'adam', hyper: { lr }, steps: 2000 }) - wanted)).toBeLessThan(0.005)
  })
  it.each([[0.01, 0.3953], [0.05, 0.3953], [0.5, 0.68], [1, 0.98]])('RMSprop at rate %d: %d', (lr, wanted) => {
    // With a step as long as a basin the share of few starts is another one after each step.
    expect(Math.abs(global({ optimizer: 'rmsprop', hyper: { lr, alpha: 0.9 }, steps: 2000 }, lr < 0.5 ? STARTS : 6001) - wanted)).toBeLessThan(0.005)
  })
  it.each([0.01, 0.05, 0.1])('RMSprop at a constant rate %d never settles: its last step is still about as long as the rate', (lr) => {
    const { end, before } = descend(grid(-3, 3, STARTS), { landscape: 'sin3_quad', optimizer: 'rmsprop', hyper: { lr, alpha: 0.9 }, steps: 2000 })
    const last = end.map((x, i) => Math.abs(x - before[i])).toSorted()
    expect(last[STARTS >> 1] / lr).toBeCloseTo(1, 2)
  })
})
