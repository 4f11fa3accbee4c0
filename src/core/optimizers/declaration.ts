/** An optimizer's declaration, read: its formulas in order, and which of its names are memory. */
import { parse } from '../formula/parse.ts'
import { freeNames } from '../formula/names.ts'
import type { NamedFormula } from '../engine/map.ts'
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

/** Whether formula i or one before it reads `name`, which formula i defines. */
function readsPrevious(formulas: readonly NamedFormula[], name: string, i: number): boolean {
  return formulas.slice(0, i + 1).some((f) => freeNames(f.expression).includes(name))
}
