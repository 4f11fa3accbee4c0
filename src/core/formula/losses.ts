/**
 * Loss functions of a residual r or a margin m, written in other operations, from which their derivatives follow.
 * Sources: Huber, Robust estimation of a location parameter (1964); Beaton & Tukey, The fitting of power series (1974).
 */
import type { FunctionRow } from './functions.ts'
import type { Scalar } from './scalar.ts'

const constant = <T>(s: Scalar<T>, value: number): T => s.constant(value)
const times = <T>(s: Scalar<T>, k: number, a: T): T => s.binary('mul', constant(s, k), a)
/** Whether |r| <= c. */
const within = <T>(s: Scalar<T>, r: T, c: T): T => s.binary('le', s.unary('abs', r), c)

/** r²/2 up to |r| = delta, delta (|r| - delta/2) beyond. */
function huber<T>(s: Scalar<T>, [r, delta = constant(s, 1)]: readonly T[]): T {
  const beyond = s.binary('mul', delta, s.binary('sub', s.unary('abs', r), times(s, 0.5, delta)))
  return s.select(within(s, r, delta), times(s, 0.5, s.power(r, 2)), beyond)
}

/** c²/6 (1 - (1 - (r/c)²)³) up to |r| = c, c²/6 beyond. */
function tukey<T>(s: Scalar<T>, [r, c = constant(s, 4.685)]: readonly T[]): T {
  const most = s.binary('div', s.power(c, 2), constant(s, 6))
  const one = constant(s, 1)
  const rest = s.power(s.binary('sub', one, s.power(s.binary('div', r, c), 2)), 3)
  return s.select(within(s, r, c), s.binary('mul', most, s.binary('sub', one, rest)), most)
}

const row = (name: string, most: number, note: string, of: FunctionRow['of'], more: Partial<FunctionRow> = {}): FunctionRow =>
  ({ name, arity: [1, most], tex: `\\operatorname{${name}}`, note, of, ...more })

export const LOSSES: readonly FunctionRow[] = [
  row('squared', 1, 'squared loss of a residual: r^2', (s, [r]) => s.power(r, 2)),
  row('absolute', 1, 'absolute loss of a residual: abs(r)', (s, [r]) => s.unary('abs', r), { kink: 'absolute has a kink at 0' }),
  row('huber', 2, 'huber(r, delta): r^2/2 up to delta (1 where left out), straight beyond', huber),
  row('tukey', 2, "tukey(r, c): Tukey's biweight, level at c^2/6 beyond c (4.685 where left out)", tukey),
  row('logistic', 1, 'logistic loss of a margin: log(1 + exp(-m))', (s, [m]) => s.unary('softplus', s.unary('neg', m))),
  row('hinge', 1, 'hinge loss of a margin: the larger of 1 - m and 0',
    (s, [m]) => s.unary('relu', s.binary('sub', constant(s, 1), m)), { kink: 'hinge has a kink at 1' }),
]
