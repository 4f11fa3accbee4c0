/** Which kernel computes a node: as much of the node's expression in one pass as a kernel exists for. */
import type { Node } from '../autodiff/graph.ts'
import { ARITHMETIC } from './kernels/arithmetic.ts'
import { BINARY_LANES, choose as chooseLanes, latticeKernel, UNARY_LANES } from './kernels/functions.ts'
import type { Kernel } from './kernels/kernel.ts'
import { TRIADS } from './kernels/triads.ts'

/** A kernel and the nodes it takes: `registers` as a, b, c, d and `numbers` (the same for all lanes) as k, m. */
export interface Choice {
  readonly kernel: Kernel
  readonly registers: readonly Node[]
  readonly numbers: readonly Node[]
  /** Operations computed on the way, which need no instruction of their own. */
  readonly absorbed: readonly Node[]
}

const SIGNS: ReadonlyMap<Node['op'], string> = new Map([['add', '+'], ['sub', '-'], ['mul', '*'], ['div', '/']])
const KERNELS: ReadonlyMap<string, Kernel> = new Map([...Object.entries(ARITHMETIC), ...Object.entries(TRIADS)])

/**
 * @param uniform which nodes have the same value in all lanes
 * @param absorbable which operations may be computed inside their only reader
 */
export function choose(node: Node, uniform: (node: Node) => boolean, absorbable: (node: Node) => boolean): Choice {
  if (node.op === 'neg') return { kernel: ARITHMETIC['-a'], registers: node.args, numbers: [], absorbed: [] }
  if (!SIGNS.has(node.op)) return { kernel: functionKernel(node), registers: node.args, numbers: [], absorbed: [] }
  const open = [...new Set(node.args)].filter((a) => !uniform(a) && SIGNS.has(a.op) && a.op !== 'div' && absorbable(a))
  const plans = open.length === 2 ? [open, [open[0]], [open[1]], []] : open.length === 1 ? [open, []] : [[]]
  for (const absorbed of plans) {
    const found = match(node, absorbed, uniform, false) ?? match(node, absorbed, uniform, true)
    if (found !== undefined) return { ...found, absorbed }
  }
  throw new Error(`no kernel for ${node.op}`)
}

/**
 * The kernel for `node` with these operands written out, in any order that commutes. With `apart`, a node that occurs twice is
 * handed over twice: there need not be a kernel for a + a.
 */
function match(
  node: Node, opened: readonly Node[], uniform: (node: Node) => boolean, apart: boolean,
): Omit<Choice, 'absorbed'> | undefined {
  for (const [left, right] of orders(node)) {
    const lefts = opened.includes(left) ? orders(left) : [[left]]
    const rights = opened.includes(right) ? orders(right) : [[right]]
    for (const l of lefts) for (const r of left === right ? [l] : rights) {
      const registers: Node[] = []
      const numbers: Node[] = []
      const letter = (leaf: Node): string => {
        const [pool, letters] = uniform(leaf) ? [numbers, 'km'] : [registers, 'abcd']
        const known = apart ? -1 : pool.indexOf(leaf)
        return letters[known >= 0 ? known : pool.push(leaf) - 1]
      }
      const side = (whole: Node, pair: readonly Node[]): string =>
        pair.length === 1 ? letter(pair[0]) : `(${letter(pair[0])}${SIGNS.get(whole.op)}${letter(pair[1])})`
      const kernel = KERNELS.get(`${side(left, l)}${SIGNS.get(node.op)}${side(right, r)}`)
      if (kernel !== undefined) return { kernel, registers, numbers }
    }
  }
  return undefined
}

function orders({ op, args: [a, b] }: Node): (readonly [Node, Node])[] {
  return op === 'add' || op === 'mul' ? [[a, b], [b, a]] : [[a, b]]
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
