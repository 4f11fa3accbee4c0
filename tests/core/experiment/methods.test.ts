/** Methods typed into an experiment: in links, in runs, and in what is computed again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { experimentOn, validate } from '../../../src/core/experiment/create.ts'
import { METHOD_LIMIT } from '../../../src/core/experiment/experiment.ts'
import { methodOf, sameMethodOf, withMethod, withoutMethod } from '../../../src/core/experiment/methods.ts'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import { explore } from '../../../src/core/explore/explore.ts'
import { samePath } from '../../../src/core/explore/since.ts'
import { SCHEDULES } from '../../../src/core/optimizers/schedules/index.ts'
import { hyperFor, type TypedMethod } from '../../../src/core/optimizers/typed.ts'
import { anyMethod } from './arbitrary.ts'

const BALL = 'method=mine;v=beta*v+g;x=x-lr*v;lr:0.01;beta:0.9'
const method = (text: string): TypedMethod => decode(`method=${text}`).value.methods[0]

/** Every iterate of every run, as one list of numbers per run. */
function paths(link: string): number[][] {
  const { value } = decode(link)
  const found: number[][] = value.runs.map(() => [])
  for (const event of explore(value, undefined, { only: ['runs'] })) if (event?.type === 'path') found[event.run].push(...event.x)
  return found
}

describe('a method in a link', () => {
  it('is its name, its formulas in order, and the defaults and sliders of its hyper-parameters', () => {
    const { value, issues } = decode(`${BALL},0,1&run=mine,lr:0.05`)
    expect(issues).toEqual([])
    expect(value.methods).toEqual([{
      id: 'mine',
      update: [{ name: 'v', formula: 'beta*v+g' }, { name: 'x', formula: 'x-lr*v' }],
      hyper: [
        { name: 'lr', default: 0.01, slider: [1e-3, 1], scale: 'log' },
        { name: 'beta', default: 0.9, slider: [0, 1], scale: 'linear' },
      ],
    }])
    expect(value.runs).toEqual([{ optimizer: 'mine', hyper: { lr: 0.05, beta: 0.9 }, shown: true }])
  })

  it('reads back as itself, whatever it is', () => {
    fc.assert(fc.property(anyMethod, (one) => {
      const e = withMethod(experimentOn('beale'), undefined, one)
      const { value, issues } = decode(encode(e))
      expect(issues).toEqual([])
      expect(value).toEqual(e)
    }), { numRuns: 100 })
  })

  it('stays readable: commas and brackets of formulas, and defaults that are usual, stand as they are', () => {
    const link = `v=1&landscape=beale&method=mine;d=max(g,-c);x=x-lr*d/(1+t);lr:0.1;c:2&run=mine`
    expect(encode(decode(link).value)).toBe(link)
    expect(encode(decode('landscape=beale&method=mine;x=x-lr*g;lr:0.1,0.01,1,log&run=mine').value)).toContain(';lr:0.1,0.01,1,log&')
  })

  it('needs no defaults: what the formulas use becomes a hyper-parameter with the usual one', () => {
    const { hyper } = method('mine;x=x-lr*g/(abs(g)+eps)-weight_decay*k*beta*x')
    expect(hyper.map((h) => [h.name, h.default])).toEqual([['lr', 0.01], ['eps', 1e-8], ['weight_decay', 0], ['k', 1], ['beta', 0.9]])
  })

  it('takes Greek letters for the names they are', () => {
    expect(method('mine;μ=β*μ+g;x=x-η*μ;η:0.2')).toMatchObject({ update: [{ name: 'mu' }, { name: 'x' }], hyper: [{ name: 'eta', default: 0.2 }, { name: 'beta' }] })
  })

  it('takes the same steps as the method of the catalogue that has these formulas', () => {
    const [mine, momentum] = paths(`landscape=beale&${BALL}&run=mine,lr:0.002&run=momentum,lr:0.002&steps=60`)
    expect(mine).toHaveLength(122)
    expect(mine).toEqual(momentum)
  })

  it('means what it defines where the catalogue has got a method of that name since: its own opens under another, with its runs', () => {
    const { value, issues } = decode('landscape=beale&method=adam;x=x-lr*g&method=my adam;x=x-2*lr*g&method=Yogi;x=x-3*lr*g&run=adam,lr:0.001&run=my adam&run=Yogi&run=yogi&steps=3')
    expect(value.methods.map(({ id, update }) => [id, update[0].formula])).toEqual([['my adam 2', 'x-lr*g'], ['my adam', 'x-2*lr*g'], ['my Yogi', 'x-3*lr*g']])
    expect(value.runs.map(({ optimizer }) => optimizer)).toEqual(['my adam 2', 'my adam', 'my Yogi', 'yogi'])
    expect(value.runs[0].hyper).toEqual({ lr: 0.001 })
    expect(issues.map(({ says }) => says)).toEqual([
      'The method "adam": Adam is a method of the catalogue already, so this one and its runs go by the name my adam 2 here.',
      'The method "Yogi": Yogi is a method of the catalogue already, so this one and its runs go by the name my Yogi here.',
    ])
    expect(decode(encode(value))).toMatchObject({ value, issues: [] })
    const [own] = paths('landscape=beale&method=adam;x=x-lr*g&run=adam,lr:0.001&steps=5')
    expect(own).toEqual(paths('landscape=beale&run=gd,lr:0.001&steps=5')[0])
  })

  it('that is broken leaves its runs without a method, even where the catalogue has one of its name', () => {
    const { value, issues } = decode('landscape=beale&method=adam;x=x-lr*(g&run=adam&run=gd')
    expect(value.runs.map(({ optimizer }) => optimizer)).toEqual(['gd'])
    expect(issues.map(({ says }) => says).join(' ')).toMatch(/Close the bracket.*no optimizer called "my adam"/)
  })

  it('takes schedules where it has a rate', () => {
    const [mine, gd] = paths('landscape=beale&method=mine;x=x-lr*g;lr:0.01&run=mine,schedule:cosine,T_max:20&run=gd,schedule:cosine,T_max:20&steps=20')
    expect(mine).toEqual(gd)
    expect(decode('method=mine;x=x-0.1*g&run=mine,schedule:cosine').issues[0].says).toMatch(/mine has no learning rate, so it takes no schedule/)
  })
})

