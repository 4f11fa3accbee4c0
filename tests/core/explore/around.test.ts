/** What stands around a method: its numbers against the papers' formulas written out by hand. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/core/experiment/permalink.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { samePath } from '../../../src/core/explore/since.ts'
import { events } from './helpers.ts'

const of = (link: string): Experiment => {
  const { value, issues } = decode(link)
  expect(issues).toEqual([])
  return value
}

/** The iterates of the first run, the gradients its method saw, the average of its iterates, its restarts, and its last ending. */
function walked(e: Experiment) {
  const all = events(e, undefined, { only: ['runs', 'critical'] })
  const n = e.domain.length
  const rows = (column: readonly number[]): number[][] => Array.from({ length: column.length / n }, (_, k) => column.slice(k * n, (k + 1) * n))
  const chunks = all.flatMap((event) => (event.type === 'path' ? [event] : []))
  const ending = all.findLast((event) => event.type === 'ending')
  if (ending?.type !== 'ending') throw new Error('no ending')
  return {
    x: rows(chunks.flatMap((c) => [...c.x])), seen: rows(chunks.flatMap((c) => [...(c.seen ?? [])])),
    average: rows(chunks.flatMap((c) => [...(c.average?.x ?? [])])), averageF: chunks.flatMap((c) => [...(c.average?.f ?? [])]),
    tries: all.flatMap((event) => (event.type === 'tries' ? event.paths : [])), ending,
  }
}

describe('SAM', () => {
  it('takes the gradient ρ uphill and uses it where the ball is', () => {
    const { x, seen } = walked(of('f=x^2+3*y^2&start=2,-1&domain=-3,3,-3,3&run=gd,lr:0.1,sam:0.5&steps=20'))
    let [a, b] = [2, -1]
    for (let t = 1; t <= 20; t++) {
      const [ga, gb] = [2 * a, 6 * b]
      const length = Math.hypot(ga, gb)
      const [sa, sb] = [2 * (a + (0.5 * ga) / length), 6 * (b + (0.5 * gb) / length)]
      a -= 0.1 * sa
      b -= 0.1 * sb
      expect(Math.hypot(seen[t][0] - sa, seen[t][1] - sb)).toBeLessThan(1e-12)
      expect(Math.hypot(x[t][0] - a, x[t][1] - b)).toBeLessThan(1e-12)
    }
  })

  it('costs two gradients a step, and one where the slope is zero', () => {
    expect(walked(of('f=x^2&start=1&run=adam,sam:0.05&steps=30')).ending.costs).toEqual({ values: 0, gradients: 60, hessians: 0 })
    expect(walked(of('f=x^2&start=0&domain=-1,1&run=gd,sam:0.05&steps=30')).ending.costs).toEqual({ values: 0, gradients: 30, hessians: 0 })
  })

  it('asks about the same rows, or with fresh noise, and is the same run each time', () => {
    for (const noise of ['fresh,sd:0.5', 'batch,size:5']) {
      const e = of(`landscape=linreg&noise=${noise}&run=momentum,sam:0.2&steps=50`)
      expect(walked(e)).toEqual(walked(structuredClone(e)))
      expect(walked(e).x).not.toEqual(walked(of(`landscape=linreg&noise=${noise}&run=momentum&steps=50`)).x)
    }
  })
})

describe('clipping', () => {
  it('by norm shortens a gradient that is longer than the limit, as PyTorch does, and leaves the others alone', () => {
    const { x, seen } = walked(of('f=x^2+3*y^2&start=2,-1&domain=-3,3,-3,3&run=gd,lr:0.1,max_norm:1.5&steps=40'))
    for (let t = 1; t <= 40; t++) {
      const g = [2 * x[t - 1][0], 6 * x[t - 1][1]]
      const share = Math.min(1, 1.5 / (Math.hypot(...g) + 1e-6))
      g.forEach((v, i) => { expect(Math.abs(seen[t][i] - v * share)).toBeLessThan(1e-12) })
      seen[t].forEach((v, i) => { expect(Math.abs(x[t][i] - (x[t - 1][i] - 0.1 * v))).toBeLessThan(1e-12) })
    }
    expect(seen[40]).toEqual([2 * x[39][0], 6 * x[39][1]])
  })

  it('by value cuts off each component', () => {
    const { seen } = walked(of('f=x^2+3*y^2&start=2,-1&domain=-3,3,-3,3&run=gd,lr:0.1,clip_value:0.5&steps=3'))
    expect(seen[1]).toEqual([0.5, -0.5])
  })

  it('comes after SAM: the gradient uphill is what is clipped', () => {
    const { seen, ending } = walked(of('f=x^2&start=2&domain=-3,3&run=gd,lr:0.1,clip_value:4.5,sam:0.1&steps=1'))
    expect(seen[1][0]).toBeCloseTo(4.2, 12)
    expect(ending.costs.gradients).toBe(2)
  })
})

it('decoupled decay around Adam is AdamW', () => {
  const [around, adamw] = ['adam,lr:0.05,decoupled_decay:0.1', 'adamw,lr:0.05,weight_decay:0.1'].map((run) => walked(of(`landscape=himmelblau&run=${run}&steps=100`)).x)
  for (const [t, x] of around.entries()) x.forEach((v, i) => { expect(Math.abs(v - adamw[t][i])).toBeLessThan(1e-10) })
})

