/**
 * The verbs of the experiment. Each makes a new value and commits it as one undoable edit; a value that the experiment does not
 * allow never enters it: the verb returns the sentence that says why, for the field that asked.
 */
import { addRun as withRun, experimentOn, validate, withFormula } from '../core/experiment/create.ts'
import {
  RUN_LIMIT,
  START_LIMIT,
  type Experiment,
  type NoiseKind,
  type Run,
} from '../core/experiment/experiment.ts'
import { PENALTIES, type PenaltyName } from '../core/experiment/terms.ts'
import { withAround } from '../core/experiment/around.ts'
import { freshSchedule } from '../core/experiment/schedule.ts'
import { noiseModel } from '../core/experiment/noise.ts'
import { defaults, refuse } from '../core/fields.ts'
import type { Issue } from '../core/issue.ts'
import type { Box } from '../core/landscape.ts'
import { aroundById } from '../core/optimizers/around/index.ts'
import { scheduleById } from '../core/optimizers/schedules/index.ts'
import { missing, refused, refusedDomain, refusedPoint } from './checks.ts'
import { beforeBurst, commit, setDraft } from './commit.ts'
import { methodOf } from './methods.ts'
import { resolvedOf } from './resolved.ts'
import { sameMethod } from './same.ts'
import { store } from './store.ts'

export { beginGesture, endGesture, redo, undo } from './commit.ts'
export { setBasins, setCamera, setHidden, setView } from './looking.ts'
export { openLink } from './opening.ts'

const present = () => store.getState().experiment

/**
 * Goes to a landscape of the catalogue with its own domain, start and parameters; the list of optimizers stays, at the rate that
 * suits it.
 */
export function chooseLandscape(id: string): Issue | undefined {
  return tryCommit(() => experimentOn(id, present()), `landscape:${id}`)
}

/**
 * The formula field has a new text. Where it makes sense the landscape becomes that formula; where it does not, the text is kept
 * as a draft with its issues and the last good landscape stays.
 */
export function typeFormula(text: string): Issue | undefined {
  const experiment = present()
  if (text === resolvedOf(experiment).formula) {
    setDraft(undefined, [])
    return undefined
  }
  // On the way from one formula to another a text may pass through one with fewer coordinates; what came before the typing
  // counts.
  const result = withFormula(beforeBurst('formula') ?? experiment, text)
  if (!result.ok) {
    setDraft(text, result.issues)
    return result.issues[0]
  }
  commit(result.value, 'formula')
  const { landscape } = result.value
  setDraft(landscape.kind === 'formula' && landscape.text === text ? undefined : text, [])
  return undefined
}

/** Drops a formula that does not parse: the field shows the landscape's again. */
export function discardDraft(): void {
  setDraft(undefined, [])
}

/** Gives a parameter of the formula a value. */
export function setParam(name: string, value: number): Issue | undefined {
  const experiment = present()
  const issue = refused(resolvedOf(experiment).params, name, value, 'The formula has no parameter')
  if (issue) return issue
  commit({ ...experiment, params: { ...experiment.params, [name]: value } }, `param:${name}`)
  return undefined
}

/** Gives a penalty that is added to the formula its strength; 0 takes it away. */
export function setPenalty(name: PenaltyName, value: number): Issue | undefined {
  const issue = refuse(PENALTIES[name], name, value)
  if (!issue) commit({ ...present(), [name]: value }, name)
  return issue
}

/** Chooses a kind of noise, keeping the settings that the new kind has too; undefined turns noise off. */
export function setNoise(kind: NoiseKind | undefined): Issue | undefined {
  const experiment = present()
  const fields = kind === undefined ? {} : (noiseModel(kind)?.fields ?? {})
  const held = Object.entries(experiment.noise?.values ?? {}).filter(([name]) => Object.hasOwn(fields, name))
  const noise = kind === undefined ? undefined : { kind, values: { ...defaults(fields), ...Object.fromEntries(held) } }
  return tryCommit(() => ({ ...experiment, noise }), `noise:${kind}`)
}

