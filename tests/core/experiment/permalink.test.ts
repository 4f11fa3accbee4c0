import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialExperiment, experimentOn, validate } from '../../../src/core/experiment/create.ts'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import { LINK_LIMIT, PART_LIMIT } from '../../../src/core/experiment/parts.ts'
import { rateOf } from '../../../src/core/experiment/rates.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { anyExperiment } from './arbitrary.ts'

const says = (link: string): string => decode(link).issues.map((issue) => issue.says).join('\n')

describe('a link', () => {
  it('reads back as the experiment it was made from', () => {
    fc.assert(fc.property(anyExperiment, (e) => {
      const { value, issues } = decode(encode(e))
      expect(issues).toEqual([])
      expect(value).toEqual(e)
    }), { numRuns: 300 })
  }, 60_000)

  it('is the same whether it comes with #, in an address, or with everything escaped that can be', () => {
    fc.assert(fc.property(anyExperiment, (e) => {
      const link = encode(e)
      const escaped = link.replace(/[^\w&=%.-]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
      for (const text of [`#${link}`, `https://example.org/descent/?x=1#${link}`, ` ${link}\n`, escaped]) expect(decode(text).value).toEqual(e)
    }), { numRuns: 100 })
  }, 60_000)

  it('survives a browser: the address parser changes nothing after the #', () => {
    fc.assert(fc.property(anyExperiment, (e) => {
      expect(new URL(`https://example.org/#${encode(e)}`).hash).toBe(`#${encode(e)}`)
    }), { numRuns: 100 })
  }, 60_000)

  it('leaves defaults out and keeps the characters of formulas readable', () => {
    expect(encode(experimentOn('himmelblau'))).toBe('v=1&landscape=himmelblau')
    const { value } = decode('f=x^2-y^2+a*(x,1e3)')
    expect(value.landscape.kind).toBe('catalogue')
    const typed = decode('v=1&f=(x+1)^2+a*y^2&start=1,2&run=adam,lr:0.18&run=momentum,lr:0.006,show:0').value
    expect(encode(typed)).toBe('v=1&f=(x+1)^2+a*y^2&start=1,2&run=adam,lr:0.18&run=momentum,lr:0.006,show:0')
  })

  it('takes + as a plus and %20 as a space', () => {
    expect(decode('f=x^2+1').value.landscape).toEqual({ kind: 'formula', text: 'x^2+1' })
    expect(decode('f=x^2%20+%201').value.landscape).toEqual({ kind: 'formula', text: 'x^2 + 1' })
    expect(encode(decode('f=x^2 + 1').value)).toBe('v=1&f=x^2%20+%201')
  })

  it('names the option of a choice by its id', () => {
    const link = 'v=1&landscape=himmelblau&run=newton,line_search_fn:backtracking'
    const { value, issues } = decode(link)
    expect(issues).toEqual([])
    expect(value.runs[0].hyper.line_search_fn).toBe(1)
    expect(encode(value)).toBe(link)
    expect(validate({ ...value, runs: [{ ...value.runs[0], hyper: { ...value.runs[0].hyper, line_search_fn: 7 } }] })[0].says)
      .toMatch(/^line_search_fn is option 7, expected 0 to \d: none/)
  })

  it('reads an option by its number too, from when the choice was a switch, and writes its id', () => {
    const linear = decode('#v=1&run=gd,schedule:one_cycle,anneal_strategy:1')
    expect(linear.issues).toEqual([])
    expect(linear.value).toEqual(decode('#v=1&run=gd,schedule:one_cycle,anneal_strategy:linear').value)
    expect(encode(linear.value)).toMatch(/anneal_strategy:linear/)
    expect(says('run=gd,schedule:one_cycle,anneal_strategy:2')).toMatch(/anneal_strategy is "2", expected cos or linear\. Write it like anneal_strategy:cos\.$/)
  })

  it('takes the true minus, with which the page shows numbers, as a minus', () => {
    const typewriter = decode('f=a*x^2&p.a=-2&start=-1.5&domain=-3,3&run=gd,lr:1e-3')
    const copied = decode('f=a*x^2&p.a=−2&start=−1.5&domain=−3,3&run=gd,lr:1e−3')
    expect(copied.issues).toEqual([])
    expect(copied.value).toEqual(typewriter.value)
    expect(decode('start=%E2%88%921,2').value.starts).toEqual([[-1, 2]])
    expect(says('start=1,–2')).toMatch(/y of a start is not a number/)
  })

  it('takes factors of a schedule above 1, with which a rate grows until it is too large', () => {
    const { value, issues } = decode('run=gd,lr:0.01,schedule:exponential,gamma:1.05')
    expect(issues).toEqual([])
    expect(rateOf(value.runs[0])?.(2)).toBeCloseTo(0.01 * 1.05 ** 2, 15)
  })

  it('needs no order, no version, and no more than what differs', () => {
    const { value, issues } = decode('steps=10&run=gd&landscape=tanh')
    expect(issues).toEqual([])
    expect(value).toMatchObject({ landscape: { kind: 'catalogue', id: 'tanh' }, starts: [[4]], steps: 10, at: 10 })
    expect(value.runs).toHaveLength(1)
  })

  it('opens the issue’s own example', () => {
    const link = '#v=1&landscape=himmelblau&p.a=11&domain=-5,5,-6.2,6.2&start=0.6,4.9&run=adam,lr:0.18&run=momentum,lr:0.006&steps=160'
    const { value, issues } = decode(link)
    expect(issues).toEqual([])
    expect(value).toMatchObject({ params: { a: 11, b: 7 }, domain: [[-5, 5], [-6.2, 6.2]], starts: [[0.6, 4.9]], steps: 160, at: 160, seed: 0 })
    expect(value.runs.map((r) => [r.optimizer, r.hyper.lr])).toEqual([['adam', 0.18], ['momentum', 0.006]])
  })

  it('can say that there are no runs, and without a word about runs has the landscape’s own', () => {
    expect(decode('landscape=beale&run=none').value.runs).toEqual([])
    expect(decode('landscape=beale').value).toEqual(experimentOn('beale'))
  })

  it('of nothing is what the page opens with', () => {
    for (const text of ['', '#', '  ', 'https://example.org/', '&&&']) expect(decode(text)).toMatchObject({ value: initialExperiment(), issues: [], known: 0 })
  })

  it('of every landscape and every optimizer reads back', () => {
    for (const o of OBJECTIVES) expect(decode(encode(experimentOn(o.id)))).toMatchObject({ value: experimentOn(o.id), issues: [] })
    for (const o of OPTIMIZERS) expect(decode(`landscape=square&run=${o.id}`).value.runs.map((r) => r.optimizer)).toEqual([o.id])
  })
})

describe('each bad part of a link becomes a sentence, and the rest opens', () => {
  const cases: [string, RegExp][] = [
    ['v=999&landscape=beale', /made by a newer Descent \(version 999\)/],
    ['v=banana&landscape=beale', /v is "banana", expected 1/],
    ['landscape=atlantis&steps=7', /no landscape called "atlantis"/],
    ['landscape=rosenbrok', /Did you mean rosenbrock\?/],
    ['landscape=toString', /no landscape called "toString"/],
    ['landscape=__proto__', /no landscape called "__proto__"/],
    ['f=sin(x', /Close the bracket opened at column 4/],
    ['f=', /The formula is empty/],
    [`f=${'x'.repeat(100_000)}`, /100000 characters; the limit is 2000/],
    [`f=${'('.repeat(900)}x${')'.repeat(900)}`, /nested more than 100 deep/],
    ['landscape=beale&f=x^2', /names a landscape and a formula as well/],
    ['landscape=beale&domain=5,-5,0,1', /runs from 5 down to -5\. Write the lower bound first: -5,5/],
    ['landscape=beale&domain=1,1,0,1', /no width/],
    ['landscape=beale&domain=-1e308,1e308,0,1', /reaches to 1e\+308; the limit is 1e\+100/],
    ['landscape=beale&domain=0,1', /expected 4 numbers/],
    ['landscape=beale&domain=0,1,0,NaN', /not a number/],
    ['landscape=beale&domain=1e9,1000000000.0000002,0,1', /too narrow/],
    ['landscape=beale&start=1', /1 coordinate, expected 2 \(x and y\)/],
    ['landscape=beale&start=1,x', /not a number/],
    ['landscape=beale&start=1,1e200', /limit is 1e\+100/],
    ['landscape=beale&steps=1000000000', /steps is 1000000000, expected at most 100000/],
    ['landscape=beale&steps=1.5', /whole number/],
    ['landscape=beale&steps=-1', /at least 0/],
    ['landscape=beale&steps=0x10', /steps is "0x10", which is not a number/],
    ['landscape=beale&steps=3,14', /not a number/],
    ['landscape=beale&seed=1e99', /seed is 1e\+99/],
    ['landscape=beale&at=500&steps=10', /at is 500, but the runs take 10 steps/],
    ['landscape=beale&view=sideways', /view is "sideways", expected one of map, split and surface/],
    ['landscape=beale&camera=1,2', /expected azimuth, elevation and zoom/],
    ['landscape=beale&camera=1,200,1', /elevation is 200, expected at most 90/],
    ['landscape=beale&hide=contours,everything', /hide is "everything"/],
    ['landscape=beale&heights=cubic', /heights is "cubic"/],
    ['landscape=beale&noise=freshh', /noise is "freshh", expected one of .*\. Try fresh/],
    ['landscape=beale&noise=none,sd:1', /noise is none, so its settings are left out\. Write the kind/],
    ['landscape=beale&noise=', /noise is nothing, expected one of/],
    ['landscape=beale&noise=fresh,sd:-1', /sd is -1, expected at least 0/],
    ['landscape=beale&noise=fresh,sd:x', /sd is "x", expected a number\. Write it like sd:0\.5/],
    ['landscape=beale&noise=fresh,decay:2', /decay is 2, expected 0 or 1/],
    ['landscape=beale&noise=offset,decay:1', /has no setting "decay"\. It has sd/],
    ['landscape=beale&l1=-1', /l1 is -1, expected at least 0/],
    ['landscape=beale&l2=much', /l2 is "much", which is not a number/],
    ['landscape=beale&run=wizard', /no optimizer called "wizard"\. Use an id of the catalogue, such as gd, momentum, nesterov, adam and rmsprop/],
    ['landscape=beale&run=adam,schedule:cosin,T_max:50', /schedule is "cosin", expected one of .*Try cosine/],
    ['landscape=beale&run=adam,schedule:cosine,T_max:0', /T_max is 0, expected at least 1/],
    ['landscape=beale&run=adam,T_max:5', /Adam has no hyper-parameter "T_max"/],
    ['landscape=beale&run=adam,schedule:formula,rate:lr*foo', /stays constant: A rate knows only t, .* not foo/],
    ['landscape=beale&run=adam,schedule:formula', /The rate cannot be read/],
    ['landscape=beale&run=adam,rate:lr/2', /A rate belongs to schedule:formula/],
    ['landscape=beale&run=constructor', /no optimizer called "constructor"/],
    ['landscape=beale&run=gd,lr:0', /lr is 0, expected more than 0/],
    ['landscape=beale&run=gd,lr:-1', /lr is -1, expected more than 0/],
    ['landscape=beale&run=gd,lr:NaN', /lr is "NaN", expected a number/],
    ['landscape=beale&run=gd,lr:1e300', /lr is 1e\+300, expected at most 1000000/],
    ['landscape=beale&run=gd,lr:1e999', /lr is infinite/],
    ['landscape=beale&run=gd,lr', /lr is nothing, expected a number/],
    ['landscape=beale&run=gd,momentum:0.9', /Gradient descent has no hyper-parameter "momentum"\. It has lr and weight_decay/],
    ['landscape=beale&run=gd,__proto__:1', /no hyper-parameter "__proto__"/],
    ['landscape=beale&run=gd,lr:1,lr:2', /"lr" comes more than once/],
    ['landscape=beale&run=rmsprop,centered:yes', /expected 0 or 1/],
    ['landscape=beale&run=newton,line_search_fn:backtracing', /^Newton: line_search_fn is "backtracing", expected none.* or .*\. Write it like line_search_fn:backtracking\.$/],
    ['landscape=beale&run=newton,line_search_fn:7', /line_search_fn is "7", expected none/],
    ['landscape=beale&run=gd,show:maybe', /show is "maybe"/],
    ['landscape=beale&run=none&run=gd', /run=none and other runs/],
    ['landscape=beale&steps=5&steps=6', /"steps" 2 times. The last one, "6"/],
    ['landscape=beale&p.q=1', /no parameter "q"\. It has none/],
    ['landscape=himmelblau&p.constructor=1', /no parameter "constructor"\. It has a and b/],
    ['landscape=himmelblau&p.a=1e300', /p\.a is 1e\+300/],
    ['landscape=beale&__proto__=1', /"__proto__" that means nothing here/],
    ['landscape=beale&lanscape=tanh', /Did you mean landscape\?/],
    ['landscape=beale&f%', /begins no escape/],
    ['hello world', /"hello world" that means nothing here/],
    [`landscape=beale${'&start=1,1'.repeat(9)}`, /9 starts; the limit is 8/],
    [`landscape=beale${'&run=gd'.repeat(13)}`, /13 runs; the limit is 12/],
    [`landscape=beale&p.a=${'9'.repeat(1_000_000)}`, new RegExp(`characters; the limit is ${LINK_LIMIT}`)],
    [`landscape=beale${'&steps=1'.repeat(PART_LIMIT)}`, new RegExp(`${PART_LIMIT + 1} parts; the limit is ${PART_LIMIT}`)],
  ]
  it.each(cases.map(([link, sentence]) => [link.slice(0, 60), link, sentence] as const))('%s', (_, link, sentence) => {
    const { value, issues } = decode(link)
    expect(says(link)).toMatch(sentence)
    for (const issue of issues) expect(issue.says).toMatch(/^[^\n]{5,400}[.?]$/)
    expect(validate(value)).toEqual([])
    if (link.includes('landscape=beale') && !link.includes('f=x')) expect(value.landscape).toEqual({ kind: 'catalogue', id: 'beale' })
  })

  it('guesses what was meant only where some letter agrees', () => {
    expect(says('f=a*x^2&a=2')).toMatch(/a part "a" that means nothing here; it is left out\. Keys are v, landscape/)
    expect(says('f=x^2&V=1')).toMatch(/Did you mean v\?/)
    expect(says('f=x^2&strat=1')).toMatch(/Did you mean start\?/)
    expect(says('f=x^2&start=1,2')).toMatch(/A start has 2 coordinates, expected 1 \(x\)/)
    expect(says('f=x^2+y^2&start=1')).toMatch(/A start has 1 coordinate, expected 2 \(x and y\)/)
  })

  it('a map or an ensemble of a run or a start that is not there says so, and is of the last one', () => {
    const { value, issues } = decode('landscape=beale&run=gd&run=adam&start=1,1&basins=run:5,against:7,size:64&sweep=run:2,start:3,lr:0.001..0.1')
    expect(value.basins).toEqual({ run: 1, size: 64 })
    expect(value.sweep).toMatchObject({ run: 1, start: 0 })
    expect(issues.map((issue) => issue.says)).toEqual([
      'The basin map: there is no run 5. They are counted from 0, and there are 2. The last one, run:1, is used.',
      'The basin map: there is no run 7. They are counted from 0, and there are 2. The comparison is left out.',
      'The sweep map: there is no run 2. They are counted from 0, and there are 2. The last one, run:1, is used.',
      'The sweep map: there is no start 3. They are counted from 0, and there is 1. The last one, start:0, is used.',
    ])
    expect(says('landscape=beale&run=gd&ensemble=run:1')).toMatch(/^The ensemble: there is no run 1\. .* there is 1\. The last one, run:0, is used\.$/)
    expect(decode('landscape=beale&run=none&basins=run:3')).toMatchObject({ issues: [], value: { basins: { run: 3 } } })
  })

  it('a range that comes twice is the last one, as the sentence says', () => {
    const { value, issues } = decode('landscape=beale&run=gd&sweep=lr:0.1..0.2,start.x:0..1,lr:0.3..0.4')
    expect(value.sweep?.axes.map(({ of, low }) => [of, low])).toEqual([['lr', 0.3], ['start.x', 0]])
    expect(issues.map((issue) => issue.says)).toEqual(['The sweep map: "lr" comes more than once. The last one is used.'])
  })

  it('the good parts beside the bad one are kept', () => {
    const { value } = decode('landscape=beale&run=gd,lr:-1&run=adam,lr:0.2&run=wizard&steps=50&domain=1,0,0,1&seed=7')
    expect(value).toMatchObject({ steps: 50, seed: 7, domain: experimentOn('beale').domain })
    expect(value.runs.map((r) => [r.optimizer, r.hyper.lr])).toEqual([['gd', 0.01], ['adam', 0.2]])
  })

  it('tells a text that is no link from one whose landscape cannot be read', () => {
    expect(decode('hello=world').known).toBe(0)
    expect(decode('landscape=atlantis')).toMatchObject({ known: 1, landscapeRead: false })
    expect(decode('landscape=beale&f=sin(')).toMatchObject({ landscapeRead: true, value: { landscape: { id: 'beale' } } })
  })

  it('many bad parts make few sentences', () => {
    const { issues } = decode(Array.from({ length: 150 }, (_, i) => `bad${i}=1`).join('&'))
    expect(issues.length).toBeLessThanOrEqual(41)
    expect(issues.at(-1)?.says).toMatch(/^110 more parts/)
  })
})

describe('junk', () => {
  const words = [
    'v=1', 'landscape=', 'himmelblau', 'f=', 'x^2', 'sin(', 'p.a=', 'p.__proto__=', 'domain=', 'start=', 'run=', 'gd', 'adam', ',lr:', 'steps=', 'seed=', 'at=',
    'view=', 'camera=', 'heights=', 'hide=', 'contours', '&', '#', '%', '%zz', '%F0%9F', '=', ':', ',', '-', '1e999', 'NaN', '0', '1', '-5,5', '__proto__', 'constructor',
    'toString', 'none', 'show:0', '\u0000', '\ud800', '😀', '+', ' ', 'lambda*y', '1e308',
  ]
  const junk = fc.oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 16 }).map((w) => w.join('')) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)), maxLength: 40 }) },
  )

  it('50,000 strings of junk decode to valid experiments', () => {
    let count = 0
    fc.assert(fc.property(junk, (text) => {
      count++
      const { value, issues } = decode(text)
      const problems = validate(value)
      if (problems.length > 0) throw new Error(problems[0].says)
      for (const issue of issues) if (!/[.?]$/.test(issue.says)) throw new Error(`not a sentence: ${issue.says}`)
      if (count % 10 > 0) return
      const link = encode(value)
      if (encode(decode(link).value) !== link) throw new Error(`decoding ${link} does not settle`)
    }), { numRuns: 50_000 })
    expect(count).toBe(50_000)
  }, 120_000)

  it('decodes to experiments whose landscape compiles', () => {
    fc.assert(fc.property(junk, (text) => {
      const e = decode(text).value
      expect(resolve(e).landscape.dimension).toBe(e.domain.length)
    }), { numRuns: 300 })
  }, 60_000)
})
