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
  /** One number for each node, or for each lane of it in turn; those of constants are set. */
  readonly registers: Float64Array
  /** Registers of the inputs, -1 where the program does not read one; of the known nodes; and of the outputs. Each is that of lane 0. */
  readonly inputs: Int32Array
  readonly known: Int32Array
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
 * @param known nodes whose values are given, as those of inputs are
 * @param lanes how many points it computes at a time
 */
export function assemblePoint(
  outputs: readonly Node[], inputCount: number,
  { isUniform = () => false, known = [], lanes = 1 }: { isUniform?: (input: number) => boolean; known?: readonly Node[]; lanes?: 1 | 2 } = {},
): PointProgram {
  const given = new Set(known)
  const order = operandsFirst(outputs, given)
  const at = new Map(order.map((node, k) => [node, lanes * k]))
  const registers = new Float64Array(Math.max(1, lanes * order.length))
  const inputs = new Int32Array(inputCount).fill(-1)
  const calls: HostFunction[] = []
  const [prelude, body]: number[][] = [[], []]
  const readers = new Map<Node, number>()
  for (const node of order) for (const a of node.args) readers.set(a, (readers.get(a) ?? 0) + 1)
  for (const node of [...outputs, ...known]) readers.set(node, Infinity)
  const uniform = new Set<Node>()
  const absorbed = new Set<Node>()
  const open = (node: Node, from: Node): boolean => readers.get(node) === 1 && uniform.has(node) === uniform.has(from)

  order.forEach((node, k) => {
    if (node.op === 'constant') registers.fill(node.value, lanes * k, lanes * (k + 1))
    if (node.op === 'input') inputs[node.value] = lanes * k
    if (!given.has(node) && (node.op === 'input' ? isUniform(node.value) : node.args.every((a) => uniform.has(a)))) uniform.add(node)
  })
  const written = order.toReversed().flatMap((node) => {
    if (node.op === 'constant' || node.op === 'input' || given.has(node) || absorbed.has(node)) return []
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
  const through = lanes === 1 ? execute : executePairs
  return {
    registers, inputs, known: Int32Array.from(known, of), outputs: Int32Array.from(outputs, of),
    prepare: () => through(first, registers, calls),
    run: () => through(rest, registers, calls),
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

/** The same for two lanes: the register after each is that of the second. */
function executePairs(code: Int32Array, r: Float64Array, calls: readonly HostFunction[]): void {
  for (let at = 0; at < code.length; at += WIDTH) {
    const o = code[at + 1]
    const i = code[at + 2]
    const j = code[at + 3]
    const k = code[at + 4]
    const a = r[i]
    const a2 = r[i + 1]
    const b = r[j]
    const b2 = r[j + 1]
    switch (code[at]) {
      case 1:
        r[o] = a + b
        r[o + 1] = a2 + b2
        break
      case 2:
        r[o] = a - b
        r[o + 1] = a2 - b2
        break
      case 3:
        r[o] = a * b
        r[o + 1] = a2 * b2
        break
      case 4:
        r[o] = a / b
        r[o + 1] = a2 / b2
        break
      case 5:
        r[o] = -a
        r[o + 1] = -a2
        break
      case 6:
        r[o] = Math.abs(a)
        r[o + 1] = Math.abs(a2)
        break
      case 7:
        r[o] = Math.sqrt(a)
        r[o + 1] = Math.sqrt(a2)
        break
      case 8:
        r[o] = sin(a)
        r[o + 1] = sin(a2)
        break
      case 9:
        r[o] = cos(a)
        r[o + 1] = cos(a2)
        break
      case 10:
        r[o] = exp(a)
        r[o + 1] = exp(a2)
        break
      case 11:
        r[o] = log(a)
        r[o + 1] = log(a2)
        break
      case 12:
        r[o] = tanh(a)
        r[o + 1] = tanh(a2)
        break
      case 13:
        r[o] = pow(a, b)
        r[o + 1] = pow(a2, b2)
        break
      case 14:
        r[o] = select(a, b, r[k])
        r[o + 1] = select(a2, b2, r[k + 1])
        break
      case 15:
        r[o] = a * b + r[k]
        r[o + 1] = a2 * b2 + r[k + 1]
        break
      case 16:
        r[o] = a * b - r[k]
        r[o + 1] = a2 * b2 - r[k + 1]
        break
      case 17:
        r[o] = r[k] - a * b
        r[o + 1] = r[k + 1] - a2 * b2
        break
      case 18:
        r[o] = (a + b) * r[k]
        r[o + 1] = (a2 + b2) * r[k + 1]
        break
      case 19:
        r[o] = (a - b) * r[k]
        r[o + 1] = (a2 - b2) * r[k + 1]
        break
      default:
        r[o] = calls[k](a, b)
        r[o + 1] = calls[k](a2, b2)
    }
  }
}
