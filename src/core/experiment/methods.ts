/** The methods of an experiment: those of the catalogue, and those that were typed into it. */
import { defaults, refuse } from '../fields.ts'
import type { Issue } from '../issue.ts'
import { unsuited } from '../optimizers/around/around.ts'
import { aroundById } from '../optimizers/around/index.ts'
import { refuseMethod } from '../optimizers/check-typed.ts'
import { optimizerById } from '../optimizers/index.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { declare, typedById, type TypedMethod } from '../optimizers/typed.ts'
import { METHOD_LIMIT, type Experiment, type Run } from './experiment.ts'
import { freshRun } from './fresh.ts'

/** The method with this id, or undefined: ids come from links, so anything may be asked for. */
export function methodOf({ methods }: Pick<Experiment, 'methods'>, id: string): Optimizer | undefined {
  return optimizerById(id) ?? typedById(methods, id)
}

/** Why the typed methods are none that may be; nothing where they are. */
export function refuseMethods(methods: readonly TypedMethod[]): Issue[] {
  const issues = methods.flatMap((method, i) => refuseMethod(method).map((issue) => ({ ...issue, about: `method[${i}].${issue.about ?? ''}` })))
  const twice = methods.findIndex((method, i) => methods.findIndex((other) => other.id === method.id) < i)
  if (twice >= 0) issues.push({ about: `method[${twice}].id`, says: taken(methods[twice].id) })
  if (methods.length > METHOD_LIMIT) {
    issues.push({ about: 'method', says: `There are ${methods.length} typed methods; the limit is ${METHOD_LIMIT}. Leave some out.` })
  }
  return issues
}

export function taken(id: string): string {
  return `There is a method called ${id} already. Call this one otherwise, for example ${id} 2.`
}

/**
 * The experiment with `method` in the place of the typed method `before`, whose runs become its runs; as one more method with a run of
 * its own where `before` is undefined. Runs keep what they were set to and take defaults for what is new; a schedule, and what stands
 * around the method, goes where it no longer fits.
 */
export function withMethod(e: Experiment, before: string | undefined, method: TypedMethod): Experiment {
  const at = e.methods.findIndex((m) => m.id === before)
  if (at < 0) return { ...e, methods: [...e.methods, method], runs: [...e.runs, freshRun(declare(method))] }
  const old = declare(e.methods[at])
  const usual = defaults(old.hyper)
  const declared = declare(method)
  const { hyper: fields } = declared
  const fits = (id: string): boolean => {
    const entry = aroundById(id)
    return entry !== undefined && unsuited(entry, declared) === undefined
  }
  const follow = (run: Run): Run => {
    const hyper = Object.fromEntries(Object.entries(defaults(fields)).map(([name, initial]) => {
      const held = Object.hasOwn(run.hyper, name) && !Object.is(run.hyper[name], usual[name]) ? run.hyper[name] : undefined
      return [name, held !== undefined && refuse(fields[name], name, held) === undefined ? held : initial]
    }))
    const { schedule, around = {}, ...plain } = run
    const fitting = Object.entries(around).filter(([id]) => fits(id))
    return {
      ...plain, ...(schedule && Object.hasOwn(fields, 'lr') && { schedule }), ...(fitting.length > 0 && { around: Object.fromEntries(fitting) }),
      optimizer: method.id, hyper,
    }
  }
  return { ...e, methods: e.methods.with(at, method), runs: e.runs.map((run) => (run.optimizer === before ? follow(run) : run)) }
}

/** The experiment without a typed method and its runs. */
export function withoutMethod(e: Experiment, id: string): Experiment {
  return { ...e, methods: e.methods.filter((m) => m.id !== id), runs: e.runs.filter((run) => run.optimizer !== id) }
}

/** Whether an id means the same in both experiments: the same formulas over the same hyper-parameters. */
export function sameMethodOf(a: Pick<Experiment, 'methods'>, b: Pick<Experiment, 'methods'>, id: string): boolean {
  if (a.methods === b.methods) return true
  const [one, other] = [a, b].map(({ methods }) => methods.find((m) => m.id === id))
  if (one === other) return true
  if (one === undefined || other === undefined || one.update.length !== other.update.length) return false
  return one.update.every(({ name, formula }, i) => name === other.update[i].name && formula === other.update[i].formula)
}
