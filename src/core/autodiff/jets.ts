/**
 * Forward-mode automatic differentiation: dual numbers that carry value, gradient and Hessian, over any scalar.
 *
 * The rules of calculus are written here once. Over numbers they are the textbook dual numbers (oracle.ts); over graph nodes they
 * expand into the program the interpreter runs. A derivative that is zero by structure (of a constant, or in a coordinate that
 * does not occur) is `undefined` and drops out; nothing else is simplified away, so 0·∞ stays NaN.
 * Source: Griewank & Walther, Evaluating Derivatives (2nd ed. 2008), §3.1 and §13.1 (Hessians by forward propagation).
 */
import { UNARY_RULES } from '../formula/functions.ts'
import type { BinaryOp, Scalar, UnaryOp } from '../formula/scalar.ts'
import type { Lattice, Orders } from '../math/lattice.ts'

export interface Jet<T> {
  readonly value: T
  /** ∂/∂xᵢ; undefined where it is zero by structure. */
  readonly gradient: readonly (T | undefined)[]
  /** ∂²/∂xᵢ∂xⱼ for j <= i at index i(i+1)/2 + j; empty where only the gradient is carried. */
  readonly hessian: readonly (T | undefined)[]
}

/** Index of ∂²/∂xᵢ∂xⱼ in `Jet.hessian`. */
export const packed = (i: number, j: number): number => (i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i)

/** Coordinate `i` of `n` as a jet: slope 1 in its own direction. */
export function seed<T>(s: Scalar<T>, value: T, i: number, n: number, order: 1 | 2): Jet<T> {
  return {
    value,
    gradient: Array.from({ length: n }, (_, k) => (k === i ? s.constant(1) : undefined)),
    hessian: order === 2 ? new Array<undefined>((n * (n + 1)) / 2).fill(undefined) : [],
  }
}

