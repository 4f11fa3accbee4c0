/** Random valid experiments: every value comes from the Field that declares it. */
import fc from 'fast-check'
import { AGAINST, BASINS, CAMERA_FIELDS, DRAWS, ENSEMBLE, HEIGHTS, LAYERS, SEED, SHOWS, STEPS, SWEEP, VIEWS } from '../../../src/core/experiment/settings.ts'
import { NOISE_MODELS } from '../../../src/core/experiment/noise.ts'
import { PENALTIES } from '../../../src/core/experiment/terms.ts'
import { DOMAIN_LIMIT, RUN_LIMIT, METHOD_LIMIT, START_LIMIT, type EnsembleChoice, type Experiment, type LandscapeChoice, type Run } from '../../../src/core/experiment/experiment.ts'
import { knobsOf } from '../../../src/core/experiment/knobs.ts'
import { groundOf } from '../../../src/core/experiment/ground.ts'
import { fromRows, type DataSet } from '../../../src/core/data/data-set.ts'
import { DATA } from '../../../src/core/data/index.ts'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import type { Field, Fields, Values } from '../../../src/core/fields.ts'
import type { Box } from '../../../src/core/landscape.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { unsuited } from '../../../src/core/optimizers/around/around.ts'
import { AROUND } from '../../../src/core/optimizers/around/index.ts'
import { refuseMethod, refuseId } from '../../../src/core/optimizers/check-typed.ts'
import { DECLARED, OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { within } from '../../../src/core/experiment/within.ts'
import { copyOf, declare, HYPER_LIMIT, hyperFor, type TypedHyper, type TypedMethod } from '../../../src/core/optimizers/typed.ts'
import { SCHEDULES } from '../../../src/core/optimizers/schedules/index.ts'
import { readRate } from '../../../src/core/optimizers/schedules/rate.ts'

const FORMULAS = [
  'x^2', 'x^2-y^2', 'y', '3', 'a x^2 + b*y', 'x + y + 1e+3', 'if(x <= 0, -x, x^2) + abs(y)', 'x  cos( pi x )', 'lambda1*x^-2', 'log(-1-x^2)',
  'w_a*sin(x)+(x==1)', 'constructor*x + toString*y', 'x*(1 - x)/y',
].filter((text) => groundOf({ kind: 'formula', text }).ok)

const number = (low: number, high: number): fc.Arbitrary<number> => fc.double({ min: low, max: high, noNaN: true, noDefaultInfinity: true })

export function valueOf(field: Field): fc.Arbitrary<number> {
  if (field.kind === 'boolean') return fc.constantFrom(0, 1)
  if (field.kind === 'choice') return fc.nat(field.options.length - 1)
  const anywhere = field.scale === 'integer'
    ? fc.integer({ min: Math.max(field.min, -1e15), max: Math.min(field.max, 1e15) })
    : fc.double({ min: field.min, max: field.max, minExcluded: field.minOpen, maxExcluded: field.maxOpen, noNaN: true })
  const near = field.scale === 'integer' ? fc.integer({ min: field.slider[0], max: field.slider[1] }) : number(field.slider[0], field.slider[1])
  const zero = field.min < 0 && field.max >= 0 ? [fc.constant(-0)] : []
  return fc.oneof(anywhere, near, fc.constant(field.default), ...zero)
}

export const valuesOf = (fields: Fields): fc.Arbitrary<Values> =>
  fc.tuple(...Object.entries(fields).map(([name, field]) => valueOf(field).map((v) => [name, v] as const))).map((pairs) => Object.fromEntries(pairs))

const scheduled: fc.Arbitrary<Pick<Run, 'schedule'>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom(...SCHEDULES).chain((s) => valuesOf(s.fields).map((values) => ({ schedule: { kind: 'catalogue', id: s.id, values } as const }))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('lr', 'lr/(1 + t)', 'lr*min(1, t/10)', 'if(t < 5, 0.1, lr)', '-lr%2', 'lr,rate:1', 'lr*(t&1)')
      .filter((text) => readRate(text).ok).map((text) => ({ schedule: { kind: 'formula', text } as const })),
  },
)

/** Some of what fits around a method. */
const surrounded = (o: (typeof OPTIMIZERS)[number]): fc.Arbitrary<Pick<Run, 'around'>> =>
  fc.tuple(...AROUND.filter((a) => unsuited(a, o) === undefined).map((a) => fc.option(valuesOf(a.fields).map((values) => [a.id, values] as const), { nil: undefined, freq: 2 })))
    .map((chosen) => chosen.filter((one) => one !== undefined))
    .map((chosen) => (chosen.length === 0 ? {} : { around: Object.fromEntries(chosen) }))

