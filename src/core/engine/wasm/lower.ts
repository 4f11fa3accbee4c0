/** The formula's graph of scalar operations -> vector operations. */
import { atOnce } from '../../at-once.ts'
import { operandsFirst, type Node } from '../../autodiff/graph.ts'
import { BINARY, UNARY } from '../../formula/scalar.ts'
import { cosh, exp, sigmoid, sinh, tanh } from '../../math/described/exponential.ts'
import { acos, asin, atan, atan2, hypot } from '../../math/described/inverse.ts'
import { log, softplus } from '../../math/described/logarithm.ts'
import { log10, log2 } from '../../math/described/logarithms.ts'
import { pow } from '../../math/described/power.ts'
import { cos, sin, tan } from '../../math/described/trigonometric.ts'
import { latticeFunction } from '../../math/lattice.ts'
import type { Vector, Vectors } from './vectors.ts'

const UNARY_DESCRIBED = { acos, asin, atan, cos, cosh, exp, log, log10, log2, sigmoid, sin, sinh, softplus, tan, tanh } as const
const BINARY_DESCRIBED = { atan2, hypot, pow } as const

/** A function of the host: one number in, or two. */
export type HostFunction = (a: number, b: number) => number

/** The functions that a program calls, each once. */
export class HostFunctions {
  readonly list: { readonly arity: 1 | 2; readonly run: HostFunction }[] = []
  private readonly numbers = new Map<string | Node, number>()

  /** The number of the function with this name, or of this node. */
  numberOf(name: string | Node, arity: 1 | 2, run: () => HostFunction): number {
    const old = this.numbers.get(name)
    if (old !== undefined) return old
    this.numbers.set(name, this.list.length)
    return this.list.push({ arity, run: run() }) - 1
  }
}

/** So many vectors are a moment's work: whoever makes more of them pauses. */
export const MOMENT = 1000

/** What `lowering` makes, without pauses. */
export const lower = (...given: Parameters<typeof lowering>): Vector[] => atOnce(lowering(...given))

/** The values of `outputs`, where `input` gives the vector of each input, and of nodes whose value is `known` that; with pauses. */
export function* lowering(
  outputs: readonly Node[], v: Vectors, input: (index: number) => Vector, host: HostFunctions, known: ReadonlyMap<Node, Vector> = new Map(),
): Generator<undefined, Vector[], void> {
  let paused = v.nodes.length
  const done = new Map<Node, Vector>(known)
  for (const node of operandsFirst(outputs, known)) {
    if (known.has(node)) continue
    const args = node.args.map((a) => done.get(a) ?? v.constant(NaN))
    done.set(node, node.op === 'input' ? input(node.value) : lowered(node, args, v, host))
    if (v.nodes.length - paused < MOMENT) continue
    paused = v.nodes.length
    yield undefined
  }
  return outputs.map((node) => done.get(node) ?? v.constant(NaN))
}

function lowered(node: Node, args: readonly Vector[], v: Vectors, host: HostFunctions): Vector {
  const [a, b, c] = args
  const number = (value: number): Vector => v.constant(value)
  switch (node.op) {
    case 'constant': return v.constant(node.value)
    case 'neg': return v.neg(a)
    case 'abs': return v.abs(a)
    case 'sqrt': return v.sqrt(a)
    case 'floor': return v.floor(a)
    case 'add': return v.add(a, b)
    case 'sub': return v.sub(a, b)
    case 'mul': return v.mul(a, b)
    case 'div': return v.div(a, b)
    case 'min': return v.min(a, b)
    case 'max': return v.max(a, b)
    case 'sign': return v.pick(v.lt(number(0), a), number(1), v.pick(v.lt(a, number(0)), number(-1), a))
    case 'relu': return v.pick(v.lt(a, number(0)), number(0), a)
    case 'side': return v.pick(v.lt(number(0), a), number(1), v.pick(v.lt(a, number(0)), number(-1), number(NaN)))
    case 'flat': return v.pick(v.or(v.lt(number(0), a), v.lt(a, number(0))), number(0), number(NaN))
    case 'logSlope': return v.pick(v.lt(a, number(0)), number(NaN), v.div(number(1), a))
    case 'lt': return holds(v.lt(a, b), v.le(b, a), v)
    case 'le': return holds(v.le(a, b), v.lt(b, a), v)
    case 'gt': return holds(v.lt(b, a), v.le(a, b), v)
    case 'ge': return holds(v.le(b, a), v.lt(a, b), v)
    case 'eq': return holds(v.eq(a, b), v.or(v.lt(a, b), v.lt(b, a)), v)
    case 'ne': return holds(v.or(v.lt(a, b), v.lt(b, a)), v.eq(a, b), v)
    case 'select': return v.pick(v.eq(a, number(0)), c, v.pick(v.eq(a, a), b, number(NaN)))
    case 'input': throw new Error('an input is no operation')
    case 'lattice': {
      const { lattice, orders } = node
      if (lattice === undefined || orders === undefined) throw new Error('a lattice without its numbers')
      // A lattice may be read by several nodes; a function of the host for each is no harm.
      return v.make('call', args, host.numberOf(node, args.length === 1 ? 1 : 2, () => latticeFunction(lattice, orders)))
    }
    case 'pow': case 'atan2': case 'hypot': {
      const { op } = node
      return v.described(host.numberOf(op, 2, () => BINARY[op]), args, BINARY_DESCRIBED[op])
    }
    default: {
      const { op } = node
      return v.described(host.numberOf(op, 1, () => UNARY[op]), args, UNARY_DESCRIBED[op])
    }
  }
}

/** 1 where `yes` holds, 0 where `no` does, NaN where neither does. */
function holds(yes: Vector, no: Vector, v: Vectors): Vector {
  return v.pick(yes, v.constant(1), v.pick(no, v.constant(0), v.constant(NaN)))
}