describe('each bad part of a method becomes a sentence, and nothing hangs', () => {
  const cases: [string, RegExp][] = [
    ['', /has no name\. Give it one/],
    ['x=x-g', /begins with "x=x-g", expected its name/],
    ['adam;x=x-g', /Adam is a method of the catalogue already/],
    ['Gradient descent;x=x-g', /Gradient descent is a method of the catalogue already/],
    ['none;x=x-g', /none means that there is no optimizer/],
    ['__proto__;x=x-g', /A name is letters, digits and spaces/],
    [`${'m'.repeat(41)};x=x-g`, /41 characters; the limit is 40/],
    ['mine', /No formula says where x goes/],
    ['mine;v=g', /No formula says where x goes/],
    ['mine;x=x-lr*(g', /x is "x-lr\*\(g"\. Close the bracket opened at column 6/],
    ['mine;x=', /The formula is empty/],
    ['mine;x=x-lr g 2', /before the 2 at column 8/],
    ['mine;x=x-mean(g)', /no rows of data, so mean\(\.\.\.\) at column 3/],
    ['mine;g=2;x=x-g', /g is the slope, which every step is given/],
    ['mine;t=2;x=x-g', /t is the number of the step/],
    ['mine;sin=2;x=x-g', /"sin" is the name of a function/],
    ['mine;pi=2;x=x-g', /"pi" is the name of a constant/],
    ['mine;__proto__=2;x=x-g', /"__proto__" begins with an underscore/],
    ['mine;2v=2;x=x-g', /"2v" is no name/],
    ['mine;=2;x=x-g', /has no name before the equals sign/],
    ['mine;v=g;v=2g;x=x-v', /v has a formula already, number 1/],
    ['mine;x=x-g;x=x-2g', /x has a formula already, number 1/],
    ['mine;x=x-_a*g', /"_a" begins with an underscore/],
    ...SCHEDULES.flatMap((s) => Object.keys(s.fields)).slice(0, 4).map((name): [string, RegExp] => [`mine;x=x-${name}*g`, new RegExp(`${name} is a word of links already`)]),
    ['mine;x=x-show*g', /show is a word of links already/],
    ['mine;v=g;x=x-v;v:3', /v is computed by a formula, so it is no hyper-parameter/],
    ['mine;x=x-g;g:3', /g has its own meaning/],
    ['mine;x=x-g;pi:3', /pi has its own meaning/],
    ['mine;x=x-g;mu:3', /No formula uses mu/],
    ['mine;x=x-lr*g;lr', /"lr" is neither a formula nor a default/],
    ['mine;x=x-lr*g;lr:fast', /lr is "fast", expected a number/],
    ['mine;x=x-lr*g;lr:0.1,5', /lr is "0\.1,5", expected a number, and perhaps the ends of its slider/],
    ['mine;x=x-lr*g;lr:0.1,1,0', /runs from 1 to 0, expected the lower end first/],
    ['mine;x=x-lr*g;lr:0.1,0,1,log', /begins at 0, and a logarithmic one begins above 0/],
    ['mine;x=x-lr*g;lr:0.1,0,1,cubic', /expected a number, and perhaps/],
    ['mine;x=x-lr*g;lr:1.5,0,3,integer', /expected whole numbers\. Try 2/],
    ['mine;x=x-lr*g;lr:1e200', /the limit is 1e\+100/],
    ['mine;x=x-lr*g;lr:NaN', /expected a number/],
    [`mine;x=x-g${'+g'.repeat(50_000)}`, /characters; the limit is 2000/],
    [`mine;x=${'('.repeat(900)}x${')'.repeat(900)}`, /nested more than 100 deep/],
    [`mine${';v=g'.repeat(400)};x=x-v`, /formulas; the limit is 16/],
    [`mine;x=x-${Array.from({ length: 13 }, (_, i) => `k${i}`).join('*')}*g`, /13 hyper-parameters; the limit is 12/],
    [`mine;x=x-lr*g${Array.from({ length: METHOD_LIMIT }, (_, i) => `&method=m${i};x=x-g`).join('')}`, /7 methods; the limit is 6/],
    ['mine;x=x-lr*g&method=mine;x=x', /a method called mine already/],
  ]
  it.each(cases.map(([text, sentence]) => [text.slice(0, 50), text, sentence] as const))('%s', (_, text, sentence) => {
    const { value, issues } = decode(`landscape=beale&steps=3&run=gd&method=${text}`)
    expect(issues.map((issue) => issue.says).join('\n')).toMatch(sentence)
    for (const { says } of issues) expect(says).toMatch(/^[^\n]{5,400}[.?]$/)
    expect(validate(value)).toEqual([])
    expect(value.runs.map((run) => run.optimizer)).toEqual(['gd'])
  })

  it('junk in the place of methods decodes to valid experiments', () => {
    const words = ['mine', ';', 'x', '=', ':', ',', 'x-lr*g', 'v', 'beta*v+g', '0.1', 'lr', 'log', '__proto__', 'constructor', '(', ')', '&run=', '&method=', '%', 'λ', ' ', 'g', 't', '1e999', 'gamma']
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((w) => `method=mine;${w.join('')}`), (text) => {
      const { value, issues } = decode(text)
      expect(validate(value)).toEqual([])
      for (const { says } of issues) expect(says).toMatch(/[.?]$/)
      expect(decode(encode(value)).value).toEqual(value)
    }), { numRuns: 5000 })
  }, 60_000)
})

