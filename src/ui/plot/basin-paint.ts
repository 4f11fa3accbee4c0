/** Basin maps as pixels: a hue for each minimum, shade for steps, hatching for what is no minimum. Pure. */
import { EMPTY, spanOf, type Grid } from '../../store/basin-grids.ts'
import type { Box } from '../../core/landscape.ts'
import { hatched } from './hatch.ts'
import { mixed, type Rgb } from './style.ts'

export interface BasinLook {
  /** Colours of the fastest and the slowest way to a minimum; more minima than hues take them again with a texture. */
  readonly hues: readonly (readonly [fast: Rgb, slow: Rgb])[]
  /** Ground and lines of hatched classes. */
  readonly ground: Rgb
  readonly line: Rgb
}

/** Shades from fast to slow. */
export const SHADES = 8
/** How much of a hue is left where two runs agree. */
const FAINT = 0.3
/** Width of a band where they do not, in px: wide enough that two hues do not blend into a third. */
const BAND = 8
/** How much of the ground is in the dots and lines of a texture. */
const TEXTURE = 0.6

/** Which of the shades tells of so many steps, of which `span` are the shortest and longest that are told apart. */
export function shadeOf(steps: number, [low, high]: readonly [number, number]): number {
  const part = high > low ? Math.min(1, Math.max(0, (steps - low) / (high - low))) : 0
  return Math.min(SHADES - 1, Math.floor(part * SHADES))
}

/** The colour of a minimum in a shade. */
export function basinColour({ hues }: BasinLook, minimum: number, shade: number): Rgb {
  const [fast, slow] = hues[minimum % hues.length]
  return mixed(fast, slow, shade / (SHADES - 1))
}

/** The colour of the dots and lines that tell minima of one hue apart. */
export const textureColour = (look: BasinLook, minimum: number, shade: number): Rgb => mixed(basinColour(look, minimum, shade), look.ground, TEXTURE)

/** Whether pixel (x, y) is on a line of the hatching of a class; each class has one of its own, so that hue does not matter. */
export const classHatched = (fate: number, x: number, y: number): boolean => hatched(-1 - fate, x, y)

/** Textures that tell minima of one hue apart: none, dots, lines; and after how many px, across and upwards, they begin again. */
export const TEXTURES = 3
export const TEXTURE_PERIOD = 6

/** Which of the textures a minimum has. */
export const textureOf = (minimum: number, hues: number): number => Math.floor(minimum / hues) % TEXTURES

export function textured(minimum: number, hues: number, x: number, y: number): boolean {
  const texture = textureOf(minimum, hues)
  return texture === 1 ? x % TEXTURE_PERIOD < 2 && y % TEXTURE_PERIOD < 2 : texture === 2 && y % TEXTURE_PERIOD < 1
}

/** The colour at px (x, y) of what stands for a fate: a minimum in a shade, with its texture, or the hatching of a class. */
export function fateColour(look: BasinLook, fate: number, shade: number, x: number, y: number): Rgb {
  if (fate < 0) return classHatched(fate, x, y) ? look.line : look.ground
  return textured(fate, look.hues.length, x, y) ? textureColour(look, fate, shade) : basinColour(look, fate, shade)
}

/** Colours as 32-bit pixels of this machine. */
function palette(look: BasinLook) {
  const channels = new Uint8ClampedArray(4)
  const whole = new Uint32Array(channels.buffer)
  const pack = ([r, g, b]: Rgb): number => {
    channels.set([r, g, b, 255])
    return whole[0]
  }
  const each = (colour: (minimum: number) => Rgb): number[] => look.hues.map((_, m) => pack(colour(m)))
  const bright = ([r, g, b]: Rgb): number => r + g + b
  // What stands out most from the ground.
  const strong = (m: number): Rgb => look.hues[m].reduce((a, b) => (Math.abs(bright(b) - bright(look.ground)) > Math.abs(bright(a) - bright(look.ground)) ? b : a))
  return {
    shades: look.hues.flatMap((_, m) => Array.from({ length: SHADES }, (_, k) => pack(basinColour(look, m, k)))),
    textures: look.hues.flatMap((_, m) => Array.from({ length: SHADES }, (_, k) => pack(textureColour(look, m, k)))),
    faint: each((m) => mixed(look.ground, basinColour(look, m, SHADES / 2), FAINT)),
    strong: each(strong),
    ground: pack(look.ground), line: pack(look.line), faintLine: pack(mixed(look.ground, look.line, 2 * FAINT)),
  }
}

/**
 * `width` × `height` pixels of the part `box` of the plane (y grows upwards), later grids over earlier ones; clear where nothing is known.
 * Hatching and textures have `ratio` pixels for each of theirs.
 */
export function paintBasins(grids: readonly Grid[], box: Box, width: number, height: number, look: BasinLook, ratio = 1): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(width * height)
  const colours = palette(look)
  const hues = look.hues.length
  const level = Int32Array.from({ length: Math.max(width, height) }, (_, p) => Math.floor(p / ratio))
  for (const grid of grids) {
    const { job: { experiment: { domain } }, shape, fate, steps, other } = grid
    const span = spanFor(grids, grid)
    const [columns, rows = 1] = shape
    const across = places(width, box[0], domain[0], columns, false)
    const up = shape.length === 1 ? new Int32Array(height) : places(height, box[1], domain[1], rows, true)
    const shaded = (of: number, cell: number, x: number, y: number): number => {
      if (of < 0) return classHatched(of, x, y) ? colours.line : colours.ground
      return (textured(of, hues, x, y) ? colours.textures : colours.shades)[(of % hues) * SHADES + shadeOf(steps[cell], span)]
    }
    const agreed = (of: number, x: number, y: number): number => {
      if (of < 0) return classHatched(of, x, y) ? colours.faintLine : colours.ground
      return textured(of, hues, x, y) ? colours.ground : colours.faint[of % hues]
    }
    const banded = (of: number, x: number, y: number): number => {
      if (of < 0) return classHatched(of, x, y) ? colours.line : colours.ground
      return textured(of, hues, x, y) ? colours.ground : colours.strong[of % hues]
    }
    for (let py = 0; py < height; py++) {
      if (up[py] < 0) continue
      const y = level[py]
      for (let px = 0; px < width; px++) {
        if (across[px] < 0) continue
        const cell = up[py] * columns + across[px]
        const of = fate[cell]
        if (of === EMPTY) continue
        const x = level[px]
        const twin = other === undefined ? of : other.fate[cell]
        pixels[py * width + px] = other === undefined
          ? shaded(of, cell, x, y)
          : of === twin ? agreed(of, x, y) : banded((x + y) % (2 * BAND) < BAND ? of : twin, x, y)
      }
    }
  }
  return new Uint8ClampedArray(pixels.buffer)
}

/** The steps that the shades of a grid tell apart: those of the last whole grid, so that a picture under way does not change its shades. */
function spanFor(grids: readonly Grid[], grid: Grid): readonly [number, number] {
  return spanOnce(grids.find((one) => one.filled === one.fate.length) ?? grid)
}

const spans = new WeakMap<Grid, readonly [number, number]>()

/** The span of a grid, counted once where it is whole. */
export function spanOnce(grid: Grid): readonly [number, number] {
  const known = spans.get(grid)
  if (known !== undefined) return known
  const span = spanOf(grid)
  if (grid.filled === grid.fate.length) spans.set(grid, span)
  return span
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
