/** Doubles for drawing: a canvas that writes down what is asked of it, and a path with a memory. */
import type { Path } from '../../../src/store/state.ts'

/** A canvas context that writes down what it is asked to draw. */
export function recorder() {
  const calls: { name: string; args: readonly unknown[] }[] = []
  const context = new Proxy({}, {
    get: (_, name) => (...args: unknown[]) => void calls.push({ name: String(name), args }),
    set: (_, name, value) => calls.push({ name: `${String(name)}=`, args: [value] }) > 0,
  })
  return { ctx: context as CanvasRenderingContext2D, calls, of: (name: string) => calls.filter((c) => c.name === name).map((c) => c.args) }
}

/** A path of the first run that stands still, or goes through `x`, with these columns of memory. */
export function pathWith(memory: Path['memory'], { count = 2, dimension = 2, x = [] as readonly number[] } = {}): Path {
  const column = (width: number) => new Float64Array(count * width)
  return {
    run: 0, start: 0, dimension, count, x: Float64Array.from({ length: count * dimension }, (_, i) => x[i] ?? 0), f: column(1), gradient: column(dimension),
    hessian: column(dimension ** 2),
    sharpness: column(1), norm: column(1), memory, ending: undefined,
  }
}
