/**
 * Many descents side by side: every coordinate is a column with one lane per descent, the landscape is asked for all of them at once, and
 * the update formulas run over the columns. Formulas act on each number alone, so a lane takes the steps of a single run, bit for bit,
 * whatever else is in the swarm; finished lanes are taken out.
 */
import type { Disturbance } from '../experiment/disturbance.ts'
import type { Values } from '../fields.ts'
import type { Landscape } from '../landscape.ts'
import type { Around } from '../optimizers/around/around.ts'
import type { RateOf } from '../optimizers/schedules/rate.ts'
import type { Stepper } from '../optimizers/update.ts'

export interface SwarmWays {
  readonly landscape: Landscape
  readonly stepper: Stepper
  readonly hyper: Values
  readonly disturb?: Disturbance
  readonly rate?: RateOf
  readonly around: readonly (readonly [Around, Values])[]
}

/** What a batch of descents is to those who judge it, whoever executes it. */
export interface Swarm {
  /** Lanes under way. */
  readonly count: number
  /** Which descent each lane is. */
  readonly ids: Int32Array
  /** Steps taken. */
  readonly t: number
  /** One column per coordinate; only the first `count` lanes are meant, here and below. */
  readonly x: readonly Float64Array[]
  /** The landscape's own values, and lengths of its gradients, at the present iterates and the ones before. */
  readonly f: Float64Array
  readonly slope: Float64Array
  readonly fBefore: Float64Array
  readonly slopeBefore: Float64Array
  /** The gradients as the method may see them. */
  readonly gradient: readonly Float64Array[]
  /** 1 where coordinates, value and the landscape's own gradient are finite. */
  readonly finite: Uint8Array
  /** What lane `k` remembers, one number per coordinate. */
  memory(k: number): Readonly<Record<string, Float64Array>>
  /** All lanes take their next step. */
  step(): void
  /** Only the lanes with a 1 in `stays` go on. */
  keep(stays: Uint8Array): void
}

/** Begins descents at the points given by columns, which it takes over. */
export function beginSwarm(x: readonly Float64Array[], ways: SwarmWays): Swarm {
  const n = x.length
  const lanes = x[0].length
  const { landscape, stepper, disturb, rate, around } = ways
  const now = { ...ways.hyper }
  const slopes = around.flatMap(([{ slope }, values]) => (slope === undefined ? [] : [{ slope, values }]))
  const points = around.flatMap(([{ point }, values]) => (point === undefined ? [] : [{ point, values }]))
  const column = (): Float64Array => new Float64Array(lanes)
  const columns = (): Float64Array[] => Array.from({ length: n }, column)
  const [gradient, seen] = [columns(), slopes.length > 0 ? columns() : []]
  const before = points.length > 0 ? columns() : []
  const memory = x.map(() => Object.fromEntries(stepper.memory.map((slot) => [slot, column()])))
  const [f, slope, fBefore, slopeBefore] = [column(), column(), column(), column()]
  const ids = Int32Array.from({ length: lanes }, (_, k) => k)
  const finite = new Uint8Array(lanes)
  const [here, g, from] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  const kept = [...x, ...gradient, f, slope, ...memory.flatMap((slots) => Object.values(slots))]
  let count = lanes
  let t = 0
  let views = cut()

  /** What the method's formulas run over: the lanes under way. */
  function cut(): { x: Float64Array[]; gradient: Float64Array[]; seen: Float64Array[]; f: Float64Array; memory: Record<string, Float64Array>[] } {
    const lane = (all: Float64Array): Float64Array => all.subarray(0, count)
    return {
      x: x.map(lane), gradient: gradient.map(lane), seen: seen.map(lane), f: lane(f),
      memory: memory.map((slots) => Object.fromEntries(Object.entries(slots).map(([slot, all]) => [slot, lane(all)]))),
    }
  }

  function read(from: readonly Float64Array[], k: number, out: Float64Array): void {
    for (let i = 0; i < n; i++) out[i] = from[i][k]
  }

  function write(to: readonly Float64Array[], k: number, point: Float64Array): void {
    for (let i = 0; i < n; i++) to[i][k] = point[i]
  }

  function evaluate(): void {
    landscape.block(views.x, count, views.f, views.gradient)
    for (let k = 0; k < count; k++) {
      let sum = 0
      let good = Number.isFinite(f[k])
      for (let i = 0; i < n; i++) {
        const v = gradient[i][k]
        sum += v * v
        good = good && Number.isFinite(x[i][k]) && Number.isFinite(v)
      }
      slope[k] = Math.sqrt(sum)
      finite[k] = good ? 1 : 0
    }
    if (disturb === undefined) return
    for (let k = 0; k < count; k++) {
      read(x, k, here)
      read(gradient, k, g)
      disturb.gradient(here, g, t, 0)
      write(gradient, k, g)
    }
  }

  /** The gradients that the method sees, where something around it changes them. */
  function look(): void {
    for (let k = 0; k < count; k++) {
      read(x, k, here)
      read(gradient, k, g)
      let asked = 0
      for (const { slope: change, values } of slopes) {
        change(g, here, values, (at, out) => {
          landscape.gradient(at, out)
          disturb?.gradient(at, out, t, ++asked)
        })
      }
      write(seen, k, g)
    }
  }

  evaluate()
  return {
    get count() { return count },
    get t() { return t },
    ids, x, f, slope, fBefore, slopeBefore, gradient, finite,
    memory: (k) => Object.fromEntries(stepper.memory.map((slot) => [slot, Float64Array.from(memory, (slots) => slots[slot][k])])),
    step() {
      if (rate !== undefined) now.lr = rate(t)
      if (slopes.length > 0) look()
      before.forEach((column, i) => column.set(views.x[i]))
      fBefore.set(views.f)
      slopeBefore.set(slope.subarray(0, count))
      const told = slopes.length > 0 ? views.seen : views.gradient
      for (let i = 0; i < n; i++) stepper.step(views.x[i], told[i], views.memory[i], t + 1, now)
      if (points.length > 0) {
        for (let k = 0; k < count; k++) {
          read(x, k, here)
          read(before, k, from)
          for (const { point, values } of points) point(here, from, values, now.lr)
          write(x, k, here)
        }
      }
      t++
      evaluate()
    },
    keep(stays) {
      let to = 0
      for (let k = 0; k < count; k++) {
        if (stays[k] === 0) continue
        if (to !== k) {
          for (const all of kept) all[to] = all[k]
          ids[to] = ids[k]
          finite[to] = finite[k]
        }
        to++
      }
      count = to
      views = cut()
    },
  }
}
