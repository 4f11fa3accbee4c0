/**
 * One trajectory: an optimizer walking down a landscape. Every run takes all its steps; it stops early only where its own stopping
 * rule is met, or where something it needs is not finite, and that iterate is kept: x, f or the gradient. A method that asks for
 * values only stops neither for a missing slope nor where f has no value (its next point may have one), but at f = -Infinity. Nothing is clipped, scaled or clamped. Iterates do not depend on how the
 * work is sliced: all state is in x, the gradient and the walk, and noise is keyed by the step. Where there is noise, f is the
 * landscape's own value and the gradient is the one the method was given.
 */
import type { Disturbance } from '../experiment/disturbance.ts'
import { STRIDE } from '../engine/alone.ts'
import type { Landscape } from '../landscape.ts'
import type { PathChunk, PathKey } from './events.ts'
import type { StepState } from '../optimizers/update.ts'
import type { Walk } from './walk.ts'
import { pace } from './work.ts'

/**
 * Iterates of the first chunk: few, so that something is drawn at once. Each next chunk is twice as long, up to LAST_CHUNK, or to
 * what a landscape over many rows of data can do without a pause.
 */
const FIRST_CHUNK = 64
const LAST_CHUNK = 4096

/** What a finished or running trajectory remembers of all its iterates, for the verdict. */
export interface Track {
  readonly dimension: number
  /** Iterates so far; the last one is `count - 1`. */
  count: number
  /** count × dimension. */
  x: Float64Array
  /** The landscape's own value and the norm of its own gradient, without noise. */
  f: Float64Array
  slope: Float64Array
}

interface Chunk {
  from: number
  count: number
  rows: number
  x: Float64Array
  f: Float64Array
  gradient: Float64Array
  seen?: Float64Array
  mean?: Float64Array
  memory: Record<string, Float64Array>
  /** The same columns in the order of their names. */
  slots: readonly Float64Array[]
}

/** A trajectory that can be advanced in slices of any length. */
export class Trajectory {
  readonly track: Track
  done = false
  /** True where nobody wants its chunks, only where it ends. */
  quiet = false
  /** The last iterate, and the gradient there as the method may see it. */
  readonly x: Float64Array
  readonly gradient: Float64Array
  /** The average of the iterates, where the run keeps one. */
  readonly mean?: Float64Array
  private chunk: Chunk
  /** What the last step began with, where it led from a finite x to one that is not. */
  broken: StepState | undefined
  /** Names of what the method remembers; what it showed last, and its columns in that order. */
  private readonly slots: readonly string[]
  private shown: ReturnType<Walk['memory']> | undefined
  private remembered: readonly ArrayLike<number>[] = []
  /** Gradient and memory of the last iterate of the chunk before. */
  private handed: Pick<StepState, 'g' | 'memory'> | undefined

  constructor(
    readonly key: PathKey,
    readonly landscape: Landscape,
    readonly walk: Walk,
    start: readonly number[],
    readonly steps: number,
    /** What becomes of each gradient before the method sees it. */
    private readonly disturb?: Disturbance,
  ) {
    const n = landscape.dimension
    this.x = Float64Array.from(start)
    this.gradient = new Float64Array(n)
    this.slots = Object.keys(walk.memory())
    if (walk.mean !== undefined) this.mean = this.x.slice()
    const room = Math.min(steps + 1, pace(landscape, FIRST_CHUNK))
    const known = Math.min(steps + 1, LAST_CHUNK)
    this.track = { dimension: n, count: 0, x: new Float64Array(known * n), f: new Float64Array(known), slope: new Float64Array(known) }
    this.chunk = this.newChunk(0, room)
    this.note(landscape.gradient(this.x, this.gradient))
  }

  /** Takes up to `count` steps and returns the chunks that were completed, the last one when the run has ended. */
  advance(count: number): PathChunk[] {
    const chunks: PathChunk[] = []
    for (let taken = 0; taken < count && !this.done;) {
      if (this.chunk.count === this.chunk.rows) {
        this.handed = rowOf(this.chunk, this.chunk.count - 1, this.track.dimension)
        if (this.quiet) this.chunk.count = 0
        else chunks.push(this.finishChunk())
      }
      const most = Math.min(count - taken, this.chunk.rows - this.chunk.count, STRIDE)
      const leap = this.walk.leap?.(this.x, this.gradient, this.track.count, most)
      for (let k = 0; k < most && !this.done; k++) {
        if (leap === undefined) this.step()
        else this.note(leap())
      }
      taken += most
    }
    if (this.done && this.chunk.count > 0 && !this.quiet) chunks.push(this.finishChunk())
    return chunks
  }

  private step(): void {
    this.walk.step(this.x, this.gradient, this.track.count)
    this.note(this.landscape.gradient(this.x, this.gradient))
  }

