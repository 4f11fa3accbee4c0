/**
 * Graph -> straight-line program for one point: every node has a number of its own, and one loop goes through the instructions. At a
 * single point that is several times as fast as blocks, whose kernels compute eight lanes at least; the bits are the same.
 */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import { BINARY, UNARY } from '../formula/scalar.ts'
import { cos, exp, log, pow, sin, tanh } from '../math/elementary.ts'
import { latticeFunction } from '../math/lattice.ts'
import { select } from '../math/piecewise.ts'

export interface PointProgram {
  /** One number for each node; those of constants are set. */
  readonly registers: Float64Array
  /** Registers of the inputs, -1 where the program does not read one; and of the outputs. */
  readonly inputs: Int32Array
  readonly outputs: Int32Array
  /** Computes what depends on uniform inputs only, once these are set. */
  readonly prepare: () => void
  /** Computes the rest. */
  readonly run: () => void
}

type HostFunction = (a: number, b: number) => number

/** Instructions by their numbers in `execute`; what is not here calls a function. */
const INSTRUCTIONS: readonly string[] = [
  'call', 'add', 'sub', 'mul', 'div', 'neg', 'abs', 'sqrt', 'sin', 'cos', 'exp', 'log', 'tanh', 'pow', 'select', 'a*b+c', 'a*b-c', 'c-a*b', '(a+b)*c', '(a-b)*c',
]
/** An instruction is its number, the register of the result, and three of operands; a call has its function's number as the third. */
const WIDTH = 5

/**
 * @param outputs nodes of one graph whose values are wanted
 * @param inputCount inputs are numbered 0..inputCount-1
 * @param isUniform inputs that stay while others change; what depends on them only is computed in `prepare`
 */
export function assemblePoint(outputs: readonly Node[], inputCount: number, isUniform: (input: number) => boolean = () => false): PointProgram {
  const order = operandsFirst(outputs)
  const at = new Map(order.map((node, k) => [node, k]))
  const registers = new Float64Array(Math.max(1, order.length))
  const inputs = new Int32Array(inputCount).fill(-1)
  const calls: HostFunction[] = []
  const [prelude, body]: number[][] = [[], []]
  const readers = new Map<Node, number>()
  for (const node of order) for (const a of node.args) readers.set(a, (readers.get(a) ?? 0) + 1)
  for (const node of outputs) readers.set(node, Infinity)
  const uniform = new Set<Node>()
  const absorbed = new Set<Node>()
  const open = (node: Node, from: Node): boolean => readers.get(node) === 1 && uniform.has(node) === uniform.has(from)

  order.forEach((node, k) => {
    if (node.op === 'constant') registers[k] = node.value
    if (node.op === 'input') inputs[node.value] = k
    if (node.op === 'input' ? isUniform(node.value) : node.args.every((a) => uniform.has(a))) uniform.add(node)
  })
  const written = order.toReversed().flatMap((node) => {
    if (node.op === 'constant' || node.op === 'input' || absorbed.has(node)) return []
    const joined = join(node, (a) => open(a, node))
    if (joined !== undefined) absorbed.add(joined.inner)
    return [{ node, joined }]
  }).reverse()
  const of = (node: Node | undefined): number => (node === undefined ? undefined : at.get(node)) ?? 0
  for (const { node, joined } of written) {
    const number = INSTRUCTIONS.indexOf(joined?.name ?? node.op)
    const [a, b, c] = joined?.args ?? node.args
    const third = number > 0 ? of(c) : calls.push(functionOf(node)) - 1
    const code = uniform.has(node) ? prelude : body
    code.push(Math.max(0, number), of(node), of(a), of(b), third)
  }
  const [first, rest] = [Int32Array.from(prelude), Int32Array.from(body)]
  return {
    registers, inputs, outputs: Int32Array.from(outputs, of),
    prepare: () => execute(first, registers, calls),
    run: () => execute(rest, registers, calls),
  }
}

/** An operation together with one of its operands that is read here only, rounded one after the other as if apart. */
function join({ op, args: [left, right] }: Node, open: (node: Node) => boolean): { readonly name: string; readonly args: readonly Node[]; readonly inner: Node } | undefined {
  const product = (node: Node): boolean => node.op === 'mul' && open(node)
  const sum = (node: Node): boolean => (node.op === 'add' || node.op === 'sub') && open(node)
  const taken = (name: string, inner: Node, other: Node): ReturnType<typeof join> => ({ name, inner, args: [...inner.args, other] })
  if (op === 'add' && product(left)) return taken('a*b+c', left, right)
  if (op === 'add' && product(right)) return taken('a*b+c', right, left)
  if (op === 'sub' && product(left)) return taken('a*b-c', left, right)
  if (op === 'sub' && product(right)) return taken('c-a*b', right, left)
  if (op === 'mul' && sum(left)) return taken(left.op === 'add' ? '(a+b)*c' : '(a-b)*c', left, right)
  if (op === 'mul' && sum(right)) return taken(right.op === 'add' ? '(a+b)*c' : '(a-b)*c', right, left)
  return undefined
}

function functionOf({ op, lattice, orders }: Node): HostFunction {
  switch (op) {
    case 'lattice':
      if (lattice === undefined || orders === undefined) throw new Error('a lattice without its numbers')
      return latticeFunction(lattice, orders)
    case 'constant': case 'input': case 'select':
      throw new Error(`${op} is no function`)
    case 'add': case 'sub': case 'mul': case 'div': case 'min': case 'max': case 'pow': case 'atan2': case 'hypot':
    case 'lt': case 'le': case 'gt': case 'ge': case 'eq': case 'ne':
      return BINARY[op]
    default:
      return UNARY[op]
  }
}

/**
 * Numbers written out and not named: V8 jumps to a case only where it is a literal. What functions give is stored at once: V8 does not
 * know that it is a number, and would keep all results in boxes.
 */
function execute(code: Int32Array, r: Float64Array, calls: readonly HostFunction[]): void {
  for (let at = 0; at < code.length; at += WIDTH) {
    const o = code[at + 1]
    const a = r[code[at + 2]]
    const b = r[code[at + 3]]
    switch (code[at]) {
      case 1: r[o] = a + b; break
      case 2: r[o] = a - b; break
      case 3: r[o] = a * b; break
      case 4: r[o] = a / b; break
      case 5: r[o] = -a; break
      case 6: r[o] = Math.abs(a); break
      case 7: r[o] = Math.sqrt(a); break
      case 8: r[o] = sin(a); break
      case 9: r[o] = cos(a); break
      case 10: r[o] = exp(a); break
      case 11: r[o] = log(a); break
      case 12: r[o] = tanh(a); break
      case 13: r[o] = pow(a, b); break
      case 14: r[o] = select(a, b, r[code[at + 4]]); break
      case 15: r[o] = a * b + r[code[at + 4]]; break
      case 16: r[o] = a * b - r[code[at + 4]]; break
      case 17: r[o] = r[code[at + 4]] - a * b; break
      case 18: r[o] = (a + b) * r[code[at + 4]]; break
      case 19: r[o] = (a - b) * r[code[at + 4]]; break
      default: r[o] = calls[code[at + 4]](a, b)
    }
  }
}
