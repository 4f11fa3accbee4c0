/**
 * The `method=` parts of a link: `mine;v=beta*v+g;x=x-lr*v;lr:0.01,0.001,1,log;beta:0.9`. Pieces are parted by semicolons, which no
 * formula has: the name, then name=formula in order of evaluation, and name:default{,low,high{,log|integer}} with the span of the slider.
 * A link means what it defines: where the catalogue has since got a method of that name, the link's own is called otherwise, and its runs
 * stay its own.
 */
import type { NumberField } from '../fields.ts'
import { spelledOut } from '../formula/greek.ts'
import type { Issue } from '../issue.ts'
import { catalogued, freeId, refuseId, refuseKnob, refuseMethod, strayHyper, UPDATE_LIMIT } from '../optimizers/check-typed.ts'
import { hyperFor, neededHyper, usualHyper, type TypedHyper, type TypedMethod, type TypedUpdate } from '../optimizers/typed.ts'
import { METHOD_LIMIT } from './experiment.ts'
import { numberText, readNumber } from './link-text.ts'
import { taken } from './methods.ts'
import { shown } from './words.ts'

/** Most pieces of one method that are read. */
const PIECE_LIMIT = 100
const SCALES: readonly NumberField['scale'][] = ['linear', 'log', 'integer']

export interface ReadMethods {
  readonly methods: readonly TypedMethod[]
  /** The ids of those that the link calls otherwise, by the name it has for them. */
  readonly called: ReadonlyMap<string, string>
}

/** The methods written down. One that cannot run is left out, with a sentence. */
export function readMethods(texts: readonly string[], issues: Issue[]): ReadMethods {
  if (texts.length > METHOD_LIMIT) {
    const says = `The link has ${texts.length} methods; the limit is ${METHOD_LIMIT}. The first ${METHOD_LIMIT} are read.`
    issues.push({ about: 'method', says })
  }
  const read = texts.slice(0, METHOD_LIMIT)
  const names = read.map((text) => nameOf(text.split(';', 1)[0]))
  const called = new Map<string, string>()
  for (const name of names) if (catalogued(name) !== undefined) called.set(name, freeId(`my ${name}`, [...names, ...called.values()]))
  const methods: TypedMethod[] = []
  for (const [i, text] of read.entries()) {
    const method = readMethod(text, { about: `method[${i}]`, called, issues })
    if (method === undefined) continue
    if (methods.some((other) => other.id === method.id)) issues.push({ about: `method[${i}].id`, says: taken(method.id) })
    else methods.push(method)
  }
  return { methods, called }
}

const nameOf = (piece: string): string => piece.trim().replace(/\s+/g, ' ')

interface Reading {
  readonly about: string
  readonly called: ReadonlyMap<string, string>
  readonly issues: Issue[]
}

function readMethod(text: string, { about, called, issues }: Reading): TypedMethod | undefined {
  const [first, ...pieces] = text.split(';', PIECE_LIMIT + 1).map((piece) => piece.trim())
  const unnamed = /[=:]/.test(first)
  const name = unnamed ? '' : nameOf(first)
  const id = called.get(name) ?? name
  const tell = (place: string, says: string): void => {
    issues.push({ about: `${about}.${place}`, says: `${name === '' ? 'A method' : `The method ${shown(name)}`}: ${says}` })
  }
  if (unnamed) {
    tell('id', `It begins with ${shown(first)}, expected its name. Write it like mine;x=x-lr*g;lr:0.01.`)
    return undefined
  }
  const no = refuseId(id)
  if (no !== undefined) {
    tell('id', no.says)
    return undefined
  }
  if (id !== name) tell('id', `${catalogued(name)?.name} is a method of the catalogue already, so this one and its runs go by the name ${id} here.`)
  const update: TypedUpdate[] = []
  const written: [string, string][] = []
  for (const piece of pieces) {
    const [, word, sign, rest] = /^([^=:]*)([=:])([^]*)$/.exec(piece) ?? []
    if (sign === '=') update.push({ name: spelledOut(word), formula: rest.trim() })
    else if (sign === ':') written.push([spelledOut(word), rest])
    else if (piece !== '') tell('update', `${shown(piece)} is neither a formula nor a default. Write v=beta*v+g or beta:0.9.`)
  }
  const held = written.flatMap(([name, value]) => readKnob(name, value, update, tell) ?? [])
  const method = { id, update, hyper: update.length > UPDATE_LIMIT ? [] : hyperFor(update, held) }
  const refused = refuseMethod(method)
  for (const issue of refused) tell(issue.about ?? 'update', `${whose(issue, update)}${issue.says}`)
  return refused.length === 0 ? method : undefined
}

/** Which formula a sentence with a column is about. */
function whose({ about, column }: Issue, update: readonly TypedUpdate[]): string {
  const i = Number(/^update\[(\d+)\]$/.exec(about ?? '')?.[1])
  return column === undefined || Number.isNaN(i) ? '' : `${update[i].name} is ${shown(update[i].formula)}. `
}

/** `0.01`, `0.01,0,1` or `0.01,0.001,1,log`; what is refused, or belongs to no formula, is left out. */
function readKnob(name: string, text: string, update: readonly TypedUpdate[], tell: (place: string, says: string) => void): TypedHyper | undefined {
  const place = `hyper.${name.slice(0, 40)}`
  if (update.length <= UPDATE_LIMIT && !neededHyper(update).includes(name)) {
    tell(place, strayHyper(name.slice(0, 40), update))
    return undefined
  }
  const parts = text.split(',', 5).map((part) => part.trim())
  const [initial, low, high] = parts.slice(0, 3).map(readNumber)
  const scale = parts[3] === undefined ? 'linear' : SCALES.find((s) => s === parts[3])
  if (Number.isNaN(initial) || parts.length === 2 || parts.length > 4 || scale === undefined) {
    tell(place, `${name} is ${shown(text)}, expected a number, and perhaps the ends of its slider. Write it like ${name}:0.9 or ${name}:0.01,0.001,1,log.`)
    return undefined
  }
  const knob: TypedHyper = parts.length === 1 ? { ...usualHyper(name), default: initial } : { name, default: initial, slider: [low, high], scale }
  const no = refuseKnob(knob)
  if (no === undefined) return knob
  tell(place, no)
  return undefined
}

/** The text that reads back as this method, before its percent-escapes. */
export function methodText({ id, update, hyper }: TypedMethod): string {
  const knobs = hyper.map((knob) => {
    const { name, default: initial, slider, scale } = knob
    const usual = usualHyper(name)
    const span = usual.scale === scale && slider.every((end, i) => Object.is(end, usual.slider[i]))
    const slid = span ? '' : `,${slider.map(numberText).join(',')}${scale === 'linear' ? '' : `,${scale}`}`
    return `${name}:${numberText(initial)}${slid}`
  })
  return [id, ...update.map(({ name, formula }) => `${name}=${formula}`), ...knobs].join(';')
}
