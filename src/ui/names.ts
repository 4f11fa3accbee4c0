/** How a run is called where there is room: its method's name, and what tells it apart from other runs of the same method. */
import type { Experiment, Run } from '../core/experiment/experiment.ts'
import { activeAround, sameAround } from '../core/experiment/around.ts'
import { sameSchedule, scheduleName } from '../core/experiment/schedule.ts'
import { plainTex } from '../core/formula/plain.ts'
import { methodOf } from '../store/methods.ts'
import { formatRow } from './format.ts'

/** `Adam`, or `GD, η 0.010` where gradient descent is on the list more than once; what stands around it follows: `Adam + SAM`. */
export function runName(e: Pick<Experiment, 'runs' | 'methods'>, index: number): string {
  return `${methodName(e, index)}${aroundName(e.runs[index])}`
}

/** The same where there is room for some seventeen letters: the method's short name where the other is longer. */
export function tightName(e: Pick<Experiment, 'runs' | 'methods'>, index: number): string {
  const name = runName(e, index)
  const method = methodOf(e, e.runs[index].optimizer)
  return name.length <= 17 || method === undefined ? name : name.replace(method.name, method.short)
}

/** What stands around a run's method, after its name: ` + SAM`. */
export function aroundName(run: Run): string {
  return activeAround(run).map(([entry, values]) => ` + ${entry.short(values)}`).join('')
}

function methodName(experiment: Pick<Experiment, 'runs' | 'methods'>, index: number): string {
  const { runs } = experiment
  const run = runs[index]
  const method = methodOf(experiment, run.optimizer)
  if (method === undefined) return run.optimizer
  const alike = runs.filter((other) => other.optimizer === run.optimizer && sameAround(other, run))
  if (alike.length < 2) return method.name
  const schedule = run.schedule === undefined ? 'constant' : scheduleName(run.schedule).toLowerCase()
  const sameHyper = alike.every((other) => Object.keys(run.hyper).every((name) => other.hyper[name] === run.hyper[name]))
  if (sameHyper && alike.some((other) => !sameSchedule(run.schedule, other.schedule))) return `${method.short}, ${schedule}`
  const telling = tellingApart(run, alike)
  const field = telling === undefined ? undefined : method.hyper[telling]
  if (telling === undefined || field === undefined) return method.short
  if (field.kind === 'boolean') return `${method.short}, ${run.hyper[telling] === 1 ? '' : 'not '}${field.label.toLowerCase()}`
  if (field.kind === 'choice') return `${method.short}, ${field.options[run.hyper[telling]].label.toLowerCase()}`
  return `${method.short}, ${plainTex(field.tex)} ${formatRow(run.hyper[telling], field.scale !== 'integer')}`
}

/** The first hyper-parameter in which runs of one method differ; the first of all where they are equal. */
function tellingApart(run: Run, alike: readonly Run[]): string | undefined {
  const names = Object.keys(run.hyper)
  return names.find((name) => alike.some((other) => other.hyper[name] !== run.hyper[name])) ?? names[0]
}
