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

/** The iterates of the first run, the gradients its method saw, and its ending. */
function walked(e: Experiment) {
  const all = events(e, undefined, { only: ['runs'] })
  const n = e.domain.length
  const rows = (column: readonly number[]): number[][] => Array.from({ length: column.length / n }, (_, k) => column.slice(k * n, (k + 1) * n))
  const chunks = all.flatMap((event) => (event.type === 'path' ? [event] : []))
  const ending = all.find((event) => event.type === 'ending')
  if (ending?.type !== 'ending') throw new Error('no ending')
  return { x: rows(chunks.flatMap((c) => [...c.x])), seen: rows(chunks.flatMap((c) => [...(c.seen ?? [])])), ending }
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

it('a run with something else around it is another run', () => {
  const [plain, sam, wider] = ['', ',sam:0.05', ',sam:0.1'].map((around) => of(`landscape=himmelblau&run=gd,lr:0.02${around}`))
  const key = { run: 0, start: 0 }
  expect([samePath(plain, sam, key), samePath(sam, wider, key), samePath(sam, structuredClone(sam), key)]).toEqual([false, false, true])
})
