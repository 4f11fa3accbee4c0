/** What happens in an experiment, as text for other programs: JSON in pieces, so that no document has to fit into one string, and CSV. */
import { drawsOf, firstSeed } from './core/ensembles/draws.ts'
import { refuseTries, type EnsembleJob } from './core/ensembles/ensemble.ts'
import { createEnsembler } from './core/ensembles/ensembler.ts'
import { FATES, minimaOf } from './core/ensembles/job.ts'
import { summaryOf } from './core/ensembles/summary.ts'
import type { EnsembleChoice, Experiment, Run } from './core/experiment/experiment.ts'
import { methodOf } from './core/experiment/methods.ts'
import { resolve } from './core/experiment/resolve.ts'
import { rateOf } from './core/experiment/rates.ts'
import type { CriticalReport, PathChunk, PointReport, RunEnding } from './core/explore/events.ts'
import { explore, type Memory } from './core/explore/explore.ts'
import { activeAround } from './core/experiment/around.ts'
import type { Field, Fields, Values } from './core/fields.ts'
import { plainSentence } from './core/formula/plain.ts'
import type { Issue } from './core/issue.ts'

/** The parts of an answer that can be asked for. */
export const PARTS = ['at', 'runs', 'critical', 'ensemble'] as const
export type Part = (typeof PARTS)[number]

interface Outcome {
  readonly at: PointReport[]
  readonly critical: CriticalReport | undefined
  /** One per run and start, in that order. */
  readonly paths: Path[]
}

interface Path {
  readonly run: Run
  readonly start: readonly number[]
  readonly startIndex: number
  readonly runIndex: number
  readonly chunks: PathChunk[]
  ending?: RunEnding
}

/** What was found out about each ground (landscape, parameters, terms, domain), so that many links on one ground pay for it once. */
export type Grounds = Map<string, Memory>

/** Grounds that are remembered; beyond that all are forgotten. */
const GROUND_LIMIT = 100

function memoryFor({ landscape, data, params, l1, l2, noise, seed, domain }: Experiment, grounds: Grounds): Memory {
  const key = json([landscape, data?.key, params, l1, l2, noise && [noise, seed], domain])
  let memory = grounds.get(key)
  if (memory === undefined) {
    if (grounds.size >= GROUND_LIMIT) grounds.clear()
    grounds.set(key, (memory = {}))
  }
  return memory
}

const wantsEnsemble = ({ ensemble }: Experiment, only: readonly Part[]): boolean => ensemble !== undefined && only.includes('ensemble')

/** Runs the generator that the page runs, and keeps what is asked for. */
function outcome(e: Experiment, only: readonly Part[], grounds: Grounds): Outcome {
  const at: PointReport[] = []
  let critical: CriticalReport | undefined
  const paths = e.runs.flatMap((run, runIndex) =>
    e.starts.map((start, startIndex): Path => ({ run, start, runIndex, startIndex, chunks: [] })))
  const explored = (['at', 'runs', 'critical'] as const).filter((part) => only.includes(part) || (part === 'critical' && wantsEnsemble(e, only)))
  for (const event of explore(e, undefined, { only: explored, memory: memoryFor(e, grounds) })) {
    if (event === undefined) continue
    if (event.type === 'at') at[event.start] = event.report
    else if (event.type === 'critical') critical = event
    else if (event.type === 'path') paths[event.run * e.starts.length + event.start].chunks.push(event)
    else if (event.type === 'ending') paths[event.run * e.starts.length + event.start].ending = event
  }
  return { at, critical, paths }
}

