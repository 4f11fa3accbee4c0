/** Every number of an experiment that has a slider, under one name each, so that a sweep can turn it whatever it belongs to. */
import type { Field, Fields, NumberField, Values } from '../fields.ts'
import type { Box } from '../landscape.ts'
import { aroundById } from '../optimizers/around/index.ts'
import { scheduleById } from '../optimizers/schedules/index.ts'
import { DOMAIN_LIMIT, type Experiment, type Run } from './experiment.ts'
import { groundOf } from './ground.ts'
import { methodOf } from './methods.ts'
import { noiseModel } from './noise.ts'
import { SEED, STEPS } from './settings.ts'
import { PENALTIES, PENALTY_NAMES } from './terms.ts'
import { lastAt } from './within.ts'

export interface Knob {
  /** `lr`, `start.x`, `steps`, `schedule.gamma`, `around.sam`, `p.a`, `l2`, `noise.sd`, `seed`. */
  readonly id: string
  readonly field: NumberField
  /** Where it stands. */
  readonly value: number
  /** What changes with it: where a run begins, its hyper-parameters, anything else about the run, or the landscape. */
  readonly turns: 'start' | 'hyper' | 'run' | 'ground'
  /** The experiment with it at another value, which its field must allow. */
  readonly at: (e: Experiment, value: number) => Experiment
}

/** What they are read for: which of the runs, from which of the starts. Positions that are not there stand for the last. */
export interface Turned {
  readonly run: number
  readonly start: number
}

/** Words that a sweep's link uses itself: a hyper-parameter of a typed method with such a name cannot be swept. */
const TAKEN = ['run', 'start', 'show', 'size']

/** The knobs of one run from one start, in the order of menus; none where there is no such run. */
export function knobsOf(e: Experiment, turned: Turned): readonly Knob[] {
  const [run, start] = [lastAt(turned.run, e.runs), lastAt(turned.start, e.starts)]
  const entry = e.runs[run]
  const method = entry && methodOf(e, entry.optimizer)
  const ground = groundOf(e.landscape, e.data)
  if (method === undefined || !ground.ok) return []
  const { coordinates, params } = ground.value
  const ofRun = (change: (run: Run, value: number) => Run) => (to: Experiment, value: number): Experiment => (
    { ...to, runs: to.runs.with(run, change(to.runs[run], value)) }
  )
  const { schedule, around = {} } = entry
  const timed = schedule?.kind === 'catalogue' ? schedule : undefined
  const all: readonly Knob[] = [
    ...numbers(method.hyper, entry.hyper, '', 'hyper', (name) => ofRun((one, value) => ({ ...one, hyper: { ...one.hyper, [name]: value } }))),
    ...coordinates.map((name, i): Knob => ({
      id: `start.${name}`, field: placeField(name, e.domain[i]), value: e.starts[start][i], turns: 'start',
      at: (to, value) => ({ ...to, starts: to.starts.with(start, to.starts[start].with(i, value)) }),
    })),
    {
      id: 'steps', field: STEPS, value: e.steps, turns: 'run',
      at: (to, value) => ({ ...to, steps: value, at: to.at === to.steps ? value : Math.min(to.at, value) }),
    },
    ...numbers(scheduleById(timed?.id ?? '')?.fields ?? {}, timed?.values ?? {}, 'schedule.', 'run', (name) => ofRun((one, value) => (
      one.schedule?.kind === 'catalogue' ? { ...one, schedule: { ...one.schedule, values: { ...one.schedule.values, [name]: value } } } : one
    ))),
    ...Object.entries(around).flatMap(([id, values]) => numbers(aroundById(id)?.fields ?? {}, values, 'around.', 'run', (name) => ofRun((one, value) => (
      { ...one, around: { ...one.around, [id]: { ...one.around?.[id], [name]: value } } }
    )))),
    ...numbers(params, e.params, 'p.', 'ground', (name) => (to, value) => ({ ...to, params: { ...to.params, [name]: value } })),
    ...numbers(Object.fromEntries(PENALTY_NAMES.map((name) => [name, PENALTIES[name]])), { l1: e.l1, l2: e.l2 }, '', 'ground', (name) => (to, value) => ({ ...to, [name]: value })),
    ...noiseKnobs(e),
  ]
  return all.filter(({ id }, i) => !TAKEN.includes(id) && all.findIndex((other) => other.id === id) === i)
}

function noiseKnobs({ noise, seed }: Experiment): readonly Knob[] {
  const model = noise && noiseModel(noise.kind)
  const turns = model?.ground === true ? 'ground' : 'run'
  return [
    ...numbers(model?.fields ?? {}, noise?.values ?? {}, 'noise.', turns, (name) => (to, value) => (
      to.noise === undefined ? to : { ...to, noise: { ...to.noise, values: { ...to.noise.values, [name]: value } } }
    )),
    { id: 'seed', field: SEED, value: seed, turns, at: (to, value) => ({ ...to, seed: value }) },
  ]
}

function numbers(fields: Fields, values: Values, before: string, turns: Knob['turns'], at: (name: string) => Knob['at']): readonly Knob[] {
  const isNumber = (entry: [string, Field]): entry is [string, NumberField] => entry[1].kind === 'number'
  return Object.entries(fields).filter(isNumber).map(([name, field]) => ({ id: `${before}${name}`, field, value: values[name], turns, at: at(name) }))
}

/** A coordinate of a start: the domain is its slider. */
function placeField(name: string, [low, high]: Box[number]): NumberField {
  return {
    kind: 'number', label: `Start ${name}`, tex: `${name}_0`, default: (low + high) / 2, min: -DOMAIN_LIMIT, max: DOMAIN_LIMIT,
    slider: [low, high], scale: 'linear', note: `Where it begins along ${name}.`,
  }
}

/** The quantity of an axis; undefined where the experiment has none of that name. */
export const knobOf = (knobs: readonly Knob[], id: string): Knob | undefined => knobs.find((knob) => knob.id === id)
