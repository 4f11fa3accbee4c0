/**
 * Graph -> straight-line program for one point: every node has a number of its own, and a loop goes through the instructions. At a
 * single point that is several times as fast as blocks, whose kernels compute eight lanes at least; the bits are the same.
 */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import { BINARY, UNARY } from '../formula/scalar.ts'
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

/** Instructions by their numbers in `calculate`, from 1 on; operations that are not here are functions. */
const INSTRUCTIONS: readonly string[] = [
  'function', 'a+b', 'a-b', 'a*b', 'a/b', '-a', 'abs', 'sqrt', 'a*b+c', 'a*b-c', 'c-a*b', '(a+b)*c', '(a-b)*c', 'a*b+c*d', 'a*b-c*d', 'a*b*c',
]
const SIGNS: ReadonlyMap<Node['op'], string> = new Map([['add', 'a+b'], ['sub', 'a-b'], ['mul', 'a*b'], ['div', 'a/b'], ['neg', '-a']])
/** An instruction is its number, the register of the result, and four of operands. */
const WIDTH = 6

/** Instructions without functions between them, and the function that comes after the last, if one does. */
interface Stretch {
  readonly code: Int32Array
  readonly then?: (r: Float64Array) => void
}

/**
 * @param outputs nodes of one graph whose values are wanted
 * @param inputCount inputs are numbered 0..inputCount-1
 * @param isUniform inputs that stay while others change; what depends on them only is computed in `prepare`
 */
export function assemblePoint(outputs: readonly Node[], inputCount: number, { isUniform = () => false }: { isUniform?: (input: number) => boolean } = {}): PointProgram {
  const order = operandsFirst(outputs)
  const at = new Map(order.map((node, k) => [node, k]))
  const registers = new Float64Array(Math.max(1, order.length))
  const inputs = new Int32Array(inputCount).fill(-1)
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
    joined?.inner.forEach((a) => absorbed.add(a))
    return [{ node, ...(joined ?? { name: SIGNS.get(node.op) ?? node.op, args: node.args }) }]
  }).reverse()
  const of = (node: Node | undefined): number => (node === undefined ? undefined : at.get(node)) ?? 0
  const stretches = (wanted: boolean): Stretch[] => {
    const all: Stretch[] = []
    let code: number[] = []
    for (const { node, name, args } of written) {
      if (uniform.has(node) !== wanted) continue
      const [a, b, c, d] = args
      const number = INSTRUCTIONS.indexOf(name)
      if (number > 0) code.push(number, of(node), of(a), of(b), of(c), of(d))
      else {
        all.push({ code: Int32Array.from(code), then: called(node, of(node), of(a), of(b), of(c)) })
        code = []
      }
    }
    if (code.length > 0) all.push({ code: Int32Array.from(code) })
    return all
  }
  return { registers, inputs, outputs: Int32Array.from(outputs, of), prepare: runner(stretches(true), registers), run: runner(stretches(false), registers) }
}

function runner(stretches: readonly Stretch[], registers: Float64Array): () => void {
  if (stretches.length === 1 && stretches[0].then === undefined) {
    const [{ code }] = stretches
    return () => calculate(code, registers)
  }
  return () => {
    for (let k = 0; k < stretches.length; k++) {
      const { code, then } = stretches[k]
      calculate(code, registers)
      then?.(registers)
    }
  }
}

/** An operation together with operands that are read here only, rounded one after the other as if apart. */
function join({ op, args: [left, right] }: Node, open: (node: Node) => boolean): { readonly name: string; readonly args: readonly Node[]; readonly inner: readonly Node[] } | undefined {
  const product = (node: Node): boolean => node.op === 'mul' && open(node)
  const sum = (node: Node): boolean => (node.op === 'add' || node.op === 'sub') && open(node)
  const taken = (name: string, inner: readonly Node[], ...others: readonly Node[]): ReturnType<typeof join> => ({ name, inner, args: [...inner.flatMap(({ args }) => args), ...others] })
  if ((op === 'add' || op === 'sub') && product(left) && product(right)) return taken(op === 'add' ? 'a*b+c*d' : 'a*b-c*d', [left, right])
  if (op === 'add' && product(left)) return taken('a*b+c', [left], right)
  if (op === 'add' && product(right)) return taken('a*b+c', [right], left)
  if (op === 'sub' && product(left)) return taken('a*b-c', [left], right)
  if (op === 'sub' && product(right)) return taken('c-a*b', [right], left)
  if (op === 'mul' && sum(left)) return taken(left.op === 'add' ? '(a+b)*c' : '(a-b)*c', [left], right)
  if (op === 'mul' && sum(right)) return taken(right.op === 'add' ? '(a+b)*c' : '(a-b)*c', [right], left)
  if (op === 'mul' && product(left)) return taken('a*b*c', [left], right)
  if (op === 'mul' && product(right)) return taken('a*b*c', [right], left)
  return undefined
}

/** A function at registers a, b and c, whose value goes to register o. */
function called(node: Node, o: number, a: number, b: number, c: number): (r: Float64Array) => void {
  const { op, lattice, orders } = node
  switch (op) {
    case 'constant': case 'input': case 'add': case 'sub': case 'mul': case 'div': case 'neg':
      throw new Error(`${op} is no function`)
    case 'lattice': {
      if (lattice === undefined || orders === undefined) throw new Error('a lattice without its numbers')
      const f = latticeFunction(lattice, orders)
      return (r) => { r[o] = f(r[a], r[b]) }
    }
    case 'select':
      return (r) => { r[o] = select(r[a], r[b], r[c]) }
    case 'pow': case 'min': case 'max': case 'atan2': case 'hypot': case 'lt': case 'le': case 'gt': case 'ge': case 'eq': case 'ne': {
      const f = BINARY[op]
      return (r) => { r[o] = f(r[a], r[b]) }
    }
    default: {
      const f = UNARY[op]
      return (r) => { r[o] = f(r[a]) }
    }
  }
}

/**
 * Numbers written out and not named: V8 jumps to a case only where it is a literal. No function is called in here: after a call V8 would
 * look up anew where registers and code are, in every turn.
 */
function calculate(code: Int32Array, r: Float64Array): void {
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
      case 8: r[o] = a * b + r[code[at + 4]]; break
      case 9: r[o] = a * b - r[code[at + 4]]; break
      case 10: r[o] = r[code[at + 4]] - a * b; break
      case 11: r[o] = (a + b) * r[code[at + 4]]; break
      case 12: r[o] = (a - b) * r[code[at + 4]]; break
      case 13: r[o] = a * b + r[code[at + 4]] * r[code[at + 5]]; break
      case 14: r[o] = a * b - r[code[at + 4]] * r[code[at + 5]]; break
      case 15: r[o] = a * b * r[code[at + 4]]; break
    }
  }
}
