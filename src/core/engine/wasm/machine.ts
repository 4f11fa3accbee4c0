/** WebAssembly as the host has it: the one file that names it. Compiling is a pure function of the bytes. */
import type { HostFunction } from './lower.ts'
import type { Module } from './module.ts'

/** Of the host's WebAssembly interface what is used here (W3C, WebAssembly JavaScript Interface 2.0). */
interface Assembly {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => {
    readonly exports: { readonly r: (end: number) => void }
  }
  readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number }
}
declare const WebAssembly: Assembly | undefined

const PAGE = 65_536

/**
 * Memory and compiler for any number of programs that run one after the other. A program owns nothing of the memory between two runs,
 * except that `owner` tells whose data stands behind the points.
 */
export interface Machine {
  /** All of the memory. */
  readonly memory: Float64Array
  owner: object | undefined
  /**
   * The module's function, which runs it for the points from the first to the byte address `end` in their columns; undefined where
   * the host refuses: by the page's policy, for want of memory, or because it lacks vectors.
   */
  load(module: Module): ((end: number) => void) | undefined
}

/** A machine with little memory, which grows as programs need it; undefined where the host has no WebAssembly. */
export function createMachine(): Machine | undefined {
  if (typeof WebAssembly === 'undefined') return undefined
  const { Module, Instance, Memory } = WebAssembly
  try {
    const memory = new Memory({ initial: 1 })
    let doubles = new Float64Array(memory.buffer)
    return {
      get memory() {
        return doubles
      },
      owner: undefined,
      load({ bytes, host, size }) {
        try {
          const missing = 8 * size - memory.buffer.byteLength
          if (missing > 0) {
            memory.grow(Math.ceil(missing / PAGE))
            doubles = new Float64Array(memory.buffer)
          }
          const h = Object.fromEntries(host.map(({ run }, k): [string, HostFunction] => [String(k), run]))
          return new Instance(new Module(bytes), { m: { m: memory }, h }).exports.r
        } catch {
          return undefined // refused: the interpreter gives the same answers
        }
      },
    }
  } catch {
    return undefined
  }
}
