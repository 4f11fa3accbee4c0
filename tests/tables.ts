/** The tables of the README that follow from the catalogues, written between their markers. `npm run tables` writes them; a test compares. */
import { OBJECTIVES } from '../src/core/objectives/index.ts'
import { aboutMethod } from '../src/core/optimizers/about.ts'
import { aboutAround } from '../src/core/optimizers/around/about.ts'
import { AROUND } from '../src/core/optimizers/around/index.ts'
import { OPTIMIZERS } from '../src/core/optimizers/index.ts'
import { aboutSchedule } from '../src/core/optimizers/schedules/about.ts'
import { SCHEDULES } from '../src/core/optimizers/schedules/index.ts'
import { FAMILIES } from '../src/core/optimizers/optimizer.ts'

/** A bar would end the cell of the table. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

/** One row per landscape, in the order of the menu. */
export function landscapeTable(): string {
  const rows = OBJECTIVES.map(({ id, name, formula, trait }) => `| \`${id}\` | ${cell(name)} | \`${cell(formula)}\` | ${cell(trait)} |`)
  return ['| id | name | formula | what it is |', '|---|---|---|---|', ...rows].join('\n')
}

/** One row per method, family by family as in the menu. */
export function methodTable(): string {
  const rows = FAMILIES.flatMap((family) => OPTIMIZERS.filter((o) => o.family === family)).map(({ id, name, family, hyper }) => {
    const about = aboutMethod(id)
    const settings = Object.keys(hyper).map((h) => `\`${h}\``).join(', ')
    return `| \`${id}\` | ${cell(name)} | ${family} | ${settings} | ${about?.cost} | ${cell(about?.source ?? '')} |`
  })
  return ['| id | name | family | hyper-parameters | a step costs | source |', '|---|---|---|---|---|---|', ...rows].join('\n')
}

/** One row per schedule, in the order of the menu. */
export function scheduleTable(): string {
  const rows = SCHEDULES.map(({ id, name, fields, rate }) => {
    const settings = Object.keys(fields).map((h) => `\`${h}\``).join(', ')
    const formulas = Object.entries(rate).map(([n, text]) => `\`${n} = ${cell(text)}\``).join('<br>')
    return `| \`${id}\` | ${cell(name)} | ${settings} | ${formulas} | ${cell(aboutSchedule(id)?.source ?? '')} |`
  })
  return ['| id | name | settings | formula | source |', '|---|---|---|---|---|', ...rows].join('\n')
}

/** One row for each thing that can stand around a method, in the order it acts. */
export function aroundTable(): string {
  const rows = AROUND.map(({ id, name, fields, declaredOnly }) => {
    const { note, source } = aboutAround(id)
    const settings = Object.keys(fields).map((h) => `\`${h}\``).join(', ')
    return `| ${cell(name)} | ${settings} | ${cell(note)} | ${declaredOnly ? 'methods of formulas' : 'any'} | ${cell(source)} |`
  })
  return ['| name | settings | what it does | around | source |', '|---|---|---|---|---|', ...rows].join('\n')
}

/** The README with its tables as they should be. Throws where the markers are missing. */
export function withTables(readme: string): string {
  const tables = { landscapes: landscapeTable(), methods: methodTable(), schedules: scheduleTable(), around: aroundTable() }
  return Object.entries(tables).reduce((text, [name, table]) => withTable(name, table, text), readme)
}

function withTable(name: string, table: string, readme: string): string {
  const start = `<!-- ${name}: written by npm run tables -->`
  const end = `<!-- end of ${name} -->`
  const from = readme.indexOf(start)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error(`The README has lost its markers. Put back "${start}" and, after it, "${end}".`)
  return `${readme.slice(0, from)}${start}\n\n${table}\n\n${readme.slice(to)}`
}
