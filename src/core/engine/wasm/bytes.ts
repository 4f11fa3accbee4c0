/** The WebAssembly binary format, as far as it is needed here. Source: W3C, WebAssembly Core Specification 2.0, ch. 5. */

/** Bytes that grow at their end. */
export class Bytes {
  private bytes = new Uint8Array(1024)
  private count = 0

  private room(more: number): void {
    if (this.count + more <= this.bytes.length) return
    const wider = new Uint8Array(2 * (this.count + more))
    wider.set(this.bytes.subarray(0, this.count))
    this.bytes = wider
  }

  byte(...values: readonly number[]): this {
    this.room(values.length)
    for (let i = 0; i < values.length; i++) this.bytes[this.count++] = values[i]
    return this
  }

  /** An instruction's first byte and the number behind it, 0 <= number < 2^32: what most of a function is made of, so no list is made. */
  with(first: number, number: number): this {
    if (this.count + 6 > this.bytes.length) this.room(6)
    this.bytes[this.count++] = first
    if (number >= 128) return this.unsigned(number)
    this.bytes[this.count++] = number
    return this
  }

  /** LEB128 of a whole number 0 <= value < 2^32. */
  unsigned(value: number): this {
    this.room(5)
    for (; value >= 128; value >>>= 7) this.bytes[this.count++] = (value & 127) | 128
    this.bytes[this.count++] = value
    return this
  }

  /** LEB128 of a whole number of 32 bits with its sign. */
  signed(value: number): this {
    this.room(5)
    for (; value < -64 || value > 63; value >>= 7) this.bytes[this.count++] = (value & 127) | 128
    this.bytes[this.count++] = value & 127
    return this
  }

  /** The 8 bytes of a whole number of 64 bits, lowest first. */
  bits(value: bigint): this {
    this.room(8)
    new DataView(this.bytes.buffer).setBigUint64(this.count, BigInt.asUintN(64, value), true)
    this.count += 8
    return this
  }

  text(ascii: string): this {
    this.unsigned(ascii.length)
    return this.byte(...Array.from(ascii, (letter) => letter.charCodeAt(0)))
  }

  /** Other bytes as they are. */
  append(other: Bytes): this {
    this.room(other.count)
    this.bytes.set(other.bytes.subarray(0, other.count), this.count)
    this.count += other.count
    return this
  }

  /** Other bytes behind their number. */
  sized(other: Bytes): this {
    return this.unsigned(other.count).append(other)
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.count)
  }
}

/** The bits of a double. */
export function bitsOf(value: number): bigint {
  return new BigUint64Array(Float64Array.of(value).buffer)[0]
}

/** Types of values. */
export const TYPE = { i32: 0x7f, f64: 0x7c, v128: 0x7b, nothing: 0x40 } as const

/** Instructions of one byte. */
export const CODE = {
  block: 0x02, loop: 0x03, if: 0x04, else: 0x05, end: 0x0b, br: 0x0c, brIf: 0x0d, call: 0x10, drop: 0x1a, localGet: 0x20, localSet: 0x21, localTee: 0x22, i32Const: 0x41,
  i32LtU: 0x49, i32Add: 0x6a, i32Mul: 0x6c,
} as const

/** Instructions on vectors of two doubles: each stands behind the byte VECTOR. */
export const VECTOR = 0xfd
export const LANES = {
  load: 0, loadSplat: 10, store: 11, constant: 12, splat: 20, extract: 33, replace: 34,
  eq: 71, ne: 72, lt: 73, gt: 74, le: 75, ge: 76,
  not: 77, and: 78, andNot: 79, or: 80, xor: 81, choose: 82, anyTrue: 83,
  demote: 94, promote: 95, floor: 117,
  shiftLeft: 203, shiftRight: 205, sameBits: 214,
  abs: 236, neg: 237, sqrt: 239, add: 240, sub: 241, mul: 242, div: 243, min: 244, max: 245, least: 246, most: 247,
} as const
export type LaneOp = keyof typeof LANES