const typedSpan: fc.Arbitrary<Pick<TypedHyper, 'default' | 'slider' | 'scale'>> = fc.oneof(
  fc.tuple(number(-HYPER_LIMIT, HYPER_LIMIT), number(-5, 5), number(0.01, 5)).map(([initial, low, width]) => ({ default: initial, slider: [low, low + width], scale: 'linear' } as const)),
  fc.tuple(number(-1, 1), number(1e-6, 1), number(1.5, 10)).map(([initial, low, times]) => ({ default: initial, slider: [low, low * times], scale: 'log' } as const)),
  fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 5 })).map(([initial, low, width]) => ({ default: initial, slider: [low, low + width], scale: 'integer' } as const)),
)

/** Formulas of methods: one per line, in order. */
const UPDATES = [
  'x=x-lr*g', 'v=beta*v+g\nx=x-lr*v', 'x=x-lr*v\nv=beta*v + (1-beta)*g', 'a=b+g\nb=a/t\nx=x-b', 'x=x-sign(g)*if(t<=5, 0.1, c)', 'd=g-p\np=g\nx=x-lr*(g+k*d)',
  'm_hat=max(g,constructor)\nx=x-toString*m_hat', 'x=1/(t-1)', 'x=x-lr*g*(t==1)*(g!=0)', 'x1=λ*x\nx=x1-0.1g', 'x=x',
]

/** Any typed method that can run. */
export const anyMethod: fc.Arbitrary<TypedMethod> = fc.oneof(
  fc.constantFrom(...DECLARED).map((o) => copyOf(o, `my ${o.id}`)),
  fc.tuple(
    fc.constantFrom('mine', 'Heavy ball 2', "Café (1), it's".replace(',', ''), 'constructor', 'm-1', 'Методика').filter((id) => refuseId(id) === undefined),
    fc.constantFrom(...UPDATES), fc.array(fc.oneof(fc.constant(undefined), typedSpan), { minLength: 8, maxLength: 8 }),
  ).map(([id, text, spans]) => {
    const update = text.split('\n').map((line) => ({ name: line.slice(0, line.indexOf('=')), formula: line.slice(line.indexOf('=') + 1) }))
    return { id, update, hyper: hyperFor(update, []).map((knob, i) => ({ ...knob, ...spans[i] })) }
  }),
).filter((method) => refuseMethod(method).length === 0)

const anyRun = (methods: readonly TypedMethod[]): fc.Arbitrary<Run> => fc.constantFrom(...OPTIMIZERS, ...methods.map(declare)).chain((o) =>
  fc.tuple(fc.record({ optimizer: fc.constant(o.id), hyper: valuesOf(o.hyper), shown: fc.boolean() }), 'lr' in o.hyper ? scheduled : fc.constant({}), surrounded(o))
    .map(([plain, schedule, around]) => ({ ...plain, ...schedule, ...around })))

const interval = fc.oneof(
  fc.tuple(number(-10, 10), number(0.1, 10)).map(([low, width]) => [low, low + width] as const),
  fc.tuple(number(-DOMAIN_LIMIT, 0), number(1, DOMAIN_LIMIT)).map(([low, high]) => [low, high] as const),
)

const choice: fc.Arbitrary<LandscapeChoice> = fc.oneof(
  fc.constantFrom(...OBJECTIVES).map((o): LandscapeChoice => ({ kind: 'catalogue', id: o.id })),
  fc.constantFrom(...FORMULAS).map((text): LandscapeChoice => ({ kind: 'formula', text: text.trim() })),
)

const cell = fc.oneof(number(-10, 10), fc.integer({ min: -1000, max: 1000 }), fc.constant(-0), fc.double({ noNaN: true, noDefaultInfinity: true }))

/** Data that travels in a link: built in, short and long. */
export const anyData: fc.Arbitrary<DataSet> = fc.oneof(
  fc.constantFrom(...DATA).map((entry) => entry.data),
  fc.tuple(fc.constantFrom('Your data', 'a file.csv', 'x,y;z & 100 %'), fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 60 }))
    .map(([name, rows]) => fromRows(name, ['u', 'a_1'], rows)),
)

/** A formula, what it runs over, and the names of its coordinates where they are chosen. */
const ground: fc.Arbitrary<Pick<Experiment, 'landscape' | 'data'>> = fc.oneof(
  { weight: 3, arbitrary: choice.map((landscape) => ({ landscape })) },
  { weight: 1, arbitrary: anyData.map((data) => ({ landscape: { kind: 'formula', text: `mean((w*${data.columns[0].name} + b*k)^2)` } as const, data })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['w'], ['b', 'w'], ['k', 'b']).map((over) => ({ landscape: { kind: 'formula', text: 'w*b^2 + k', over } as const })),
  },
)

const anyMethods = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.uniqueArray(anyMethod, { selector: (method) => method.id, minLength: 1, maxLength: METHOD_LIMIT }) },
)

