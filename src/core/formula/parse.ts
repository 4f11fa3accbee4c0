/**
 * Text -> formula, by recursive descent.
 *
 *   comparison = sum [relation sum]
 *   sum        = product {('+' | '-') product}
 *   product    = signed {('*' | '/') signed | power}        a power may follow without an operator: `2x`, `x cos(x)`
 *   signed     = ('-' | '+') signed | power                  so -x^2 is -(x^2)
 *   power      = atom ['^' exponent]                         so 2^3^2 is 2^(3^2)
 *   exponent   = ('-' | '+') exponent | power
 *   atom       = number | name | function '(' comparison {',' comparison} ')' | '(' comparison ')'
 *
 * A product written without a sign binds like `*`: `1/2x` is (1/2)x. Letters written together are one name: `xy` is not x times
 * y. A name followed by a bracket is a product where it looks like a variable (one letter or a Greek name, perhaps with an index:
 * `a(x+1)`, `w1(x+1)`, `lambda(x+1)`); any other is taken for a function that does not exist. A number never follows directly: `x
 * 2` could mean too many things.
 */
import type { Result } from '../issue.ts'
import type { Expression, Operator, Relation } from './ast.ts'
import { ALIASES, CONSTANTS, FUNCTIONS, type FunctionRow } from './functions.ts'
import { GREEK_NAMES } from './greek.ts'
import { closest } from './spelling.ts'
import { quoted, tokenize, Unreadable, type Token } from './tokens.ts'

/** Longest formula, in characters. */
export const LENGTH_LIMIT = 2000
/** Deepest nesting of brackets, signs and exponents. */
export const DEPTH_LIMIT = 100

const RELATIONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!='])
const VARIABLE = /^([A-Za-z]+?)(?:_\w+|\d+)?$/

/** Reads a formula. Never throws; where it fails there is one issue, a sentence with the column. */
export function parse(text: string): Result<Expression> {
  if (text.length > LENGTH_LIMIT) {
    const says = `The formula has ${text.length} characters; the limit is ${LENGTH_LIMIT}. Shorten it.`
    return { ok: false, issues: [{ says, column: LENGTH_LIMIT + 1 }] }
  }
  try {
    return { ok: true, value: new Parser(tokenize(text)).formula(), issues: [] }
  } catch (problem) {
    if (problem instanceof Unreadable) return { ok: false, issues: [problem.issue] }
    throw problem
  }
}

class Parser {
  private next = 0
  private depth = 0
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  formula(): Expression {
    if (this.tokens[0].kind === 'end') throw new Unreadable('The formula is empty. Type one, for example x^2 + y^2.', 1)
    const e = this.comparison()
    const { kind, column } = this.token
    if (this.at(')')) throw new Unreadable(`The bracket closed at column ${column} was never opened.`, column)
    if (this.at(',')) throw this.strayComma()
    if (kind !== 'end') throw this.unexpected()
    return e
  }

  private get token(): Token {
    return this.tokens[this.next]
  }

  private at(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol
  }

