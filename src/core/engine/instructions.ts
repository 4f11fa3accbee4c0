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
const signs = (...nodes: readonly Node[]): string => nodes.map(({ op }) => SIGNS.get(op)).join('')
/** Operations of the kernels that take an operand's operand along, from the outside to the inside. */
const DEEP: ReadonlySet<string> = new Set(['-+*', '+**'])
const KERNELS: ReadonlyMap<string, Kernel> = new Map([...Object.entries(ARITHMETIC), ...Object.entries(TRIADS)])

/**
 * @param uniform which nodes have the same value in all lanes
 * @param absorbable which operations may be computed inside their only reader
 */
export function choose(node: Node, uniform: (node: Node) => boolean, absorbable: (node: Node) => boolean): Choice {
  if (node.op === 'neg') return { kernel: ARITHMETIC['-a'], registers: node.args, numbers: [], absorbed: [] }
  if (!SIGNS.has(node.op)) return { kernel: functionKernel(node), registers: node.args, numbers: [], absorbed: [] }
  const open = [...new Set(node.args)].filter((a) => !uniform(a) && SIGNS.has(a.op) && a.op !== 'div' && absorbable(a))
  const deep = open.flatMap((a) => [...new Set(a.args)].filter((b) => DEEP.has(signs(node, a, b)) && !uniform(b) && absorbable(b)).map((b) => [a, b]))
  const plans = [...(open.length === 2 ? [open] : []), ...deep, ...open.map((a) => [a]), []]
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
  for (const tree of trees(node, [node, ...opened])) {
    const registers: Node[] = []
    const numbers: Node[] = []
    const letter = (leaf: Node): string => {
      const [pool, letters] = uniform(leaf) ? [numbers, 'km'] : [registers, 'abcd']
      const known = apart ? -1 : pool.indexOf(leaf)
      return letters[known >= 0 ? known : pool.push(leaf) - 1]
    }
    const spelled = ({ left, sign, right }: Operation): string => `${side(left)}${sign}${side(right)}`
    const side = (part: Tree): string => ('sign' in part ? `(${spelled(part)})` : letter(part))
    const kernel = KERNELS.get(spelled(tree))
    if (kernel !== undefined) return { kernel, registers, numbers }
  }
  return undefined
}

interface Operation {
  readonly left: Tree
  readonly sign: string
  readonly right: Tree
}
type Tree = Operation | Node

/** All ways of writing down an opened operation; what is not opened stays as it is. */
function trees(node: Node, opened: readonly Node[]): Operation[] {
  const below = (a: Node): readonly Tree[] => (opened.includes(a) ? trees(a, opened) : [a])
  const sign = SIGNS.get(node.op) ?? ''
  return orders(node).flatMap(([a, b]) =>
    below(a).flatMap((left) => (a === b ? [left] : below(b)).map((right): Operation => ({ left, sign, right }))))
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
