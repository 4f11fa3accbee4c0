import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turnsOf } from '../../../src/core/ensembles/sweep.ts'
import { knobOf, knobsOf } from '../../../src/core/experiment/knobs.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import type { SweepGrid } from '../../../src/store/sweeps.ts'
import { sweepCsv, sweepNpy } from '../../../src/ui/plot/sweep-export.ts'
import { offsetTicks } from '../../../src/ui/plot/offset-ticks.ts'
import { curveShare, curveTicks, MARGIN, ticksOfSweep } from '../../../src/ui/plot/sweep-ticks.ts'
import { colouredBy, paintSweep, type SweepLook } from '../../../src/ui/plot/sweep-paint.ts'
import { rampShare, scaleFor, valueOf } from '../../../src/ui/plot/sweep-scale.ts'
import { axisText, cellSays } from '../../../src/ui/plot/sweep-words.ts'
import type { Tokens } from '../../../src/ui/plot/style.ts'
import { partOf, widened } from '../../../src/ui/plot/sweep-zoom.ts'

const look: SweepLook = {
  hues: [[[200, 0, 0], [200, 0, 0]]], ground: [1, 1, 1], line: [9, 9, 9], ramp: [[0, 0, 0], [100, 100, 100]],
}
/** Two by two runs: `first` along the foot. */
function grid(link: string): SweepGrid {
  const { value: experiment, issues } = decode(link)
  expect(issues).toEqual([])
  const choice = experiment.sweep!
  const point = { x: [0], f: 0, slope: 0, eigenvalues: [], eigenvectors: [], kind: 'minimum', letter: 'A', lowest: true, certified: false, global: 0 } as const
  const job = { experiment, choice, critical: [point], partial: false }
  return {
    job, turns: turnsOf(job), shape: [2, 2], fate: Int16Array.of(0, 0, 0, -5), steps: Uint32Array.of(10, 20, 30, 40),
    loss: Float64Array.of(1, 2, 3, Infinity), end: Float64Array.of(-1, 0, 1, NaN), filled: 4,
  }
}
const plain = 'f=x^2&run=gd&sweep=lr:0..1,start.x:-3..3'
const red = (pixels: Uint8ClampedArray): number[] => Array.from({ length: pixels.length / 4 }, (_, k) => pixels[4 * k])

describe('the picture of a sweep map', () => {
  it('has the low corner at the lower left and the first axis along the foot, also where cells run the other way', () => {
    const { axes } = grid(plain).job.choice
    expect(red(paintSweep([grid(plain)], axes, 'loss', 2, 2, look))).toEqual([100, expect.any(Number), 0, 50])
    const turned = grid('f=a*x^2&run=gd&sweep=p.a:0..1,start.x:-3..3')
    expect(turned.turns[0].axis.of).toBe('start.x')
    expect(red(paintSweep([turned], turned.job.choice.axes, 'loss', 2, 2, look))).toEqual([50, expect.any(Number), 0, 100])
  })

  it('shows runs without a number by their fate, and nothing beyond what was computed', () => {
    const one = grid(plain)
    const [lr, x] = one.job.choice.axes
    const pixels = paintSweep([one], [{ ...lr, low: 0.5, high: 1.5 }, x], 'steps', 2, 2, look)
    expect([1, 9]).toContain(pixels[0])
    expect([pixels[3], pixels[7]]).toEqual([255, 0])
  })

  it('tells the last loss, steps and the last iterate apart', () => {
    const one = grid(plain)
    expect(['loss', 'steps', 'end'].map((show) => valueOf(one, show === 'loss' ? 'loss' : show === 'steps' ? 'steps' : 'end', 2))).toEqual([3, 30, 1])
    expect(valueOf(one, 'steps', 3)).toBeNaN()
    expect(valueOf(one, 'loss', 3)).toBeNaN()
  })
})

