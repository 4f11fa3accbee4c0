/** How the heights of a landscape on a small grid become a picture a thumb's width wide. */
import type { Picture } from '../../core/explore/picture.ts'
import { paintRelief, reliefOf, type Relief } from './relief.ts'
import { bandColour, scaleOf, type Height, type Scale } from './scale.ts'
import { css, type Tokens } from './style.ts'

export type Art =
  | { readonly dimension: 2; readonly relief: Relief; readonly isolines: readonly number[] }
  | { readonly dimension: 1; readonly f: Float64Array; readonly scale: Scale }

/** Bands and shades of a picture, whose heights are read as `height` says. */
export function artOf({ f, shape }: Picture, height: Height): Art {
  const scale = scaleOf({ f }, height)
  if (shape.length === 1) return { dimension: 1, f, scale }
  // Twenty lines would fill a picture this small: every second one of the index lines' neighbours is enough.
  const isolines = scale.levels.flatMap((_, i) => (i % 2 === 1 ? [i + 1] : []))
  return { dimension: 2, relief: reliefOf({ f, shape }, scale), isolines }
}

/** Draws the isolines of a relief with one path: marching squares, straight across each cell. */
function strokeIsolines(ctx: CanvasRenderingContext2D, relief: Relief, levels: readonly number[], size: number): void {
  const { nx, ny, band } = relief
  const sx = size / (nx - 1)
  const sy = size / (ny - 1)
  ctx.beginPath()
  for (let iy = 0; iy < ny - 1; iy++) {
    for (let ix = 0; ix < nx - 1; ix++) {
      const i = iy * nx + ix
      const corners = [band[i], band[i + 1], band[i + nx + 1], band[i + nx]]
      for (const level of levels) {
        const cut: number[] = []
        for (let k = 0; k < 4; k++) {
          const a = corners[k], b = corners[(k + 1) % 4]
          if (a < level === b < level || a !== a || b !== b) continue
          const t = (level - a) / (b - a)
          const u = k === 0 ? t : k === 1 ? 1 : k === 2 ? 1 - t : 0
          const v = k === 0 ? 0 : k === 1 ? t : k === 2 ? 1 : 1 - t
          cut.push((ix + u) * sx, size - (iy + v) * sy)
        }
        for (let c = 0; c + 3 < cut.length; c += 4) {
          ctx.moveTo(cut[c], cut[c + 1])
          ctx.lineTo(cut[c + 2], cut[c + 3])
        }
      }
    }
  }
  ctx.stroke()
}

/** Paints a picture of `size` × `size` device pixels; `ratio` of them make a CSS pixel. Lines of larger pictures grow no further. */
export function paintThumbnail(ctx: CanvasRenderingContext2D, art: Art, tokens: Tokens, size: number, ratio: number): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.clearRect(0, 0, size, size)
  if (art.dimension === 2) {
    ctx.putImageData(new ImageData(paintRelief(art.relief, tokens, size, size), size, size), 0, 0)
    ctx.lineWidth = Math.min(size / 62, ratio)
    ctx.strokeStyle = tokens.iso
    strokeIsolines(ctx, art.relief, art.isolines, size)
    return
  }
  const { f, scale } = art
  ctx.fillStyle = tokens.bg
  ctx.fillRect(0, 0, size, size)
  let low = Infinity, high = -Infinity
  for (const v of f) {
    if (!Number.isFinite(v)) continue
    if (v < low) low = v
    if (v > high) high = v
  }
  if (!(low <= high)) return
  const room = 0.14 * size
  const at = (v: number): number => (high === low ? size / 2 : size - room - ((v - low) / (high - low)) * (size - 2 * room))
  const step = size / (f.length - 1)
  // Ground under the curve, in bands by height: lowest band at the bottom.
  for (let i = 0; i < f.length - 1; i++) {
    if (!Number.isFinite(f[i]) || !Number.isFinite(f[i + 1])) continue
    const band = scale.band((f[i] + f[i + 1]) / 2)
    ctx.fillStyle = css(bandColour(scale, tokens.ramp, band))
    const top = at((f[i] + f[i + 1]) / 2)
    ctx.fillRect(Math.floor(i * step), top, Math.ceil(step) + 1, size - top)
  }
  ctx.beginPath()
  let pen = false
  for (let i = 0; i < f.length; i++) {
    if (!Number.isFinite(f[i])) {
      pen = false
      continue
    }
    if (pen) ctx.lineTo(i * step, at(f[i]))
    else ctx.moveTo(i * step, at(f[i]))
    pen = true
  }
  ctx.lineJoin = 'round'
  ctx.lineWidth = Math.min(size / 26, 2.25 * ratio)
  ctx.strokeStyle = tokens.ink
  ctx.stroke()
}
