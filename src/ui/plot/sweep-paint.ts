/** Sweep maps as pixels: a ramp for numbers, hue and letter for minima, hatching for what is neither. Pure. */
import { isPlain } from '../../core/ensembles/sweep.ts'
import type { SweepAxis, SweepChoice, SweepShow } from '../../core/experiment/experiment.ts'
import { atShare, shareOf } from '../../core/experiment/sweep-cells.ts'
import { EMPTY } from '../../store/basin-grids.ts'
import type { SweepGrid } from '../../store/sweeps.ts'
import { fateColour, SHADES, type BasinLook } from './basin-paint.ts'
import { rampColour } from './scale.ts'
import type { Rgb } from './style.ts'
import { rampShare, shownScale, valueOf, type ValueScale } from './sweep-scale.ts'

export interface SweepLook extends BasinLook {
  /** From the least number to the largest. */
  readonly ramp: readonly Rgb[]
}

/** The shade of every minimum: steps have a picture of their own. */
export const FATE_SHADE = SHADES / 2

/** What colours tell. A single axis has a curve for its numbers, over a strip that tells what became of each run, where anybody asked for that. */
export const colouredBy = ({ axes, show }: Pick<SweepChoice, 'axes' | 'show'>): SweepShow => (axes.length > 1 || isPlain({ show }) ? show : 'verdict')

/** The colour of cell `cell` at px (x, y) of a texture. */
export function sweepColour(grid: SweepGrid, show: SweepShow, scale: ValueScale | undefined, look: SweepLook, cell: number, x: number, y: number): Rgb {
  const fate = grid.fate[cell]
  const value = show === 'verdict' ? NaN : valueOf(grid, show, cell)
  if (!Number.isNaN(value) && scale !== undefined) return rampColour(look.ramp, rampShare(scale, value))
  return fateColour(look, fate, FATE_SHADE, x, y)
}

/** The cell of each pixel along one side, -1 where the grid has none. */
function places(pixels: number, axis: SweepAxis, own: SweepAxis, cells: number, down: boolean): Int32Array {
  return Int32Array.from({ length: pixels }, (_, p) => {
    const share = (p + 0.5) / pixels
    const cell = Math.floor(shareOf(own, atShare(axis, down ? 1 - share : share)) * cells)
    return cell >= 0 && cell < cells ? cell : -1
  })
}

/** For each cell of the picture, left to right and bottom to top, its cell in the grid: cells of a grid may run along either axis first. */
export function cellOf({ turns, shape }: Pick<SweepGrid, 'turns' | 'shape'>, axes: readonly SweepAxis[]): (across: number, up: number) => number {
  const turned = turns[0].axis.of !== axes[0].of
  return (across, up) => (turned ? across * shape[0] + up : up * shape[0] + across)
}

/**
 * `width` × `height` pixels of these ranges, later grids over earlier ones; clear where nothing is known. A single axis fills the height.
 * Hatching has `ratio` pixels for each of its own.
 */
export function paintSweep(
  grids: readonly SweepGrid[], axes: readonly SweepAxis[], show: SweepShow, width: number, height: number, look: SweepLook, ratio = 1,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * width * height)
  const scale = shownScale(grids, show)
  for (const grid of grids) {
    const { turns, shape, fate } = grid
    const own = (of: string): number => turns.findIndex(({ axis }) => axis.of === of)
    const side = (axis: SweepAxis, length: number, down: boolean): Int32Array => places(length, axis, turns[own(axis.of)].axis, shape[own(axis.of)], down)
    const across = side(axes[0], width, false)
    const up = axes.length > 1 ? side(axes[1], height, true) : new Int32Array(height)
    const at = cellOf(grid, axes)
    for (let y = 0; y < height; y++) {
      if (up[y] < 0) continue
      for (let x = 0; x < width; x++) {
        const cell = across[x] < 0 ? -1 : at(across[x], up[y])
        if (cell < 0 || fate[cell] === EMPTY) continue
        const [r, g, b] = sweepColour(grid, show, scale, look, cell, Math.floor(x / ratio), Math.floor(y / ratio))
        pixels.set([r, g, b, 255], 4 * (y * width + x))
      }
    }
  }
  return pixels
}
