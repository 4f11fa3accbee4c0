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
  /** f′ and f″; absent where they are switched off. */
  readonly slope: Strip | undefined
  readonly curvature: Strip | undefined
}

/** Height of the x axis with its numbers, at the bottom. */
export const AXIS = 22
/** At the design's height of 574 px: curve 340, f′ 108, f″ 126 with the axis. Taller panels give the rest to the curve. */
const STRIPS = { slope: 108, curvature: 104, design: 574 } as const

/** Divides a panel of this size. */
export function curveLayout(width: number, height: number, derivatives: boolean): CurveLayout {
  const usable = Math.max(3, height - AXIS)
  if (!derivatives) return { width, height, curve: { top: 0, height: usable }, slope: undefined, curvature: undefined }
  const scale = Math.min(1, height / STRIPS.design)
  const slope = Math.round(STRIPS.slope * scale)
  const curvature = Math.round(STRIPS.curvature * scale)
  const curve = usable - slope - curvature
  return { width, height, curve: { top: 0, height: curve }, slope: { top: curve, height: slope }, curvature: { top: curve + slope, height: curvature } }
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
