/**
 * Heights as colour and contour levels. One scale serves map, surface, ground of the curve, thumbnails and legend.
 *
 * Heights are transformed first (core/objectives/objective.ts says how), then cut into about twenty bands of equal h. The
 * levels between them are rounded in f to as few digits as their distance allows, so that a label says exactly where its line is.
 */
import type { Objective } from '../../core/objectives/objective.ts'
import type { Surface } from '../../core/explore/events.ts'
import { formatShort } from '../format.ts'
import { roundAt } from './label.ts'
import type { Rgb } from './style.ts'

export type Height = Objective['height']

export interface Level {
  readonly f: number
  readonly text: string
  /** Every fourth level: a stronger line with labels. */
  readonly index: boolean
}

export interface Scale {
  readonly height: Height
  /** The heights that the ramp spans. */
  readonly low: number
  readonly high: number
  /** Ascending. Level i lies at band coordinate i + 1. */
  readonly levels: readonly Level[]
  /** Number of bands: one more than levels. */
  readonly bands: number
  /** True where heights above `high` (or below `low`) share the last (first) band. */
  readonly openAbove: boolean
  readonly openBelow: boolean
  /**
   * Band coordinate of a height: its whole part numbers the band, level i lies at i + 1. From 0 to `bands`; NaN where not
   * finite.
   */
  readonly band: (f: number) => number
  /** Band coordinate divided by the number of bands: place on the ramp from 0 to 1. */
  readonly share: (f: number) => number
  /**
   * The same place without the rounding of levels, (h(f) - h(low)) / (h(high) - h(low)) within 0 and 1: a smooth height for the
   * surface.
   */
  smooth(f: number): number
}

const BANDS = 20
const INDEX = 4
const SAMPLES = 4000
/** Half the largest double: differences of heights stay finite. */
const LARGEST = 8e307

const clamp = (v: number, low: number, high: number): number => (v < low ? low : v > high ? high : v)

/** Up to SAMPLES finite heights of the surface, ascending. */
function sorted(f: Float64Array): Float64Array {
  const stride = Math.max(1, Math.floor(f.length / SAMPLES))
  // A stride that divides the row length would look at a few columns only.
  const step = stride > 1 && stride % 2 === 0 ? stride + 1 : stride
  const kept = new Float64Array(Math.ceil(f.length / step))
  let n = 0
  for (let i = 0; i < f.length; i += step) if (Number.isFinite(f[i])) kept[n++] = clamp(f[i], -LARGEST, LARGEST)
  return kept.subarray(0, n).sort()
}

const quantile = (ascending: Float64Array, share: number): number => ascending[Math.round(share * (ascending.length - 1))]

interface Transform {
  readonly to: (f: number) => number
  readonly from: (h: number) => number
}

/** The share of the ground that lies lower, between samples in proportion; equal heights have the middle of their shares. */
function ranks(ascending: Float64Array): Transform {
  const last = Math.max(1, ascending.length - 1)
  /** How many are lower than `f`, or, with `equal`, not higher. */
  const count = (f: number, equal: boolean): number => {
    let low = 0
    let high = ascending.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ascending[middle] < f || (equal && ascending[middle] === f)) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    to: (f) => {
      const below = count(f, false)
      const upTo = count(f, true)
      if (upTo > below) return (below + upTo - 1) / 2 / last
      if (below === 0) return 0
      if (below === ascending.length) return 1
      const [a, b] = [ascending[below - 1], ascending[below]]
      return (below - 1 + (f - a) / (b - a)) / last
    },
    from: (h) => {
      const at = clamp(h, 0, 1) * last
      const i = Math.min(Math.floor(at), ascending.length - 1)
      const [a, b] = [ascending[i], ascending[Math.min(i + 1, ascending.length - 1)]]
      return a + (at - i) * (b - a)
    },
  }
}

function transforms(height: Height, base: number, heights: Float64Array): Transform {
  if (height.kind === 'log') {
    const s = height.scale
    return { to: (f) => Math.log10(1 + Math.max(0, f - base) / s), from: (h) => base + s * (10 ** h - 1) }
  }
  if (height.kind === 'symlog') {
    const s = height.scale
    return { to: (f) => Math.sign(f) * Math.log10(1 + Math.abs(f) / s), from: (h) => Math.sign(h) * s * (10 ** Math.abs(h) - 1) }
  }
  if (height.kind === 'quantile') return ranks(heights)
  if (height.kind === 'sqrt') return { to: (f) => Math.sqrt(Math.max(0, f - base)), from: (h) => base + h * h }
  return { to: (f) => f, from: (h) => h }
}

/** The number among 1, 2, 2.5 and 5 times powers of ten that is nearest to `about` (> 0) in ratio. */
function nearestNice(about: number): number {
  const exponent = Math.floor(Math.log10(about))
  let best = 10 ** exponent
  for (const digit of [1, 2, 2.5, 5, 10]) {
    const step = Number(`${digit}e${exponent}`)
    if (Math.abs(Math.log(step / about)) < Math.abs(Math.log(best / about))) best = step
  }
  return best
}

/** `f` with as few decimal digits as leave it within a quarter of `gap` of where it was. */
function shorten(f: number, gap: number): number {
  const exponent = Math.floor(Math.log10(gap / 2))
  if (!Number.isFinite(exponent) || exponent < -290 || exponent > 290) return f
  return roundAt(f, exponent)
}

/** How far beyond the bulk of the heights the extremes must reach before the ramp leaves them to an open end. */
const REACH = { log: 1.15, sqrt: 1.25, linear: 1.8, symlog: Infinity, quantile: Infinity } as const
/** What lies beyond the bulk, as a share of the ground. */
const EDGE = 0.015

