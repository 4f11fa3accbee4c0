/** An optimizer's declaration, read: its formulas in order, and which of its names are memory. */
import type { Expression } from '../formula/ast.ts'
import { parse } from '../formula/parse.ts'
import { freeNames } from '../formula/names.ts'
import type { NamedFormula } from '../engine/map.ts'
import { fold } from './fold.ts'
import type { DeclaredOptimizer } from './optimizer.ts'

export interface Declaration {
  /** In order of evaluation; one of them is `x`, the last one in the catalogue. */
  readonly formulas: readonly NamedFormula[]
  /** Names whose previous value is read somewhere: what must be kept from step to step. Never `x`. */
  readonly memory: readonly string[]
}

/** Throws a SyntaxError where a formula cannot be read: declarations are code, and a law test reads all of them. */
export function read(o: DeclaredOptimizer): Declaration {
  const formulas = Object.entries(o.update).map(([name, text]) => {
    const result = parse(text)
    if (!result.ok) throw new SyntaxError(`The update of ${o.id}, ${name} = ${text}: ${result.issues[0].says}`)
    return { name, expression: result.value }
  })
  const memory = formulas.map((f) => f.name).filter((name, i) => name !== 'x' && readsPrevious(formulas, name, i))
  return { formulas, memory }
}

/**
 * The same formulas where hyper-parameters `off` are 0: what they switch off is left out, as the printed rule leaves it out (PyTorch, too,
 * takes no weight decay, dampening or momentum of 0 into account). Every name is still there, memory as well.
 */
export function switchedOff({ formulas, memory }: Declaration, off: readonly string[]): NamedFormula[] {
  const known = new Map(off.map((name): [string, Expression] => [name, { kind: 'number', value: 0, column: 1 }]))
  return formulas.map(({ name, expression }) => {
    const short = fold(expression, known)
    if (short.kind === 'number' && name !== 'x' && !memory.includes(name)) known.set(name, short)
    return { name, expression: short }
  })
}

/** Whether formula i or one before it reads `name`, which formula i defines. */
function readsPrevious(formulas: readonly NamedFormula[], name: string, i: number): boolean {
  return formulas.slice(0, i + 1).some((f) => freeNames(f.expression).includes(name))
}