/** Gives a setting of the noise a value. */
export function setNoiseValue(name: string, value: number): Issue | undefined {
  const experiment = present()
  const { noise } = experiment
  if (noise === undefined) return { about: 'noise', says: 'There is no noise to set. Choose a kind of noise first.' }
  return tryCommit(() => ({ ...experiment, noise: { ...noise, values: { ...noise.values, [name]: value } } }), `noise:${name}`)
}

/** Shows another part of the plane. */
export function setDomain(domain: Box): Issue | undefined {
  const experiment = present()
  const issue = refusedDomain(experiment, domain)
  if (!issue) commit({ ...experiment, domain }, 'domain')
  return issue
}

/** Moves start `index` to `point`. */
export function moveStart(index: number, point: readonly number[]): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.starts, index, 'start') ?? refusedPoint(experiment, point)
  if (issue) return issue
  commit({ ...experiment, starts: experiment.starts.with(index, [...point]) }, `start:${index}`)
  return undefined
}

/** One more start, for all optimizers. */
export function addStart(point: readonly number[]): Issue | undefined {
  const experiment = present()
  if (experiment.starts.length >= START_LIMIT) {
    return { about: 'start', says: `There are already ${START_LIMIT} starts, which is the most. Remove one to add another.` }
  }
  const issue = refusedPoint(experiment, point)
  if (issue) return issue
  commit({ ...experiment, starts: [...experiment.starts, [...point]] }, `start+${experiment.starts.length}`)
  return undefined
}

/** Removes a start; the last one stays. */
export function removeStart(index: number): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.starts, index, 'start')
  if (issue) return issue
  if (experiment.starts.length === 1) {
    return { about: 'start', says: 'This is the only start, and the runs need one. Move it instead.' }
  }
  commit({ ...experiment, starts: experiment.starts.toSpliced(index, 1) }, `start-${experiment.starts.length}`)
  return undefined
}

/**
 * One more optimizer with the hyper-parameters that suit the landscape. Where the same run is already on the list the new one
 * takes another learning rate, since two equal paths would look like one.
 */
export function addRun(optimizer: string): Issue | undefined {
  const experiment = present()
  if (experiment.runs.length >= RUN_LIMIT) {
    return { about: 'run', says: `There are already ${RUN_LIMIT} optimizers, which is the most. Remove one to add another.` }
  }
  return tryCommit(() => {
    const next = withRun(experiment, optimizer)
    const added = next.runs.at(-1)
    return added ? { ...next, runs: next.runs.with(-1, distinct(added, experiment)) } : next
  }, `run+${experiment.runs.length}`)
}

/** Removes an optimizer from the list. */
export function removeRun(index: number): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.runs, index, 'run')
  if (issue) return issue
  const { basins } = experiment
  const follows = basins !== undefined && basins.run > index ? { basins: { ...basins, run: basins.run - 1 } } : {}
  commit({ ...experiment, ...follows, runs: experiment.runs.toSpliced(index, 1) }, `run-${experiment.runs.length}`)
  return undefined
}

/** Makes run `index` another method; it takes that method's defaults, at the rate that suits the landscape. */
export function setOptimizer(index: number, id: string): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.runs, index, 'run')
  if (issue) return issue
  return tryCommit(() => {
    const run = withRun({ ...experiment, runs: [] }, id).runs[0]
    return { ...experiment, runs: experiment.runs.with(index, { ...run, shown: experiment.runs[index].shown }) }
  }, `optimizer:${index}`)
}

/** Gives a hyper-parameter of run `index` a value; booleans are 0 or 1. */
export function setHyper(index: number, name: string, value: number): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.runs, index, 'run')
  if (issue) return issue
  const run = experiment.runs[index]
  const no = refused(methodOf(experiment, run.optimizer)?.hyper ?? {}, name, value, 'This optimizer has no hyper-parameter')
  if (no) return no
  const changed = { ...run, hyper: { ...run.hyper, [name]: value } }
  commit({ ...experiment, runs: experiment.runs.with(index, changed) }, `hyper:${index}:${name}`)
  return undefined
}

/**
 * Gives run `index` a schedule of the catalogue, with the settings that suit it; a formula of t and lr for `formula`; the same rate at
 * every step for `constant`.
 */
