/** The verbs of methods that somebody types. Like all edits they refuse, with sentences, what the experiment does not allow. */
import { validate } from '../core/experiment/create.ts'
import { METHOD_LIMIT, RUN_LIMIT, type Experiment } from '../core/experiment/experiment.ts'
import { freshRun } from '../core/experiment/fresh.ts'
import { taken, withMethod, withoutMethod } from '../core/experiment/methods.ts'
import type { Issue } from '../core/issue.ts'
import { objectiveById } from '../core/objectives/index.ts'
import { freeId, refuseMethod } from '../core/optimizers/check-typed.ts'
import { isDeclared } from '../core/optimizers/optimizer.ts'
import { copyOf, hyperFor, type TypedMethod } from '../core/optimizers/typed.ts'
import { missing } from './checks.ts'
import { commit } from './commit.ts'
import { methodOf } from './methods.ts'
import { setSession, store } from './store.ts'

/** A heavy ball in two lines: what a method of one's own begins as. */
const FIRST = [{ name: 'v', formula: 'beta*v + g' }, { name: 'x', formula: 'x - lr*v' }]

/** One more method, a heavy ball to be changed, with a run of its own at the rate that suits the landscape; its formulas are opened. */
export function startMethod(): Issue | undefined {
  const e = store.getState().experiment
  const ball = methodOf(e, 'momentum')
  const objective = e.landscape.kind === 'catalogue' ? objectiveById(e.landscape.id) : undefined
  const lr = ball && freshRun(ball, objective).hyper.lr
  const hyper = hyperFor(FIRST, []).map((knob) => (knob.name === 'lr' && lr !== undefined ? { ...knob, default: lr } : knob))
  const id = freeId('mine', e.methods.map((m) => m.id))
  return begin(e, withMethod(e, undefined, { id, update: FIRST, hyper }), id)
}

/** One more method with the formulas of run `index`, and a run of it with that run's settings; its formulas are opened. */
export function copyMethod(index: number): Issue | undefined {
  const e = store.getState().experiment
  const issue = missing(e.runs, index, 'run')
  if (issue) return issue
  const run = e.runs[index]
  const method = methodOf(e, run.optimizer)
  if (method === undefined || !isDeclared(method)) {
    return { about: 'run', says: `${method?.name ?? run.optimizer} is not declared by formulas, so there are none to copy. Start from another method.` }
  }
  const id = freeId(`my ${method.short}`, e.methods.map((m) => m.id))
  const next = withMethod(e, undefined, copyOf(method, id))
  return begin(e, { ...next, runs: next.runs.with(-1, { ...run, optimizer: id }) }, id)
}

function begin(e: Experiment, next: Experiment, id: string): Issue | undefined {
  if (e.methods.length >= METHOD_LIMIT) {
    return { about: 'method', says: `There are already ${METHOD_LIMIT} methods of your own, which is the most. Remove one to add another.` }
  }
  if (e.runs.length >= RUN_LIMIT) {
    return { about: 'run', says: `There are already ${RUN_LIMIT} optimizers, which is the most. Remove one to add another.` }
  }
  commit(next, `method+${e.methods.length}`)
  setSession({ method: id, selected: next.runs.length - 1 })
  return undefined
}

/**
 * Puts `method` in the place of the typed method `id`; its runs follow. Where it cannot run nothing changes, and the sentences say why;
 * their `about` is that of `refuseMethod`.
 */
export function writeMethod(id: string, method: TypedMethod): readonly Issue[] {
  const e = store.getState().experiment
  const issues = refuseMethod(method)
  if (method.id !== id && e.methods.some((other) => other.id === method.id)) issues.push({ about: 'id', says: taken(method.id) })
  if (issues.length > 0) return issues
  const next = withMethod(e, id, method)
  const refused = validate(next)
  if (refused.length > 0) return refused
  commit(next, `method:${e.methods.findIndex((m) => m.id === id)}`)
  if (method.id !== id) setSession({ method: method.id })
  return []
}

/** Removes a typed method and its runs. */
export function removeMethod(id: string): void {
  const e = store.getState().experiment
  commit(withoutMethod(e, id), `method-${e.methods.length}`)
  setSession({ method: undefined })
}

/** Opens the formulas of a typed method, or closes them for undefined. */
export function openMethod(id: string | undefined): void {
  setSession({ method: id })
}
