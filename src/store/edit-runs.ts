/** The verbs of the list of optimizers: which there are, their hyper-parameters, their schedules and what stands around them. */
import { withAround } from '../core/experiment/around.ts'
import { addRun as withRun } from '../core/experiment/create.ts'
import { RUN_LIMIT, type BasinChoice, type Experiment, type Run } from '../core/experiment/experiment.ts'
import { freshSchedule } from '../core/experiment/schedule.ts'
import { refuse } from '../core/fields.ts'
import type { Issue } from '../core/issue.ts'
import { aroundById } from '../core/optimizers/around/index.ts'
import { scheduleById } from '../core/optimizers/schedules/index.ts'
import { missing, refused } from './checks.ts'
import { commit, tryCommit } from './commit.ts'
import { methodOf } from './methods.ts'
import { sameMethod } from './same.ts'
import { store } from './store.ts'

const present = () => store.getState().experiment

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
  const { basins, sweep, ensemble } = experiment
  const still = <T extends { readonly run: number }>(of: T): T => ({ ...of, run: of.run > index ? of.run - 1 : of.run })
  const panels = { ...(basins && { basins: basinsWithout(basins, index) }), ...(sweep && { sweep: still(sweep) }), ...(ensemble && { ensemble: still(ensemble) }) }
  commit({ ...experiment, ...panels, runs: experiment.runs.toSpliced(index, 1) }, `run-${experiment.runs.length}`)
  return undefined
}

/** The basin map goes on with the runs it shows; without the one it compares with there is no comparison. */
function basinsWithout({ run, against, size }: BasinChoice, index: number): BasinChoice {
  const later = (k: number): number => (k > index ? k - 1 : k)
  return { run: later(run), ...(against !== undefined && against !== index && { against: later(against) }), size }
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
