/** Prints the elementary functions that src/core/math/described says, as TypeScript for one number at a time. */
import type { Described, Primitives } from '../src/core/math/primitives.ts'

/** A part of a function: how it is written, and where. */
interface Term {
  readonly op: string
  readonly args: readonly Term[]
  readonly scope: Scope
  /** The two ways of `either`. */
  readonly ways?: readonly [Scope, Scope]
  readonly number?: number
}

/** A block of code: its terms in order, each of them once. */
interface Scope {
  readonly outer?: Scope
  readonly terms: Map<string, Term>
}

interface Rare {
  readonly condition: Term
  readonly name: string
  readonly args: readonly Term[]
}

/** How tightly an operation binds. */
const ATOM = 9
const SIGNS: ReadonlyMap<string, readonly [sign: string, level: number]> = new Map([
  ['add', ['+', 6]], ['sub', ['-', 6]], ['mul', ['*', 7]], ['div', ['/', 7]], ['lt', ['<', 4]], ['le', ['<=', 4]], ['eq', ['===', 3]],
  ['and', ['&&', 2]], ['or', ['||', 1]],
])
const CALLS: ReadonlyMap<string, string> = new Map([
  ['abs', 'Math.abs'], ['sqrt', 'Math.sqrt'], ['floor', 'Math.floor'], ['min', 'Math.min'], ['max', 'Math.max'], ['shortened', 'Math.fround'],
  ['powerOfTwo', 'powerOfTwo'], ['exponent', 'exponent'], ['mantissa', 'mantissa'],
  ['largeQuarter', 'largeQuarter'], ['largeAngle', 'largeAngle'], ['largeTail', 'largeTail'], ['specialPower', 'specialPower'],
])

/** Builds the terms of one function. */
class Writer implements Primitives<Term, Term> {
  readonly root: Scope = { terms: new Map() }
  readonly rares: Rare[] = []
  private scope = this.root
  private readonly ids = new Map<Term, number>()

  /** @param eager computes both ways of `either`, so that functions printed as one can share them */
  constructor(private readonly eager: boolean) {}

  term(op: string, args: readonly Term[] = [], more: { number?: number; ways?: [Scope, Scope] } = {}): Term {
    const bits = more.number === undefined ? '' : Object.is(more.number, -0) ? '-0' : String(more.number)
    const key = `${op} ${bits} ${args.map((a) => this.ids.get(a)).join(' ')}`
    for (let at: Scope | undefined = this.scope; at !== undefined && more.ways === undefined; at = at.outer) {
      const old = at.terms.get(key)
      if (old !== undefined) return old
    }
    const made: Term = { op, args, scope: this.scope, ...more }
    this.ids.set(made, this.ids.size)
    this.scope.terms.set(more.ways === undefined ? key : `either ${this.ids.size}`, made)
    return made
  }

  private within(build: () => Term): readonly [Scope, Term] {
    const outer = this.scope
    this.scope = { outer, terms: new Map() }
    const inner = this.scope
    const result = build()
    this.scope = outer
    return [inner, result]
  }

