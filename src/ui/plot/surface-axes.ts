/** Tick marks and names along the two edges of the block's base that face the viewer. Pure. */
import type { Box } from '../../core/landscape.ts'
import { formatShort } from '../format.ts'
import { linearTicks } from './chart-ticks.ts'
import { axesOf, BLOCK, project, type Matrix, type View } from './projection.ts'
import { toBlock } from './surface-relief.ts'

export interface Mark {
  /** Pixels: the foot of the tick on the edge, its tip, and the middle of the text. */
  readonly foot: readonly [number, number]
  readonly tip: readonly [number, number]
  readonly at: readonly [number, number]
  readonly text: string
  /** True for the name of the axis. */
  readonly name: boolean
}

const TICK = 5
const TEXT = 17
const NAME = 38
/** Pixels per tick label along the edge. */
const APART = 26

/**
 * The marks of both axes.
 *
 * @param names names of the two coordinates
 * @param base height of the base, block units
 */
export function axisMarks(domain: Box, names: readonly string[], view: View, matrix: Matrix, base: number): Mark[] {
  const { forward } = axesOf(view)
  const marks: Mark[] = []
  for (const axis of [0, 1] as const) {
    const other = axis === 0 ? 1 : 0
    // The edge on the viewer's side. Seen straight from above all are equal and this one stays.
    const side = forward[other] > 0 ? -1 : 1
    const on = (v: number): [number, number] => project(matrix, axis === 0 ? [v, side * BLOCK[1] / 2, base] : [side * BLOCK[0] / 2, v, base])
    const from = on(-BLOCK[axis] / 2), to = on(BLOCK[axis] / 2)
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    const out = outward(matrix, other, side)
    const mark = (v: number, distance: number, text: string, name: boolean): Mark => {
      const foot = on(v)
      const along = (d: number): readonly [number, number] => [foot[0] + d * out[0], foot[1] + d * out[1]]
      return { foot, tip: along(name ? 0 : TICK), at: along(distance), text, name }
    }
    const [low, high] = domain[axis]
    const ticks = linearTicks(low, high, Math.max(2, Math.min(7, Math.floor(length / APART))))
    const gap = ticks.length > 1 ? ticks[1] - ticks[0] : high - low
    let before = ''
    for (const value of ticks) {
      const text = tickText(value, gap)
      // Far from zero neighbouring ticks may share all digits there is room for.
      if (text !== before) marks.push(mark(toBlock(domain, axis, value), TEXT, text, false))
      before = text
    }
    marks.push(mark(0, NAME, names[axis] ?? '', true))
  }
  return marks
}

/** A tick to the digits that tell it from the next one, five at most. */
function tickText(value: number, gap: number): string {
  if (value === 0) return '0'
  return formatShort(value, Math.min(5, Math.max(1, Math.ceil(Math.log10(Math.abs(value) / gap)) + 1)))
}

/** Unit vector on the panel that leads away from the block's side, leaning downwards where the side is seen edge on. */
function outward(m: Matrix, axis: 0 | 1, side: number): readonly [number, number] {
  const x = side * m[axis], y = side * m[4 + axis]
  const length = Math.hypot(x, y)
  return length > 0 ? [x / length, y / length] : [0, 1]
}
