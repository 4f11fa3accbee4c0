/** Whether a typed method can run, and what is worth knowing about one that can: sentences, each with the place it speaks of. */
import type { Expression } from '../formula/ast.ts'
import { CONSTANTS } from '../formula/functions.ts'
import { names, reductions, refuseName } from '../formula/names.ts'
import { parse } from '../formula/parse.ts'
import type { Issue } from '../issue.ts'
import { DECLARED, OPTIMIZERS } from './index.ts'
import type { Optimizer } from './optimizer.ts'
import { RESERVED } from './reserved.ts'
import { HYPER_LIMIT, neededHyper, type TypedHyper, type TypedMethod, type TypedUpdate } from './typed.ts'

/** Most formulas of a method, and most characters of all of them together. */
export const UPDATE_LIMIT = 16
export const TEXT_LIMIT = 2000
/** Most hyper-parameters. */
export const KNOB_LIMIT = 12
/** Most characters of a name. */
export const NAME_LIMIT = 40

/** Every reason why `method` cannot run; none where it can. `about` is `id`, `update`, `update[2]`, `hyper` or `hyper.NAME`. */
export function refuseMethod(method: TypedMethod): Issue[] {
  const { id, update } = method
  const issues = [refuseId(id), ...refuseSize(update)].filter((issue) => issue !== undefined)
  if (issues.some((issue) => issue.about === 'update')) return issues
  issues.push(...update.flatMap((_, i) => refuseUpdate(update, i)))
  if (!update.some((u) => u.name === 'x')) {
    issues.push({ about: 'update', says: 'No formula says where x goes. Add one for x, for example x = x - lr*g.' })
  }
  return [...issues, ...(issues.length === 0 ? refuseKnobs(method) : [])]
}

