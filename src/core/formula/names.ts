import { parts, type Call, type Expression, type Name } from './ast.ts'
import { ALIASES, CONSTANTS, FUNCTIONS } from './functions.ts'

/** Identifiers that are neither functions nor constants, each once, in order of appearance: coordinates, parameters and columns. */
export function freeNames(e: Expression): string[] {
  return [...new Set(names(e).map((found) => found.name))]
}

/** Every place where such an identifier stands, from left to right, and whether a `mean` or `sum` is round it. */
export function names(e: Expression): (Name & { readonly reduced: boolean })[] {
  const visit = (part: Expression, reduced: boolean): (Name & { readonly reduced: boolean })[] => {
    if (part.kind === 'name') return CONSTANTS.has(part.name) ? [] : [{ ...part, reduced }]
    return parts(part).flatMap((inner) => visit(inner, reduced || isReduction(part)))
  }
  return visit(e, false)
}

/** Every reduction, inner ones first. */
export function reductions(e: Expression): ReductionCall[] {
  const inside = parts(e).flatMap(reductions)
  return isReduction(e) ? [...inside, e] : inside
}

export interface ReductionCall extends Call {
  readonly name: 'mean' | 'sum' | 'logsumexp'
}

/** Whether `e` runs over the rows: a `mean`, a `sum`, or a `logsumexp` of one argument, which only stable forms have. */
export function isReduction(e: Expression): e is ReductionCall {
  return e.kind === 'call' && (FUNCTIONS.get(e.name)?.reduces === true || (e.name === 'logsumexp' && e.args.length === 1))
}

/** Why a word cannot be the name of a coordinate or of a column; undefined where it can. */
export function refuseName(word: string): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(word)) return 'is no name: names are letters, digits and underscores, a letter first'
  if (FUNCTIONS.has(word) || ALIASES.has(word)) return 'is the name of a function'
  return CONSTANTS.has(word) ? 'is the name of a constant' : undefined
}
