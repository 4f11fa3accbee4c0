/** Experiments made from nothing, from a landscape, and from one another. */
import type { DataSet } from '../data/data-set.ts'
import { defaults, refuse } from '../fields.ts'
import { freeNames } from '../formula/names.ts'
import { parse } from '../formula/parse.ts'
import type { Result } from '../issue.ts'
import { objectiveById } from '../objectives/index.ts'
import type { Objective } from '../objectives/objective.ts'
import { optimizerById } from '../optimizers/index.ts'
import { CAMERA, type Experiment, type LandscapeChoice, type Run } from './experiment.ts'
import { freshDomain, freshRun, freshRuns, freshStart, freshSteps, suggestedRate } from './fresh.ts'
import { groundOf, type Ground } from './ground.ts'
import { methodOf } from './methods.ts'
import { noiseModel } from './noise.ts'
import { SEED, VIEW } from './settings.ts'
import { PENALTIES } from './terms.ts'
import { refuseModel } from './validate.ts'

export { validate } from './validate.ts'

/** What the page opens with: Himmelblau, five runs from one start, one of them with a rate that is too large. */
export function initialExperiment(): Experiment {
  const base = experimentOn('himmelblau')
  const run = (id: string, lr: number): Run[] => {
    const optimizer = optimizerById(id)
    if (optimizer === undefined) return []
    const fresh = freshRun(optimizer)
    return [{ ...fresh, hyper: { ...fresh.hyper, lr } }]
  }
  return {
    ...base,
    domain: [[-5, 5], [-6.2, 6.2]],
    starts: [[0.6, 4.9]],
    runs: [...run('gd', 0.01), ...run('momentum', 0.006), ...run('adam', 0.18), ...run('nesterov', 0.004), ...run('gd', 0.026)],
  }
}

/**
 * An experiment on a landscape of the catalogue with the landscape's own parameters, domain, start and number of steps. With `keep`
 * its optimizers, seed and view stay; rates become those that suit the landscape, several runs of one method keeping their ratios.
 * An id that is not in the catalogue gives an experiment that `validate` refuses.
 */
export function experimentOn(id: string, keep?: Experiment): Experiment {
  const landscape: LandscapeChoice = { kind: 'catalogue', id }
  const ground = groundOf(landscape)
  if (!ground.ok) return { ...(keep ?? initialExperiment()), landscape }
  const fresh = freshOn(landscape, ground.value)
  if (keep === undefined) return fresh
  const { seed, view, camera, heights, hidden, methods } = keep
  return { ...fresh, seed, view, camera, heights, hidden, methods, ...panelsOf(keep), runs: suited(keep.runs, ground.value.objective) }
}

/** The maps and the ensemble that are shown. */
export function panelsOf({ basins, sweep, ensemble }: Experiment): Pick<Experiment, 'basins' | 'sweep' | 'ensemble'> {
  return { ...(basins && { basins }), ...(sweep && { sweep }), ...(ensemble && { ensemble }) }
}

/** Everything by default on this ground. */
export function freshOn(landscape: LandscapeChoice, ground: Ground, data?: DataSet): Experiment {
  const params = defaults(ground.params)
  const domain = freshDomain(ground)
  const steps = freshSteps(ground)
  return {
    version: 1,
    landscape,
    ...(data && { data }),
    params,
    l1: PENALTIES.l1.default,
    l2: PENALTIES.l2.default,
    noise: undefined,
    domain,
    starts: [freshStart(ground, params, domain)],
    methods: [],
    runs: freshRuns(ground),
    steps,
    seed: SEED.default,
    at: steps,
    view: VIEW,
    camera: CAMERA,
    heights: 'own',
    hidden: [],
  }
}

/** What a typed formula may run over and be a function of, where that changes. */
export interface Typed {
  readonly data?: DataSet
  readonly over?: readonly string[]
}

/**
 * The experiment on a typed formula. Domain and starts stay where the number of coordinates does, parameters stay where the formula
 * still has them, coordinates that were chosen stay where it has all of them, batches stay where it runs over
 * data, all else stays as it is. Fails with the parser's sentence where the formula cannot be read.
 */
export function withFormula(before: Experiment, text: string, typed: Typed = {}): Result<Experiment> {
  const old = groundOf(before.landscape, before.data)
  const data = typed.data ?? before.data ?? (old.ok ? old.value.data : undefined)
  const e = data === before.data ? before : { ...before, data }
  const over = typed.over ?? keptOver(before.landscape, text, data)
  const landscape: LandscapeChoice = { kind: 'formula', text: text.trim(), ...(over && { over }) }
  const ground = groundOf(landscape, e.data)
  if (!ground.ok) return ground
  const { params: fields, coordinates } = ground.value
  const params = Object.fromEntries(Object.entries(defaults(fields)).map(([name, initial]) => {
    const held = Object.hasOwn(e.params, name) ? e.params[name] : undefined
    return [name, held !== undefined && refuse(fields[name], name, held) === undefined ? held : initial]
  }))
  const same = coordinates.length === e.domain.length
  const domain = same ? e.domain : freshDomain(ground.value)
  const starts = same ? e.starts : [freshStart(ground.value, params, domain)]
  const model = noiseModel(e.noise?.kind ?? '')
  const noise = model === undefined || refuseModel(model, ground.value) !== undefined ? undefined : e.noise
  return { ok: true, value: { ...e, landscape, params, noise, domain, starts }, issues: ground.issues }
}

/** The coordinates that were chosen for the formula before, where the new one has them all. */
function keptOver(before: LandscapeChoice, text: string, data: DataSet | undefined): readonly string[] | undefined {
  const chosen = before.kind === 'formula' ? before.over : undefined
  const parsed = parse(text)
  const names = parsed.ok ? freeNames(parsed.value) : []
  const still = chosen?.every((name) => names.includes(name) && !data?.columns.some((column) => column.name === name))
  return still === true ? chosen : undefined
}

/**
 * One more run of a method, at the rate that suits the landscape. An id that no method has gives an experiment that `validate`
 * refuses.
 */
export function addRun(e: Experiment, id: string): Experiment {
  const optimizer = methodOf(e, id)
  const objective = e.landscape.kind === 'catalogue' ? objectiveById(e.landscape.id) : undefined
  const run = optimizer === undefined ? { optimizer: id, hyper: {}, shown: true } : freshRun(optimizer, objective)
  return { ...e, runs: [...e.runs, run] }
}

/** The same runs with the rates that suit another landscape; a typed method has no such rate and keeps its own. */
export function suited(runs: readonly Run[], objective: Pick<Objective, 'suggested'> | undefined): readonly Run[] {
  return runs.map((run) => {
    const optimizer = optimizerById(run.optimizer)
    const suggested = optimizer && suggestedRate(optimizer, objective)
    const first = runs.find((other) => other.optimizer === run.optimizer)
    if (optimizer === undefined || suggested === undefined || first === undefined) return run
    const lr = Number((suggested * (run.hyper.lr / first.hyper.lr)).toPrecision(3))
    return refuse(optimizer.hyper.lr, 'lr', lr) === undefined ? { ...run, hyper: { ...run.hyper, lr } } : run
  })
}
