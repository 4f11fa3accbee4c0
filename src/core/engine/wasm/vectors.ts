/**
 * A graph of operations on vectors of two doubles: what a program is made of between the formula's graph and WebAssembly's bytes.
 * Equal parts are one node, also across functions: sin and cos of one angle share its reduction.
 */
import type { Described, Primitives } from '../../math/primitives.ts'
import { bitsOf, LANES, type LaneOp } from './bytes.ts'

/** How often a node is computed: once, once for each pair of points, or once for each row of the data. */
export const ONCE = 0
export const PER_POINT = 1
export const PER_ROW = 2

export interface Vector {
  /** Position in order of making: operands come before what uses them. */
  readonly id: number
  readonly op:
    | LaneOp
    /** A coordinate of the points, a column of the data (the same in both lanes), or the sum that a loop over rows leaves. */
    | 'point' | 'row' | 'total'
    /** What a loop over steps carries on from step to step, and a number of the step, the same in both lanes. */
    | 'state' | 'uniform'
    /** What an earlier piece of a long program left. */
    | 'waiting'
    /** A function of the host, lane by lane. */
    | 'call'
    /** args[1]; where args[0] holds in either lane, the function of the host at the other args instead. */
    | 'rare'
  readonly args: readonly Vector[]
  /** The number of the coordinate, column, sum, state, number, waiting column or function; how far to shift; 0 elsewhere. */
  readonly value: number
  /** Of a constant: the bits of each lane. */
  readonly bits?: bigint
  readonly level: number
}

const OPCODES: ReadonlyMap<string, number> = new Map(Object.entries(LANES))
/** Ids below this make a key that is exact in a double. */
const FEW = 2 ** 22
const ROUND = 6755399441055744 // 1.5·2^52: added to a whole number k, it puts k into the lowest bits
const TWO_TO_52 = 4503599627370496

/** What a description is lowered to; numbers and conditions are both vectors. */
export class Vectors implements Primitives<Vector, Vector> {
  /** All of them, by id. */
  readonly nodes: Vector[] = []
  private readonly known = new Map<string | number, Vector>()
  private readonly constants = new Map<number, Vector>()
  /** The function that is being described: the host's, which answers its rare cases as well as all others. */
  private host: { readonly number: number; readonly args: readonly Vector[] } | undefined

  make(op: Vector['op'], args: readonly Vector[], value = 0, bits?: bigint): Vector {
    let level = op === 'row' ? PER_ROW : op === 'constant' ? ONCE : PER_POINT
    const { length } = args
    for (let k = 0; k < length; k++) if (args[k].level > level) level = args[k].level
    const key = keyOf(op, args, value, bits)
    const old = this.known.get(key)
    if (old !== undefined) return old
    const node: Vector = { id: this.nodes.length, op, args, value, bits, level }
    this.known.set(key, node)
    this.nodes.push(node)
    return node
  }

  private bits = (bits: bigint): Vector => this.make('constant', [], 0, bits)
  constant(value: number): Vector {
    if (value === 0) return this.bits(bitsOf(value)) // a map cannot tell -0 from 0
    const old = this.constants.get(value)
    if (old !== undefined) return old
    const made = this.bits(bitsOf(value))
    this.constants.set(value, made)
    return made
  }
  add = (a: Vector, b: Vector): Vector => this.make('add', [a, b])
  sub = (a: Vector, b: Vector): Vector => this.make('sub', [a, b])
  mul = (a: Vector, b: Vector): Vector => this.make('mul', [a, b])
  div = (a: Vector, b: Vector): Vector => this.make('div', [a, b])
  neg = (a: Vector): Vector => this.make('neg', [a])
  abs = (a: Vector): Vector => this.make('abs', [a])
  sqrt = (a: Vector): Vector => this.make('sqrt', [a])
  floor = (a: Vector): Vector => this.make('floor', [a])
  min = (a: Vector, b: Vector): Vector => this.make('min', [a, b])
  max = (a: Vector, b: Vector): Vector => this.make('max', [a, b])
  lt = (a: Vector, b: Vector): Vector => this.make('lt', [a, b])
  le = (a: Vector, b: Vector): Vector => this.make('le', [a, b])
  eq = (a: Vector, b: Vector): Vector => this.make('eq', [a, b])
  and = (a: Vector, b: Vector): Vector => this.make('and', [a, b])
  or = (a: Vector, b: Vector): Vector => this.make('or', [a, b])
  not = (a: Vector): Vector => this.make('not', [a])
  pick = (condition: Vector, a: Vector, b: Vector): Vector => this.make('choose', [a, b, condition])
  either = (condition: Vector, a: () => Vector, b: () => Vector): Vector => this.pick(condition, a(), b())

  shortened = (a: Vector): Vector => this.make('promote', [this.make('demote', [a])])
  powerOfTwo = (k: Vector): Vector => this.make('shiftLeft', [this.add(k, this.constant(ROUND + 1023))], 52)
  exponent(a: Vector): Vector {
    const biased = this.make('or', [this.make('shiftRight', [a], 52), this.constant(TWO_TO_52)])
    return this.sub(biased, this.constant(TWO_TO_52 + 1023))
  }
  mantissa = (a: Vector): Vector => this.make('or', [this.make('and', [a, this.bits(0x000f_ffff_ffff_ffffn)]), this.constant(1)])
  bit(k: Vector, weight: 1 | 2): Vector {
    const only = this.bits(BigInt(weight))
    return this.make('sameBits', [this.make('and', [this.add(k, this.constant(ROUND)), only]), only])
  }

  /** A function that the host computes, numbered `number`, where it is described: its rare cases are left to the host. */
  described(number: number, args: readonly Vector[], description: Described): Vector {
    this.host = { number, args }
    return description(this, args[0], args[1] ?? args[0])
  }

  rare(condition: Vector, _name: string, _args: readonly Vector[], usual: () => Vector): Vector {
    const { host } = this
    if (host === undefined) throw new Error('a rare case of no function')
    return this.make('rare', [condition, usual(), ...host.args], host.number)
  }

  call(name: string): never {
    throw new Error(`${name} is left to the host`)
  }
}

/** The same for equal nodes only. Most nodes have one or two operands and no more: for them a number, which is much faster than text. */
function keyOf(op: Vector['op'], args: readonly Vector[], value: number, bits: bigint | undefined): string | number {
  if (bits !== undefined) return `#${bits}`
  const opcode = OPCODES.get(op)
  if (opcode === undefined || value !== 0 || args.length > 2 || args.length === 0 || args[0].id >= FEW) return `${op} ${value} ${args.map((a) => a.id).join(' ')}`
  return (opcode * FEW + args[0].id) * FEW + (args.length === 2 ? args[1].id + 1 : 0)
}
