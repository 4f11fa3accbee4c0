/** Which kernels compute a node: each may take along as much of the node's expression as it spells. */
import type { Node } from '../autodiff/graph.ts'
import { ARITHMETIC } from './kernels/arithmetic.ts'
import { COMPOSED, PAIRS } from './kernels/composed.ts'
import { BINARY_LANES, choose as chooseLanes, latticeKernel, UNARY_LANES } from './kernels/functions.ts'
import type { Kernel } from './kernels/kernel.ts'

/** A kernel and the nodes it takes: `registers` as a, b, c, d and `numbers` (the same for all lanes) as k, m, l, p. */
export interface Choice {
  readonly kernel: Kernel
  readonly registers: readonly Node[]
  readonly numbers: readonly Node[]
}

/**
 * What a node may be where it is an operand, as a sum: one NUMBER for all lanes, or a REGISTER, and then where it may be computed inside what
 * reads it also its operation.
 */
export const NUMBER = 1
export const REGISTER = 2
const OPERATIONS: ReadonlyMap<Node['op'], number> = new Map([['add', 4], ['sub', 8], ['mul', 16], ['div', 32]])
export const operationOf = ({ op }: Node): number => OPERATIONS.get(op) ?? 0

const REGISTERS = 'abcd'
const LETTERS = `${REGISTERS}kmlpo`
const FIRST = LETTERS.indexOf('o')
const SIGNS: ReadonlyMap<string, number> = new Map([['+', 4], ['-', 8], ['*', 16], ['/', 32]])
const COMMUTES = 4 + 16

/** A result as it is spelled, an operation before its operands, the left one before the right one. */
interface Spelling {
  /** What the node must be there. */
  readonly kinds: readonly number[]
  /** Of a letter its place among LETTERS, of an operation where its right operand begins. */
  readonly ends: readonly number[]
}

interface Spelled {
  readonly kernel: Kernel
  readonly results: readonly Spelling[]
}

function spellingOf(text: string): Spelling {
  const kinds: number[] = []
  const ends: number[] = []
  const read = (part: string): void => {
    if (part.length === 1) {
      const letter = LETTERS.indexOf(part)
      kinds.push(letter < REGISTERS.length || letter === FIRST ? REGISTER : NUMBER)
      ends.push(letter)
      return
    }
    let depth = 0
    const middle = Array.from(part).findIndex((sign) => {
      depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
      return depth === 0 && SIGNS.has(sign)
    })
    const inside = (side: string): void => read(side.length === 1 ? side : side.slice(1, -1))
    const at = kinds.push(SIGNS.get(part[middle]) ?? 0) - 1
    ends.push(0)
    inside(part.slice(0, middle))
    ends[at] = kinds.length
    inside(part.slice(middle + 1))
  }
  read(text)
  return { kinds, ends }
}

const spelled = (kernels: Readonly<Record<string, Kernel>>): Spelled[] =>
  Object.entries(kernels).filter(([key]) => key !== '-a').map(([key, kernel]) => ({ kernel, results: key.split('; ').map(spellingOf) }))

/** By the operation that comes last. */
const ONE_RESULT: ReadonlyMap<number, readonly Spelled[]> = (() => {
  const all = spelled({ ...ARITHMETIC, ...COMPOSED })
  return new Map([...SIGNS.values()].map((op) => [op, all.filter(({ results: [{ kinds }] }) => kinds[0] === op)]))
})()
const TWO_RESULTS = spelled(PAIRS)

export interface Chooser {
  /** Every way of computing `node`; different letters of a kernel may be the same node. */
  choices(node: Node): Choice[]
  /** Ways of computing two nodes at once, of which `second` reads `first`. */
  pairs(first: Node, second: Node): Choice[]
}

