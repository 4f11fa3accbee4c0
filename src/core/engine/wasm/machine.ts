/** WebAssembly as the host has it: the one file that names it. Compiling is a pure function of the bytes. */
import type { HostFunction } from './lower.ts'
import type { Module } from './module.ts'

/** A module with memory of its own, counted in doubles. */
export type OwnModule = Pick<Module, 'bytes' | 'host' | 'size'>

/** A function and the memory that it works on. */
export interface Seat {
  readonly memory: Float64Array
  readonly run: (...addresses: readonly number[]) => void
}

/** Of the host's WebAssembly interface what is used here (W3C, WebAssembly JavaScript Interface 2.0). */
interface Assembly {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => {
    readonly exports: { readonly r: (...addresses: readonly number[]) => void }
  }
  readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer }
}
declare const WebAssembly: Assembly | undefined

const PAGE = 65_536
/**
 * Pages that programs share; the host provides them as they are touched. Memory never grows: growing detaches the buffer before it, and
 * once a buffer was detached V8 asks at every access to any typed array whether that one was, which made the interpreter take 1.6 times
 * as long for the rest of the process.
 */
const SHARED = 32

/**
 * Memory and compiler for any number of programs that run one after the other. A program owns nothing of the memory between two runs,
 * except that `owner` tells whose data stands behind the points.
 */
export interface Machine {
  owner: object | undefined
  /**
   * The module's function, which runs it for the points from the first to the byte address `end` in their columns, in the memory that
   * all programs share, or, where it needs more than that, in memory of its own; undefined where the host refuses: by the page's
   * policy, for want of memory, or because it lacks vectors.
   */
  load(module: OwnModule): Seat | undefined
  /** The module compiled, to be given seats each with memory of its own; undefined where the host refuses that or the first seat. */
  seats(module: OwnModule): (() => Seat) | undefined
}

/** The smallest module that has what every program has: a function of one vector instruction. */
const SMALLEST = Uint8Array.of(
  0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 0x41, 0, 0xfd, 15, 0x1a, 0x0b,
)

/** Whether the host refuses to compile: by the page's policy, or because it lacks WebAssembly or its vectors. All work is interpreted there. */
export function isRefused(): boolean {
  try {
    return typeof WebAssembly === 'undefined' || new WebAssembly.Module(SMALLEST) === undefined
  } catch {
    return true
  }
}

/** A machine; undefined where the host has no WebAssembly. */
export function createMachine(): Machine | undefined {
  if (typeof WebAssembly === 'undefined') return undefined
  const { Module, Instance, Memory } = WebAssembly
  try {
    const place = (pages: number): { own: InstanceType<Assembly['Memory']>; memory: Float64Array } => {
      const own = new Memory({ initial: pages })
      return { own, memory: new Float64Array(own.buffer) }
    }
    const sit = (module: object, host: Module['host'], { own, memory }: ReturnType<typeof place>): Seat =>
      ({ memory, run: new Instance(module, { m: { m: own }, h: functions(host) }).exports.r })
    const shared = place(SHARED)
    return {
      owner: undefined,
      load({ bytes, host, size }) {
        try {
          const pages = Math.ceil((8 * size) / PAGE)
          return sit(new Module(bytes), host, pages <= SHARED ? shared : place(pages))
        } catch {
          return undefined // refused: the interpreter gives the same answers
        }
      },
      seats({ bytes, host, size }) {
        try {
          const module = new Module(bytes)
          const seat = (): Seat => sit(module, host, place(Math.ceil((8 * size) / PAGE)))
          let first: Seat | undefined = seat()
          return () => {
            const given = first ?? seat()
            first = undefined
            return given
          }
        } catch {
          return undefined
        }
      },
    }
  } catch {
    return undefined
  }
}

function functions(host: Module['host']): Readonly<Record<string, HostFunction>> {
  return Object.fromEntries(host.map(({ run }, k) => [String(k), run]))
}
