/** Methods that cannot work, or have nothing to work on: each run ends, with a sentence that says what is the matter. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/core/experiment/permalink.ts'
import type { RunEnding } from '../../../src/core/explore/events.ts'
import { remarks } from '../../../src/core/optimizers/check-typed.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { isDeclared } from '../../../src/core/optimizers/optimizer.ts'
import { events } from './helpers.ts'

/** How the runs of a link end, and what decoding it said. */
function ends(link: string): { readonly endings: readonly RunEnding[]; readonly said: string } {
  const { value, issues } = decode(link)
  const endings = events(value, undefined, { only: ['runs'] }).flatMap((event) => (event.type === 'ending' ? [event] : []))
  expect(endings).toHaveLength(value.runs.length)
  for (const { says } of endings) expect(says).toMatch(/\.$/)
  return { endings, said: issues.map(({ says }) => says).join(' ') }
}

describe('update formulas that are typed', () => {
  const method = (text: string) => decode(`landscape=square&method=mine;${text}&run=mine&steps=20`).value.methods[0]
  const said = (text: string): string => remarks(method(text)).map(({ says }) => says).join(' ')

  it('that never use g are run, with a remark', () => {
    expect(said('x=0.5x')).toBe('x never uses g: this method never looks at the slope.')
    expect(ends('landscape=square&start=2&method=mine;x=0.5x&run=mine&steps=2000').endings[0].verdict).toBe('minimum')
  })
  it('that divide by zero at the first step end there, and the line is named', () => {
    const { endings: [{ verdict, says }] } = ends('landscape=square&start=2&method=mine;x=x-g/(t-1)&run=mine&steps=20')
    expect(verdict).toBe('undefined')
    expect(says).toMatch(/^Step 1 .*divi/)
  })
  it('that use a slot nobody computes have it as a hyper-parameter', () => {
    expect(method('x=x-lr*q').hyper.map(({ name }) => name)).toEqual(['lr', 'q'])
  })
  it('that refer to each other in a circle take the value of the step before, which is said', () => {
    expect(said('a=b+g;b=a/2;x=x-lr*a')).toContain('a uses b, which is computed after it: that is the b of the step before, 0 at first.')
    expect(ends('landscape=square&start=2&method=mine;a=b+g;b=a/2;x=x-lr*a&run=mine,lr:0.1&steps=400').endings[0].verdict).toBe('minimum')
  })
})

describe('a population of one', () => {
  it('is refused by CMA-ES with the least there is, stands for five in differential evolution, and is moved by mutation in the genetic algorithm', () => {
    const { endings, said } = ends('landscape=square&start=2&run=cma_es,popsize:1&run=de,popsize:1,polish:0&run=ga,popsize:1&steps=300')
    expect(said).toBe('CMA-ES: popsize is 1, expected at least 2. Try 6.')
    expect(endings.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['minimum', 'minimum'])
    expect(endings[1].costs.values % 5).toBe(0)
    expect(endings[2].ending).toBe('out-of-steps')
  })
})

describe('no restart at all', () => {
  it('is refused, and the run goes as it would without', () => {
    const { said, endings } = ends('landscape=square&start=2&run=gd,restarts:0&run=gd&steps=20')
    expect(said).toMatch(/restarts is 0, expected at least 1/)
    expect(endings[0].says).toBe(endings[1].says)
  })
})

describe('matrices that cannot be inverted', () => {
  it('a singular Hessian does not stop Newton: directions without curvature are left alone', () => {
    const { endings } = ends('f=(x%2By)^2&over=x,y&start=2,1&run=newton&run=saddle_free_newton&run=trust_region&steps=40')
    for (const { verdict, says } of endings) expect(says, verdict).not.toMatch(/NaN|Infinity/)
    expect(endings.map(({ ending }) => ending)).not.toContain('undefined')
  })
  it('an indefinite Hessian does not stop BFGS: it goes down beside the saddle', () => {
    const { endings: [bfgs, lbfgs] } = ends('landscape=double_well&p.t=0&start=0.01&run=bfgs&run=lbfgs&steps=40')
    expect([bfgs.verdict, lbfgs.verdict]).toEqual(['minimum', 'minimum'])
  })
  it('nor does a kernel matrix that is singular because all places are the same stop Bayesian optimisation', () => {
    const { endings: [{ ending }] } = ends('f=1%2B0*x&over=x&domain=0,1e-12&start=0&run=bayes,length_scale:1000,n_calls:12&steps=20')
    expect(['converged', 'stalled', 'out-of-steps']).toContain(ending)
  })
})

