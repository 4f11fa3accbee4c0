/** The verbs of methods that somebody types. Like all edits they refuse, with sentences, what the experiment does not allow. */
import { validate } from '../core/experiment/create.ts'
import { activeAround } from '../core/experiment/around.ts'
import { METHOD_LIMIT, RUN_LIMIT, type Experiment, type Run } from '../core/experiment/experiment.ts'
import { freshRun } from '../core/experiment/fresh.ts'
import { taken, withMethod, withoutMethod } from '../core/experiment/methods.ts'
import { scheduleName } from '../core/experiment/schedule.ts'
import type { Issue } from '../core/issue.ts'
import { objectiveById } from '../core/objectives/index.ts'
import { freeId, refuseMethod } from '../core/optimizers/check-typed.ts'
import { isDeclared } from '../core/optimizers/optimizer.ts'
import { copyOf, hyperFor, type TypedMethod } from '../core/optimizers/typed.ts'
import { missing } from './checks.ts'
import { beforeBurst, commit } from './commit.ts'
import { methodOf } from './methods.ts'
import { dismiss, notify } from './session.ts'
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

/** What a method loses with its learning rate is told under this title. */
const LOST = 'Some settings no longer fit'

/**
 * Puts `method` in the place of the typed method `id`; its runs follow, without the schedule and the settings around them that no longer
 * fit, which a notice says. Where it cannot run nothing changes, and the sentences say why; their `about` is that of `refuseMethod`.
 */
export function writeMethod(id: string, method: TypedMethod): readonly Issue[] {
  const e = store.getState().experiment
  const issues = refuseMethod(method)
  if (method.id !== id && e.methods.some((other) => other.id === method.id)) issues.push({ about: 'id', says: taken(method.id) })
  if (issues.length > 0) return issues
  const at = e.methods.findIndex((m) => m.id === id)
  // While lr is deleted and typed again its schedule must not go for good: what came before the typing counts.
  const before = beforeBurst(`method:${at}`) ?? e
  const next = withMethod(before, before.methods[at]?.id, method)
  const refused = validate(next)
  if (refused.length > 0) return refused
  commit(next, `method:${at}`)
  tellLost(before, next, method.id)
  if (method.id !== id) setSession({ method: method.id })
  return []
}

/** Says what the runs of a method had around them in `before` and have not in `next`; takes back what was said where they have all. */
function tellLost(before: Experiment, next: Experiment, id: string): void {
  const names = (run: Run): string[] => [...(run.schedule ? [scheduleName(run.schedule)] : []), ...activeAround(run).map(([{ name }]) => name)]
  const lost = before.runs.flatMap((run, i) => names(run).filter((name) => !names(next.runs[i]).includes(name)))
  if (lost.length > 0) {
    const each = [...new Set(lost)].join(' and ')
    notify({ tone: 'info', title: LOST, lines: [`${id} has no learning rate lr any more, and ${each} went by it, so it is gone from its runs. Write lr into a line and set it again, or undo.`] })
  } else {
    for (const notice of store.getState().session.notices) if (notice.title === LOST) dismiss(notice.id)
  }
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
