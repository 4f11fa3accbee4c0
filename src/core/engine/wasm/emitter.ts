/** Vector operations -> instructions, with locals reused as soon as their last reader has run. */
import { bitsOf, Bytes, CODE, LANES, TYPE, VECTOR, type LaneOp } from './bytes.ts'
import type { Plan } from './plan.ts'
import type { Vector } from './vectors.ts'

/** Where vectors of a kind are read: the one numbered k at `offsets[k]` bytes behind the address in local `at`. */
export interface Place {
  readonly at: number
  readonly offsets: readonly number[]
}

/** Where a function finds its inputs, and which local is the first that it has for vectors. */
export interface Places {
  readonly point: Place
  readonly row: Place
  /** How many rows the data have. */
  readonly rows: number
  readonly uniform: Place
  /** Absent where the program is in one piece. */
  readonly waiting?: Place
  readonly firstVector: number
}

export class Emitter {
  readonly code = new Bytes()
  /** Locals for vectors so far. */
  count = 0
  /** The local of each node by its id, 0 where it has none at the moment. */
  private readonly locals: Int32Array
  private readonly free: number[] = []

  constructor(private readonly plan: Plan, private readonly places: Places, nodes: number) {
    this.locals = new Int32Array(nodes)
  }

  /** A local for a vector. */
  fresh(): number {
    return this.free.pop() ?? this.places.firstVector + this.count++
  }

  lane(op: LaneOp): Bytes {
    return this.code.with(VECTOR, LANES[op])
  }

  set(local: number): void {
    this.code.with(CODE.localSet, local)
  }

  get(local: number): void {
    this.code.with(CODE.localGet, local)
  }

  load(at: number, offset: number): void {
    this.code.byte(CODE.localGet, at)
    this.lane('load').byte(3).unsigned(offset)
  }

  /** Stores what `value` leaves on the stack. */
  store(at: number, offset: number, value: () => void): void {
    this.code.byte(CODE.localGet, at)
    value()
    this.lane('store').byte(3).unsigned(offset)
  }

  /** Adds to the address in local `at`, and leaves the sum on the stack. */
  advance(at: number, bytes: number): void {
    this.code.byte(CODE.localGet, at, CODE.i32Const).signed(bytes).byte(CODE.i32Add, CODE.localTee, at)
  }

  /** Leaves a number on the stack, in both lanes. */
  number(value: number): void {
    this.bits(bitsOf(value))
  }

  private bits(bits: bigint): void {
    this.lane('constant').bits(bits).bits(bits)
  }

  /** Leaves the value of `node` on the stack. */
  push(node: Vector): void {
    const local = this.locals[node.id]
    if (local !== 0) this.code.with(CODE.localGet, local)
    else this.compute(node)
  }

  /** The local that `node` has from here on. */
  hold(node: Vector): number {
    return (this.locals[node.id] = this.fresh())
  }

  /** Constants wait in locals: loading them anew for each pair of points costs more than the arithmetic. */
  constants(): void {
    for (const node of this.plan.all) {
      if (node.op !== 'constant') continue
      this.compute(node)
      this.set(this.hold(node))
    }
  }

  /**
   * Computes all that is kept in locals, in its turn.
   * @param taken told of each node that has its local now
   */
  turns(taken?: (node: Vector) => void): void {
    this.plan.turns.forEach((what, turn) => {
      if ('node' in what) {
        this.take(what.node, turn)
        taken?.(what.node)
      }
      else if ('begin' in what) this.beginRows(what.begin.totals)
      else {
        what.end.totals.forEach((total, k) => {
          this.push(total)
          this.push(what.end.added[k])
          this.lane('add')
          this.set(this.localOf(total))
        })
        this.advance(this.places.row.at, 8)
        this.code.byte(CODE.i32Const).signed(8 * this.places.rows).byte(CODE.i32LtU, CODE.brIf, 0, CODE.end)
        this.release(turn)
      }
    })
  }

  private beginRows(totals: readonly Vector[]): void {
    for (const total of totals) {
      this.number(-0) // adding the first row to it gives that row's bits
      this.set(this.hold(total))
    }
    this.code.byte(CODE.i32Const).signed(0).byte(CODE.localSet, this.places.row.at, CODE.loop, TYPE.nothing)
  }

  private localOf(node: Vector): number {
    const local = this.locals[node.id]
    if (local === 0) throw new Error(`${node.op} is read before it is computed`)
    return local
  }

  private called(args: readonly Vector[], number: number): void {
    for (const side of [0, 1]) {
      for (const a of args) {
        this.push(a)
        this.lane('extract').byte(side)
      }
      this.code.byte(CODE.call).unsigned(number)
      if (side === 0) this.lane('splat')
      else this.lane('replace').byte(side)
    }
  }

  private compute(node: Vector): void {
    const { op, args, value } = node
    const { point, row, uniform, waiting = point } = this.places
    switch (op) {
      case 'point': case 'waiting': {
        const { at, offsets } = op === 'point' ? point : waiting
        this.load(at, offsets[value])
        return
      }
      case 'row': case 'uniform': {
        const { at, offsets } = op === 'row' ? row : uniform
        this.code.byte(CODE.localGet, at)
        this.lane('loadSplat').byte(3).unsigned(offsets[value])
        return
      }
      case 'call':
        this.called(args, value)
        return
      case 'rare': case 'total': case 'state':
        throw new Error(`${op} takes a turn of its own`)
      case 'constant':
        this.bits(node.bits ?? 0n)
        return
      case 'shiftLeft': case 'shiftRight':
        this.push(args[0])
        this.code.byte(CODE.i32Const).signed(value)
        this.lane(op)
        return
      default:
        for (let k = 0; k < args.length; k++) this.push(args[k])
        this.code.with(VECTOR, LANES[op])
    }
  }

  private take(node: Vector, turn: number): void {
    if (node.op === 'rare') {
      const [where, common, ...args] = node.args
      const local = this.fresh() // before the operands' locals are free: they are read after it is written
      this.push(common)
      this.set(local)
      this.push(where)
      this.lane('anyTrue')
      this.code.byte(CODE.if, TYPE.nothing)
      this.called(args, node.value)
      this.set(local)
      this.code.byte(CODE.end)
      this.release(turn)
      this.locals[node.id] = local
    } else {
      this.compute(node)
      this.release(turn)
      this.set(this.hold(node))
    }
  }

  private release(turn: number): void {
    for (const node of this.plan.lastUse[turn]) {
      if (this.locals[node.id] === 0) continue
      this.free.push(this.locals[node.id])
      this.locals[node.id] = 0
    }
  }

  /** The function's code behind its declarations: `numbers` locals of 32 bits after its parameters, then vectors. */
  done(numbers: number): Bytes {
    return joined([this], numbers)
  }
}

/**
 * The same of several parts, one after the other. They share their locals: none reads what another left, and a host that compiles in one pass
 * looks at all locals wherever code branches.
 */
export function joined(parts: readonly Emitter[], numbers: number): Bytes {
  const count = Math.max(...parts.map((part) => part.count))
  const code = new Bytes().unsigned(2).unsigned(numbers).byte(TYPE.i32).unsigned(count).byte(TYPE.v128)
  for (const part of parts) code.append(part.code)
  return code
}