/** Scale of a surface under a transform. Constant and nowhere finite surfaces have one band and no level. */
export function scaleOf(surface: Pick<Surface, 'f'>, height: Height): Scale {
  const heights = sorted(surface.f)
  let least = Infinity
  let most = -Infinity
  for (const v of surface.f) {
    if (!Number.isFinite(v)) continue
    if (v < least) least = v
    if (v > most) most = v
  }
  least = clamp(least, -LARGEST, LARGEST)
  most = clamp(most, -LARGEST, LARGEST)
  const flat = (low: number): Scale => ({
    height, low, high: low, levels: [], bands: 1, openAbove: false, openBelow: false,
    band: (f) => (Number.isFinite(f) ? 0.5 : NaN), share: (f) => (Number.isFinite(f) ? 0.5 : NaN),
    smooth: (f) => (Number.isFinite(f) ? 0.5 : NaN),
  })
  if (heights.length === 0) return flat(NaN)
  const { to, from } = transforms(height, least, heights)
  let bottom = to(least)
  let top = to(most)
  // Heights that differ by rounding only are level ground.
  if (!(top > bottom) || most - least <= 1e-13 * Math.max(Math.abs(most), Math.abs(least))) return flat(least)
  const clip = height.kind === 'linear' ? height.clip : undefined
  const reach = clip === undefined ? REACH[height.kind] : clip === 0 ? Infinity : 1
  const q0 = to(quantile(heights, clip ?? EDGE))
  const q1 = to(quantile(heights, 1 - (clip ?? EDGE)))
  let openAbove = false
  let openBelow = false
  if (q1 > bottom && top - bottom > reach * (q1 - (height.kind === 'linear' ? q0 : bottom))) {
    openAbove = top > q1
    top = Math.min(top, q1)
    if (height.kind === 'linear') {
      openBelow = bottom < q0
      bottom = Math.max(bottom, q0)
    }
  }
  if (!(top > bottom)) return flat(least)

  const step = nearestNice((top - bottom) / BANDS)
  const first = Math.floor(bottom / step + 1e-9) + 1
  const raw: { h: number; k: number }[] = []
  for (let k = first; k * step < top - step * 1e-6 && raw.length < 4 * BANDS; k++) raw.push({ h: k * step, k })
  const levels: Level[] = []
  const at: number[] = []
  raw.forEach(({ h, k }, i) => {
    const f = from(h)
    const gap = Math.min(from(h + step) - f, f - from(i === 0 && height.kind !== 'linear' ? bottom : h - step))
    const nice = shorten(f, gap)
    const before = at.length === 0 ? -Infinity : at[at.length - 1]
    if (!(to(nice) > before) || !Number.isFinite(nice)) return
    levels.push({ f: nice, text: formatShort(nice), index: k % INDEX === 0 })
    at.push(to(nice))
  })
  const n = levels.length
  const bands = n + 1
  const band = (f: number): number => {
    if (!Number.isFinite(f)) return NaN
    const h = to(clamp(f, -LARGEST, LARGEST))
    if (n === 0) return clamp((h - bottom) / (top - bottom), 0, 1)
    // Below the first and above the last level a band has the width of a step.
    if (h <= at[0]) return clamp(1 - (at[0] - h) / step, 0, 1)
    if (h >= at[n - 1]) return clamp(n + (h - at[n - 1]) / step, n, bands)
    let low = 0
    let high = n - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (at[middle] <= h) low = middle
      else high = middle
    }
    return low + 1 + (h - at[low]) / (at[high] - at[low])
  }
  return {
    height, low: openBelow ? from(bottom) : least, high: openAbove ? from(top) : most,
    levels, bands, openAbove, openBelow, band, share: (f) => band(f) / bands,
    smooth: (f) => (Number.isFinite(f) ? clamp((to(clamp(f, -LARGEST, LARGEST)) - bottom) / (top - bottom), 0, 1) : NaN),
  }
}

const known = new WeakMap<object, Map<string, Scale>>()

/** The same as `scaleOf`, kept as long as the surface: every panel may ask in every frame and gets the same object. */
export function levelsOf(surface: Pick<Surface, 'f'>, height: Height): Scale {
  const key = JSON.stringify(height)
  let scales = known.get(surface)
  if (!scales) known.set(surface, (scales = new Map<string, Scale>()))
  let scale = scales.get(key)
  if (!scale) scales.set(key, (scale = scaleOf(surface, height)))
  return scale
}

/** Colour at place `share` (0 lowest, 1 highest) of the ramp, linear between its stops. */
export function rampColour(ramp: readonly Rgb[], share: number): Rgb {
  const at = clamp(share, 0, 1) * (ramp.length - 1)
  const i = Math.min(Math.floor(at), ramp.length - 2)
  const t = at - i
  const [a, b] = [ramp[i], ramp[i + 1]]
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])]
}

/** Colour of the band that a height lies in; undefined where it is not finite. */
export function heightColour(scale: Scale, ramp: readonly Rgb[], f: number): Rgb | undefined {
  const band = scale.band(f)
  return Number.isNaN(band) ? undefined : bandColour(scale, ramp, band)
}

/** Colour of the band with coordinate `band`: the ramp at the band's middle. */
export function bandColour(scale: Scale, ramp: readonly Rgb[], band: number): Rgb {
  return rampColour(ramp, (Math.min(Math.floor(band), scale.bands - 1) + 0.5) / scale.bands)
}
