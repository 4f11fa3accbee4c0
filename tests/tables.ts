/** The tables of the README that follow from the catalogue, written between their markers. `npm run tables` writes them; a test compares. */
import { OBJECTIVES } from '../src/core/objectives/index.ts'

const START = '<!-- landscapes: written by npm run tables -->'
const END = '<!-- end of landscapes -->'

/** A bar would end the cell of the table. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

/** One row per landscape, in the order of the menu. */
export function landscapeTable(): string {
  const rows = OBJECTIVES.map(({ id, name, formula, trait }) => `| \`${id}\` | ${cell(name)} | \`${cell(formula)}\` | ${cell(trait)} |`)
  return ['| id | name | formula | what it is |', '|---|---|---|---|', ...rows].join('\n')
}

/** The README with its tables as they should be. Throws where the markers are missing. */
export function withTables(readme: string): string {
  const from = readme.indexOf(START)
  const to = readme.indexOf(END)
  if (from < 0 || to < from) throw new Error(`The README has lost its markers. Put back "${START}" and, after it, "${END}".`)
  return `${readme.slice(0, from)}${START}\n\n${landscapeTable()}\n\n${readme.slice(to)}`
}
