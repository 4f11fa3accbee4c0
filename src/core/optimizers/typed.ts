/** Methods that somebody typed: plain data, which becomes a declaration like those of the catalogue and goes the same way. */
import type { Field, Fields, NumberField } from '../fields.ts'
import { freeNames } from '../formula/names.ts'
import { parse } from '../formula/parse.ts'
import { texName } from '../formula/print.ts'
import { DECLARED } from './index.ts'
import type { DeclaredOptimizer } from './optimizer.ts'

export interface TypedMethod {
  /** What links, menus and sentences call it. */
  readonly id: string
  /** In order of evaluation; one of them is `x`. */
  readonly update: readonly TypedUpdate[]
  /** One for each name that the formulas use and nothing else gives a value to; `lr` is the first. */
  readonly hyper: readonly TypedHyper[]
}

export interface TypedUpdate {
  readonly name: string
  readonly formula: string
}

/** A hyper-parameter: what a fresh run begins with, and the span and scale of its slider. */
export interface TypedHyper {
  readonly name: string
  readonly default: number
  readonly slider: readonly [number, number]
  readonly scale: NumberField['scale']
}

/** What every formula is given: the coordinate, its slope, and the number of the step. */
export const GIVEN: readonly string[] = ['x', 'g', 't']
/** Hyper-parameters may be anything up to this size. */
export const HYPER_LIMIT = 1e100

/** The typed method as a declaration. It needs no more than the shape: formulas that cannot be read fail where they are compiled. */
export function declare({ id, update, hyper }: TypedMethod): DeclaredOptimizer {
  return {
    id,
    name: id,
    short: id,
    family: 'First order',
    hyper: fieldsOf(hyper, update),
    update: Object.fromEntries(update.map(({ name, formula }) => [name, formula])),
    tex: Object.fromEntries(update.map(({ name }) => [name, slotTex(name)])),
  }
}

/** The typed method with this id, declared; undefined where there is none. */
export function typedById(methods: readonly TypedMethod[], id: string): DeclaredOptimizer | undefined {
  const method = methods.find((m) => m.id === id)
  return method && declare(method)
}

/** A copy of a declared method to be changed: the same formulas, and hyper-parameters with the same defaults and sliders. */
export function copyOf({ update, hyper }: DeclaredOptimizer, id: string): TypedMethod {
  return {
    id,
    update: Object.entries(update).map(([name, formula]) => ({ name, formula })),
    hyper: Object.entries(hyper).map(([name, field]) => knobOf(name, field)),
  }
}

/** Names that formulas use and nothing gives a value to, each once: the hyper-parameters they need, `lr` first. */
export function neededHyper(update: readonly TypedUpdate[]): string[] {
  const known = new Set([...GIVEN, ...update.map((u) => u.name)])
  const free = update.flatMap(({ formula }) => {
    const parsed = parse(formula)
    return parsed.ok ? freeNames(parsed.value) : []
  })
  const names = [...new Set(free)].filter((name) => !known.has(name))
  return names.includes('lr') ? ['lr', ...names.filter((name) => name !== 'lr')] : names
}

/** The hyper-parameters that the formulas need: those of `held` where they are among them, in their order, others as is usual. */
export function hyperFor(update: readonly TypedUpdate[], held: readonly TypedHyper[]): readonly TypedHyper[] {
  const needed = neededHyper(update)
  const kept = held.filter(({ name }, i) => needed.includes(name) && held.findIndex((h) => h.name === name) === i)
  const all = [...kept, ...needed.filter((name) => !kept.some((h) => h.name === name)).map(usualHyper)]
  return [...all.filter((h) => h.name === 'lr'), ...all.filter((h) => h.name !== 'lr')]
}

/** What a hyper-parameter of this name begins with: what the catalogue's has, or 1. */
export function usualHyper(name: string): TypedHyper {
  const field = usualField(name)
  if (field !== undefined) return knobOf(name, field)
  if (/^(beta|rho|mu|alpha)\d*$/.test(name)) return { name, default: 0.9, slider: [0, 0.999], scale: 'linear' }
  return { name, default: 1, slider: [0, 2], scale: 'linear' }
}

function usualField(name: string): NumberField | undefined {
  for (const { hyper } of DECLARED) {
    const field = Object.hasOwn(hyper, name) ? hyper[name] : undefined
    if (field?.kind === 'number') return field
  }
  return undefined
}

function knobOf(name: string, field: Field): TypedHyper {
  if (field.kind === 'number') return { name, default: field.default, slider: field.slider, scale: field.scale }
  const most = field.kind === 'choice' ? field.options.length - 1 : 1
  return { name, default: Number(field.default), slider: [0, most], scale: 'integer' }
}

function fieldsOf(hyper: readonly TypedHyper[], update: readonly TypedUpdate[]): Fields {
  const usual = hyper.map(({ name }) => usualField(name)?.tex ?? texName(name))
  const taken = [...usual, ...update.map((u) => slotTex(u.name))]
  return Object.fromEntries(hyper.map(({ name, default: initial, slider, scale }, i): [string, NumberField] => {
    // A symbol that stands for two things in one rule says nothing.
    const alone = taken.filter((tex) => tex === usual[i]).length === 1
    return [name, {
      kind: 'number', label: usualField(name)?.label ?? name, tex: alone ? usual[i] : texName(name), default: initial,
      min: -HYPER_LIMIT, max: HYPER_LIMIT, slider, scale, note: `The value of ${name} in the formulas.`,
    }]
  }))
}

/** A slot as TeX: `m_hat` is \hat m, and what has an index of its own is kept together, since the step is another one. */
function slotTex(name: string): string {
  const [, stem, mark] = /^([A-Za-z]+)_(hat|bar|tilde)$/.exec(name) ?? []
  if (stem !== undefined) return `\\${mark}{${texName(stem)}}`
  const tex = texName(name)
  return tex.includes('_') ? `{${tex}}` : tex
}
