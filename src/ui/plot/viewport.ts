/** The map's window on the plane: world to pixel and back, and how pan and zoom change it. Pure; y grows upwards in the world. */
import { DOMAIN_LIMIT } from '../../core/experiment/experiment.ts'
import type { Box } from '../../core/landscape.ts'
import { roundAt } from './label.ts'

export interface Viewport {
  /** Two intervals, x and y. */
  readonly box: Box
  /** Size of the panel in CSS px. */
  readonly width: number
  readonly height: number
}

/** Panel pixel of a world point; may lie outside the panel, and is not finite where the point is not. */
export function place(view: Viewport, point: ArrayLike<number>): [number, number] {
  const [[x0, x1], [y0, y1]] = view.box
  return [((point[0] - x0) / (x1 - x0)) * view.width, (1 - (point[1] - y0) / (y1 - y0)) * view.height]
}

/** World point at a panel pixel. */
export function pick(view: Viewport, px: number, py: number): [number, number] {
  const [[x0, x1], [y0, y1]] = view.box
  return [x0 + (px / view.width) * (x1 - x0), y0 + (1 - py / view.height) * (y1 - y0)]
}

/**
 * The narrowest interval worth drawing, relative to how far it is from zero: below it neighbouring samples are the same double.
 */
const NARROWEST = 1e-9

/** True where the box can be a domain: finite, ordered, not wider than the limit, not too narrow for doubles. */
export function usable(box: Box): boolean {
  return box.every(([low, high]) =>
    Number.isFinite(low) && Number.isFinite(high) && Math.abs(low) <= DOMAIN_LIMIT && Math.abs(high) <= DOMAIN_LIMIT
    && high - low > NARROWEST * Math.max(Math.abs(low), Math.abs(high)) && high - low > 1e-100)
}

/**
 * The box scaled by `factor` (< 1 zooms in) about `anchor`, given as shares of each interval. The box itself where that is
 * unusable.
 */
export function zoomed(box: Box, factor: number, anchor: readonly number[] = box.map(() => 0.5)): Box {
  const next = box.map(([low, high], i): [number, number] => {
    const fixed = low + anchor[i] * (high - low)
    return [fixed + (low - fixed) * factor, fixed + (high - fixed) * factor]
  })
  return usable(next) ? next : box
}

/** The box moved by shares of its intervals. The box itself where that is unusable. */
export function panned(box: Box, shares: readonly number[]): Box {
  const next = box.map(([low, high], i): [number, number] => {
    const by = shares[i] * (high - low)
    return [low + by, high + by]
  })
  return usable(next) ? next : box
}

/** The box with bounds as short as a 2000th of its width allows, so that links stay readable after a zoom. */
export function tidied(box: Box): Box {
  const next = box.map(([low, high]): [number, number] => {
    const digits = Math.floor(Math.log10((high - low) / 2000))
    return [roundAt(low, digits), roundAt(high, digits)]
  })
  return next.every(([low, high]) => Number.isFinite(low) && Number.isFinite(high)) && usable(next) ? next : box
}

/** A point that a hand has placed: moved into the box, with as many decimals as a 2000th of the box asks for. */
export function placedPoint(point: readonly number[], box: Box): number[] {
  return box.map(([low, high], i) => {
    const short = roundAt(point[i], Math.floor(Math.log10((high - low) / 2000)))
    return Math.min(high, Math.max(low, short))
  })
}