const basins: fc.Arbitrary<Pick<Experiment, 'basins'>> = fc.oneof(
  fc.constant({}),
  fc.tuple(valueOf(BASINS.run), fc.option(valueOf(AGAINST), { nil: undefined }), valueOf(BASINS.size))
    .map(([run, against, size]) => ({ basins: { run, ...(against !== undefined && { against }), size } })),
)

/** With a sweep over one or two quantities that the experiment has, or with an ensemble, or with neither. */
function swept(e: Experiment): fc.Arbitrary<Experiment> {
  const choice = fc.record({ run: valueOf(SWEEP.run), start: valueOf(SWEEP.start), size: valueOf(SWEEP.size), show: fc.constantFrom(...SHOWS) }).chain((rest) => {
    const knobs = knobsOf(e, rest)
    if (knobs.length === 0) return fc.constant(undefined)
    const axis = fc.constantFrom(...knobs).chain(({ id, field: { min, max, slider } }) => {
      const inside = (v: number): number => Math.min(max, Math.max(min, v))
      return fc.tuple(fc.oneof(number(slider[0], slider[1]), number(min, max)), number(1e-3, 2), fc.boolean()).map(([at, width, log]) => {
        const [low, high] = [inside(at - width * Math.abs(at)), inside(at + width * Math.abs(at) + 1e-3)]
        return { of: id, low, high, scale: log && low > 0 ? 'log' as const : 'linear' as const }
      })
    }).filter(({ low, high }) => high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)))
    return fc.uniqueArray(axis, { selector: ({ of }) => of, minLength: 1, maxLength: 2 }).map((axes) => ({ ...rest, axes }))
  })
  return fc.oneof(fc.constant(e), choice.map((sweep) => (sweep === undefined ? e : { ...e, sweep })), ensemble.map((tried) => ({ ...e, ensemble: tried })))
}

const ensemble: fc.Arbitrary<EnsembleChoice> = fc.record(
  {
    run: valueOf(ENSEMBLE.run), start: valueOf(ENSEMBLE.start), draw: fc.constantFrom(...DRAWS), n: valueOf(ENSEMBLE.n), spread: valueOf(ENSEMBLE.spread),
    target: fc.constantFrom('A', 'Z', 'AA', 'QED'), seed: valueOf(SEED),
  },
  { requiredKeys: ['run', 'start', 'draw', 'n', 'spread'] },
)

/** Any valid experiment, near the defaults and far from them. */
export const anyExperiment: fc.Arbitrary<Experiment> = fc.tuple(ground, anyMethods).chain(([{ landscape, data }, methods]) => {
  const read = groundOf(landscape, data)
  if (!read.ok) throw new Error(read.issues[0].says)
  const n = read.value.coordinates.length
  const own = landscape.kind === 'catalogue' ? experimentOn(landscape.id) : undefined
  const points = (most: number) => fc.array(fc.array(fc.oneof(number(-5, 5), number(-DOMAIN_LIMIT, DOMAIN_LIMIT), fc.constant(-0)), { minLength: n, maxLength: n }), { minLength: 1, maxLength: most })
  const domain: fc.Arbitrary<Box> = fc.array(interval, { minLength: n, maxLength: n })
  return fc.record({
    version: fc.constant(1 as const),
    landscape: fc.constant(landscape),
    ...(data && { data: fc.constant(data) }),
    params: valuesOf(read.value.params),
    l1: fc.oneof(fc.constant(0), valueOf(PENALTIES.l1)),
    l2: fc.oneof(fc.constant(0), valueOf(PENALTIES.l2)),
    noise: fc.oneof(fc.constant(undefined), ...NOISE_MODELS.filter(({ kind }) => kind !== 'batch' || read.value.data !== undefined).map(({ kind, fields }) => valuesOf(fields).map((values) => ({ kind, values })))),
    domain: own === undefined ? domain : fc.oneof(domain, fc.constant(own.domain)),
    starts: own === undefined ? points(START_LIMIT) : fc.oneof(points(START_LIMIT), fc.constant(own.starts)),
    methods: fc.constant(methods),
    runs: fc.oneof(fc.array(anyRun(methods), { maxLength: RUN_LIMIT }), fc.constant(own?.runs ?? [])),
    steps: valueOf(STEPS),
    seed: valueOf(SEED),
    share: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    view: fc.constantFrom(...VIEWS),
    camera: fc.tuple(...CAMERA_FIELDS.map(([, field]) => valueOf(field))).map(([azimuth, elevation, zoom]) => ({ azimuth, elevation, zoom })),
    heights: fc.constantFrom(...HEIGHTS),
    hidden: fc.uniqueArray(fc.constantFrom(...LAYERS)),
    mapped: basins,
  }).map(({ share, mapped, ...e }): Experiment => ({ ...e, ...mapped, at: Math.floor(e.steps * share) })).chain(swept).map((e) => within(e))
})