describe('a line search that cannot descend', () => {
  it.each(['bfgs', 'lbfgs', 'cg_fr', 'cg_pr', 'newton,line_search_fn:strong_wolfe', 'newton,line_search_fn:backtracking'])('stops after a bounded number of trials: %s on the edge of a cliff', (run) => {
    // Along the slope the ground has no value; every trial is as bad as the last.
    const { endings: [{ ending, costs, says }] } = ends(`f=if(x<1,x^2-2000,-x)&over=x&domain=0,2&start=1&run=${run}&steps=40`)
    expect(says).not.toMatch(/NaN|Infinity/)
    expect(['stalled', 'diverged', 'undefined', 'out-of-steps', 'left-domain']).toContain(ending)
    expect(costs.values + costs.gradients).toBeLessThan(40 * 60)
  })
})

describe('a schedule', () => {
  it('that goes negative climbs, and the run ends with a verdict', () => {
    expect(ends('landscape=square&start=1&run=gd,lr:0.5,schedule:formula,rate:-lr&steps=200').endings[0].verdict).toBe('diverged')
  })
  it('that is not a number ends the run at that step, and is named', () => {
    const { endings: [{ verdict, says }] } = ends('landscape=square&start=1&run=gd,lr:0.1,schedule:formula,rate:lr*sqrt(5-t)&steps=20')
    expect(verdict).toBe('undefined')
    expect(says).toMatch(/rate|schedule/)
  })
})

describe('methods with slopes on a landscape without them', () => {
  const sloping = OPTIMIZERS.filter((method) => isDeclared(method) || method.order > 0)
  const sixes = Array.from({ length: Math.ceil(sloping.length / 6) }, (_, k) => sloping.slice(6 * k, 6 * k + 6))
  const race = (list: typeof OPTIMIZERS): string => list.map(({ id }) => `run=${id}`).join('&')

  it.each(sixes.map((list) => [list.map(({ id }) => id).join(', '), list] as const))('end at the start, saying why there is none, where the formula has a kink everywhere: %s', (_, list) => {
    const { endings, said } = ends(`f=abs(x-x)%2Bx^2&over=x&domain=-2,2&start=1&${race(list)}&steps=30`)
    expect(said).toBe('')
    for (const { ending, says } of endings) {
      expect(ending).toBe('undefined')
      expect(says).toBe('No slope at the start: abs has a kink at 0, so the formula has no derivative here.')
    }
  })
  it.each(sixes.map((list) => [list.map(({ id }) => id).join(', '), list] as const))('stand still where the slope is zero everywhere, as on stairs, and say so: %s', (_, list) => {
    const { endings } = ends(`f=floor(x)&over=x&domain=-2,2&start=0.5&${race(list)}&steps=30`)
    for (const { verdict, says } of endings) {
      expect(verdict).toBe('flat')
      expect(says).toContain('Slope is exactly zero on level ground, so no step is taken.')
    }
  })
  it('are told to rest on level ground only where it is level between the axes too', () => {
    const { endings } = ends('landscape=x2y2&start=1,1&run=gd,lr:0.1&steps=3000')
    expect(endings.map(({ says }) => says)).toEqual(['Slope and both curvatures are zero: the test cannot tell if this is lowest.'])
  })
  it('leave it to those without slopes, which find its minimum', () => {
    const { endings } = ends('f=abs(x-x)%2Bx^2&over=x&domain=-2,2&start=1&run=de&run=nelder_mead&run=powell&run=annealing&run=cma_es&steps=60')
    for (const { ending, says } of endings) {
      expect(ending).not.toBe('undefined')
      expect(says).not.toMatch(/slope at the start/)
    }
  })
})
