/** A swarm executed by a fused program: a stretch at a time, with the same answers to the bit as block by block. */
import { LANES, PAUSE, type FusedProgram } from '../engine/fused.ts'
import { compact, type Lanes, type Swarm, type SwarmWays } from './swarm.ts'

/** Which hyper-parameters every descent has for itself. A rate that changes is one for all. */
export function ownOf({ own = {}, rate }: SwarmWays): string[] {
  return Object.keys(own).filter((name) => name !== 'lr' || rate === undefined)
}

/** Whether a fused program can execute a swarm. */
export function fits({ ids }: Lanes, { disturb, around }: SwarmWays): boolean {
  return disturb === undefined && around.length === 0 && ids.length <= LANES
}

/** A swarm that `fits`; when it has ended, another uses its columns. */
export function beginFused(lanes: Lanes, ways: SwarmWays, program: FusedProgram): Swarm {
  const { landscape, stepper, hyper, rate } = ways
  const fused = program.take()
  const { columns: { x, memory, f, gradient, sum, low, high, path, pathStep, pathAt } } = fused
  const ids = lanes.ids
  const room = ids.length
  const finite = new Uint8Array(room).fill(1)
  const slotsOf = (columns: typeof memory): Float64Array[] => columns.flatMap((slots) => stepper.memory.map((slot) => slots[slot]))
  const n = x.length
  const state = [...x, ...slotsOf(memory)]
  const kept = [...state, ...gradient, f, ...fused.columns.own]
  let count = room
  let t = lanes.t
  let beganAt = t

  lanes.x.forEach((column, i) => x[i].set(column))
  slotsOf(lanes.memory).forEach((column, i) => state[n + i].set(column))
  const began = fused.spare
  state.forEach((column, c) => began[c].set(column.subarray(0, room)))
  ownOf(ways).forEach((name, i) => {
    const column = ways.own?.[name]
    for (let k = 0; k < room; k++) fused.columns.own[i][k] = column?.[ids[k]] ?? NaN
  })
  landscape.block(x, count, f, gradient)
  for (const column of [f, ...x, ...gradient]) for (let k = 0; k < count; k++) if (!Number.isFinite(column[k])) finite[k] = 0
  fill()

  /** Lanes that are computed along with the last ones do what lane 0 does. */
  function fill(): void {
    const end = Math.ceil(count / program.together) * program.together
    for (const all of kept) all.fill(all[0], count, end)
  }

  /** Whether all that lane `k` met in its last stretch was finite, though it may add up to more than a number holds. */
  function isFinite(k: number, steps: number): boolean {
    const points = path.map((column) => Float64Array.from({ length: steps }, (_, j) => column[pathAt(k) + j * pathStep]))
    const values = [new Float64Array(steps), ...points.map(() => new Float64Array(steps))]
    landscape.block(points, steps, values[0], values.slice(1))
    return [...points, ...values].every((column) => column.every((v) => Number.isFinite(v)))
  }

  /** Apart from the generator: V8 makes better code of a plain function. */
  function noteFinite(steps: number): void {
    for (let k = 0; k < count; k++) if (!Number.isFinite(sum[k]) && !isFinite(k, steps)) finite[k] = 0
  }

  /** The steps whose numbers the program was given last. */
  let told = 0
  /** What was done since the last pause, in about so many ns: several stretches of few lanes go without one. */
  let work = 0
  const copy = (columns: typeof memory, from: number, to: number): Record<string, Float64Array>[] =>
    columns.map((slots) => Object.fromEntries(stepper.memory.map((slot) => [slot, slots[slot].slice(from, to)])))
  return {
    get count() { return count },
    get t() { return t },
    ids, x, f, gradient, finite, low, high, path, pathStep, pathAt, bound: fused.bound,
    lanes: () => ({ t, ids: ids.slice(0, count), x: x.map((all) => all.slice(0, count)), memory: copy(memory, 0, count) }),
    before(k) {
      const one = began.map((all) => all.slice(k, k + 1))
      const slots = stepper.memory.length
      return {
        t: beganAt, ids: ids.slice(k, k + 1), x: one.slice(0, n),
        memory: x.map((_, i) => Object.fromEntries(stepper.memory.map((slot, s) => [slot, one[n + i * slots + s]]))),
      }
    },
    *advance(steps) {
      if (told !== steps || program.timed || rate !== undefined) {
        const make = (): Float64Array =>
          program.numbers(Array.from({ length: steps }, (_, j) => stepper.numbers(t + j + 1, rate === undefined ? hyper : { ...hyper, lr: rate(t + j) })))
        fused.steps(rate === undefined ? program.remembered(hyper, program.timed ? t : 0, steps, make) : make(), steps)
        told = steps
      }
      state.forEach((column, c) => began[c].set(column.subarray(0, count)))
      for (let from = 0; from < count; from += program.part) {
        const to = Math.min(from + program.part, count)
        fused.run(from, to)
        work += (to - from) * steps * program.cost
        if (work < PAUSE) continue
        work = 0
        yield undefined
      }
      beganAt = t
      t += steps
      noteFinite(steps)
    },
    keep(stays) {
      count = compact([...kept, ids, finite], stays, count)
      fill()
    },
    end: () => program.giveBack(fused),
  }
}