describe('the scale of the colours', () => {
  const of = (loss: Float64Array): SweepGrid => ({ ...grid(plain), fate: new Int16Array(loss.length), steps: new Uint32Array(loss.length), loss })

  it('is logarithmic over decades, and says where numbers lie beyond it', () => {
    const decades = scaleFor(of(Float64Array.from({ length: 101 }, (_, k) => 10 ** (k / 20))), 'loss')!
    expect([decades.log, decades.below, decades.above]).toEqual([true, false, false])
    expect(rampShare(decades, 10 ** 2.5)).toBeCloseTo(0.5, 10)
    const outlier = scaleFor(of(Float64Array.from({ length: 101 }, (_, k) => (k === 100 ? 1e9 : 10 + k / 100))), 'loss')!
    expect([outlier.log, outlier.above, outlier.high < 12]).toEqual([false, true, true])
    expect(rampShare(outlier, 1e9)).toBe(1)
  })

  it('goes from the least to the most where a curve has room for all', () => {
    const loss = Float64Array.from({ length: 101 }, (_, k) => (k === 100 ? 1e9 : 10 + k / 100))
    const all = scaleFor({ ...grid('f=x^2&run=gd&sweep=lr:0..1'), fate: new Int16Array(101), loss }, 'loss')!
    expect([all.low, all.high, all.log, all.above]).toEqual([10, 1e9, true, false])
  })

  it('is logarithmic in the height over the least where some are not above 0', () => {
    const mixed = scaleFor(of(Float64Array.from({ length: 101 }, (_, k) => 10 ** (k / 10 - 5) - 1)), 'loss')!
    expect([mixed.log, mixed.unit > 0, mixed.low]).toEqual([true, true, 1e-5 - 1])
    expect(rampShare(mixed, 0)).toBeGreaterThan(0.05)
    expect(rampShare(mixed, 100)).toBeGreaterThan(rampShare(mixed, 10) + 0.1)
  })

  it('is there for numbers that are all the same, and not where there are none', () => {
    const level = scaleFor(of(Float64Array.of(2, 2, 2)), 'loss')!
    expect(rampShare(level, 2)).toBe(0)
    expect(scaleFor(of(Float64Array.of(NaN, Infinity)), 'loss')).toBeUndefined()
  })
})

describe('ranges', () => {
  const { value: e } = decode(plain)
  const lr = knobOf(knobsOf(e, { run: 0, start: 0 }), 'lr')!
  const axis = { of: 'lr', low: 0, high: 1, scale: 'linear' } as const

  it('narrow to a part in either direction, widen again, and keep within what the quantity may be', () => {
    expect(partOf(axis, 0.75, 0.25, lr)).toEqual({ ...axis, low: 0.25, high: 0.75 })
    expect(widened(axis, 2, 0.5, lr)).toEqual({ ...axis, low: 0, high: 1.5 })
    expect(widened({ ...axis, low: 1e-3, high: 10, scale: 'log' }, 0.5, 0, lr)).toEqual({ of: 'lr', low: 0.001, high: 0.1, scale: 'log' })
  })

  it('are told with as many digits as tell their cells apart', () => {
    expect(axisText(axis, 0.123456)).toBe('0.123')
    expect(axisText({ ...axis, low: 2.0123456, high: 2.0123466 }, 2.01234601)).toBe('2.01234601')
  })
})

describe('the curve of a single axis', () => {
  const heights = { low: -0.9, high: 1900, log: true, from: -0.9, unit: 0.8, below: false, above: true }

  it('lies as its colours do, from the least to the most, also where they go by the logarithm of heights', () => {
    for (const scale of [heights, { ...heights, log: false }, { ...heights, low: 1, from: 0, unit: 0 }]) {
      const shares = [scale.low, 2, 30, 400, scale.high].map((v) => curveShare(scale, v))
      expect([shares[0], shares[4]]).toEqual([0, 1])
      expect(shares).toEqual(shares.toSorted((a, b) => a - b))
      expect(curveShare(scale, 1e9)).toBe(1)
    }
    expect(curveShare(heights, 2)).toBeCloseTo(rampShare(heights, 2), 15)
  })

  it('has ticks a power of ten over the least, no more than there is room for', () => {
    expect(curveTicks(heights, 9).ticks.map(({ text }) => text)).toEqual(['−0.9', '+1', '+10', '+10²', '+10³'])
    for (const { share } of curveTicks({ ...heights, unit: 1e-9 }, 6).ticks) expect(share >= 0 && share <= 1).toBe(true)
    expect(curveTicks({ ...heights, unit: 1e-9 }, 6).ticks.length).toBeLessThanOrEqual(6)
  })
})

describe('the ticks of a sweep map', () => {
  // Seven px a letter.
  const ctx = { font: '', measureText: (text: string) => ({ width: 7 * text.length }) } as unknown as CanvasRenderingContext2D
  const tokens = { fontUi: 'sans' } as Tokens

  it('leave room between each other, and at left as much as the widest asks for', () => {
    fc.assert(fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 260, max: 1400 }), (low, deep, width) => {
      const axis = { of: 'lr', low, high: low + 10 ** -deep, scale: 'linear' } as const
      const { foot, up, left } = ticksOfSweep(ctx, [axis, axis], undefined, width, 400, tokens)
      for (const { text } of up.ticks) expect(7 * text.length).toBeLessThan(left - 9)
      const across = width - left - MARGIN.right
      const edges = foot.ticks.map(({ share, text }) => [share * across - 3.5 * text.length, share * across + 3.5 * text.length])
      if (foot.ticks.length > 2) edges.slice(1).forEach(([begin], i) => expect(begin).toBeGreaterThan(edges[i][1]))
      expect(new Set(foot.ticks.map(({ text }) => text)).size).toBe(foot.ticks.length)
    }))
  })

  it('are as many as fit', () => {
    const axis = { of: 'lr', low: 0.05, high: 0.4, scale: 'linear' } as const
    const texts = (width: number) => ticksOfSweep(ctx, [axis], undefined, width, 400, tokens).foot.ticks.map(({ text }) => text)
    expect(texts(400)).toEqual(['0.05', '0.10', '0.15', '0.20', '0.25', '0.30', '0.35', '0.40'])
    expect(texts(200)).toEqual(['0.1', '0.2', '0.3', '0.4'])
  })
})

