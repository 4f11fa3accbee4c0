/**
 * The table of functions: what a formula may call, and how each is differentiated. One row per function; parser, derivatives,
 * TeX, help and tests follow from it.
 *
 * Where a derivative does not exist it is NaN, never a convention that looks like a number: |x|, sign, relu, min and max give NaN
 * at their kink (PyTorch answers 0 there, which a run would take for a flat point). `if` takes the derivative of the branch
 * taken, because piecewise formulas are often smooth across the border and only their author knows.
 */
import { LOSSES } from './losses.ts'
import { MAUNGA_WHAU } from './maunga-whau.ts'
import type { BinaryOp, Scalar, UnaryOp } from './scalar.ts'

/** f′ and f″ of a function of one argument; `f` and `slope` are passed in so that they are shared, not computed again. */
export interface UnaryRule {
  slope<T>(s: Scalar<T>, x: T, f: T): T
  curvature<T>(s: Scalar<T>, x: T, f: T, slope: T): T
}

export interface FunctionRow {
  readonly name: string
  /** How many arguments it takes, at least and at most. */
  readonly arity: readonly [number, number]
  /** How it starts in TeX: `\\sin`, `\\operatorname{hypot}`. */
  readonly tex: string
  /** What it is, in a few words for the help. */
  readonly note: string
  /** The operation it stands for: one argument, or two; `if` has none of its own. */
  readonly unary?: UnaryOp
  readonly binary?: BinaryOp
  /** What it is in other operations, where it is a combination of them. */
  of?<T>(s: Scalar<T>, args: readonly T[]): T
  /** It runs over the rows of the data set: its argument may name columns. */
  readonly reduces?: boolean
  /** Where it is undefined: `log needs its argument above 0`. */
  readonly domain?: string
  /** Where it has a value but no derivative: `|x| has no slope at 0`. */
  readonly kink?: string
}

const ofOne = (name: UnaryOp, tex: string, note: string, more: Partial<FunctionRow> = {}): FunctionRow =>
  ({ name, arity: [1, 1], tex, note, unary: name, ...more })
const ofTwo = (
  name: BinaryOp, arity: readonly [number, number], tex: string, note: string, more: Partial<FunctionRow> = {},
): FunctionRow =>
  ({ name, arity, tex, note, binary: name, ...more })
const named = (word: string): string => `\\operatorname{${word}}`

/**
 * log(exp(a) + exp(b)) as the larger one plus the softplus of the difference, whose slopes are the softmax weights. Both branches are
 * the whole function, so its derivatives are right on either side of a = b and at it.
 */
export function logSumExp<T>(s: Scalar<T>, a: T, b: T): T {
  const over = (low: T, high: T): T => s.binary('add', high, s.unary('softplus', s.binary('sub', low, high)))
  return s.select(s.binary('lt', a, b), over(a, b), over(b, a), true)
}