  constant = (value: number): Term => this.term('constant', [], { number: value })
  add = (a: Term, b: Term): Term => this.term('add', [a, b])
  sub = (a: Term, b: Term): Term => this.term('sub', [a, b])
  mul = (a: Term, b: Term): Term => this.term('mul', [a, b])
  div = (a: Term, b: Term): Term => this.term('div', [a, b])
  neg = (a: Term): Term => this.term('neg', [a])
  abs = (a: Term): Term => this.term('abs', [a])
  sqrt = (a: Term): Term => this.term('sqrt', [a])
  floor = (a: Term): Term => this.term('floor', [a])
  min = (a: Term, b: Term): Term => this.term('min', [a, b])
  max = (a: Term, b: Term): Term => this.term('max', [a, b])
  shortened = (a: Term): Term => this.term('shortened', [a])
  powerOfTwo = (a: Term): Term => this.term('powerOfTwo', [a])
  exponent = (a: Term): Term => this.term('exponent', [a])
  mantissa = (a: Term, k: Term): Term => this.term('mantissa', [a, k])
  lt = (a: Term, b: Term): Term => this.term('lt', [a, b])
  le = (a: Term, b: Term): Term => this.term('le', [a, b])
  eq = (a: Term, b: Term): Term => this.term('eq', [a, b])
  bit = (a: Term, weight: 1 | 2): Term => this.term('bit', [a], { number: weight })
  and = (a: Term, b: Term): Term => this.term('and', [a, b])
  or = (a: Term, b: Term): Term => this.term('or', [a, b])
  not = (a: Term): Term => this.term('not', [a])
  pick = (condition: Term, a: Term, b: Term): Term => this.term('pick', [condition, a, b])
  call = (name: string, ...args: readonly Term[]): Term => this.term(name, args)

  either(condition: Term, a: () => Term, b: () => Term): Term {
    if (this.eager) return this.pick(condition, a(), b())
    const [first, then] = this.within(a)
    const [second, otherwise] = this.within(b)
    return this.term('either', [condition, then, otherwise], { ways: [first, second] })
  }

  rare(condition: Term, name: string, args: readonly Term[], usual: () => Term): Term {
    if (this.scope !== this.root) throw new Error(`${name}: a rare case stands at the end of a function`)
    this.rares.push({ condition, name, args })
    return usual()
  }
}

/** The function as a declaration. */
export function printed(name: string, described: Described, parameters: readonly string[]): string {
  const w = new Writer(false)
  const [x, y] = parameters.map((p) => w.term(p))
  const result = described(w, x, y)
  const { body, write } = written(w, parameters, [result], (rares, say) =>
    rares.map(({ name: other, args }) => `return ${other}(${args.map(say).join(', ')})`)[0])
  const head = `export function ${name}(${parameters.map((p) => `${p}: number`).join(', ')}): number {`
  return [head, ...body, wrapped(`  return ${write(result)}`, '    '), '}'].join('\n')
}

/** Several functions of one number as one declaration, which writes their results into place i of as many columns. */
export function printedTogether(name: string, functions: readonly Described[], columns: readonly string[]): string {
  const w = new Writer(true)
  const x = w.term('x')
  const results = functions.map((described) => described(w, x, x))
  const { body, write } = written(w, ['x'], results, (rares, say) =>
    `{ ${rares.map(({ name: other, args }, k) => `${columns[k]}[i] = ${other}(${args.map(say).join(', ')}); `).join('')}return }`)
  const head = `function ${name}(${columns.map((c) => `${c}: Float64Array`).join(', ')}, i: number, x: number): void {`
  return [head, ...body, ...columns.map((c, k) => wrapped(`  ${c}[i] = ${write(results[k])}`, '    ')), '}'].join('\n')
}

