/**
 * A formula as plain data. Every node carries the column (counted from 1) where it starts in the text it was read from, so that
 * errors found later can point at it; two formulas that differ only in columns mean the same.
 */
import type { Lattice } from '../math/lattice.ts'

export type Expression = NumberLiteral | Name | Negation | Operation | Comparison | Call

export type Operator = '+' | '-' | '*' | '/' | '^'
export type Relation = '<' | '<=' | '>' | '>=' | '==' | '!='

interface Located {
  readonly column: number
}

export interface NumberLiteral extends Located {
  readonly kind: 'number'
  /** Finite and not negative: a minus sign is a Negation. */
  readonly value: number
}

/** A coordinate, a parameter, or one of the constants pi, e and tau. */
export interface Name extends Located {
  readonly kind: 'name'
  readonly name: string
}

export interface Negation extends Located {
  readonly kind: 'negation'
  readonly of: Expression
}

export interface Operation extends Located {
  readonly kind: 'operation'
  readonly operator: Operator
  readonly left: Expression
  readonly right: Expression
}

/** 1 where it holds, 0 where it does not, NaN where a side is NaN: a comparison never hides an undefined value. */
export interface Comparison extends Located {
  readonly kind: 'comparison'
  readonly relation: Relation
  readonly left: Expression
  readonly right: Expression
}

/** A function of the table in functions.ts, by its canonical name (`ln` is read as `log`), with as many arguments as it takes. */
export interface Call extends Located {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Expression[]
  /** The function called, where it is none of the table but given by numbers on a grid; nobody can type such a call. */
  readonly lattice?: Lattice
}

/** The direct parts of an expression, from left to right. */
export function parts(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'name':
      return []
    case 'negation':
      return [e.of]
    case 'call':
      return e.args
    default:
      return [e.left, e.right]
  }
}