describe('an experiment with typed methods', () => {
  const e = decode(`landscape=beale&${BALL}&run=mine,lr:0.002&run=gd&steps=10`).value

  it('finds them beside those of the catalogue, and no others', () => {
    expect(methodOf(e, 'mine')?.name).toBe('mine')
    expect(methodOf(e, 'adam')?.name).toBe('Adam')
    for (const id of ['Mine', 'toString', '__proto__', '']) expect(methodOf(e, id)).toBeUndefined()
  })

  it('keeps them when the landscape changes, and their rates', () => {
    expect(experimentOn('tanh', e)).toMatchObject({ methods: e.methods, runs: [{ optimizer: 'mine', hyper: { lr: 0.002 } }, { optimizer: 'gd' }] })
  })

  it('gives runs what a changed method needs: settings that stay, defaults for what is new, and the new name', () => {
    const update = [{ name: 'x', formula: 'x - lr*g - k*x' }]
    const next = withMethod(e, 'mine', { id: 'other', update, hyper: hyperFor(update, e.methods[0].hyper) })
    expect(next.runs).toEqual([{ optimizer: 'other', hyper: { lr: 0.002, k: 1 }, shown: true }, e.runs[1]])
    expect(validate(next)).toEqual([])
  })

  it('lets a run that stood at the default follow it', () => {
    const [one] = e.methods
    const next = withMethod(e, 'mine', { ...one, hyper: one.hyper.map((h) => ({ ...h, default: 0.5 })) })
    expect(next.runs[0].hyper).toEqual({ lr: 0.002, beta: 0.5 })
  })

  it('takes a schedule away with the rate', () => {
    const scheduled = decode(`${encode(e).replace('lr:0.002', 'lr:0.002,schedule:cosine')}`).value
    expect(scheduled.runs[0].schedule).toBeDefined()
    const next = withMethod(scheduled, 'mine', { id: 'mine', update: [{ name: 'x', formula: 'x - 0.01*g' }], hyper: [] })
    expect(validate(next)).toEqual([])
    expect(next.runs[0].schedule).toBeUndefined()
  })

  it('races a new one, and loses its runs with it', () => {
    const added = withMethod(e, undefined, { ...e.methods[0], id: 'second' })
    expect(added.runs.map((run) => run.optimizer)).toEqual(['mine', 'gd', 'second'])
    expect(withoutMethod(added, 'mine').runs.map((run) => run.optimizer)).toEqual(['gd', 'second'])
  })

  it('computes a path again when a formula of its method changes, and only then', () => {
    const [one] = e.methods
    const changed = { ...e, methods: [{ ...one, update: one.update.with(1, { name: 'x', formula: 'x-2*lr*v' }) }] }
    const slid = { ...e, methods: [{ ...one, hyper: one.hyper.map((h) => ({ ...h, slider: [0.5, 2] as const })) }] }
    const key = { run: 0, start: 0 }
    expect([samePath(e, changed, key), samePath(e, changed, { run: 1, start: 0 }), samePath(e, slid, key)]).toEqual([false, true, true])
    expect([sameMethodOf(e, changed, 'mine'), sameMethodOf(e, structuredClone(e), 'mine')]).toEqual([false, true])
  })

  it('is refused where a run names a method that is gone, or a method cannot run', () => {
    expect(validate({ ...e, methods: [] })[0].says).toMatch(/no optimizer called "mine"/)
    const broken = { ...e.methods[0], update: [{ name: 'x', formula: 'x-lr*(' }] }
    expect(validate({ ...e, methods: [broken] })[0]).toMatchObject({ about: 'method[0].update[0]' })
    expect(validate({ ...e, methods: [e.methods[0], e.methods[0]] })[0].says).toMatch(/called mine already/)
  })
})