const ROWS: readonly FunctionRow[] = [
  ofOne('sin', '\\sin', 'sine of an angle in radians', { domain: 'sin needs a finite argument' }),
  ofOne('cos', '\\cos', 'cosine of an angle in radians', { domain: 'cos needs a finite argument' }),
  ofOne('tan', '\\tan', 'tangent of an angle in radians', { domain: 'tan needs a finite argument' }),
  ofOne('asin', '\\arcsin', 'angle whose sine is given', {
    domain: 'asin needs its argument between -1 and 1', kink: 'asin is vertical at -1 and 1',
  }),
  ofOne('acos', '\\arccos', 'angle whose cosine is given', {
    domain: 'acos needs its argument between -1 and 1', kink: 'acos is vertical at -1 and 1',
  }),
  ofOne('atan', '\\arctan', 'angle whose tangent is given'),
  ofOne('sinh', '\\sinh', 'hyperbolic sine'),
  ofOne('cosh', '\\cosh', 'hyperbolic cosine'),
  ofOne('tanh', '\\tanh', 'hyperbolic tangent'),
  ofOne('exp', '\\exp', 'e to the power'),
  ofOne('log', '\\log', 'natural logarithm, also ln', { domain: 'log needs its argument above 0' }),
  ofOne('log2', '\\log_2', 'logarithm to base 2', { domain: 'log2 needs its argument above 0' }),
  ofOne('log10', '\\log_{10}', 'logarithm to base 10', { domain: 'log10 needs its argument above 0' }),
  ofOne('sqrt', '\\sqrt', 'square root', { domain: 'sqrt needs its argument at or above 0', kink: 'sqrt is vertical at 0' }),
  ofOne('abs', named('abs'), 'absolute value', { kink: 'abs has a kink at 0' }),
  ofOne('sign', named('sign'), '-1, 0 or 1', { kink: 'sign jumps at 0' }),
  ofOne('floor', named('floor'), 'the largest whole number not above it', { kink: 'floor jumps at whole numbers' }),
  ofOne('sigmoid', named('sigmoid'), '1/(1 + exp(-x))'),
  ofOne('softplus', named('softplus'), 'log(1 + exp(x))'),
  {
    name: 'logsumexp', arity: [2, Infinity], tex: named('logsumexp'), note: 'log(exp(a) + exp(b) + …) without overflow',
    of: (s, args) => args.slice(1).reduce((sofar, next) => logSumExp(s, sofar, next), args[0]),
  },
  ofOne('relu', named('relu'), 'the larger of x and 0', { kink: 'relu has a kink at 0' }),
  ofTwo('min', [2, Infinity], '\\min', 'the smallest argument', { kink: 'min has a kink where its arguments are equal' }),
  ofTwo('max', [2, Infinity], '\\max', 'the largest argument', { kink: 'max has a kink where its arguments are equal' }),
  ofTwo('hypot', [2, 2], named('hypot'), 'sqrt(x^2 + y^2) without overflow', { kink: 'hypot has a kink at the origin' }),
  ofTwo('atan2', [2, 2], named('atan2'), 'angle of the point (second, first argument)', {
    kink: 'atan2 has no derivative at the origin',
  }),
  {
    name: 'volcano', arity: [2, 2], tex: named('volcano'), note: 'height of Maunga Whau in metres; arguments in cells of 10 m',
    of: (s, args) => s.lattice(MAUNGA_WHAU, [0, 0], args),
    domain: 'volcano has heights from (0, 0) to (86, 60)',
  },
  { name: 'if', arity: [3, 3], tex: named('if'), note: 'if(condition, value where it holds, value elsewhere)' },
  ...LOSSES,
  { name: 'mean', arity: [1, 1], tex: named('mean'), note: 'mean over the rows of the data, whose columns are names in it', reduces: true },
  { name: 'sum', arity: [1, 1], tex: named('sum'), note: 'sum over the rows of the data, whose columns are names in it', reduces: true },
]

/** Every function by name, in the order of the help. */
export const FUNCTIONS: ReadonlyMap<string, FunctionRow> = new Map(ROWS.map((row) => [row.name, row]))

/** Other spellings that are understood. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'], ['arcsin', 'asin'], ['arccos', 'acos'], ['arctan', 'atan'], ['sgn', 'sign'],
])

/** The constants every formula knows. */
export const CONSTANTS: ReadonlyMap<string, number> = new Map([['pi', Math.PI], ['e', Math.E], ['tau', 2 * Math.PI]])

const zero = <T>(s: Scalar<T>): T => s.constant(0)
const unit = <T>(s: Scalar<T>): T => s.constant(1)
const mul = <T>(s: Scalar<T>, a: T, b: T): T => s.binary('mul', a, b)
const div = <T>(s: Scalar<T>, a: T, b: T): T => s.binary('div', a, b)
const scale = <T>(s: Scalar<T>, k: number, a: T): T => s.binary('mul', s.constant(k), a)
const neg = <T>(s: Scalar<T>, a: T): T => s.unary('neg', a)
/** 1 - x², as a product so that it keeps its digits near ±1. */
const oneLessSquare = <T>(s: Scalar<T>, x: T): T => mul(s, s.binary('sub', unit(s), x), s.binary('add', unit(s), x))

