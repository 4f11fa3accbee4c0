/** Graph -> bounds over boxes: one pass of interval operations per box, in columns, without making an object. */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import { INTERVAL_KERNELS } from '../formula/intervals.ts'
import type { Enclosure } from '../landscape.ts'
import { alikeOf } from '../math/interval-cases.ts'
import { latticeOf } from '../math/interval-lattice.ts'
import { constant, cube, square, type IntervalKernel, type Intervals } from '../math/interval.ts'

interface Step {
  readonly run: IntervalKernel
  readonly o: number
  readonly a: number
  readonly b: number
  readonly c: number
}

/**
 * @param outputs f, its gradient and its Hessian row by row, as nodes of one graph
 * @param n number of coordinates: inputs 0..n-1
 */
export function enclose(outputs: readonly Node[], n: number): Enclosure {
  // Slots: the outputs first, in their order, so that they can be read in place; then the coordinates; then everything else.
  const count = outputs.length
  const slots = new Map<Node, number>()
  const steps: Step[] = []
  const parts = [outputs.slice(0, 1), outputs.slice(0, 1 + n), outputs]
  const ends: number[] = []
  const order: Node[] = []
  for (const part of parts) {
    for (const node of operandsFirst(part)) {
      if (slots.has(node)) continue
      slots.set(node, count + n + order.length)
      order.push(node)
    }
    ends.push(order.length)
  }
  const size = count + n + order.length
  const r: Intervals = { lo: new Float64Array(size), hi: new Float64Array(size), marks: new Uint8Array(size) }
  const stops: number[] = []
  for (const [k, node] of order.entries()) {
    if (node.op === 'constant') constant(r, slotOf(slots, node), node.value)
    else steps.push(stepFor(node, slots, count))
    for (const [i, end] of ends.entries()) if (end === k + 1) stops[i] = steps.length
  }
  const copies = outputs.map((node) => slotOf(slots, node))
  const wanted = [1, 1 + n, count]
  const runSteps = (from: number, to: number): void => {
    for (let k = from; k < to; k++) {
      const step = steps[k]
      step.run(r, step.o, step.a, step.b, step.c)
    }
  }
  const copyOut = (from: number, to: number): void => {
    for (let k = from; k < to; k++) copy(r, copies[k], k)
  }
  return {
    lo: r.lo.subarray(0, count),
    hi: r.hi.subarray(0, count),
    marks: r.marks.subarray(0, count),
    costs: [stops[1], stops[2]],
    over(lo, hi, upTo) {
      for (let i = 0; i < n; i++) {
        r.lo[count + i] = lo[i]
        r.hi[count + i] = hi[i]
      }
      runSteps(0, stops[upTo])
      copyOut(0, wanted[upTo])
    },
    bend() {
      runSteps(stops[1], stops[2])
      copyOut(wanted[1], wanted[2])
    },
  }
}

function copy(r: Intervals, from: number, to: number): void {
  r.lo[to] = r.lo[from]
  r.hi[to] = r.hi[from]
  r.marks[to] = r.marks[from]
}

function slotOf(slots: ReadonlyMap<Node, number>, node: Node): number {
  const slot = slots.get(node)
  if (slot === undefined) throw new Error(`${node.op} is read before it is computed`)
  return slot
}

/** The operation of a node; a·a and a·a·a are powers, whose bounds are tighter than those of products. */
function stepFor(node: Node, slots: ReadonlyMap<Node, number>, count: number): Step {
  const o = slotOf(slots, node)
  const [a = 0, b = 0, c = 0] = node.args.map((arg) => slotOf(slots, arg))
  if (node.op === 'input') return { run: read, o, a: count + node.value, b, c }
  if (node.op === 'constant') throw new Error('a constant is no step')
  if (node.op === 'select' && node.value === 1) return { run: alikeOf, o, a, b, c }
  if (node.op === 'lattice') {
    if (node.lattice === undefined || node.orders === undefined) throw new Error('a lattice without its numbers')
    return { run: latticeOf(node.lattice, node.orders), o, a, b, c }
  }
  if (node.op === 'mul') {
    const [left, right] = node.args
    if (left === right) return { run: square, o, a, b, c }
    if (isSquareOf(left, right)) return { run: cube, o, a: b, b, c }
    if (isSquareOf(right, left)) return { run: cube, o, a, b, c }
  }
  return { run: INTERVAL_KERNELS[node.op], o, a, b, c }
}

const read: IntervalKernel = (r, o, a) => {
  r.lo[o] = r.lo[a]
  r.hi[o] = r.hi[a]
  r.marks[o] = 0
}

const isSquareOf = (node: Node, base: Node): boolean => node.op === 'mul' && node.args[0] === base && node.args[1] === base