/** Why a method cannot be called so; undefined where it can. */
export function refuseId(id: string): Issue | undefined {
  const no = (says: string): Issue => ({ about: 'id', says })
  if (id === '') return no('The method has no name. Give it one, for example mine.')
  if (id.length > NAME_LIMIT) return no(`The name has ${id.length} characters; the limit is ${NAME_LIMIT}. Shorten it.`)
  if (!/^\p{L}[\p{L}\p{N} _.'()-]*$/u.test(id) || / $| {2}/.test(id)) {
    return no('A name is letters, digits and spaces, a letter first. Try one like Heavy ball 2.')
  }
  const taken = catalogued(id)
  if (taken !== undefined) return no(`${taken.name} is a method of the catalogue already. Call yours otherwise, for example my ${id}.`)
  return id.toLowerCase() === 'none' ? no('none means that there is no optimizer. Call the method otherwise, for example mine.') : undefined
}

/** The method of the catalogue that is called so, by id or by name, in capitals or not. */
export function catalogued(id: string): Optimizer | undefined {
  const like = id.toLowerCase()
  return OPTIMIZERS.find((o) => o.id === like || o.name.toLowerCase() === like)
}

function refuseSize(update: readonly TypedUpdate[]): Issue[] {
  if (update.length > UPDATE_LIMIT) {
    return [{ about: 'update', says: `The method has ${update.length} formulas; the limit is ${UPDATE_LIMIT}. Put some together.` }]
  }
  const length = update.reduce((sum, { name, formula }) => sum + name.length + formula.length, 0)
  if (length <= TEXT_LIMIT) return []
  return [{ about: 'update', says: `The formulas have ${length} characters; the limit is ${TEXT_LIMIT} for all together. Shorten them.` }]
}

function refuseUpdate(update: readonly TypedUpdate[], i: number): Issue[] {
  const { name, formula } = update[i]
  const issue = (says: string, column?: number): Issue => ({ about: `update[${i}]`, says, ...(column !== undefined && { column }) })
  if (name === '') return [issue('This formula has no name before the equals sign. Give it one, for example v.')]
  const no = refuseSlot(name)
  if (no !== undefined) return [issue(no)]
  const first = update.findIndex((u) => u.name === name)
  if (first < i) return [issue(`${name} has a formula already, number ${first + 1}. Call this one otherwise, or remove it.`)]
  const parsed = parse(formula)
  if (!parsed.ok) return parsed.issues.map(({ says, column }) => issue(says, column))
  const [rows] = reductions(parsed.value)
  if (rows === undefined) return []
  return [issue(`A method has no rows of data, so ${rows.name}(...) at column ${rows.column} means nothing in it.`, rows.column)]
}

/** Why a formula's result cannot be called so. */
function refuseSlot(name: string): string | undefined {
  const otherwise = 'Call it otherwise'
  if (name === 'g') return `g is the slope, which every step is given. ${otherwise}, for example d.`
  if (name === 't') return `t is the number of the step, 1 for the first. ${otherwise}, for example s.`
  return refuseWord(name)
}

function refuseWord(name: string): string | undefined {
  if (name.length > NAME_LIMIT) return `A name has ${name.length} characters; the limit is ${NAME_LIMIT}. Shorten it.`
  const no = refuseName(name) ?? (name.startsWith('_') ? 'begins with an underscore, and a name begins with a letter' : undefined)
  return no === undefined ? undefined : `"${name}" ${no}. Call it otherwise, for example v.`
}

function refuseKnobs({ update, hyper }: TypedMethod): Issue[] {
  const needed = neededHyper(update)
  const issues: Issue[] = []
  if (needed.length > KNOB_LIMIT) {
    return [{ about: 'hyper', says: `The formulas have ${needed.length} hyper-parameters; the limit is ${KNOB_LIMIT}. Write numbers for some.` }]
  }
  for (const name of needed) {
    const about = { about: `hyper.${name}` }
    const no = refuseWord(name)
    if (no !== undefined) issues.push({ ...about, says: no })
    else if (RESERVED.has(name)) {
      const says = `${name} is a word of links already: a setting of the run or of its schedule. Call the hyper-parameter otherwise, for example ${name}1.`
      issues.push({ ...about, says })
    } else if (!hyper.some((h) => h.name === name)) issues.push({ ...about, says: `${name} has no default. Write one like ${name}:0.9.` })
  }
  for (const [i, knob] of hyper.entries()) {
    const { name } = knob
    const twice = hyper.findIndex((h) => h.name === name) < i
    const says = !needed.includes(name) ? strayHyper(name, update) : twice ? `${name} is a hyper-parameter twice. Leave one out.` : refuseKnob(knob)
    if (says !== undefined) issues.push({ about: `hyper.${name}`, says })
  }
  return issues
}

/** Why a name with a default is no hyper-parameter. */
export function strayHyper(name: string, update: readonly TypedUpdate[]): string {
  if (update.some((u) => u.name === name)) return `${name} is computed by a formula, so it is no hyper-parameter. Leave its default out.`
  if (name === 'g' || name === 't' || CONSTANTS.has(name)) return `${name} has its own meaning, so it is no hyper-parameter. Leave its default out.`
  return `No formula uses ${name}. Leave its default out.`
}

/** Why a default or a slider cannot be. */
export function refuseKnob({ name, default: initial, slider: [low, high], scale }: TypedHyper): string | undefined {
  for (const value of [initial, low, high]) {
    if (Number.isNaN(value)) return `${name} has a value that is not a number. Write it like ${name}:0.9,0,1.`
    if (Math.abs(value) > HYPER_LIMIT) return `${name} has the value ${value}; the limit is ${HYPER_LIMIT}. Try ${name}:1.`
    if (scale === 'integer' && !Number.isInteger(value)) return `${name} has the value ${value}, expected whole numbers. Try ${Math.round(value)}.`
  }
  if (!(low < high)) return `The slider of ${name} runs from ${low} to ${high}, expected the lower end first. Write it like ${name}:0.9,0,1.`
  if (scale === 'log' && !(low > 0)) return `The slider of ${name} begins at ${low}, and a logarithmic one begins above 0. Try 0.001.`
  return undefined
}

/** What is allowed but may surprise: sentences about a method that can run. */
export function remarks({ update }: TypedMethod): Issue[] {
  const read = update.flatMap(({ name, formula }) => {
    const parsed = parse(formula)
    return parsed.ok ? [{ name, uses: usesOf(parsed.value) }] : []
  })
  if (read.length < update.length) return []
  const reached = reachedFrom('x', read)
  const issues: Issue[] = []
  const place = read.findIndex((r) => r.name === 'x')
  if (!reached.has('g')) issues.push({ about: `update[${place}]`, says: 'x never uses g: this method never looks at the slope.' })
  if (!reached.has('x')) issues.push({ about: `update[${place}]`, says: 'x never uses x: each step forgets where it stands.' })
  for (const [i, { name, uses }] of read.entries()) {
    const about = `update[${i}]`
    if (name !== 'x' && !reached.has(name)) issues.push({ about, says: `${name} is computed, but x never uses it.` })
    for (const use of uses) {
      const at = read.findIndex((r) => r.name === use.name)
      const { column } = use
      if (use.name === 'x' && i > place) issues.push({ about, column, says: `${name} stands after x, so its x is where the step has led.` })
      else if (use.name !== 'x' && at > i) {
        issues.push({ about, column, says: `${name} uses ${use.name}, which is computed after it: that is the ${use.name} of the step before, 0 at first.` })
      }
    }
  }
  return issues
}

/** The names of a formula, each once, where it first stands. */
function usesOf(e: Expression): readonly { readonly name: string; readonly column: number }[] {
  const found = names(e)
  return found.filter(({ name }, i) => found.findIndex((other) => other.name === name) === i)
}

/** Every name that `name` depends on in this step or an earlier one. */
function reachedFrom(name: string, read: readonly { readonly name: string; readonly uses: readonly { readonly name: string }[] }[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [name]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const use of read.find((r) => r.name === next)?.uses ?? []) {
      if (reached.has(use.name)) continue
      reached.add(use.name)
      open.push(use.name)
    }
  }
  return reached
}

/** The first of `mine`, `mine 2`, `mine 3` … that is free. */
export function freeId(base: string, taken: readonly string[]): string {
  const ids = [...taken, ...DECLARED.map((o) => o.id)]
  for (let i = 1; ; i++) {
    const id = i === 1 ? base : `${base} ${i}`
    if (!ids.includes(id) && refuseId(id) === undefined) return id
  }
}