describe('a step of a typed method without a finite result', () => {
  const verdict = (method: string, more = ''): string => {
    const { value } = decode(`landscape=beale&method=mine;${method}&run=mine${more}&steps=200&start=1,1`)
    for (const event of explore(value, undefined, { only: ['runs'] })) if (event?.type === 'ending') return `${event.ending}, step ${event.step}: ${event.says}`
    return ''
  }
  it('says which line divides by 0, at the step where it does', () => {
    expect(verdict('x=x-lr*g/(t-1)')).toBe('undefined, step 1: Step 1 of mine has no finite result. In x = x-lr*g/(t-1): lr*g/(t - 1) divides by 0 here.')
    expect(verdict('s=1/(t-3);x=x-0.001*s*g')).toMatch(/^undefined, step 3: Step 3 of mine .* In s = 1\/\(t-3\): 1\/\(t - 3\) divides by 0 here\.$/)
  })
  it('also where it does so in the first step after numbers were handed out, and with a schedule', () => {
    for (const step of [63, 64, 65, 66, 130]) expect(verdict(`x=x-1e-9*g/(t-${step})`)).toMatch(new RegExp(`^undefined, step ${step}: `))
    expect(verdict('x=x-lr*g/(t-2)', ',schedule:cosine,T_max:10')).toMatch(/^undefined, step 2: /)
  })
  it('says which function was left, and through which memory', () => {
    expect(verdict('v=v+1;s=sqrt(4-v);x=x-1e-6*s*g')).toMatch(/^undefined, step 5: Step 5 of mine .* In s = sqrt\(4-v\): .*-1 here\.$/)
  })
  it('looks at the slope that its formulas saw, clipped or not', () => {
    const cliff = (around: string): string => verdict('x=x-lr*g/(abs(g)-2)', `,lr:0.01${around}`)
    expect(cliff('')).not.toMatch(/divides by 0/)
    expect(cliff(',clip_value:2')).toBe('undefined, step 1: Step 1 of mine has no finite result. In x = x-lr*g/(abs(g)-2): lr*g/(abs(g) - 2) divides by 0 here.')
    expect(cliff(',clip_value:2,average:polyak')).toMatch(/divides by 0 here\.$/)
  })
  it('says where SAM asked for a slope that there is not', () => {
    const { value } = decode('f=(x-1)*log(x)&start=0.2&domain=0.01,3&run=gd,lr:0.01,sam:0.5,max_norm:1&steps=20')
    const ending = [...explore(value, undefined, { only: ['runs'] })].find((event) => event?.type === 'ending')
    expect(ending?.type === 'ending' && `${ending.ending}, step ${ending.step}: ${ending.says}`)
      .toMatch(/^undefined, step 1: Step 1 of Gradient descent has no finite result\. SAM asks for the slope at −0\.3, which has none: .*log.*\.$/)
  })
  it('still calls it divergence when numbers only grow too large', () => {
    expect(verdict('x=x-100*g')).toMatch(/^diverged/)
    expect(verdict('v=1e200*v+1e200;x=x-v*g')).toMatch(/^diverged/)
  })
})
