/**
 * Facts that panels need and that follow from experiment and results. Pure: the state is an argument with the present one as
 * default.
 */
import type { CriticalPoint } from '../core/explore/events.ts'
import { stableRate as stableBound } from '../core/explore/stability.ts'
import type { Values } from '../core/fields.ts'
import type { Box } from '../core/landscape.ts'
import type { Optimizer } from '../core/optimizers/optimizer.ts'
import { methodOf } from './methods.ts'
import type { Path, State } from './state.ts'
import { store } from './store.ts'

export { methodOf, useMethod } from './methods.ts'
export { describedOf, useDescribed } from './described.ts'

/** One iterate with everything known about it, as plain numbers. */
export interface Iterate {
  readonly step: number
  readonly x: readonly number[]
  readonly f: number
  readonly gradient: readonly number[]
  readonly norm: number
  /** Row-major. */
  readonly hessian: readonly number[]
  readonly sharpness: number
  /** The gradient that the method saw in the step to here, where something around it changes gradients. */
  readonly seen?: readonly number[]
  readonly memory: Readonly<Record<string, readonly number[]>>
}

/** The trajectory of run `run` from start `start`, or undefined while nothing of it has arrived. */
export function pathOf(run: number, start = 0, state: Pick<State, 'results'> = store.getState()): Path | undefined {
  return state.results.paths.find((path) => path.run === run && path.start === start)
}

/** The trajectory whose numbers are shown: the selected run's from the selected start. */
export function selectedPath(state: Pick<State, 'results' | 'session'> = store.getState()): Path | undefined {
  return pathOf(state.session.selected, state.session.start, state)
}

/** Whether a trajectory is the one whose numbers are shown. */
export function isSelected({ run, start }: Pick<Path, 'run' | 'start'>, { session }: Pick<State, 'session'> = store.getState()): boolean {
  return run === session.selected && start === session.start
}

/**
 * Iterate `step` of a path (rounded to a whole step); the last one there is where the path is shorter. Undefined for an empty
 * path.
 */
export function iterateAt(path: Path, step: number): Iterate | undefined {
  if (path.count === 0) return undefined
  const i = Math.min(path.count - 1, Math.max(0, Math.round(step)))
  const n = path.dimension
  const row = (column: Float64Array, width: number) => Array.from(column.subarray(i * width, (i + 1) * width))
  return {
    step: i,
    x: row(path.x, n),
    f: path.f[i],
    gradient: row(path.gradient, n),
    norm: path.norm[i],
    hessian: row(path.hessian, n * n),
    sharpness: path.sharpness[i],
    ...(path.seen && { seen: row(path.seen, n) }),
    memory: Object.fromEntries(Object.entries(path.memory).map(([slot, column]) => [slot, row(column, column.length / path.f.length)])),
  }
}

/**
 * Where the ball is: on the straight line between two iterates while the playhead is between them. Undefined for an empty path.
 */
export function positionAt(path: Path, playhead: number): number[] | undefined {
  if (path.count === 0) return undefined
  const at = Math.min(path.count - 1, Math.max(0, playhead))
  const i = Math.floor(at)
  const t = at - i
  const n = path.dimension
  return Array.from({ length: n }, (_, k) => {
    const here = path.x[i * n + k]
    return t === 0 ? here : here + t * (path.x[(i + 1) * n + k] - here)
  })
}

/**
 * The minimum the run is about: the one nearest to its last iterate inside the domain (distances measured in widths of the
 * domain). Boundary and kink minima count too. Undefined while no minimum is known.
 */
export function nearestMinimum(
  path: Path,
  state: Pick<State, 'results' | 'experiment'> = store.getState(),
): CriticalPoint | undefined {
  const from = lastInside(path, state.experiment.domain)
  if (!from) return undefined
  let best: CriticalPoint | undefined
  let least = Infinity
  for (const point of state.results.critical?.points ?? []) {
    if (!point.kind.endsWith('minimum')) continue
    const d = distance(point.x, from, state.experiment.domain)
    if (d < least) {
      least = d
      best = point
    }
  }
  return best
}

/** The largest stable learning rate of a run: the bound of its method for the curvature at its nearest minimum. */
export interface StableRate {
  readonly rate: number
  /** Largest Hessian eigenvalue at that minimum. */
  readonly lambda: number
  /** The minimum's letter. */
  readonly letter: string
}

/**
 * Up to which learning rate run `run` is stable near its nearest minimum (of start `start`), as its method's bound says.
 * Undefined where the method has no such bound, no minimum is known, or the curvature there is not positive.
 */
export function stableRate(
  run: number,
  start = 0,
  state: Pick<State, 'results' | 'experiment'> = store.getState(),
): StableRate | undefined {
  const entry = state.experiment.runs[run]
  const optimizer = entry && methodOf(state.experiment, entry.optimizer)
  const path = pathOf(run, start, state)
  if (!optimizer || !path) return undefined
  const minimum = nearestMinimum(path, state)
  const lambda = minimum?.eigenvalues.at(-1)
  if (!minimum || lambda === undefined) return undefined
  const rate = boundOf(optimizer, entry.hyper, lambda)
  return rate === undefined ? undefined : { rate, lambda, letter: minimum.letter }
}

/**
 * Lowest and highest finite number of a column over the first `until` + 1 iterates of some paths; undefined where there is none.
 */
export function chartRange(
  paths: readonly Path[],
  column: 'f' | 'norm' | 'sharpness',
  until = Infinity,
  above = -Infinity,
): readonly [number, number] | undefined {
  let low = Infinity
  let high = -Infinity
  for (const path of paths) {
    const values = path[column]
    const count = Math.min(path.count, until + 1)
    for (let i = 0; i < count; i++) {
      const v = values[i]
      if (!Number.isFinite(v) || v <= above) continue
      if (v < low) low = v
      if (v > high) high = v
    }
  }
  return low <= high ? [low, high] : undefined
}

/** The paths of runs that are shown. */
export function shownPaths(state: Pick<State, 'results' | 'experiment'> = store.getState()): readonly Path[] {
  return state.results.paths.filter((path) => state.experiment.runs[path.run]?.shown ?? false)
}

function lastInside(path: Path, domain: Box): Float64Array | undefined {
  const n = path.dimension
  for (let i = path.count - 1; i > 0; i--) {
    let inside = true
    for (let k = 0; k < n; k++) {
      const v = path.x[i * n + k]
      inside &&= v >= domain[k][0] && v <= domain[k][1]
    }
    if (inside) return path.x.subarray(i * n, (i + 1) * n)
  }
  return path.count > 0 ? path.x.subarray(0, n) : undefined
}

function distance(a: readonly number[], b: Float64Array, domain: Box): number {
  return Math.hypot(...a.map((v, k) => (v - b[k]) / (domain[k][1] - domain[k][0])))
}

/** The last bounds that were computed; a drag of the start asks for the same ones in every frame. */
const bounds = new Map<string, number | undefined>()
const BOUNDS_KEPT = 64

function boundOf(optimizer: Optimizer, hyper: Values, lambda: number): number | undefined {
  const key = `${optimizer.id}|${JSON.stringify(hyper)}|${lambda}`
  if (!bounds.has(key)) {
    if (bounds.size >= BOUNDS_KEPT) bounds.clear()
    bounds.set(key, stableBound(optimizer, hyper, lambda))
  }
  return bounds.get(key)
}
