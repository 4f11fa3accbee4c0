/** Whether a run has come to rest at a flat point, which one, and since when. */
import { curvature, newtonDistance } from './classify.ts'
import type { CriticalPoint } from './events.ts'
import { classifyFlat, isFlat, polish, type FlatPoint } from './flat-point.ts'
import { isNear, iterate, type Finished, type Scene } from './scene.ts'

/**
 * At rest means within 1/1000 of each side of the domain of the flat point: closer than one pixel of the map, so the eye and the
 * verdict agree. Degenerate points are approached ever more slowly, like 1/t (x³) or 1/√t (x⁴), so there it is 1/100.
 */
export const NEAR = 1e-3
const NEAR_DEGENERATE = 1e-2
/** Further steps in which a run that arrived late must stay: a ball passing through does not. */
export const STAY = 20

export interface Settled {
  readonly point: FlatPoint
  /** The same point in the critical report, once there is one. */
  readonly known: CriticalPoint | undefined
  /** First iterate from which on the run stays near. */
  readonly step: number
}

/** The flat point where the run rests, or undefined where it does not rest. */
export function settle(run: Finished, scene: Scene): Settled | undefined {
  const { track } = run
  const last = track.count - 1
  const end = iterate(track, last)
  const point = flatPointNear(end, scene) ?? listedNear(end, scene)
  if (point === undefined) return undefined
  const near = point.kind === 'degenerate' ? NEAR_DEGENERATE : NEAR
  let step = track.count
  while (step > 0 && isNear(track, step - 1, point.x, scene.domain, near)) step--
  if (step > last) return undefined
  if (last - step < STAY && !staysNear(run, scene, point.x, near)) return undefined
  return { point, known: knownAt(point.x, scene), step }
}

function flatPointNear(x: Float64Array, scene: Scene): FlatPoint | undefined {
  const n = scene.landscape.dimension
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  scene.landscape.hessian(x, gradient, hessian)
  if (gradient.every((g) => g === 0)) return classifyFlat(scene.landscape, x, scene.size)
  if (!(newtonDistance(gradient, curvature(hessian, n), scene.size) <= NEAR_DEGENERATE * scene.size)) return undefined
  const at = polish(scene.landscape, x, 5 * NEAR_DEGENERATE * scene.size)
  return at === undefined || !isFlat(scene.landscape, at, scene.size) ? undefined : classifyFlat(scene.landscape, at, scene.size)
}

/** The listed minimum at which the formula itself has no slope to settle by, though its limits are those of a minimum. */
function listedNear(x: Float64Array, scene: Scene): FlatPoint | undefined {
  const near = scene.critical?.find((c) => c.kind === 'minimum' && x.every((v, i) => Math.abs(v - c.x[i]) <= NEAR * (scene.domain[i][1] - scene.domain[i][0])))
  if (near === undefined) return undefined
  const at = Float64Array.from(near.x)
  const gradient = new Float64Array(at.length)
  scene.landscape.gradient(at, gradient)
  return gradient.every(Number.isFinite) ? undefined : { ...near, x: at, slope: 0 }
}

/** The critical point of the report that is the same place as `x`, if it is known. */
export function knownAt(x: ArrayLike<number>, scene: Scene): CriticalPoint | undefined {
  return scene.critical?.find((c) => Math.hypot(...c.x.map((v, i) => v - x[i])) <= 1e-6 * scene.size)
}

/** Whether the next `STAY` steps, taken for the verdict only, all end within a share of each side of the domain of `point`. */
export function staysNear(run: Finished, scene: Scene, point: Float64Array, share: number): boolean {
  const { track } = run
  const walk = run.walk.clone()
  const x = iterate(track, track.count - 1)
  const gradient = run.gradient.slice()
  for (let k = 0; k < STAY; k++) {
    walk.step(x, gradient, track.count + k)
    scene.landscape.gradient(x, gradient)
    run.disturb?.gradient(x, gradient, track.count + k, 0)
    if (!x.every((v, i) => Math.abs(v - point[i]) <= share * (scene.domain[i][1] - scene.domain[i][0]))) return false
  }
  return true
}
