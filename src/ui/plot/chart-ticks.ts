/** Where an axis puts its ticks, and how they are written. Pure; the same laws for charts, curve and strips. */

export interface Tick {
  /** In data units. */
  readonly value: number
  /** As plotly tick text: U+2212 for minus, powers as `10<sup>3</sup>`. */
  readonly text: string
}

/** 1, 2 or 5 times a power of ten, at least `atLeast` (> 0). */
export function niceStep(atLeast: number): number {
  const exponent = Math.floor(Math.log10(atLeast))
  for (const e of [exponent - 1, exponent, exponent + 1]) {
    for (const digit of [1, 2, 5]) {
      const step = power(digit, e)
      if (step >= atLeast) return step
    }
  }
  return power(1, exponent + 2)
}

/**
 * Multiples of a nice step inside [low, high], at most `most` of them (most >= 2), ascending. Empty where the range is empty, not
 * finite, or too narrow for doubles to tell its ticks apart.
 */
export function linearTicks(low: number, high: number, most: number): number[] {
  const width = high - low
  if (!(width > 0) || !Number.isFinite(width)) return []
  if (width < 16 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high))) return []
  // A range of `most - 1` steps or fewer holds at most `most` multiples of the step, wherever it begins.
  const step = niceStep(width / Math.max(1, most - 1))
  const ticks: number[] = []
  for (let k = Math.ceil(low / step); k * step <= high; k++) {
    const value = multiple(k, step)
    if (value >= low && value <= high) ticks.push(value)
  }
  return ticks
}

/**
 * Powers of ten inside [low, high] (both > 0), every m-th decade with m the smallest of 1, 2, 3, 5, 10, 20, 50, 100 … that keeps
 * them to `most`, always on multiples of m so that they do not jump while the range grows. Where fewer than two decades lie
 * inside, ticks at 1, 2 and 5 times a power of ten, and where even those are fewer than two, linear ones.
 */
export function logTicks(low: number, high: number, most: number): number[] {
  if (!(low > 0) || !(high > low) || !Number.isFinite(high)) return []
  const first = Math.ceil(Math.log10(low) - 1e-9)
  const last = Math.floor(Math.log10(high) + 1e-9)
  const inside = (v: number): boolean => v >= low && v <= high
  const strides = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500]
  const stride = strides.find((m) => Math.floor(last / m) - Math.ceil(first / m) + 1 <= most) ?? 1000
  const decades: number[] = []
  for (let k = Math.ceil(first / stride); k * stride <= last; k++) decades.push(power(1, k * stride))
  const kept = decades.filter(inside)
  if (kept.length >= 2) return kept
  const fine: number[] = []
  for (let e = first - 1; e <= last; e++) fine.push(...[1, 2, 5].map((digit) => power(digit, e)).filter(inside))
  if (fine.length >= 2 && fine.length <= most) return fine
  if (kept.length === 1 && fine.length > most) return kept
  return linearTicks(low, high, most)
}

/** The ticks of an axis with their texts. */
export function ticksOf(scale: 'linear' | 'log', low: number, high: number, most: number): Tick[] {
  if (scale === 'log') return logTicks(low, high, most).map((value) => ({ value, text: powerText(value) }))
  const values = linearTicks(low, high, most)
  const step = values.length > 1 ? values[1] - values[0] : niceStep((high - low) / Math.max(1, most - 1))
  return values.map((value) => ({ value, text: linearText(value, step) }))
}

/** A multiple of `step` with just the decimals the step needs; beyond 10^5 or below 10^-4 as a power of ten, where five digits say it. */
export function linearText(value: number, step: number): string {
  const size = Math.max(Math.abs(value), Math.abs(step))
  if (size >= 1e5 || Math.abs(step) < 1e-4) {
    if (value === 0) return '0'
    const exponent = Math.floor(Math.log10(Math.abs(value)) + 1e-12)
    const digits = Math.max(0, exponent - Math.floor(Math.log10(Math.abs(step)) + 1e-9))
    if (digits <= 4) return minus(`${(value / power(1, exponent)).toFixed(digits)}·10<sup>${exponent}</sup>`)
  }
  const decimals = Math.max(0, -Math.floor(Math.log10(Math.abs(step)) + 1e-9))
  return minus(value.toFixed(Math.min(100, decimals)))
}

/** A value on a log axis: 0.1, 1 and 10 as they are, other powers of ten as `10<sup>n</sup>`, the rest with their digit. */
export function powerText(value: number): string {
  const exponent = Math.floor(Math.log10(value) + 1e-9)
  const digit = value / power(1, exponent)
  const isPower = Math.abs(digit - 1) < 1e-6
  if (Math.abs(exponent) <= 1) return minus(String(Number(value.toPrecision(6))))
  const decade = `10<sup>${exponent}</sup>`
  return minus(isPower ? decade : `${Number(digit.toPrecision(4))}·${decade}`)
}

/** Hyphens become U+2212, the minus sign of the page. */
function minus(text: string): string {
  return text.replaceAll('-', '−')
}

/** digit·10^exponent correctly rounded, which repeated multiplication is not. */
function power(digit: number, exponent: number): number {
  return Number(`${digit}e${exponent}`)
}

/** k·step without the 0.30000000000000004 of plain multiplication. */
function multiple(k: number, step: number): number {
  const value = Number((k * step).toPrecision(14))
  return value === 0 ? 0 : value
}
