/** The sweep map of an experiment: its link text, and why one cannot be. */
import type { Issue } from '../issue.ts'
import { refuse, type NumberField } from '../fields.ts'
import { closest } from '../formula/spelling.ts'
import type { Experiment, SweepAxis, SweepChoice, SweepShow } from './experiment.ts'
import { knobOf, knobsOf, type Knob } from './knobs.ts'
import { numberText, readNumber } from './link-text.ts'
import { readSettings } from './read-settings.ts'
import { SHOWS, SWEEP } from './settings.ts'
import { listed, shown } from './words.ts'

/** A range narrower than this share of its distance from 0 has too few different numbers in it: some thousand are left. */
const NARROWEST = 2e-13
const EXAMPLE = 'lr:0.001..1:log'

/** `run:0,lr:1.5..2.1,start.x:-3..3,show:steps,size:256`: the axes are what has a range. */
export function sweepText({ run, start, axes, show, size }: SweepChoice): string {
  const ranges = axes.map(({ of, low, high, scale }) => `${of}:${numberText(low)}..${numberText(high)}${scale === 'log' ? ':log' : ''}`)
  const from = start === SWEEP.start.default ? [] : [`start:${numberText(start)}`]
  return [`run:${numberText(run)}`, ...from, ...ranges, `show:${show}`, `size:${numberText(size)}`].join(',')
}

/** The sweep map of a link to `e`; none where it names no quantity that `e` has. */
export function readSweep(text: string | undefined, e: Experiment, issues: Issue[]): { readonly sweep?: SweepChoice } {
  if (text === undefined) return {}
  const axes: SweepAxis[] = []
  const words: SweepShow[] = []
  const other = (name: string, value: string, tell: (says: string) => void): boolean => {
    if (name === 'show') {
      const word = SHOWS.find((one) => one === value)
      if (word === undefined) tell(`show is ${shown(value)}, expected one of ${listed(SHOWS)}. Try ${closest(value, SHOWS) ?? SHOWS[0]}.`)
      else words.push(word)
      return true
    }
    const range = /^(.*?)\.\.(.*?)(:log)?$/.exec(value)
    if (range === null) {
      tell(`${name.slice(0, 40)} is ${shown(value)}, expected a range. Write it like ${EXAMPLE}.`)
      return true
    }
    const axis: SweepAxis = { of: name, low: readNumber(range[1]), high: readNumber(range[2]), scale: range[3] === undefined ? 'linear' : 'log' }
    const before = axes.findIndex(({ of }) => of === name)
    axes.splice(before < 0 ? axes.length : before, 1, axis)
    return true
  }
  const { run, start, size } = readSettings({ name: 'The sweep map', calls: 'setting', about: 'sweep', fields: SWEEP, other }, text.split(','), issues)
  const knobs = knobsOf(e, { run, start })
  const good = axes.filter((axis) => {
    const issue = refuseAxis(axis) ?? unfit(knobs, axis)
    if (issue !== undefined) issues.push({ about: `sweep.${axis.of.slice(0, 40)}`, says: `The sweep map: ${issue}` })
    return issue === undefined
  })
  if (good.length > 2) issues.push({ about: 'sweep', says: `The sweep map has ${good.length} ranges; a map has two axes at most. The first two are used.` })
  if (axes.length === 0) issues.push({ about: 'sweep', says: `The sweep map has no range, so there is nothing to sweep over. Write one like ${EXAMPLE}.` })
  const show = words.at(-1) ?? SHOWS[0]
  return good.length === 0 ? {} : { sweep: { run, start, axes: good.slice(0, 2), show, size } }
}

/** Why this is no range of any quantity, as a sentence. */
function refuseAxis({ of, low, high, scale }: SweepAxis): string | undefined {
  const name = of.slice(0, 40)
  if (!Number.isFinite(low) || !Number.isFinite(high)) return `a bound of ${name} is not a finite number. Write the range like ${EXAMPLE}.`
  if (!(low < high)) return `the range of ${name} runs from ${low} to ${high}. Write the lower bound first, and another one after it.`
  if (high - low < NARROWEST * Math.max(Math.abs(low), Math.abs(high))) return `the range of ${name} is too narrow to tell its numbers apart. Widen it.`
  if (scale === 'log' && !(low > 0)) return `the range of ${name} has logarithmic steps and begins at ${low}. Begin above 0, or leave :log out.`
  return undefined
}

/** Why `axis` is none among these quantities, as a sentence. */
function unfit(knobs: readonly Knob[], { of, low, high }: SweepAxis): string | undefined {
  const knob = knobOf(knobs, of)
  const ids = knobs.map(({ id }) => id)
  if (knob === undefined) {
    const near = closest(of, ids)
    return `there is no ${shown(of)} here. ${near === undefined ? `What can be swept is ${listed(ids)}.` : `Did you mean ${near}?`}`
  }
  const field: NumberField = { ...knob.field, scale: 'linear', minOpen: false, maxOpen: false }
  return (refuse(field, of, low) ?? refuse(field, of, high))?.says
}

/** Every reason why this can be no sweep map of any experiment. */
export function refuseChoice({ run, start, axes, size, show }: SweepChoice): readonly (Issue | undefined)[] {
  return [
    refuse(SWEEP.run, 'sweep.run', run), refuse(SWEEP.start, 'sweep.start', start), refuse(SWEEP.size, 'sweep.size', size),
    ...axes.map((axis) => {
      const says = refuseAxis(axis)
      return says === undefined ? undefined : { about: `sweep.${axis.of}`, says: `The sweep map: ${says}` }
    }),
    axes.length === 1 || (axes.length === 2 && axes[0].of !== axes[1].of) ? undefined : { about: 'sweep', says: 'A sweep map has one axis, or two different ones.' },
    SHOWS.includes(show) ? undefined : { about: 'sweep.show', says: `show is ${shown(show)}, expected one of ${listed(SHOWS)}.` },
  ]
}

/** Why the sweep map of `e` cannot be computed as `e` is now, as a sentence; undefined where it can. */
export function refuseSweep(e: Experiment, { axes, ...turned }: SweepChoice): string | undefined {
  const knobs = knobsOf(e, turned)
  if (knobs.length === 0) return 'A sweep repeats the run of an optimizer. Add an optimizer.'
  const says = axes.map((axis) => unfit(knobs, axis)).find((one) => one !== undefined)
  return says === undefined ? undefined : `${says[0].toUpperCase()}${says.slice(1)}`
}