  private take(): Token {
    return this.tokens[this.next++]
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > DEPTH_LIMIT) {
      const { column } = this.token
      throw new Unreadable(`The formula is nested more than ${DEPTH_LIMIT} deep at column ${column}. Simplify it.`, column)
    }
    const result = read()
    this.depth--
    return result
  }

  private comparison(): Expression {
    const left = this.sum()
    if (!this.atRelation()) return left
    const relation = asRelation(this.take().text)
    const e: Expression = { kind: 'comparison', relation, left, right: this.sum(), column: left.column }
    if (this.atRelation()) {
      const { column } = this.token
      throw new Unreadable(`Compare two things at a time: for 0 < x < 1 write (0 < x)*(x < 1) (column ${column}).`, column)
    }
    return e
  }

  private atRelation(): boolean {
    return this.token.kind === 'symbol' && RELATIONS.has(this.token.text)
  }

  private sum(): Expression {
    let left = this.product()
    while (this.at('+') || this.at('-')) {
      const operator: Operator = this.take().text === '+' ? '+' : '-'
      left = { kind: 'operation', operator, left, right: this.product(), column: left.column }
    }
    return left
  }

  private product(): Expression {
    let left = this.signed()
    for (;;) {
      let operator: Operator = '*'
      let right: Expression
      if (this.at('*') || this.at('/')) {
        operator = this.take().text === '*' ? '*' : '/'
        right = this.signed()
      } else if (this.token.kind === 'name' || this.at('(')) right = this.power()
      else if (this.token.kind === 'number') throw this.numberAfter()
      else return left
      left = { kind: 'operation', operator, left, right, column: left.column }
    }
  }

  private signed(): Expression {
    if (!this.at('-') && !this.at('+')) return this.power()
    const sign = this.take()
    const of = this.deeper(() => this.signed())
    return sign.text === '-' ? { kind: 'negation', of, column: sign.column } : of
  }

  private power(): Expression {
    const left = this.atom()
    if (!this.at('^')) return left
    this.take()
    return { kind: 'operation', operator: '^', left, right: this.deeper(() => this.exponent()), column: left.column }
  }

  private exponent(): Expression {
    if (!this.at('-') && !this.at('+')) return this.power()
    const sign = this.take()
    const of = this.deeper(() => this.exponent())
    return sign.text === '-' ? { kind: 'negation', of, column: sign.column } : of
  }

  private atom(): Expression {
    const token = this.token
    if (token.kind === 'number') {
      this.take()
      return { kind: 'number', value: token.value, column: token.column }
    }
    if (token.kind === 'name') return this.name()
    if (this.at('(')) {
      this.take()
      if (this.at(')')) {
        const { column } = token
        throw new Unreadable(`The brackets at column ${column} are empty. Write something between them.`, column)
      }
      const e = this.deeper(() => this.comparison())
      if (this.at(',')) throw this.strayComma()
      this.close(token)
      return e
    }
    throw this.missing()
  }

  private name(): Expression {
    const token = this.take()
    const name = ALIASES.get(token.text) ?? token.text
    const row = FUNCTIONS.get(name)
    if (row !== undefined) return this.call(token, row)
    if (this.at('(') && !CONSTANTS.has(name) && !looksLikeVariable(name)) throw unknownFunction(token)
    return { kind: 'name', name, column: token.column }
  }

  private call(token: Token, row: FunctionRow): Expression {
    const { column, text } = token
    if (this.at('^')) {
      throw new Unreadable(`Raise ${text} to a power after its brackets: ${text}(x)^2 (column ${column}).`, column)
    }
    if (!this.at('(')) {
      throw new Unreadable(`Write the argument of ${text} in brackets: ${example(text, row)} (column ${column}).`, column)
    }
    const open = this.take()
    const args: Expression[] = []
    if (!this.at(')')) {
      args.push(this.deeper(() => this.comparison()))
      while (this.at(',')) {
        this.take()
        args.push(this.deeper(() => this.comparison()))
      }
    }
    this.close(open)
    const [least, most] = row.arity
    if (args.length < least || args.length > most) {
      const wants = most === least ? `${least} ${least === 1 ? 'argument' : 'arguments'}` : `at least ${least} arguments`
      const got = args.length === 0 ? 'none' : String(args.length)
      throw new Unreadable(`${text} at column ${column} takes ${wants}, not ${got}: ${example(text, row)}.`, column)
    }
    return { kind: 'call', name: row.name, args, column }
  }

  private close(open: Token): void {
    if (this.token.kind === 'end') throw new Unreadable(`Close the bracket opened at column ${open.column}.`, open.column)
    if (!this.at(')')) throw this.unexpected()
    this.take()
  }

  /** Something should stand here, but an operator, a bracket or the end does. */
  private missing(): Unreadable {
    const token = this.token
    const before = this.next > 0 ? this.tokens[this.next - 1] : undefined
    if (token.kind === 'end') {
      const last = before ?? token
      return last.text === '('
        ? new Unreadable(`Close the bracket opened at column ${last.column}.`, last.column)
        : new Unreadable(`Write something after the ${last.text} at column ${last.column}.`, last.column)
    }
    if (token.text === ')' && before !== undefined) {
      const { text, column } = before
      return new Unreadable(`Write something between the ${text} at column ${column} and the ) after it.`, column)
    }
    return new Unreadable(`Write something before the ${token.text} at column ${token.column}.`, token.column)
  }

  private strayComma(): Unreadable {
    const { column } = this.token
    const says = `A comma separates the arguments of a function (column ${column}). Write decimals with a point: 0.5.`
    return new Unreadable(says, column)
  }

  private numberAfter(): Unreadable {
    const { text, column } = this.token
    return new Unreadable(`Write an operator before the ${text} at column ${column}, for example * or ^.`, column)
  }

  private unexpected(): Unreadable {
    const { text, column } = this.token
    return new Unreadable(`The ${quoted(text)} at column ${column} does not belong there.`, column)
  }
}

function asRelation(text: string): Relation {
  switch (text) {
    case '<': case '<=': case '>': case '>=': case '==':
      return text
    default:
      return '!='
  }
}

function looksLikeVariable(name: string): boolean {
  const stem = VARIABLE.exec(name)?.[1]
  return stem !== undefined && (stem.length === 1 || GREEK_NAMES.has(stem))
}

function unknownFunction(token: Token): Unreadable {
  const near = closest(token.text, [...FUNCTIONS.keys(), ...ALIASES.keys()])
  const hint = near === undefined ? `For a product write ${token.text}*(...).` : `Did you mean ${near}?`
  return new Unreadable(`Unknown function "${token.text}" at column ${token.column}. ${hint}`, token.column)
}

function example(name: string, row: FunctionRow): string {
  if (name === 'if') return 'if(x < 0, -x, x)'
  return row.arity[0] === 1 ? `${name}(x)` : `${name}(x, y)`
}
