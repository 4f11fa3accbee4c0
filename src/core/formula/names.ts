import { parts, type Expression } from './ast.ts'
import { CONSTANTS } from './functions.ts'

/** Identifiers that are neither functions nor constants, each once, in order of appearance: coordinates and parameters. */
export function freeNames(e: Expression): string[] {
  const found = new Set<string>()
  const visit = (part: Expression): void => {
    if (part.kind === 'name') { if (!CONSTANTS.has(part.name)) found.add(part.name) }
    else parts(part).forEach(visit)
  }
  visit(e)
  return [...found]
}