describe('a sweep map in words and files', () => {
  it('names the values of a cell and what became of its run', () => {
    const judged = grid(`${plain},show:steps`)
    expect(cellSays(judged, 1)).toBe('η = 0.75, start x = −1.5: at minimum A after 20 steps, loss 2.000.')
    expect(cellSays(judged, 3)).toBe('η = 0.75, start x = 1.5: diverged after 40 steps, loss ∞.')
    expect(cellSays(grid(`${plain},show:loss`), 1)).toBe('η = 0.75, start x = −1.5: ends at 0.00, loss 2.000.')
  })

  it('has a row for each run, along the foot first', () => {
    const turned = grid('f=a*x^2&run=gd&sweep=p.a:0..1,start.x:-3..3')
    expect(sweepCsv(turned).split('\n').slice(0, 3)).toEqual(['p.a,start.x,verdict,steps,loss,x_end', '0.25,-1.5,A,10,1,-1', '0.75,-1.5,A,30,3,1'])
    expect(new TextDecoder().decode(sweepNpy(turned)).includes("'shape': (2, 2, 4)")).toBe(true)
  })
})

describe('the strip under a curve', () => {
  it('tells what became of each run, and where nobody asks for that, the numbers of the curve', () => {
    const line = { axes: [{ of: 'lr', low: 0, high: 1, scale: 'linear' }] } as const
    expect((['verdict', 'steps', 'loss', 'end', 'end2'] as const).map((show) => colouredBy({ ...line, show }))).toEqual(['verdict', 'verdict', 'loss', 'end', 'end2'])
    expect(colouredBy({ axes: [...line.axes, { ...line.axes[0], of: 'start.x' }], show: 'steps' })).toBe('steps')
  })
})

describe('the ticks of an axis zoomed to its last digits', () => {
  const texts = (low: number, high: number) => offsetTicks(low, high, 5)?.ticks.map(({ text }) => text)
  const from = (low: number, high: number) => offsetTicks(low, high, 5)?.from

  it('are the numbers themselves as long as these are short', () => {
    expect([from(1.5, 2.1), from(1.7995, 1.8005), from(0, 3e-7), from(-5, 5)]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('tell how far they are from a round number', () => {
    expect([texts(1.79999970, 1.80000030), from(1.79999970, 1.80000030)]).toEqual([['−2', '0', '+2'], '1.8, in 10<sup>-7</sup>'])
    expect([texts(1.8234561123401, 1.8234561123407), from(1.8234561123401, 1.8234561123407)]).toEqual([['−2', '0', '+2'], '1.8234561123404, in 10<sup>-13</sup>'])
    expect([texts(-3.0000007, -3.0000003), from(-3.0000007, -3.0000003)]).toEqual([['−2', '0', '+2'], '−3.0000005, in 10<sup>-7</sup>'])
    expect(from(0.0123456, 0.0123458)).toBe('0.0123457, in 10<sup>-7</sup>')
  })

  /** `−9.8 × 10⁻⁷`, `10⁻⁵` */
  const read = (text: string): number => {
    const [, sign, mantissa, power] = /^(−?)([\d.]*?)(?:(?: × )?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text) ?? []
    const exponent = Array.from(power ?? '', (c) => (c === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c))).join('')
    return Number(`${sign === '−' ? '-' : ''}${mantissa === '' ? '1' : mantissa}e${exponent === '' ? '0' : exponent}`)
  }

  it('differ from each other and are where they say, however far it is zoomed', () => {
    const range = fc.tuple(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.double({ min: -12.5, max: -3, noNaN: true }), fc.integer({ min: 2, max: 9 }))
    fc.assert(fc.property(range, ([low, decades, most]) => {
      const high = low + Math.max(1, Math.abs(low)) * 10 ** decades
      const found = offsetTicks(low, high, most)
      if (found === undefined) return
      const { ticks } = found
      expect(ticks.length).toBeLessThanOrEqual(Math.max(4, most))
      expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length)
      const [base, unit = '10<sup>0</sup>'] = found.from.split(', in ')
      const power = Number(/<sup>(.*)<.sup>/.exec(unit)?.[1])
      for (const { value, text } of ticks) {
        const slack = 0.01 * (high - low)
        expect(value >= low - slack && value <= high + slack).toBe(true)
        expect(Math.abs(read(base) + Number(text.replace('−', '-')) * 10 ** power - value)).toBeLessThan(slack)
      }
    }))
  })
})