describe('an average of the iterates', () => {
  const plain = walked(of('landscape=himmelblau&noise=fresh,sd:5&run=gd,lr:0.01&steps=200'))
  it.each([['polyak', 0], ['polyak', 50], ['ema', 0], ['ema', 50]])('%s after %d steps leaves the run as it is and averages as torch.optim.swa_utils does', (kind, start) => {
    const { x, average, averageF } = walked(of(`landscape=himmelblau&noise=fresh,sd:5&run=gd,lr:0.01,average:${kind},decay:0.9,swa_start:${start}&steps=200`))
    expect(x).toEqual(plain.x)
    const tail = x.slice(start + 1)
    const wanted = (i: number): number =>
      kind === 'polyak' ? tail.reduce((sum, p) => sum + p[i], 0) / tail.length : tail.slice(1).reduce((mean, p) => 0.9 * mean + 0.1 * p[i], tail[0][i])
    average[200].forEach((v, i) => { expect(Math.abs(v - wanted(i))).toBeLessThan(1e-10) })
    expect(average[start]).toEqual(x[start])
    const [a, b] = average[200]
    expect(averageF[200]).toBeCloseTo((a * a + b - 11) ** 2 + (a + b * b - 7) ** 2, 8)
  })

  it('is spoken of in the verdict', () => {
    const { ending } = walked(of('f=x^2+y^2&domain=-3,3,-3,3&noise=fresh,sd:2&start=1,1&run=gd,lr:0.2,average:polyak,swa_start:50&steps=2000'))
    expect(ending.says).toMatch(/The average is at minimum A: f = [\d.e−]+, lower than the last iterate’s [\d.e−]+\.$/)
  })
})

describe('random restarts', () => {
  const link = 'landscape=sin3_quad&run=gd,lr:0.05,restarts:12&steps=300'
  it('descend from K places of the domain, tell the lowest as the path, and count the costs of all', () => {
    const { x, tries, ending } = walked(of(link))
    expect(tries).toHaveLength(12)
    expect(new Set(tries.map(([first]) => first)).size).toBe(12)
    for (const [first] of tries) expect(Math.abs(first)).toBeLessThanOrEqual(3)
    const f = (v: number): number => Math.sin(3 * v) + v * v / 2
    const lowest = Math.min(...tries.map((path) => f(path[path.length - 1])))
    expect(f(x[300][0])).toBeCloseTo(lowest, 12)
    expect(tries.map((path) => path[0])).toContain(x[0][0])
    expect(ending.costs).toEqual({ values: 0, gradients: 12 * 300, hessians: 0 })
    const hits = tries.filter((path) => Math.abs(path[path.length - 1] + 0.471043) < 1e-3).length
    expect(ending.says).toContain(`${hits} of 12 restarts ended in the global minimum A: p ≈`)
    expect(ending.says).toContain('$1-(1-p)^K$ = ')
  })

  it('begin at the same places for every method, wherever the start stands, and at others for another seed', () => {
    const places = (text: string): number[] => walked(of(text)).tries.map((path) => path[0])
    expect(places(`${link.replace('gd', 'adam')}&start=2`)).toEqual(places(link))
    expect(places(`${link}&seed=1`)).not.toEqual(places(link))
    const [a, b] = [of(link), of(`${link}&seed=1`)]
    expect(samePath(a, b, { run: 0, start: 0 })).toBe(false)
  })

  it.each([
    [0, 'Random restarts: restarts is 0, expected at least 1. Try 6.'],
    [1e9, 'Random restarts: restarts is 1000000000, expected at most 100. Try 6.'],
    [2.5, 'Random restarts: restarts is 2.5, expected a whole number. Try 3.'],
  ])('%d of them are refused, and the run has none', (count, says) => {
    const { value, issues } = decode(`landscape=sin3_quad&run=gd,restarts:${count}`)
    expect(issues.map((issue) => issue.says)).toEqual([says])
    expect(value.runs[0]).not.toHaveProperty('around')
  })

  it('end where the formula has no value, too, and the lowest of the others is told', () => {
    const { ending, tries } = walked(of('f=x*log(x)&domain=-1,2&start=1&run=gd,lr:0.1,restarts:10&steps=200'))
    expect(tries).toHaveLength(10)
    expect(ending.verdict).toBe('minimum')
  })

  it('keep methods without slopes company', () => {
    expect(walked(of('landscape=himmelblau&run=nelder_mead,restarts:3&steps=200')).ending.costs.values).toBeGreaterThan(200)
  })
})

it('a part of a setting without what it belongs to is a sentence', () => {
  expect(decode('landscape=himmelblau&run=gd,decay:0.5').issues[0].says).toBe('decay belongs to average, which the run does not have. Write average as well.')
})

it('a run with something else around it is another run', () => {
  const [plain, sam, wider] = ['', ',sam:0.05', ',sam:0.1'].map((around) => of(`landscape=himmelblau&run=gd,lr:0.02${around}`))
  const key = { run: 0, start: 0 }
  expect([samePath(plain, sam, key), samePath(sam, wider, key), samePath(sam, structuredClone(sam), key)]).toEqual([false, false, true])
})
