/** What a landscape choice means before anything is compiled: its formula, coordinates and parameters. */
import { dataById } from '../data/index.ts'
import type { DataSet } from '../data/data-set.ts'
import type { Field, Fields } from '../fields.ts'
import type { Expression } from '../formula/ast.ts'
import { reductions } from '../formula/names.ts'
import { texName } from '../formula/print.ts'
import { parse } from '../formula/parse.ts'
import { closest } from '../formula/spelling.ts'
import type { Result } from '../issue.ts'
import { objectiveById, OBJECTIVES } from '../objectives/index.ts'
import type { Objective } from '../objectives/objective.ts'
import { PARAMETER_LIMIT } from '../objectives/parameter.ts'
import { namesOf } from './axes.ts'
import type { LandscapeChoice } from './experiment.ts'
import { shown } from './words.ts'

export interface Ground {
  /** The text of the formula. */
  readonly formula: string
  readonly expression: Expression
  /** One or two names: `x`, or `w` and `b`. */
  readonly coordinates: readonly string[]
  /** One field per free identifier that is not a coordinate. */
  readonly params: Fields
  /** The rows that the formula runs over, where it does. */
  readonly data?: DataSet
  /** The entry of the catalogue, where the choice is one. */
  readonly objective?: Objective
}

/**
 * Reads a choice; a typed formula may run over `data`, a landscape of the catalogue brings its own. Fails with a sentence where the
 * id is unknown or the formula cannot be read.
 */
export function groundOf(choice: LandscapeChoice, data?: DataSet): Result<Ground> {
  if (choice.kind === 'catalogue') {
    const objective = objectiveById(choice.id)
    if (objective === undefined) return { ok: false, issues: [{ about: 'landscape', says: unknownLandscape(choice.id) }] }
    const { formula, coordinates, params } = objective
    const parsed = parse(formula)
    if (!parsed.ok) return parsed
    const own = objective.data === undefined ? undefined : dataById(objective.data)?.data
    return { ok: true, value: { formula, expression: parsed.value, coordinates, params, objective, ...(own && { data: own }) }, issues: [] }
  }
  const parsed = parse(choice.text)
  if (!parsed.ok) return { ok: false, issues: parsed.issues.map((issue) => ({ ...issue, about: 'f' })) }
  const names = namesOf(parsed.value, data, choice.over)
  if ('says' in names) return { ok: false, issues: [names] }
  const { coordinates, free } = names
  const params: Fields = Object.fromEntries(free.map((name) => [name, freeParameter(name)]))
  const used = data !== undefined && reductions(parsed.value).length > 0
  return { ok: true, value: { formula: choice.text, expression: parsed.value, coordinates, params, ...(used && { data }) }, issues: [] }
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
