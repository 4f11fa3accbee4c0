/**
 * Many descents side by side: every coordinate is a column with one lane per descent, the landscape is asked for all of them at once, and
 * the update formulas run over the columns. Formulas act on each number alone, so a lane takes the steps of a single run, bit for bit,
 * whatever else is in the swarm; finished lanes are taken out. They advance in stretches, and of each stretch its path is kept, so that
 * those who judge them need not look at every step.
 */
import type { Disturbance } from '../experiment/disturbance.ts'
import type { Values } from '../fields.ts'
import type { Landscape } from '../landscape.ts'
import type { Around } from '../optimizers/around/around.ts'
import type { RateOf } from '../optimizers/schedules/compile-rate.ts'
import type { Hypers, Stepper } from '../optimizers/update.ts'

/** Steps of a stretch at most. */
export const STRETCH = 20
/** Lane-steps of an ordinary landscape between two pauses. */
export const PAUSE = 20_000
/** How many times as long a step takes about, where noise or something around the method looks at each lane by itself. */
export const APART = 16

export interface SwarmWays {
  readonly landscape: Landscape
  readonly stepper: Stepper
  readonly hyper: Values
  /** Hyper-parameters of which descents have their own: columns with one entry per descent, by its id. A rate that changes is one for all. */
  readonly own?: Readonly<Record<string, Float64Array>>
  /** The noise that a descent meets, by its id. */
  readonly disturb?: (id: number) => Disturbance | undefined
  readonly rate?: RateOf
  readonly around: readonly (readonly [Around, Values])[]
}

/** The hyper-parameters of descent `id`. */
export function hyperOf({ hyper, own = {} }: Pick<SwarmWays, 'hyper' | 'own'>, id: number): Values {
  return { ...hyper, ...Object.fromEntries(Object.entries(own).map(([name, column]) => [name, column[id]])) }
}

/** Descents as they stand after `t` steps: what is needed to go on. Columns are not written by who begins a swarm with them; ids are. */
export interface Lanes {
  readonly t: number
  /** Which descent each lane is. */
  readonly ids: Int32Array
  /** One column per coordinate. */
  readonly x: readonly Float64Array[]
  /** What the method remembers, a column per slot, for each coordinate. */
  readonly memory: readonly Readonly<Record<string, Float64Array>>[]
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
  /** The landscape's own values at the present iterates. */
  readonly f: Float64Array
  /** The gradients as the method may see them. */
  readonly gradient: readonly Float64Array[]
  /** 1 where coordinates, value and the landscape's own gradient are finite at all iterates of the last stretch. */
  readonly finite: Uint8Array
  /** Bounds of each coordinate over the last stretch, without its first iterate; where it is all finite. */
  readonly low: readonly Float64Array[]
  readonly high: readonly Float64Array[]
  /** Sees to the bounds of lane `k`, which are there only afterwards; absent where they always are. */
  readonly bound?: (k: number) => void
  /** Coordinate i of lane k after the jth step of the last stretch (1, 2, …) is `path[i][pathAt(k) + (j - 1) * pathStep]`. */
  readonly path: readonly Float64Array[]
  readonly pathStep: number
  readonly pathAt: (lane: number) => number
  /** All lanes as they are, in columns of their own. */
  lanes(): Lanes
  /** Lane `k` as the last stretch began, in columns of its own. */
  before(k: number): Lanes
  /** All lanes take their next `steps` <= STRETCH steps, with pauses. */
  advance(steps: number): Generator<undefined, void, void>
  /** Only the lanes with a 1 in `stays` go on. */
  keep(stays: Uint8Array): void
  /** Nobody asks for anything of it any longer. */
  end(): void
}

/** Descents that begin at the points given by columns and remember nothing. */
export function lanesAt(x: readonly Float64Array[], stepper: Stepper): Lanes {
  const lanes = x[0].length
  const nothing = new Float64Array(lanes)
  const memory = x.map(() => Object.fromEntries(stepper.memory.map((slot) => [slot, nothing])))
  const ids = new Int32Array(lanes)
  for (let k = 0; k < lanes; k++) ids[k] = k
  return { t: 0, ids, x, memory }
}

/** The lanes at these positions, in columns of their own. */
export function pick({ t, ids, x, memory }: Lanes, positions: readonly number[]): Lanes {
  const some = (all: Float64Array): Float64Array => Float64Array.from(positions, (k) => all[k])
  const slots = memory.map((column) => Object.fromEntries(Object.entries(column).map(([slot, all]) => [slot, some(all)])))
  return { t, ids: Int32Array.from(positions, (k) => ids[k]), x: x.map(some), memory: slots }
}

/** Puts lanes from the end of the columns where lanes go, so that little moves, and gives how many stay. */
export function compact(columns: readonly (Float64Array | Int32Array | Uint8Array)[], stays: Uint8Array, count: number): number {
  let end = count
  for (let k = 0; k < end; k++) {
    if (stays[k] === 1) continue
    do end--
    while (end > k && stays[end] === 0)
    if (end > k) for (let c = 0; c < columns.length; c++) columns[c][k] = columns[c][end]
  }
  return end
}

