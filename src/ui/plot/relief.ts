/**
 * The landscape as relief: the ramp in bands of one contour step, shaded by light from the north-west. Painted straight into
 * pixels, without plotly, so that it is there in the first frame and follows a slider.
 */
import type { Surface } from '../../core/explore/events.ts'
import { bandColour, type Scale } from './scale.ts'
import { rgb, type Rgb, type Tokens } from './style.ts'

export interface Relief {
  readonly nx: number
  readonly ny: number
  /** Band coordinate per sample (y-major, lowest row first), NaN where f is not finite. */
  readonly band: Float32Array
  /** Shade per sample, -1 (turned away from the light) to 1 (facing it). */
  readonly shade: Float32Array
  readonly scale: Scale
  readonly holes: boolean
}

/** Steps the shade is quantised to, so that it reads as tone and not as a photograph. */
const STEPS = 22
/** How steep slopes are taken to be: a rise over the whole ramp across one width of the map has a slope of this. */
const STEEPNESS = 0.55
/** Direction to the light: north-west, 45 degrees above the ground. */
const LIGHT: readonly [number, number, number] = [-0.5, 0.5, Math.SQRT1_2]

/** Runs work that pauses to its end. */
function finish<T>(work: Generator<undefined, T, void>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Bands and shades at the samples of a surface of two coordinates. */
export const reliefOf = (surface: Pick<Surface, 'f' | 'shape'>, scale: Scale): Relief => finish(shaping(surface, scale))

/** The same with a pause after every row, for surfaces of so many samples that the page would stand still. */
export function* shaping(surface: Pick<Surface, 'f' | 'shape'>, scale: Scale): Generator<undefined, Relief, void> {
  const [nx, ny] = surface.shape
  const band = new Float32Array(nx * ny)
  const shade = new Float32Array(nx * ny)
  let holes = false
  for (let i = 0; i < band.length; i++) {
    band[i] = scale.band(surface.f[i])
    if (band[i] !== band[i]) holes = true
    if ((i + 1) % nx === 0) yield
  }
  const perX = (STEEPNESS * (nx - 1)) / scale.bands
  const perY = (STEEPNESS * (ny - 1)) / scale.bands
  /** Slope at a sample from its neighbours along one axis; one-sided at edges and beside holes. */
  const slope = (i: number, step: number, before: boolean, after: boolean): number => {
    const a = before ? band[i - step] : NaN
    const b = after ? band[i + step] : NaN
    if (a === a && b === b) return (b - a) / 2
    if (b === b) return b - band[i]
    if (a === a) return band[i] - a
    return 0
  }
  for (let iy = 0; iy < ny; iy++) {
    for (let ix = 0; ix < nx; ix++) {
      const i = iy * nx + ix
      if (band[i] !== band[i]) continue
      const gx = slope(i, 1, ix > 0, ix < nx - 1) * perX
      const gy = slope(i, nx, iy > 0, iy < ny - 1) * perY
      const facing = (-gx * LIGHT[0] - gy * LIGHT[1] + LIGHT[2]) / Math.sqrt(gx * gx + gy * gy + 1)
      const level = LIGHT[2]
      shade[i] = facing >= level ? (facing - level) / (1 - level) : Math.max(-1, (facing - level) / level)
    }
    yield
  }
  return { nx, ny, band, shade, scale, holes }
}

const pack = (c: Rgb): number =>
  (255 << 24) | (Math.min(255, Math.max(0, Math.round(c[2]))) << 16) | (Math.min(255, Math.max(0, Math.round(c[1]))) << 8)
  | Math.min(255, Math.max(0, Math.round(c[0])))

/** Colour of every band at every shade, as RGBA words in memory order of a little-endian machine. */
function palette(scale: Scale, tokens: Pick<Tokens, 'ramp' | 'relief'>): Int32Array {
  const words = new Int32Array(scale.bands * (STEPS + 1))
  for (let b = 0; b < scale.bands; b++) {
    const base = bandColour(scale, tokens.ramp, b)
    for (let s = 0; s <= STEPS; s++) {
      const shade = (2 * s) / STEPS - 1
      const by = shade > 0 ? shade * tokens.relief.lift : shade * tokens.relief.drop
      words[b * (STEPS + 1) + s] = pack([base[0] + by, base[1] + by, base[2] + by])
    }
  }
  return words
}

const HATCH = 8
const HATCH_INK = 0.5

/**
 * Paints the relief over `width` × `height` pixels, first row at the top (highest y). Band and shade are bilinear between
 * samples. Where the nearest sample is not finite the pixels carry a 45° hatch. `ratio` is device pixels per CSS px.
 */
export function paintRelief(relief: Relief, tokens: Paint, width: number, height: number, ratio = 1): Uint8ClampedArray<ArrayBuffer> {
  return finish(painting(relief, tokens, width, height, ratio))
}

type Paint = Pick<Tokens, 'ramp' | 'relief' | 'sunken' | 'lineStrong'>

/** The same with a pause after every row of pixels. */
export function* painting(
  relief: Relief, tokens: Paint, width: number, height: number, ratio: number,
): Generator<undefined, Uint8ClampedArray<ArrayBuffer>, void> {
  const { nx, ny, band, shade, scale } = relief
  const out = new Uint8ClampedArray(4 * width * height)
  const words = new Int32Array(out.buffer)
  const colours = palette(scale, tokens)
  const paper = pack(rgb(tokens.sunken))
  // Quieter than a line of the interface: the hatch is ground, not a drawing.
  const [ink, ground] = [rgb(tokens.lineStrong), rgb(tokens.sunken)]
  const mix = (i: 0 | 1 | 2): number => ground[i] + HATCH_INK * (ink[i] - ground[i])
  const line = pack([mix(0), mix(1), mix(2)])
  const period = HATCH * ratio
  const top = scale.bands - 1
  // Column positions are the same for every row.
  const left = new Int32Array(width)
  const share = new Float32Array(width)
  for (let px = 0; px < width; px++) {
    const u = ((px + 0.5) / width) * (nx - 1)
    left[px] = Math.min(Math.floor(u), nx - 2)
    share[px] = u - left[px]
  }
  // Bands and shades along one row of pixels at the columns of samples: across them only one more step per pixel is left.
  const rowBand = new Float32Array(nx)
  const rowShade = new Float32Array(nx)
  for (let py = 0; py < height; py++) {
    const v = (1 - (py + 0.5) / height) * (ny - 1)
    const iy = Math.min(Math.floor(v), ny - 2)
    const ty = v - iy
    const base = iy * nx
    for (let ix = 0; ix < nx; ix++) {
      rowBand[ix] = band[base + ix] + ty * (band[base + ix + nx] - band[base + ix])
      rowShade[ix] = shade[base + ix] + ty * (shade[base + ix + nx] - shade[base + ix])
    }
    const out0 = py * width
    for (let px = 0; px < width; px++) {
      const tx = share[px]
      const ix = left[px]
      let b = rowBand[ix] + tx * (rowBand[ix + 1] - rowBand[ix])
      let s: number
      if (b === b) {
        s = rowShade[ix] + tx * (rowShade[ix + 1] - rowShade[ix])
      } else {
        const nearest = base + ix + (tx > 0.5 ? 1 : 0) + (ty > 0.5 ? nx : 0)
        b = band[nearest]
        s = shade[nearest]
        if (b !== b) {
          words[out0 + px] = (px + py) % period < 1.3 * ratio ? line : paper
          continue
        }
      }
      const row = b < top ? b | 0 : top
      words[out0 + px] = colours[row * (STEPS + 1) + ((s + 1) * (STEPS / 2) + 0.5 | 0)]
    }
    yield
  }
  return out
}
