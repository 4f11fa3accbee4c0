/** What a landscape choice means before anything is compiled: its formula, coordinates and parameters. */
import type { Field, Fields } from '../fields.ts'
import type { Expression } from '../formula/ast.ts'
import { freeNames } from '../formula/names.ts'
import { texName } from '../formula/print.ts'
import { parse } from '../formula/parse.ts'
import { closest } from '../formula/spelling.ts'
import type { Result } from '../issue.ts'
import { objectiveById, OBJECTIVES } from '../objectives/index.ts'
import type { Objective } from '../objectives/objective.ts'
import { PARAMETER_LIMIT } from '../objectives/parameter.ts'
import type { LandscapeChoice } from './experiment.ts'
import { shown } from './words.ts'

export interface Ground {
  /** The text of the formula. */
  readonly formula: string
  readonly expression: Expression
  /** `x`, or `x` and `y`. */
  readonly coordinates: readonly string[]
  /** One field per free identifier that is not a coordinate. */
  readonly params: Fields
  /** The entry of the catalogue, where the choice is one. */
  readonly objective?: Objective
}

/** Reads a choice. Fails with a sentence where the id is unknown or the formula cannot be read. */
export function groundOf(choice: LandscapeChoice): Result<Ground> {
  if (choice.kind === 'catalogue') {
    const objective = objectiveById(choice.id)
    if (objective === undefined) return { ok: false, issues: [{ about: 'landscape', says: unknownLandscape(choice.id) }] }
    const { formula, coordinates, params } = objective
    const parsed = parse(formula)
    if (!parsed.ok) return parsed
    return { ok: true, value: { formula, expression: parsed.value, coordinates, params, objective }, issues: [] }
  }
  const parsed = parse(choice.text)
  if (!parsed.ok) return { ok: false, issues: parsed.issues.map((issue) => ({ ...issue, about: 'f' })) }
  const names = freeNames(parsed.value)
  // A formula of y alone still needs x beside it: the map has two axes.
  const coordinates = names.includes('y') ? ['x', 'y'] : ['x']
  const free = names.filter((name) => name !== 'x' && name !== 'y')
  const params: Fields = Object.fromEntries(free.map((name) => [name, freeParameter(name)]))
  return { ok: true, value: { formula: choice.text, expression: parsed.value, coordinates, params }, issues: parsed.issues }
}

/** The field of a parameter that nobody declared. */
function freeParameter(name: string): Field {
  return {
    kind: 'number', label: name, tex: texName(name), default: 1, min: -PARAMETER_LIMIT, max: PARAMETER_LIMIT,
    slider: [-5, 5], scale: 'linear', note: `The value of ${name} in the formula.`,
  }
}

function unknownLandscape(id: string): string {
  const near = closest(id, OBJECTIVES.map((o) => o.id))
  const other = `Use an id of the catalogue, such as ${OBJECTIVES[0].id}, or type a formula.`
  const hint = near === undefined ? other : `Did you mean ${near}?`
  return `There is no landscape called ${shown(id)}. ${hint}`
}
