/** What the surface is drawn from, computed once per change and asked for by everything that draws: view, relief, horizon. */
import type { Camera } from '../../core/experiment/experiment.ts'
import type { Surface } from '../../core/explore/events.ts'
import { march } from './ray-march.ts'
import { atHeight, BLOCK, project, rayAt, tidyCamera, viewMatrix, viewOf, type Matrix, type View } from './projection.ts'
import type { Scale } from './scale.ts'
import type { IsoLevel } from './surface-figure.ts'
import { horizonOf, isHidden, type Horizon } from './surface-horizon.ts'
import { fromBlock, heightAt, reliefOf, toBlock, type Relief } from './surface-relief.ts'

export interface Model {
  readonly view: View
  readonly matrix: Matrix
  readonly relief: Relief
  readonly levels: readonly IsoLevel[]
  readonly horizon: Horizon
}

export interface ModelInput {
  readonly camera: Camera
  readonly width: number
  readonly height: number
  readonly surface: Surface | undefined
  readonly scale: Scale | undefined
}

/**
 * Keeps the last model and renews only what an input changed: turning the block does not touch the relief, a new relief keeps the
 * view. Undefined while there is nothing to draw: no surface of two coordinates yet, or a panel without size.
 */
export function modelKeeper(): (input: ModelInput) => Model | undefined {
  let ground: { surface: Surface; scale: Scale; relief: Relief; levels: readonly IsoLevel[] } | undefined
  let model: Model | undefined
  return ({ camera, width, height, surface, scale }) => {
    if (!surface || !scale || surface.shape.length !== 2 || surface.shape.some((n) => n < 2) || width < 1 || height < 1) return undefined
    if (ground?.surface !== surface || ground.scale !== scale) {
      const relief = reliefOf(surface, (f) => scale.smooth(f))
      ground = { surface, scale, relief, levels: scale.levels.map((level) => ({ z: relief.heightOf(level.f), index: level.index })) }
    }
    const { relief, levels } = ground
    const view = viewOf(tidyCamera(camera), width, height)
    const same = model && (Object.keys(view) as (keyof View)[]).every((key) => model?.view[key] === view[key])
    if (model && same && model.relief === relief) return model
    const turned = !model || model.view.azimuth !== view.azimuth || model.view.elevation !== view.elevation
    model = {
      view, relief, levels,
      matrix: viewMatrix(view),
      horizon: model && model.relief === relief && !turned ? model.horizon : horizonOf(relief, view),
    }
    return model
  }
}

/** Block coordinates of a point of the plane on the ground; undefined outside the domain and where there is no ground. */
export function onGround({ relief }: Model, point: readonly number[]): readonly [number, number, number] | undefined {
  const x = toBlock(relief.domain, 0, point[0]), y = toBlock(relief.domain, 1, point[1])
  const z = heightAt(relief, x, y)
  return Number.isNaN(z) ? undefined : [x, y, z]
}

/**
 * Pixel of a point of the plane on the surface. Over a hole the middle height stands in, so that a handle there stays in reach;
 * undefined outside the domain.
 */
export function place(model: Model, point: readonly number[]): readonly [number, number] | undefined {
  const { relief, matrix } = model
  const x = toBlock(relief.domain, 0, point[0]), y = toBlock(relief.domain, 1, point[1])
  if (!(Math.abs(x) <= BLOCK[0] / 2 * (1 + 1e-9) && Math.abs(y) <= BLOCK[1] / 2 * (1 + 1e-9))) return undefined
  const z = heightAt(relief, x, y)
  return project(matrix, [x, y, Number.isNaN(z) ? 0 : z])
}

/** The point of the plane whose place on the surface is pixel (px, py); undefined beside the surface, on a side, in a hole. */
export function pick({ relief, view }: Model, px: number, py: number): readonly [number, number] | undefined {
  const hit = march(relief, rayAt(view, px, py))
  return hit && [fromBlock(relief.domain, 0, hit[0]), fromBlock(relief.domain, 1, hit[1])]
}

/**
 * Like `pick`, but a pixel beside the surface gives a point on its rim: where the line of sight meets the level of `from`, brought
 * into the domain. A handle that is dragged over the edge slides along it.
 */
export function pickNear(model: Model, px: number, py: number, from: readonly number[]): readonly [number, number] | undefined {
  const hit = pick(model, px, py)
  if (hit) return hit
  const { relief, view } = model
  const ground = onGround(model, from)
  const level = atHeight(rayAt(view, px, py), ground ? ground[2] : 0)
  if (!level) return undefined
  const within = (axis: 0 | 1): number => fromBlock(relief.domain, axis, Math.min(BLOCK[axis] / 2, Math.max(-BLOCK[axis] / 2, level[axis])))
  return [within(0), within(1)]
}

/** Index of the start whose handle is nearest to a pixel; the first one where none has a place on the surface. */
export function nearestStart(model: Model, starts: readonly (readonly number[])[], px: number, py: number): number {
  let best = 0
  let least = Infinity
  starts.forEach((point, i) => {
    const at = place(model, point)
    const distance = at ? Math.hypot(at[0] - px, at[1] - py) : Infinity
    if (distance < least) {
      least = distance
      best = i
    }
  })
  return best
}

/** Half the width of a critical point's glyph and a little more, px. */
const GLYPH = 11

/** The critical point whose glyph is at a pixel, where it is in sight: a click on it means exactly that point. */
export function glyphAt(model: Model, points: readonly (readonly number[])[], px: number, py: number): readonly number[] | undefined {
  return points.find((point) => {
    const at = onGround(model, point)
    if (!at || isHidden(model.horizon, ...at)) return false
    const [x, y] = project(model.matrix, at)
    return Math.hypot(x - px, y - py) < GLYPH
  })
}
