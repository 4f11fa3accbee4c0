/** The same experiments without a browser: links in, what happens out, as JSON or as CSV. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { DataSet } from './core/data/data-set.ts'
import { decode } from './core/experiment/permalink.ts'
import { readCsv } from './csv.ts'
import { csvHeader, csvRows, jsonDocument, PARTS, unreadDocument, type Grounds, type Part } from './report.ts'

const HELP = `Runs the experiment of a link and prints what happens.

  npm run --silent explore -- '#v=1&landscape=himmelblau&start=0.6,4.9&run=adam,lr:0.18&steps=160'
  npm run --silent explore -- - < links.txt      one link per line, one JSON document per line

  --data file.csv                    the rows that mean(...) and sum(...) of the formula run over
  --only at,runs,critical,ensemble   compute these parts only
  --format json|csv                  json (default), or csv: every iterate of every run as a row (x, y: the coordinates in their order)
  --help                             this text

JSON: link, issues (what of the link was not understood), landscape {id, formula, coordinates, params, l1, l2, noise, domain},
at [{x, f, gradient, hessian, eigenvalues, kind, says}] one for each start,
criticalPoints [{x, f, eigenvalues, kind, certified, global}], critical {certified, reason, says} about their completeness,
runs [{optimizer, hyper, start, x, f, steps, calls, costs, ending, verdict, step, says}] with every iterate in full precision;
a run of a typed method has its formulas as update.
Where the link has an ensemble: ensemble {draw, tries, seed, runs [{run, optimizer, successes, rate, interval, restarts, steps {q1, median, q3},
evaluations {q1, median, q3}, ends [{end, x, f, count}]}]}: how often each run succeeds, the 95 % interval of Wilson, the restarts that are enough
for 95 %, and what successes cost.
Values that are no finite numbers are the strings "NaN", "Infinity" and "-Infinity".
Exit code: 0, or 2 with a sentence on standard error where there is nothing to run.
`

const NO_LINK = "This is not a link of Descent: it has none of the parts landscape, f, start, run. Try 'landscape=himmelblau'."

/** Bad use of the command: the sentence for standard error. */
class Refused extends Error {}

type Format = 'json' | 'csv'

async function main(args: readonly string[]): Promise<number> {
  const { links, only, format, data } = options(args)
  if (links === undefined) {
    await write(HELP)
    return 0
  }
  if (format === 'csv') await write(csvHeader())
  const grounds: Grounds = new Map()
  if (links.length === 1 && links[0] !== '-') return (await answer(links[0], 1, only, format, grounds, data)) ? 0 : 2
  let count = 0
  for await (const link of lines()) await answer(link, ++count, only, format, grounds, data)
  if (count === 0) throw new Refused('Standard input has no link. Write one link per line.')
  return 0
}

/** Runs one link. False, with the reason on standard error, where it names nothing that could be run. */
async function answer(
  link: string, number: number, only: readonly Part[], format: Format, grounds: Grounds, data: DataSet | undefined,
): Promise<boolean> {
  const { value, issues: unread, known, landscapeRead } = decode(link, data)
  const issues = value.data?.missing === true ? [...unread, { about: 'data', says: elsewhere(value.data) }] : unread
  if (known > 0 && landscapeRead && value.data?.missing !== true) {
    const pieces = format === 'csv' ? csvRows(value, number, grounds) : jsonDocument(link, value, issues, only, grounds)
    for (const piece of pieces) await write(piece)
    if (format === 'csv') for (const { says } of issues) process.stderr.write(`${says}\n`)
    return true
  }
  const reasons = known > 0 ? issues : [{ says: NO_LINK }, ...issues]
  if (format === 'json') await write(unreadDocument(link, reasons))
  const reason = known > 0 ? reasons.find((i) => i.about === 'f' || i.about === 'landscape' || i.about === 'data') ?? reasons[0] : reasons[0]
  process.stderr.write(`${reason.says}\n`)
  return false
}

const elsewhere = ({ name, rows }: DataSet): string =>
  `The data "${name}" (${rows} rows) of this link stayed in the browser that made it. Give the file with --data.`

/** The data set of a file; what was left out or renamed goes to standard error. */
function fromFile(path: string): DataSet {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new Refused(`--data is "${path}", which cannot be read. Give the path of a CSV file.`)
  }
  const read = readCsv(text, basename(path))
  if (!read.ok) throw new Refused(`${path}: ${read.issues[0].says}`)
  for (const { says } of read.issues) process.stderr.write(`${path}: ${says}\n`)
  return read.value
}

/** What was asked for; no links where it was help. */
function options(args: readonly string[]): { links?: readonly string[]; only: readonly Part[]; format: Format; data?: DataSet } {
  const { values, positionals } = parsed(args)
  if (values.help) return { only: PARTS, format: 'json' }
  if (positionals.length === 0 || positionals.every((link) => link.trim() === '')) {
    throw new Refused('There is no link. Give one in quotes, or - to read one link per line. --help shows an example.')
  }
  if (positionals.length > 1) {
    const hint = 'Put it in quotes (the & of a link means something to the shell), or use - and one per line.'
    throw new Refused(`There are ${positionals.length} links, expected one. ${hint}`)
  }
  const format = values.format ?? 'json'
  if (format !== 'json' && format !== 'csv') throw new Refused(`--format is "${format}", expected json or csv.`)
  const only = (values.only ?? PARTS.join(',')).split(',').map((word) => {
    const part = PARTS.find((p) => p === word.trim())
    if (part === undefined) throw new Refused(`--only has "${word}", expected some of ${PARTS.join(', ')}.`)
    return part
  })
  if (format === 'csv' && !only.includes('runs')) {
    throw new Refused('--format csv writes the iterates of runs, which --only leaves out. Add runs to --only, or take json.')
  }
  const data = values.data === undefined ? undefined : fromFile(values.data)
  return { links: positionals, only, format, data }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { only: { type: 'string' }, data: { type: 'string' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (problem) {
    const why = problem instanceof Error ? problem.message.split('. To specify')[0].replace(/\.?$/, '.') : 'The options cannot be read.'
    throw new Refused(`${why} --help shows what there is.`)
  }
}

async function* lines(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') yield line.trim()
  }
}

/** Waits where the reader is slower than we are. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

// Whoever reads us may stop early, as `head` does: that is no error.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  process.exit(problem.code === 'EPIPE' ? 0 : 1)
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (problem) {
  if (!(problem instanceof Refused)) throw problem
  process.stderr.write(`${problem.message}\n`)
  process.exitCode = 2
}