/** @param kinds by id, what nodes may be where they are operands */
export function chooser(kinds: Uint8Array): Chooser {
  const letters: (Node | undefined)[] = []
  const places: Node[] = [] // of the parts of a spelling
  const mayBe = (spelling: Spelling, at: number, node: Node): boolean => (kinds[node.id] & spelling.kinds[at]) !== 0
  /** Whether part `at` of a result, which may be the node in its place, and those after it are what stands there. */
  const fits = (spelling: Spelling, at: number): boolean => {
    if (at === spelling.kinds.length) return true
    const node = places[at]
    const kind = spelling.kinds[at]
    const end = spelling.ends[at]
    if (kind <= REGISTER) {
      const old = letters[end]
      if (old !== undefined) return old === node && fits(spelling, at + 1)
      letters[end] = node
      if (fits(spelling, at + 1)) return true
      letters[end] = undefined
      return false
    }
    const [a, b] = node.args
    places[at + 1] = a
    places[end] = b
    if (mayBe(spelling, at + 1, a) && mayBe(spelling, end, b) && fits(spelling, at + 1)) return true
    if ((kind & COMMUTES) === 0 || a === b || !mayBe(spelling, at + 1, b) || !mayBe(spelling, end, a)) return false
    places[at + 1] = b
    places[end] = a
    return fits(spelling, at + 1)
  }
  const result = (spelling: Spelling, node: Node): boolean => {
    if (operationOf(node) !== spelling.kinds[0]) return false
    places[0] = node
    return fits(spelling, 0)
  }
  /** By operation and by what its operands may be, the kernels that begin so: nodes are many, but of few kinds. */
  const beginnings = new Map<number, readonly Spelled[]>()
  const beginningsOf = (op: number, a: number, b: number): readonly Spelled[] => {
    const key = (op << 16) | (a << 8) | b
    const old = beginnings.get(key)
    if (old !== undefined) return old
    const begins = ({ results: [{ kinds: parts, ends }] }: Spelled): boolean =>
      ((a & parts[1]) !== 0 && (b & parts[ends[0]]) !== 0) || ((op & COMMUTES) !== 0 && (b & parts[1]) !== 0 && (a & parts[ends[0]]) !== 0)
    const some = (ONE_RESULT.get(op) ?? []).filter(begins)
    beginnings.set(key, some)
    return some
  }
  const given = (kernel: Kernel): Choice => {
    const present = (from: number, to: number): Node[] => letters.slice(from, to).filter((node) => node !== undefined)
    return { kernel, registers: present(0, REGISTERS.length), numbers: present(REGISTERS.length, FIRST) }
  }
  return {
    choices(node) {
      if (node.op === 'neg') return [{ kernel: ARITHMETIC['-a'], registers: node.args, numbers: [] }]
      const op = operationOf(node)
      if (op === 0) return [{ kernel: functionKernel(node), registers: node.args, numbers: [] }]
      const [a, b] = node.args
      const found: Choice[] = []
      for (const { kernel, results: [one] } of beginningsOf(op, kinds[a.id], kinds[b.id])) {
        letters.fill(undefined)
        if (result(one, node)) found.push(given(kernel))
      }
      return found
    },
    pairs(first, second) {
      return TWO_RESULTS.flatMap(({ kernel, results: [one, other] }) => {
        letters.fill(undefined)
        letters[FIRST] = first
        return result(one, first) && result(other, second) ? [given(kernel)] : []
      })
    },
  }
}

function functionKernel({ op, lattice, orders }: Node): Kernel {
  switch (op) {
    case 'lattice':
      if (lattice === undefined || orders === undefined) throw new Error('a lattice without its numbers')
      return latticeKernel(lattice, orders)
    case 'select':
      return chooseLanes
    case 'constant': case 'input': case 'neg': case 'add': case 'sub': case 'mul': case 'div':
      throw new Error(`${op} is no function`)
    case 'min': case 'max': case 'pow': case 'atan2': case 'hypot':
    case 'lt': case 'le': case 'gt': case 'ge': case 'eq': case 'ne':
      return BINARY_LANES[op]
    default:
      return UNARY_LANES[op]
  }
}