/** Descents on their way, executed block by block. */
export function beginSwarm(lanes: Lanes, ways: SwarmWays): Swarm {
  const { ids } = lanes
  const x = lanes.x.map((all) => all.slice())
  const memory = lanes.memory.map((slots) => Object.fromEntries(Object.entries(slots).map(([slot, all]) => [slot, all.slice()])))
  const n = x.length
  const room = ids.length
  const { landscape, stepper, disturb, rate, around } = ways
  const work = (landscape.work ?? 1) * (disturb === undefined && around.length === 0 ? 1 : APART)
  let now: Hypers = ways.hyper
  const slopes = around.flatMap(([{ slope }, values]) => (slope === undefined ? [] : [{ slope, values }]))
  const points = around.flatMap(([{ point }, values]) => (point === undefined ? [] : [{ point, values }]))
  const column = (): Float64Array => new Float64Array(room)
  const columns = (): Float64Array[] => Array.from({ length: n }, column)
  const [gradient, low, high] = [columns(), columns(), columns()]
  const seen = slopes.length > 0 ? columns() : []
  const from = points.length > 0 ? columns() : []
  const path = Array.from({ length: n }, () => new Float64Array(STRETCH * room))
  const f = column()
  const finite = new Uint8Array(room).fill(1)
  const [here, g, origin] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  const state = [...x, ...memory.flatMap((slots) => Object.values(slots))]
  const began = state.map((all) => all.slice())
  const kept = [...state, ...gradient, f]
  let count = room
  let t = lanes.t
  let beganAt = t
  let views = cut()

  /** What the method's formulas run over: the lanes under way. */
  function cut(): { x: Float64Array[]; gradient: Float64Array[]; seen: Float64Array[]; f: Float64Array; memory: Record<string, Float64Array>[]; state: Float64Array[] } {
    const lane = (all: Float64Array): Float64Array => all.subarray(0, count)
    now = { ...now, ...Object.fromEntries(Object.entries(ways.own ?? {}).map(([name, column]) => [name, Float64Array.from(ids.subarray(0, count), (id) => column[id])])) }
    return {
      x: x.map(lane), gradient: gradient.map(lane), seen: seen.map(lane), f: lane(f), state: state.map(lane),
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
    for (let k = 0; k < count; k++) if (!Number.isFinite(f[k])) finite[k] = 0
    for (let i = 0; i < n; i++) {
      const [places, slope] = [x[i], gradient[i]]
      for (let k = 0; k < count; k++) if (!(Number.isFinite(places[k]) && Number.isFinite(slope[k]))) finite[k] = 0
    }
    if (disturb === undefined) return
    for (let k = 0; k < count; k++) {
      read(x, k, here)
      read(gradient, k, g)
      disturb(ids[k])?.gradient(here, g, t, 0)
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
          disturb?.(ids[k])?.gradient(at, out, t, ++asked)
        })
      }
      write(seen, k, g)
    }
  }

  function step(): void {
    if (rate !== undefined) now = { ...now, lr: rate(t) }
    if (slopes.length > 0) look()
    from.forEach((column, i) => column.set(views.x[i]))
    const told = slopes.length > 0 ? views.seen : views.gradient
    for (let i = 0; i < n; i++) stepper.step(views.x[i], told[i], views.memory[i], t + 1, now)
    if (points.length > 0) {
      for (let k = 0; k < count; k++) {
        read(x, k, here)
        read(from, k, origin)
        for (const { point, values } of points) point(here, origin, values, typeof now.lr === 'object' ? now.lr[k] : now.lr)
        write(x, k, here)
      }
    }
    t++
    evaluate()
  }

  /** Takes down the iterates after the jth step of a stretch. */
  function note(j: number): void {
    for (let i = 0; i < n; i++) {
      const [places, least, most] = [x[i], low[i], high[i]]
      path[i].set(views.x[i], (j - 1) * room)
      for (let k = 0; k < count; k++) {
        const v = places[k]
        if (v < least[k]) least[k] = v
        if (v > most[k]) most[k] = v
      }
    }
  }

  evaluate()
  return {
    get count() { return count },
    get t() { return t },
    ids, x, f, gradient, finite, low, high, path, pathStep: room, pathAt: (k) => k,
    lanes: () => ({ t, ids: ids.slice(0, count), x: views.x.map((all) => all.slice()), memory: views.memory.map((slots) => Object.fromEntries(Object.entries(slots).map(([slot, all]) => [slot, all.slice()]))) }),
    before(k) {
      let next = 0
      const one = (): Float64Array => began[next++].slice(k, k + 1)
      return { t: beganAt, ids: ids.slice(k, k + 1), x: x.map(one), memory: memory.map((slots) => Object.fromEntries(Object.keys(slots).map((slot) => [slot, one()]))) }
    },
    *advance(steps) {
      views.state.forEach((column, c) => began[c].set(column))
      beganAt = t
      for (const all of low) all.fill(Infinity, 0, count)
      for (const all of high) all.fill(-Infinity, 0, count)
      let done = 0
      for (let j = 1; j <= steps; j++) {
        step()
        note(j)
        done += count * work
        if (done < PAUSE) continue
        done = 0
        yield undefined
      }
    },
    keep(stays) {
      count = compact([...kept, ids, finite], stays, count)
      views = cut()
    },
    end: () => undefined,
  }
}
