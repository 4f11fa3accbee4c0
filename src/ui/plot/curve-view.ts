/** Where things are on the curve panel: three areas under each other over one x axis. Linear from public layout. Pure. */
import type { Box } from '../../core/landscape.ts'

export interface Span {
  readonly low: number
  readonly high: number
}

/** A strip of the panel with its own y axis, in px from the top. */
export interface Strip {
  readonly top: number
  readonly height: number
}

export interface CurveLayout {
  readonly width: number
  readonly height: number
  readonly curve: Strip
  /** What a method with a surrogate weighs; absent where there is none. */
  readonly gain: Strip | undefined
  /** f′ and f″; absent where they are switched off. */
  readonly slope: Strip | undefined
  readonly curvature: Strip | undefined
}

/** Height of the x axis with its numbers, at the bottom. */
export const AXIS = 22
/** At the design's height of 574 px: curve 340, f′ 108, f″ 126 with the axis. Taller panels give the rest to the curve. */
const STRIPS = { gain: 100, slope: 108, curvature: 104, design: 574 } as const

/** Divides a panel of this size: the curve with the strip of what is to be gained right under it, then those of the derivatives. */
export function curveLayout(width: number, height: number, derivatives: boolean, gain = false): CurveLayout {
  const usable = Math.max(3, height - AXIS)
  // With all three strips the curve keeps a share like the one it has with two.
  const scale = Math.min(1, height / (STRIPS.design + (derivatives && gain ? STRIPS.gain / 2 : 0)))
  let bottom = usable
  const strip = (shown: boolean, tall: number): Strip | undefined => {
    if (!shown) return undefined
    const px = Math.round(tall * scale)
    return { top: (bottom -= px), height: px }
  }
  const curvature = strip(derivatives, STRIPS.curvature)
  const slope = strip(derivatives, STRIPS.slope)
  const third = strip(gain, STRIPS.gain)
  return { width, height, curve: { top: 0, height: bottom }, gain: third, slope, curvature }
}

/** The window on the curve: an interval of x and one span of heights for each strip. */
export interface CurveView {
  readonly x: Box[number]
  readonly layout: CurveLayout
  readonly f: Span
  readonly slope: Span
  readonly curvature: Span
}

export function toX(view: CurveView, x: number): number {
  const [low, high] = view.x
  return ((x - low) / (high - low)) * view.layout.width
}

export function fromX(view: CurveView, px: number): number {
  const [low, high] = view.x
  return low + (px / view.layout.width) * (high - low)
}

/** How many strip heights a place may be outside its strip: canvas lines to it stay exact, and it is far out of sight. */
const FAR = 10

/** Place of a value in a strip, y downwards; NaN for NaN, far outside for what is infinite or huge. */
export function toY(span: Span, strip: Strip, value: number): number {
  if (value !== value) return NaN
  const share = (value / 2 - span.low / 2) / (span.high / 2 - span.low / 2)
  return strip.top + strip.height * (1 - Math.min(1 + FAR, Math.max(-FAR, share)))
}
