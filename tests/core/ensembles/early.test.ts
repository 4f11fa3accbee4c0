/** Descents that a map ends early are where they would be after all their steps. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fatesOf } from '../../../src/core/ensembles/fates.ts'
import { createFooting } from '../../../src/core/ensembles/footing.ts'
import { shapeOf, startsOf } from '../../../src/core/ensembles/job.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { explore } from '../../../src/core/explore/explore.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { DECLARED } from '../../../src/core/optimizers/index.ts'
import { finish } from '../explore/helpers.ts'

const methods = DECLARED.filter(({ family }) => family === 'First order')
const landscapes = OBJECTIVES.filter(({ id }) => !id.endsWith('reg'))
const SIDE = 10

it('by verdict and by the first step near, and within a millionth of each side of the domain, on any landscape at any settings', () => {
  const standOn = createFooting()
  let early = 0
  const settings = fc.tuple(fc.constantFrom(...landscapes), fc.constantFrom(...methods), fc.constantFrom(0.0003, 0.003, 0.02, 0.1), fc.constantFrom(0.5, 0.9, 0.99), fc.constantFrom(0, 0, 0.01))
  fc.assert(fc.property(settings, ([{ id }, method, rate, momentum, decay]) => {
    const own = [`lr:${rate}`, ...(Object.hasOwn(method.hyper, 'momentum') ? [`momentum:${momentum}`] : []), ...(Object.hasOwn(method.hyper, 'weight_decay') && decay > 0 ? [`weight_decay:${decay}`] : [])]
    const { value: experiment, issues } = decode(`landscape=${id}&steps=500&run=${[method.id, ...own].join()}`)
    expect(issues).toEqual([])
    const { domain } = experiment
    const critical = Array.from(explore(experiment, undefined, { only: ['critical'] })).findLast((event) => event?.type === 'critical')
    const job = { experiment, run: 0, critical: critical?.type === 'critical' ? critical.points : [], partial: critical?.type === 'critical' && critical.partial === true }
    const shape = shapeOf(domain, SIDE)
    const ends = (whole: boolean) => finish(fatesOf(job, { starts: startsOf(domain, { shape, from: 0, to: shape.reduce((a, b) => a * b, 1) }), whole }, finish(standOn(experiment, job.critical))))
    const [short, all] = [ends(false), ends(true)]
    expect(short.fate).toEqual(all.fate)
    expect(short.steps).toEqual(all.steps)
    short.end.forEach((v, k) => {
      const [low, high] = domain[k % domain.length]
      if (short.fate[Math.floor(k / domain.length)] < 0) expect(v).toBe(all.end[k])
      else expect(Math.abs(v - all.end[k])).toBeLessThanOrEqual(1.0001e-6 * (high - low))
      if (!Object.is(v, all.end[k])) early++
    })
  }), { numRuns: 60 })
  expect(early).toBeGreaterThan(500)
}, 60_000)