/** 0 between whole numbers, NaN at them. */
const besideWhole = <T>(s: Scalar<T>, x: T, f: T): T => s.unary('flat', s.binary('sub', x, f))

const logRule = (base: number): UnaryRule => ({
  slope: (s, x) => (base === 1 ? s.unary('logSlope', x) : div(s, s.unary('logSlope', x), s.constant(base))),
  curvature: (s, x, _f, slope) => neg(s, div(s, slope, x)),
})

/** f′ and f″ of every operation on one scalar. sech² and σ(x)σ(-x) keep digits where 1 - f² and f(1 - f) do not. */
export const UNARY_RULES: { readonly [op in UnaryOp]: UnaryRule } = {
  neg: { slope: (s) => s.constant(-1), curvature: zero },
  abs: { slope: (s, x) => s.unary('side', x), curvature: (s, x) => s.unary('flat', x) },
  sign: { slope: (s, x) => s.unary('flat', x), curvature: (s, x) => s.unary('flat', x) },
  floor: { slope: besideWhole, curvature: besideWhole },
  relu: { slope: (s, x) => scale(s, 0.5, s.binary('add', unit(s), s.unary('side', x))), curvature: (s, x) => s.unary('flat', x) },
  side: { slope: (s, x) => s.unary('flat', x), curvature: (s, x) => s.unary('flat', x) },
  flat: { slope: (s, x) => s.unary('flat', x), curvature: (s, x) => s.unary('flat', x) },
  logSlope: { slope: (s, x, f) => neg(s, div(s, f, x)), curvature: (s, x, _f, slope) => scale(s, -2, div(s, slope, x)) },
  sqrt: { slope: (s, _x, f) => div(s, s.constant(0.5), f), curvature: (s, x, _f, slope) => scale(s, -0.5, div(s, slope, x)) },
  exp: { slope: (_s, _x, f) => f, curvature: (_s, _x, f) => f },
  log: logRule(1),
  log2: logRule(Math.LN2),
  log10: logRule(Math.LN10),
  sin: { slope: (s, x) => s.unary('cos', x), curvature: (s, _x, f) => neg(s, f) },
  cos: { slope: (s, x) => neg(s, s.unary('sin', x)), curvature: (s, _x, f) => neg(s, f) },
  tan: {
    slope: (s, _x, f) => s.binary('add', unit(s), mul(s, f, f)),
    curvature: (s, _x, f, slope) => scale(s, 2, mul(s, f, slope)),
  },
  asin: {
    slope: (s, x) => div(s, unit(s), s.unary('sqrt', oneLessSquare(s, x))),
    curvature: (s, x, _f, slope) => mul(s, x, div(s, slope, oneLessSquare(s, x))),
  },
  acos: {
    slope: (s, x) => div(s, s.constant(-1), s.unary('sqrt', oneLessSquare(s, x))),
    curvature: (s, x, _f, slope) => mul(s, x, div(s, slope, oneLessSquare(s, x))),
  },
  atan: {
    slope: (s, x) => div(s, unit(s), s.binary('add', unit(s), mul(s, x, x))),
    curvature: (s, x, _f, slope) => scale(s, -2, mul(s, mul(s, x, slope), slope)),
  },
  sinh: { slope: (s, x) => s.unary('cosh', x), curvature: (_s, _x, f) => f },
  cosh: { slope: (s, x) => s.unary('sinh', x), curvature: (_s, _x, f) => f },
  tanh: {
    slope: (s, x) => {
      const sech = div(s, unit(s), s.unary('cosh', x))
      return mul(s, sech, sech)
    },
    curvature: (s, _x, f, slope) => scale(s, -2, mul(s, f, slope)),
  },
  sigmoid: {
    slope: (s, x, f) => mul(s, f, s.unary('sigmoid', neg(s, x))),
    curvature: (s, x, f, slope) => mul(s, slope, s.binary('sub', s.unary('sigmoid', neg(s, x)), f)),
  },
  softplus: {
    slope: (s, x) => s.unary('sigmoid', x),
    curvature: (s, x, _f, slope) => mul(s, slope, s.unary('sigmoid', neg(s, x))),
  },
}
