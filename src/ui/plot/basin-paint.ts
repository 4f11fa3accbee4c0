/** Basin maps as pixels: a hue for each minimum, shade for steps, hatching for what is no minimum. Pure. */
import { EMPTY, type Grid } from '../../store/basins.ts'
import type { Box } from '../../core/landscape.ts'
import type { Rgb } from './style.ts'

export interface BasinLook {
  readonly hues: readonly Rgb[]
  /** Ground and lines of hatched classes. */
  readonly ground: Rgb
  readonly line: Rgb
}

/** Shades from fast to slow. */
export const SHADES = 8
/** What is left of a hue's brightness at the slowest. */
const SLOWEST = 0.6

/** The colour of a minimum after so many steps, of which `span` are the shortest and longest that are told apart. */
export function basinColour({ hues }: BasinLook, minimum: number, steps: number, [low, high]: readonly [number, number]): Rgb {
  const part = high > low ? Math.min(1, Math.max(0, (steps - low) / (high - low))) : 0
  const shade = 1 - (1 - SLOWEST) * (Math.min(SHADES - 1, Math.floor(part * SHADES)) / (SHADES - 1))
  const [r, g, b] = hues[minimum % hues.length]
  return [r * shade, g * shade, b * shade]
}

/** Whether pixel (x, y) is on a line of the hatching of a class; each class has one of its own, so that hue does not matter. */
export function hatched(fate: number, x: number, y: number): boolean {
  switch (fate) {
    case -1: return x % 7 < 2 && y % 7 < 2
    case -2: return x % 8 < 1 || y % 8 < 1
    case -3: return y % 6 < 2
    case -4: return (x + y) % 9 < 2
    case -5: return (x - y + 1e6) % 6 < 2
    default: return (x + y) % 8 < 2 || (x - y + 1e6) % 8 < 2
  }
}

/** Texture that tells minima of one hue apart: none, dots, lines. */
function textured(minimum: number, hues: number, x: number, y: number): boolean {
  const turn = Math.floor(minimum / hues) % 3
  return turn === 1 ? x % 6 < 2 && y % 6 < 2 : turn === 2 && y % 6 < 1
}

/** Shortest and longest steps that shades tell apart: all but the outermost twentieths of what came to a minimum. */
export function spanOf({ fate, steps }: Grid): readonly [number, number] {
  const taken = steps.filter((_, cell) => fate[cell] >= 0).sort()
  if (taken.length === 0) return [0, 1]
  return [taken[Math.floor(0.05 * (taken.length - 1))], taken[Math.floor(0.95 * (taken.length - 1))]]
}

/** `width` × `height` pixels of the part `box` of the plane (y grows upwards), finer grids over coarser ones; clear where nothing is known. */
export function paintBasins(grids: readonly Grid[], domain: Box, box: Box, width: number, height: number, look: BasinLook): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * width * height)
  for (const grid of grids) {
    const span = spanOf(grid)
    const [columns, rows = 1] = grid.shape
    const across = places(width, box[0], domain[0], columns, false)
    const up = grid.shape.length === 1 ? new Int32Array(height) : places(height, box[1], domain[1], rows, true)
    for (let y = 0; y < height; y++) {
      if (up[y] < 0) continue
      for (let x = 0; x < width; x++) {
        const cell = across[x] < 0 ? -1 : up[y] * columns + across[x]
        const fate = cell < 0 ? EMPTY : grid.fate[cell]
        if (fate === EMPTY) continue
        const line = fate < 0 ? hatched(fate, x, y) : textured(fate, look.hues.length, x, y)
        const colour = fate < 0 ? (line ? look.line : look.ground) : line ? look.ground : basinColour(look, fate, grid.steps[cell], span)
        const at = 4 * (y * width + x)
        pixels[at] = colour[0]
        pixels[at + 1] = colour[1]
        pixels[at + 2] = colour[2]
        pixels[at + 3] = 255
      }
    }
  }
  return pixels
}

/** The cell of each pixel along one side, -1 outside the domain. */
function places(pixels: number, [low, high]: Box[number], [from, to]: Box[number], cells: number, down: boolean): Int32Array {
  return Int32Array.from({ length: pixels }, (_, p) => {
    const share = (p + 0.5) / pixels
    const v = low + (high - low) * (down ? 1 - share : share)
    const cell = Math.floor(((v - from) / (to - from)) * cells)
    return cell >= 0 && cell < cells ? cell : -1
  })
}