/** One line of JSON, in pieces. */
export function* jsonDocument(
  link: string,
  e: Experiment,
  issues: readonly Issue[],
  only: readonly Part[],
  grounds: Grounds,
): Generator<string> {
  const { at, critical, paths } = outcome(e, only, grounds)
  const { formula, coordinates, data, objective } = resolve(e)
  const noise = e.noise && { kind: e.noise.kind, ...e.noise.values, seed: e.seed }
  const landscape = { ...(objective && { id: objective.id }), formula, coordinates, ...(data && { data: { name: data.name, rows: data.rows, columns: data.columns.map((c) => c.name) } }), params: e.params, l1: e.l1, l2: e.l2, noise, domain: e.domain }
  yield `{"link":${json(link)},"issues":${json(issues)},"landscape":${json(landscape)}`
  const n = coordinates.length
  if (only.includes('at')) yield `,"at":${json(at.map((report) => atStart(report, n)))}`
  if (critical !== undefined && only.includes('critical')) {
    const { points, certificate, says } = critical
    const shown = points.map(({ x, f, eigenvalues, kind, certified, global }) => ({ x, f, eigenvalues, kind, certified, global }))
    yield `,"criticalPoints":${json(shown)},"critical":${json({ ...certificate, says })}`
  }
  if (only.includes('runs')) {
    yield ',"runs":['
    for (const [i, path] of paths.entries()) yield* pathDocument(path, e, i === 0 ? '' : ',')
    yield ']'
  }
  if (critical !== undefined && e.ensemble !== undefined && wantsEnsemble(e, only)) yield `,"ensemble":${json(ensembleDocument(e, e.ensemble, critical))}`
  yield '}\n'
}

/** The document of a link that names nothing to run. */
export function unreadDocument(link: string, issues: readonly Issue[]): string {
  return `{"link":${json(link)},"issues":${json(issues)}}\n`
}

function atStart({ x, f, gradient, hessian, eigenvalues, kind, says }: PointReport, n: number): object {
  const rows = Array.from({ length: n }, (_, i) => hessian.slice(i * n, (i + 1) * n))
  return { x, f, gradient, hessian: rows, eigenvalues, kind, says: plainSentence(says) }
}

function* pathDocument({ run, start, chunks, ending }: Path, e: Experiment, comma: string): Generator<string> {
  const n = e.domain.length
  yield `${comma}{"optimizer":${json(run.optimizer)},"hyper":${json(named(run, e))},${typed(run, e)}${scheduled(run)}${surrounded(run)}"start":${json(start)},"x":[`
  for (const [i, { x, count }] of chunks.entries()) {
    let rows = i === 0 ? '' : ','
    for (let k = 0; k < count; k++) {
      rows += k === 0 ? '[' : ',['
      for (let j = 0; j < n; j++) rows += (j === 0 ? '' : ',') + jsonNumber(x[k * n + j])
      rows += ']'
    }
    yield rows
  }
  yield '],"f":['
  for (const [i, { f, count }] of chunks.entries()) {
    let column = i === 0 ? '' : ','
    for (let k = 0; k < count; k++) column += (k === 0 ? '' : ',') + jsonNumber(f[k])
    yield column
  }
  yield ']'
  if (ending !== undefined) {
    const { steps, costs, ending: how, verdict, step, says } = ending
    const calls = costs.values + costs.gradients + costs.hessians
    yield `,${json({ steps, calls, costs, ending: how, verdict, step, says: plainSentence(says) }).slice(1, -1)}`
  }
  yield '}'
}

/** What the tries of every run come to, those of the run that is shown first. */
function ensembleDocument(e: Experiment, choice: EnsembleChoice, { points, partial = false }: CriticalReport): object {
  const job: EnsembleJob = { experiment: e, choice, critical: points, partial }
  const { count } = drawsOf(e, choice)
  const compute = createEnsembler()
  const order = e.runs.length === 0 ? [] : [choice.run, ...Array.from(e.runs.keys()).filter((run) => run !== choice.run)]
  const runs = order.map((run) => {
    const { optimizer } = e.runs[run]
    const says = refuseTries(e, choice, run)
    if (says !== undefined) return { run, optimizer, says }
    const answer = finished(compute(job, { shape: [count, e.runs.length], from: run * count, to: (run + 1) * count }))
    const { successes, rate, interval, restarts, steps, calls, ends } = summaryOf(answer, Array.from({ length: count }, (_, k) => k), job, choice.target)
    const spread = ([q1, median, q3]: readonly [number, number, number]): object => ({ q1, median, q3 })
    const minima = minimaOf(points)
    const named = ends.map(({ fate, outside, count: times }) => {
      if (fate >= 0) return { end: minima[fate].letter, x: minima[fate].x, f: minima[fate].f, count: times }
      return { end: outside ? 'outside' : FATES.find((one) => one.fate === fate)?.id, count: times }
    })
    return { run, optimizer, successes, rate, interval, restarts, steps: spread(steps), evaluations: spread(calls), ends: named }
  })
  const { draw, spread, target } = choice
  return { draw, tries: count, ...(draw === 'normal' && { spread }), seed: firstSeed(e, choice), ...(target !== undefined && { target }), runs }
}