/** The statements before the results, and how a term is written after them. `leave` says what is done in the rare cases of one condition. */
function written(
  w: Writer, parameters: readonly string[], results: readonly Term[], leave: (rares: readonly Rare[], say: (t: Term) => string) => string,
): { body: readonly string[]; write: (t: Term) => string } {
  const uses = usesOf([...results, ...w.rares.flatMap((r) => [r.condition, ...r.args])])
  const names = new Map<Term, string>(parameters.map((p) => [w.term(p), p]))

  /** Has a name of its own: what is read more than once, unless it is as short as a name. */
  const isNamed = (t: Term): boolean =>
    !names.has(t) && t.op !== 'constant' && ((uses.get(t) ?? 0) > 1 || (t.op === 'either' && !isPlain(t)))
  const isPlain = (t: Term): boolean => (t.ways ?? []).every((way) => ![...way.terms.values()].some((inner) => uses.has(inner) && isNamed(inner)))
  const write = (t: Term): readonly [text: string, level: number] => {
    const known = names.get(t)
    if (known !== undefined) return [known, ATOM]
    const inside = (a: Term, level: number): string => {
      const [text, own] = write(a)
      return own < level ? `(${text})` : text
    }
    const sign = SIGNS.get(t.op)
    if (sign !== undefined) return [`${inside(t.args[0], sign[1])} ${sign[0]} ${inside(t.args[1], sign[1] + 1)}`, sign[1]]
    const call = CALLS.get(t.op)
    if (call !== undefined) return [`${call}(${t.args.map((a) => write(a)[0]).join(', ')})`, ATOM]
    switch (t.op) {
      case 'constant': {
        const value = t.number ?? NaN
        return [Object.is(value, -0) ? '-0' : String(value), value < 0 || Object.is(value, -0) ? 8 : ATOM]
      }
      case 'neg': return [`-${inside(t.args[0], ATOM)}`, 8]
      case 'not': return [`!(${write(t.args[0])[0]})`, 8]
      case 'bit': return [`(${inside(t.args[0], ATOM)} & ${t.number}) !== 0`, 3]
      case 'pick': case 'either':
        return [`${inside(t.args[0], 1)} ? ${inside(t.args[1], 1)} : ${inside(t.args[2], 0)}`, 0]
      default: throw new Error(`no way to write ${t.op}`)
    }
  }
  let count = 0
  const statements = (scope: Scope, indent: string, rares: readonly Rare[]): string[] => {
    const lines: string[] = []
    let open = rares
    const say = (text: string): void => { lines.push(wrapped(indent + text, `${indent}  `)) }
    const sayRares = (): void => {
      for (let first = open.at(0); first !== undefined && isReady(first.condition, names, isNamed); first = open.at(0)) {
        const { condition } = first
        const alike = open.filter((r) => r.condition === condition)
        open = open.filter((r) => r.condition !== condition)
        say(`if (${write(condition)[0]}) ${leave(alike, (t) => write(t)[0])}`)
      }
    }
    for (const t of scope.terms.values()) {
      if (!uses.has(t) || !isNamed(t)) continue
      sayRares()
      const own = `t${++count}`
      if (t.op === 'either' && t.ways !== undefined && !isPlain(t)) {
        say(`let ${own}: number`)
        const [condition, ...arms] = t.args
        say(`if (${write(condition)[0]}) {`)
        t.ways.forEach((way, k) => {
          if (k === 1) say('} else {')
          lines.push(...statements(way, `${indent}  `, []), wrapped(`${indent}  ${own} = ${write(arms[k])[0]}`, `${indent}    `))
        })
        say('}')
      } else say(`const ${own} = ${write(t)[0]}`)
      names.set(t, own)
    }
    sayRares()
    return lines
  }
  return { body: statements(w.root, '  ', w.rares), write: (t) => write(t)[0] }
}

/** How many read each term that is needed. */
function usesOf(results: readonly Term[]): Map<Term, number> {
  const uses = new Map<Term, number>()
  const read = (t: Term): void => {
    const before = uses.get(t) ?? 0
    uses.set(t, before + 1)
    if (before === 0) t.args.forEach(read)
  }
  results.forEach(read)
  return uses
}

function isReady(t: Term, names: ReadonlyMap<Term, string>, isNamed: (t: Term) => boolean): boolean {
  return names.has(t) || (!isNamed(t) && t.args.every((a) => isReady(a, names, isNamed)))
}

/** Broken before operators where it is longer than a line. */
function wrapped(line: string, indent: string): string {
  const lines: string[] = []
  let rest = line
  while (rest.length > 130) {
    const at = Math.max(rest.lastIndexOf(' + ', 130), rest.lastIndexOf(' * (', 130), rest.lastIndexOf(' - ', 130))
    if (at <= indent.length) break
    lines.push(rest.slice(0, at))
    rest = indent + rest.slice(at + 1)
  }
  return [...lines, rest].join('\n')
}