  /** Takes down where it stands: at x, where the landscape's value is `f` and its gradient `gradient`. */
  private note(f: number): void {
    const { x, gradient, track, chunk } = this
    const n = track.dimension
    if (track.count === track.f.length) grow(track, Math.min(this.steps + 1, 2 * track.count))
    const blind = this.walk.order === 0
    let finite = blind ? f !== -Infinity : Number.isFinite(f)
    let sum = 0
    let left = false
    for (let i = 0; i < n; i++) {
      track.x[track.count * n + i] = x[i]
      chunk.x[chunk.count * n + i] = x[i]
      if (!Number.isFinite(x[i])) left = true
      finite = finite && !left && (blind || Number.isFinite(gradient[i]))
      sum += gradient[i] * gradient[i]
    }
    this.disturb?.gradient(x, gradient, track.count, 0)
    write(gradient, chunk.gradient, chunk.count)
    if (this.walk.seen !== undefined) chunk.seen?.set(this.walk.seen, chunk.count * n)
    if (this.mean !== undefined) {
      if (track.count > 0) this.walk.mean?.(this.mean, x, track.count)
      chunk.mean?.set(this.mean, chunk.count * n)
    }
    const now = this.walk.memory()
    if (now !== this.shown) {
      this.shown = now
      this.remembered = this.slots.map((slot) => now[slot])
    }
    for (let s = 0; s < this.remembered.length; s++) write(this.remembered[s], chunk.slots[s], chunk.count)
    track.f[track.count] = f
    track.slope[track.count] = Math.sqrt(sum)
    chunk.f[chunk.count] = f
    track.count++
    chunk.count++
    if (track.count > 1 && left) this.broken = this.beginning(track.count - 2)
    this.done = !finite || track.count > this.steps || this.walk.finished() !== undefined
  }

  /** Where iterate `k`, the last but one, stood before the step from it. */
  private beginning(k: number): StepState | undefined {
    const { track, chunk } = this
    const n = track.dimension
    const row = chunk.count - 2
    const here = row < 0 ? this.handed : rowOf(chunk, row, n)
    return here && { ...here, x: track.x.slice(k * n, (k + 1) * n), t: k + 1 }
  }

  private newChunk(from: number, rows: number): Chunk {
    const n = this.landscape.dimension
    const memory: Record<string, Float64Array> = {}
    for (const [slot, now] of Object.entries(this.walk.memory())) memory[slot] = new Float64Array(rows * now.length)
    const column = (width: number): Float64Array => new Float64Array(rows * width)
    return { from, count: 0, rows, x: column(n), f: column(1), gradient: column(n), ...(this.walk.seen && { seen: column(n) }), ...(this.mean && { mean: column(n) }), memory, slots: Object.values(memory) }
  }

  /** Hands out the chunk, with the Hessians of all its iterates from one call, and begins the next. */
  private finishChunk(): PathChunk {
    const { from, count, rows, x, f, gradient, seen, mean, memory } = this.chunk
    const n = this.landscape.dimension
    const hessian = hessians(this.landscape, x, count)
    const left = this.steps + 1 - from - count
    this.chunk = this.newChunk(from + count, this.done ? 0 : Math.min(left, 2 * rows, pace(this.landscape, LAST_CHUNK)))
    const cut = (column: Float64Array, width: number): Float64Array => (count === rows ? column : column.slice(0, count * width))
    return {
      type: 'path', ...this.key, from, count, x: cut(x, n), f: cut(f, 1), gradient: cut(gradient, n), hessian,
      ...(seen && { seen: cut(seen, n) }),
      ...(mean && { average: { x: cut(mean, n), f: values(this.landscape, mean, count) } }),
      memory: Object.fromEntries(Object.entries(memory).map(([slot, column]) => [slot, cut(column, column.length / rows)])),
    }
  }
}

/** Copies a row, a few numbers, faster than `set` does. */
function write(from: ArrayLike<number>, rows: Float64Array, row: number): void {
  const at = row * from.length
  for (let i = 0; i < from.length; i++) rows[at + i] = from[i]
}

/** The landscape's value at `count` points given row by row. */
function values(landscape: Landscape, x: Float64Array, count: number): Float64Array {
  const n = landscape.dimension
  const out = new Float64Array(count)
  for (let from = 0, size = 0; from < count; from += size) {
    const { room, points, f, ask } = landscape.desk(0)
    size = Math.min(room, count - from)
    for (let i = 0; i < n; i++) for (let k = 0; k < size; k++) points[i][k] = x[(from + k) * n + i]
    ask(size)
    for (let k = 0; k < size; k++) out[from + k] = f[k]
  }
  return out
}

/** Gradient and memory of one iterate of a chunk. */
function rowOf({ gradient, memory, rows }: Chunk, row: number, n: number): Pick<StepState, 'g' | 'memory'> {
  const cut = (column: Float64Array, width: number): Float64Array => column.slice(row * width, (row + 1) * width)
  return { g: cut(gradient, n), memory: Object.fromEntries(Object.entries(memory).map(([slot, column]) => [slot, cut(column, column.length / rows)])) }
}

/** Hessians at `count` points given row by row; the result is count × dimension², row-major. */
function hessians(landscape: Landscape, x: Float64Array, count: number): Float64Array {
  const n = landscape.dimension
  const out = new Float64Array(count * n * n)
  for (let from = 0, size = 0; from < count; from += size) {
    const { room, points, hessian, ask } = landscape.desk(2)
    size = Math.min(room, count - from)
    for (let i = 0; i < n; i++) for (let k = 0; k < size; k++) points[i][k] = x[(from + k) * n + i]
    ask(size)
    for (let j = 0; j < n * n; j++) for (let k = 0; k < size; k++) out[(from + k) * n * n + j] = hessian[j][k]
  }
  return out
}

function grow(track: Track, rows: number): void {
  const longer = (column: Float64Array, length: number): Float64Array => {
    const next = new Float64Array(length)
    next.set(column)
    return next
  }
  track.x = longer(track.x, rows * track.dimension)
  track.f = longer(track.f, rows)
  track.slope = longer(track.slope, rows)
}
