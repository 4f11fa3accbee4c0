/** Which free names of a formula are its coordinates. */
import type { Expression } from '../formula/ast.ts'
import { freeNames, names, reductions, refuseName } from '../formula/names.ts'
import type { Issue } from '../issue.ts'
import type { Table } from '../table.ts'
import { shown } from './words.ts'

export interface Names {
  readonly coordinates: readonly string[]
  /** The free names that are neither coordinates nor columns. */
  readonly free: readonly string[]
}

/**
 * The names of a formula by what they are. `over` names the coordinates; without it they are x, and y where it occurs, or in a
 * formula over data that has neither, the first two names that are no columns. Sentences where that cannot be.
 */
export function namesOf(e: Expression, data: Table | undefined, over: readonly string[] | undefined): Names | Issue {
  const [reduction] = reductions(e)
  if (reduction !== undefined && data === undefined) {
    const { name, column } = reduction
    return { about: 'f', column, says: `${name} at column ${column} runs over the rows of a data set, and there is none. Choose or paste one.` }
  }
  const columns = new Set(reduction === undefined ? [] : data?.columns.map((c) => c.name))
  const outside = names(e).find(({ name, reduced }) => !reduced && columns.has(name))
  if (outside !== undefined) {
    const { name, column } = outside
    return { about: 'f', column, says: `${name} at column ${column} is a column of the data, so it needs mean(...) or sum(...) round it.` }
  }
  const others = freeNames(e).filter((name) => !columns.has(name))
  if (over !== undefined) {
    const issue = refuseOver(over, columns)
    return issue ?? { coordinates: over, free: others.filter((name) => !over.includes(name)) }
  }
  const coordinates = automatic(others, columns, reduction !== undefined)
  if (coordinates.length === 0) {
    const says = 'Every name in the formula is a column of the data, so there is nothing to descend over. Add a weight, as in mean((w*x - y)^2).'
    return { about: 'f', says }
  }
  return { coordinates, free: others.filter((name) => !coordinates.includes(name)) }
}

function automatic(others: readonly string[], columns: ReadonlySet<string>, overData: boolean): readonly string[] {
  const x = others.includes('x')
  const y = others.includes('y')
  // A formula of y alone still needs x beside it: the map has two axes.
  if (!overData || ((x || y) && !columns.has('x'))) return y ? ['x', 'y'] : ['x']
  return others.slice(0, 2)
}

/** Why these names cannot be coordinates; undefined where they can. */
function refuseOver(over: readonly string[], columns: ReadonlySet<string>): Issue | undefined {
  const issue = (says: string): Issue => ({ about: 'over', says })
  if (over.length < 1 || over.length > 2) return issue(`over has ${over.length} names, expected one or two coordinates. Write it like w,b.`)
  for (const name of over) {
    const why = refuseName(name)
    if (why !== undefined) return issue(`${shown(name)} cannot be a coordinate: it ${why}. Write over like w,b.`)
    if (columns.has(name)) return issue(`${name} is a column of the data, so it cannot be a coordinate as well. Rename one of them.`)
  }
  return over[0] === over[1] ? issue(`over names ${over[0]} twice. Name each coordinate once.`) : undefined
}