/** Jets of `n` coordinates over `s`, to first or second order. */
export function jets<T>(s: Scalar<T>, n: number, order: 1 | 2): Scalar<Jet<T>> {
  type Slope = T | undefined
  const pairs: (readonly [number, number])[] = []
  if (order === 2) for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) pairs.push([i, j])
  const flatGradient = new Array<Slope>(n).fill(undefined)
  const flatHessian = new Array<Slope>(pairs.length).fill(undefined)

  // Arithmetic in which undefined is a zero.
  const plus = (a: Slope, b: Slope): Slope => (a === undefined ? b : b === undefined ? a : s.binary('add', a, b))
  const minus = (a: Slope, b: Slope): Slope => (b === undefined ? a : a === undefined ? s.unary('neg', b) : s.binary('sub', a, b))
  const times = (a: Slope, b: Slope): Slope => (a === undefined || b === undefined ? undefined : s.binary('mul', a, b))
  const sum = (...terms: Slope[]): Slope => terms.reduce(plus, undefined)

  const jet = (value: T, first: (i: number) => Slope, second: (i: number, j: number, ij: number) => Slope): Jet<T> => ({
    value,
    gradient: flatGradient.map((_, i) => first(i)),
    hessian: pairs.map(([i, j], ij) => second(i, j, ij)),
  })
  /** An operation whose derivatives of either order are the same combination of its operands' derivatives. */
  const linear = (value: T, combine: (slopes: (of: Jet<T>) => readonly Slope[], k: number) => Slope): Jet<T> =>
    jet(value, (i) => combine((of) => of.gradient, i), (_i, _j, ij) => combine((of) => of.hessian, ij))
  const constant = (value: T): Jet<T> => ({ value, gradient: flatGradient, hessian: flatHessian })
  const isFlat = (a: Jet<T>): boolean => a.gradient.every((d) => d === undefined) && a.hessian.every((d) => d === undefined)

  /** g(a) by the chain rule. The derivatives of g are built only where they are needed. */
  const chain = (a: Jet<T>, value: T, slope: () => T, curvature: (slope: T) => Slope): Jet<T> => {
    if (isFlat(a)) return constant(value)
    const d1 = slope()
    const d2 = order === 2 ? curvature(d1) : undefined
    return jet(
      value,
      (i) => times(d1, a.gradient[i]),
      (i, j, ij) => plus(times(d2, times(a.gradient[i], a.gradient[j])), times(d1, a.hessian[ij])),
    )
  }

  /** g(a, b) by the chain rule. */
  const chain2 = (a: Jet<T>, b: Jet<T>, value: T, g: { a: T; b: T; aa: () => T; ab: () => T; bb: () => T }): Jet<T> => {
    const second = order === 2 ? { aa: g.aa(), ab: g.ab(), bb: g.bb() } : undefined
    return jet(
      value,
      (i) => plus(times(g.a, a.gradient[i]), times(g.b, b.gradient[i])),
      (i, j, ij) => sum(
        times(second?.aa, times(a.gradient[i], a.gradient[j])),
        times(second?.ab, plus(times(a.gradient[i], b.gradient[j]), times(b.gradient[i], a.gradient[j]))),
        times(second?.bb, times(b.gradient[i], b.gradient[j])),
        times(g.a, a.hessian[ij]),
        times(g.b, b.hessian[ij]),
      ),
    )
  }

  const unary = (op: UnaryOp, a: Jet<T>): Jet<T> => {
    if (op === 'neg') return linear(s.unary(op, a.value), (slopes, k) => minus(undefined, slopes(a)[k]))
    const value = s.unary(op, a.value)
    const rule = UNARY_RULES[op]
    return chain(a, value, () => rule.slope(s, a.value, value), (slope) => rule.curvature(s, a.value, value, slope))
  }

  const product = (a: Jet<T>, b: Jet<T>): Jet<T> => jet(
    s.binary('mul', a.value, b.value),
    (i) => plus(times(a.gradient[i], b.value), times(a.value, b.gradient[i])),
    (i, j, ij) => sum(
      times(a.hessian[ij], b.value),
      times(a.gradient[i], b.gradient[j]),
      times(a.gradient[j], b.gradient[i]),
      times(a.value, b.hessian[ij]),
    ),
  )

  /** q = a/b: from a = q b, q′ = (a′ - q b′)/b and q″ = (a″ - q′b′ - b′q′ - q b″)/b. */
  const quotient = (a: Jet<T>, b: Jet<T>): Jet<T> => {
    const q = s.binary('div', a.value, b.value)
    const over = (top: Slope): Slope => (top === undefined ? undefined : s.binary('div', top, b.value))
    const slopes = flatGradient.map((_, i) => over(minus(a.gradient[i], times(q, b.gradient[i]))))
    return jet(q, (i) => slopes[i], (i, j, ij) => over(minus(
      a.hessian[ij],
      sum(times(slopes[i], b.gradient[j]), times(slopes[j], b.gradient[i]), times(q, b.hessian[ij])),
    )))
  }

  /** a^p, p fixed: p a^(p-1) and p (p-1) a^(p-2), so that x^2 at 0 has slope 0 and curvature 2. */
  const power = (a: Jet<T>, p: number): Jet<T> => {
    if (p === 0) return constant(s.constant(1))
    if (p === 1) return a
    const scaled = (k: number, x: T): T => s.binary('mul', s.constant(k), x)
    const slope = (): T => scaled(p, s.power(a.value, p - 1))
    return chain(a, s.power(a.value, p), slope, () => scaled(p * (p - 1), s.power(a.value, p - 2)))
  }

  /** a^b where the exponent varies from row to row but not with the coordinates: what b = 0 or 1 makes 0 is 0 even at a = 0. */
  const columnPower = (a: Jet<T>, b: T, value: T): Jet<T> => {
    const scaled = (k: T, less: number): T => {
      const zero = s.constant(0)
      const power = s.binary('pow', a.value, s.binary('sub', b, s.constant(less)))
      return s.select(s.binary('eq', k, zero), zero, s.binary('mul', k, power))
    }
    const falling = (): T => s.binary('mul', b, s.binary('sub', b, s.constant(1)))
    return chain(a, value, () => scaled(b, 1), () => scaled(falling(), 2))
  }

  /** a^b where the exponent varies: exp(b log a), differentiated. */
  const variablePower = (a: Jet<T>, b: Jet<T>): Jet<T> => {
    const value = s.binary('pow', a.value, b.value)
    if (isFlat(b)) return columnPower(a, b.value, value)
    const log = s.unary('log', a.value)
    const slopeB = s.binary('mul', value, log)
    if (isFlat(a)) return chain(b, value, () => slopeB, (slope) => s.binary('mul', slope, log))
    const less = (k: number): T => s.binary('pow', a.value, s.binary('sub', b.value, s.constant(k)))
    const slopeA = s.binary('mul', b.value, less(1))
    return chain2(a, b, value, {
      a: slopeA,
      b: slopeB,
      aa: () => s.binary('mul', s.binary('mul', b.value, s.binary('sub', b.value, s.constant(1))), less(2)),
      ab: () => s.binary('add', less(1), s.binary('mul', slopeA, log)),
      bb: () => s.binary('mul', slopeB, log),
    })
  }

  /** h = sqrt(a² + b²): slopes a/h, b/h; curvatures b²/h³, -ab/h³, a²/h³. At the origin 0/0. */
  const hypot = (a: Jet<T>, b: Jet<T>): Jet<T> => {
    const h = s.binary('hypot', a.value, b.value)
    const ca = s.binary('div', a.value, h)
    const cb = s.binary('div', b.value, h)
    const over = (x: T, y: T): T => s.binary('div', s.binary('mul', x, y), h)
    const ab = (): T => s.unary('neg', over(ca, cb))
    return chain2(a, b, h, { a: ca, b: cb, aa: () => over(cb, cb), ab, bb: () => over(ca, ca) })
  }

  /** atan2(a, b), the angle of the point (b, a): slopes b/r², -a/r². */
  const atan2 = (a: Jet<T>, b: Jet<T>): Jet<T> => {
    const square = (x: T): T => s.binary('mul', x, x)
    const r2 = s.binary('add', square(a.value), square(b.value))
    const slopeA = s.binary('div', b.value, r2)
    const slopeB = s.unary('neg', s.binary('div', a.value, r2))
    const twice = (x: T): T => s.binary('mul', s.constant(2), x)
    return chain2(a, b, s.binary('atan2', a.value, b.value), {
      a: slopeA,
      b: slopeB,
      aa: () => twice(s.binary('mul', slopeA, slopeB)),
      ab: () => s.binary('sub', square(slopeB), square(slopeA)),
      bb: () => s.unary('neg', twice(s.binary('mul', slopeA, slopeB))),
    })
  }

  const choose = (condition: T, a: Slope, b: Slope, alike = false): Slope =>
    a === undefined && b === undefined ? undefined : s.select(condition, a ?? s.constant(0), b ?? s.constant(0), alike)

  /**
   * The larger or smaller: its derivatives are the winner's. Where both are equal a derivative exists only if they agree on it,
   * and a second derivative only if they agree on the first ones too.
   */
  const extreme = (op: 'min' | 'max', a: Jet<T>, b: Jet<T>): Jet<T> => {
    const value = s.binary(op, a.value, b.value)
    if (isFlat(a) && isFlat(b)) return constant(value)
    const first = s.binary(op === 'max' ? 'gt' : 'lt', a.value, b.value)
    const second = s.binary(op === 'max' ? 'lt' : 'gt', a.value, b.value)
    const zero = s.constant(0)
    const pick = (u: Slope, v: Slope, agreements: readonly (readonly [Slope, Slope])[]): Slope => {
      const open = agreements.filter(([p, q]) => p !== undefined || q !== undefined)
      if (open.length === 0) return undefined
      const where = (p: Slope, q: Slope, agreed: T): T => s.select(s.binary('eq', p ?? zero, q ?? zero), agreed, s.constant(NaN))
      const tie = open.reduce((agreed, [p, q]) => where(p, q, agreed), u ?? zero)
      return s.select(first, u ?? zero, s.select(second, v ?? zero, tie))
    }
    const slopes = (i: number): readonly [Slope, Slope] => [a.gradient[i], b.gradient[i]]
    const curvatures = (ij: number): readonly [Slope, Slope] => [a.hessian[ij], b.hessian[ij]]
    return jet(
      value,
      (i) => pick(...slopes(i), [slopes(i)]),
      (i, j, ij) => pick(...curvatures(ij), i === j ? [curvatures(ij), slopes(i)] : [curvatures(ij), slopes(i), slopes(j)]),
    )
  }

  const binary = (op: BinaryOp, a: Jet<T>, b: Jet<T>): Jet<T> => {
    switch (op) {
      case 'add':
        return linear(s.binary(op, a.value, b.value), (slopes, k) => plus(slopes(a)[k], slopes(b)[k]))
      case 'sub':
        return linear(s.binary(op, a.value, b.value), (slopes, k) => minus(slopes(a)[k], slopes(b)[k]))
      case 'mul':
        return product(a, b)
      case 'div':
        return quotient(a, b)
      case 'pow':
        return variablePower(a, b)
      case 'hypot':
        return hypot(a, b)
      case 'atan2':
        return atan2(a, b)
      case 'min':
      case 'max':
        return extreme(op, a, b)
      default:
        return constant(s.binary(op, a.value, b.value)) // a comparison is constant on either side of its border
    }
  }

  /** The derivative of a lattice's function is the same lattice's, of one order higher. */
  const lattice = (of: Lattice, orders: Orders, args: readonly Jet<T>[]): Jet<T> => {
    const at = (p: number, q: number): T => s.lattice(of, args.length === 1 ? [orders[0] + p] : [orders[0] + p, orders[1] + q], args.map((a) => a.value))
    const [a, b] = args
    if (b === undefined) return chain(a, at(0, 0), () => at(1, 0), () => at(2, 0))
    return chain2(a, b, at(0, 0), { a: at(1, 0), b: at(0, 1), aa: () => at(2, 0), ab: () => at(1, 1), bb: () => at(0, 2) })
  }

  return {
    constant: (value) => constant(s.constant(value)),
    unary,
    binary,
    lattice,
    select: ({ value: condition }, a, b, alike) =>
      linear(s.select(condition, a.value, b.value, alike), (slopes, k) => choose(condition, slopes(a)[k], slopes(b)[k], alike)),
    power,
  }
}