function finished<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** The schedule, where there is one: its name in links and its settings, or the formula. */
function scheduled({ schedule }: Run): string {
  if (schedule === undefined) return ''
  const { kind } = schedule
  return `"schedule":${json(kind === 'formula' ? { id: kind, rate: schedule.text } : { id: schedule.id, ...schedule.values })},`
}

/** What stands around the method, where something does: its settings by their names in links. */
function surrounded(run: Run): string {
  const settings = activeAround(run).flatMap(([{ fields }, values]) => Object.entries(inFields(fields, values)))
  return settings.length === 0 ? '' : `"around":${json(Object.fromEntries(settings))},`
}

/** The formulas of a typed method. */
function typed({ optimizer }: Run, { methods }: Experiment): string {
  const update = methods.find((m) => m.id === optimizer)?.update
  return update === undefined ? '' : `"update":${json(Object.fromEntries(update.map(({ name, formula }) => [name, formula])))},`
}

/** Hyper-parameters under their link names. */
function named({ optimizer, hyper }: Run, e: Experiment): object {
  return inFields(methodOf(e, optimizer)?.hyper ?? {}, hyper)
}

/** Booleans as booleans, choices as the ids of their options. */
function inFields(fields: Fields, values: Values): Record<string, number | boolean | string> {
  const valueOf = (name: string, field: Field): number | boolean | string =>
    field.kind === 'boolean' ? values[name] === 1 : field.kind === 'choice' ? field.options[values[name]].id : values[name]
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(name, field)]))
}

export function csvHeader(): string {
  return 'link,run,optimizer,start,step,x,y,f,lr\n'
}

/**
 * Every iterate as a row; `link` counts the links, `run` and `start` the lists of the experiment, all from 1. y is empty on a curve; lr is
 * the rate of the step that led to the row, as the schedule has it: empty at the start, and where the method has none.
 */
export function* csvRows(e: Experiment, link: number, grounds: Grounds): Generator<string> {
  const n = e.domain.length
  for (const { run, runIndex, startIndex, chunks } of outcome(e, ['runs'], grounds).paths) {
    const rate = rateOf(run) ?? (Object.hasOwn(run.hyper, 'lr') ? () => run.hyper.lr : undefined)
    for (const { from, count, x, f } of chunks) {
      const rows = Array.from({ length: count }, (_, k) => {
        const point = [x[k * n], n > 1 ? x[k * n + 1] : undefined].map((v) => (v === undefined ? '' : plain(v)))
        return `${link},${runIndex + 1},${run.optimizer},${startIndex + 1},${from + k},${point.join(',')},${plain(f[k])},${rate === undefined || from + k === 0 ? '' : plain(rate(from + k - 1))}\n`
      })
      yield rows.join('')
    }
  }
}

/** The shortest text that reads back as the same double; -0 keeps its sign. */
const plain = (v: number): string => (Object.is(v, -0) ? '-0' : String(v))

/** -0 as -0, what is not finite as a string. */
const jsonNumber = (v: number): string => (Number.isFinite(v) ? plain(v) : `"${v}"`)

/** JSON in which numbers survive. */
function json(value: unknown): string {
  if (typeof value === 'number') return jsonNumber(value)
  if (Array.isArray(value)) return `[${value.map(json).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined)
    return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${json(v)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
