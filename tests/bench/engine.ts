/**
 * How fast the engine is, as one table: both executors against the same work by hand in C and JavaScript, and against other libraries.
 * Seeded. `npm run bench`, or `npx tsx tests/bench/engine.ts`; with `--markdown` the rows of a Markdown table, with `--only map` those
 * whose work has that in its name.
 */
import { cpus } from 'node:os'
import process from 'node:process'
import { formulaRows } from './formulas.ts'
import { growthRows } from './growth.ts'
import { startC } from './in-c.ts'
import { mapRows } from './maps.ts'
import { reached, table, type Row } from './measure.ts'
import { peerRows } from './peers.ts'

const markdown = process.argv.includes('--markdown')
const at = process.argv.indexOf('--only')
const only = at < 0 ? undefined : process.argv[at + 1]
const inC = startC()
const parts: readonly (readonly [name: string, rows: () => Promise<Row[]>])[] = [
  ['formula', () => formulaRows(inC)], ['map', () => mapRows(inC)], ['growth', growthRows], ['peers', peerRows],
]
const rows: Row[] = []
for (const [name, take] of parts) if (only === undefined || only === name) rows.push(...await take())
inC?.stop()
const about = `${cpus()[0].model}, Node ${process.version}; times are CPU time of one core, ratios are to C${inC === undefined ? ', but there is no gcc here' : ' by gcc -O3 -march=native'}`
console.log(`${about}\n\n${table(rows, markdown)}`)
const missed = rows.filter((row) => reached(row) === false || row.note?.startsWith('missed') === true).length
console.log(missed === 0 ? '\nAll targets reached.' : `\n${missed} targets missed.`)
process.exitCode = missed === 0 ? 0 : 1