export function chooseSchedule(index: number, id: string): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.runs, index, 'run')
  if (issue) return issue
  const { schedule: _before, ...run } = experiment.runs[index]
  const schedule = id === 'constant' ? undefined : freshSchedule(id, run.hyper.lr, experiment.steps)
  return tryCommit(() => ({ ...experiment, runs: experiment.runs.with(index, schedule ? { ...run, schedule } : run) }), `schedule:${index}`)
}

/** Types the rate of run `index` as a formula of t and lr. */
export function typeRate(index: number, text: string): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.runs, index, 'run')
  if (issue) return issue
  const run = { ...experiment.runs[index], schedule: { kind: 'formula', text: text.trim() } as const }
  return tryCommit(() => ({ ...experiment, runs: experiment.runs.with(index, run) }), `rate:${index}`)
}

/** Gives a setting of the schedule of run `index` a value; booleans are 0 or 1. */
export function setSchedule(index: number, name: string, value: number): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.runs, index, 'run')
  if (issue) return issue
  const run = experiment.runs[index]
  const schedule = run.schedule?.kind === 'catalogue' ? run.schedule : undefined
  const no = refused(scheduleById(schedule?.id ?? '')?.fields ?? {}, name, value, 'This schedule has no setting')
  if (no || schedule === undefined) return no
  const changed = { ...run, schedule: { ...schedule, values: { ...schedule.values, [name]: value } } }
  commit({ ...experiment, runs: experiment.runs.with(index, changed) }, `schedule:${index}:${name}`)
  return undefined
}

/** Puts something around the method of run `index`, with its defaults, or takes it away. */
export function setAround(index: number, id: string, on: boolean): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.runs, index, 'run')
  if (issue) return issue
  const run = withAround(experiment.runs[index], id, on ? {} : undefined)
  return tryCommit(() => ({ ...experiment, runs: experiment.runs.with(index, run) }), `around:${index}:${id}`)
}

/** Gives a setting of what stands around the method of run `index` a value. */
export function setAroundValue(index: number, id: string, name: string, value: number): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.runs, index, 'run')
  if (issue) return issue
  const run = experiment.runs[index]
  const no = refused(aroundById(id)?.fields ?? {}, name, value, 'There is no such setting:')
  if (no) return no
  const changed = withAround(run, id, { ...run.around?.[id], [name]: value })
  commit({ ...experiment, runs: experiment.runs.with(index, changed) }, `around:${index}:${name}`)
  return undefined
}

/** Shows or hides the paths of run `index`. */
export function setShown(index: number, shown: boolean): Issue | undefined {
  const experiment = present()
  const issue = missing(experiment.runs, index, 'run')
  if (issue) return issue
  const run = experiment.runs[index]
  if (run.shown !== shown) commit({ ...experiment, runs: experiment.runs.with(index, { ...run, shown }) }, `shown:${index}`)
  return undefined
}

/** How many steps every run takes. A playhead at the end stays at the end. */
export function setSteps(steps: number): Issue | undefined {
  const experiment = present()
  return tryCommit(() => ({ ...experiment, steps, at: Math.min(experiment.at, steps) }), 'steps')
}

/** The seed of all randomness. */
export function setSeed(seed: number): Issue | undefined {
  const experiment = present()
  return tryCommit(() => ({ ...experiment, seed }), 'seed')
}

/** Commits what `make` gives unless the whole is not a valid experiment. */
function tryCommit(make: () => Experiment | { ok: false; issues: readonly Issue[] }, key: string): Issue | undefined {
  const next = make()
  if ('ok' in next) return next.issues[0]
  const issue = validate(next)[0]
  if (!issue) commit(next, key)
  return issue
}

function distinct(run: Run, experiment: Experiment): Run {
  const field = methodOf(experiment, run.optimizer)?.hyper.lr
  const lr = run.hyper.lr
  if (!field || lr === undefined) return run
  for (const factor of [1, 0.5, 2, 0.2, 5, 0.1, 10, 0.05, 20, 0.02, 50, 0.01, 100]) {
    const candidate = { ...run, hyper: { ...run.hyper, lr: Number((lr * factor).toPrecision(12)) } }
    if (!refuse(field, 'lr', candidate.hyper.lr) && !experiment.runs.some((other) => sameMethod(other, candidate))) return candidate
  }
  return run
}
