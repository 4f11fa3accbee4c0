/** What is typed runs like what is declared: the copy of every method of the catalogue takes the same steps, bit for bit. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode, decode } from '../../src/core/experiment/permalink.ts'
import { experimentOn, validate } from '../../src/core/experiment/create.ts'
import { withMethod } from '../../src/core/experiment/methods.ts'
import { explore } from '../../src/core/explore/explore.ts'
import { refuseMethod } from '../../src/core/optimizers/check-typed.ts'
import { DECLARED } from '../../src/core/optimizers/index.ts'
import { RESERVED } from '../../src/core/optimizers/reserved.ts'
import { copyOf, neededHyper } from '../../src/core/optimizers/typed.ts'
import { valuesOf } from '../core/experiment/arbitrary.ts'

describe.each(DECLARED.map((o) => [o.id, o] as const))('the typed copy of %s', (_, o) => {
  const copy = copyOf(o, 'copy')

  it('can run, with the hyper-parameters of the catalogue', () => {
    expect(refuseMethod(copy)).toEqual([])
    expect([...neededHyper(copy.update)].sort()).toEqual(Object.keys(o.hyper).sort())
  })

  it('takes the same steps, through a link', () => {
    const plain = withMethod({ ...experimentOn('rosenbrock'), runs: [], steps: 25, at: 25 }, undefined, copy)
    fc.assert(fc.property(valuesOf(o.hyper), fc.integer({ min: 0, max: 3 }), (hyper, seed) => {
      const e = { ...plain, seed, noise: { kind: 'fresh', values: { sd: 0.5, decay: 1 } } as const, runs: [{ optimizer: 'copy', hyper, shown: true }, { optimizer: o.id, hyper, shown: true }] }
      expect(validate(e)).toEqual([])
      const paths: number[][] = [[], []]
      for (const event of explore(decode(encode(e)).value, undefined, { only: ['runs'] })) if (event?.type === 'path') paths[event.run].push(...event.x)
      expect(paths[0]).toEqual(paths[1])
    }), { numRuns: 12 })
  }, 30_000)
})

describe('the names of a typed method’s hyper-parameters', () => {
  const refused = (name: string) => refuseMethod({
    id: 'mine', update: [{ name: 'x', formula: `x-${name}*g` }], hyper: [{ name, default: 1, slider: [0, 1], scale: 'linear' }],
  })

  it('stay free: words of links added after these have a dot, which no name of a formula has', () => {
    // A link of today may call a hyper-parameter anything but these. One more plain word would take its meaning away.
    expect([...RESERVED].filter((name) => !name.includes('.')).sort()).toMatchInlineSnapshot(`
      [
        "T_0",
        "T_max",
        "T_mult",
        "anneal_strategy",
        "average",
        "base_lr",
        "clip_value",
        "decay",
        "decay_rate",
        "decoupled_decay",
        "div_factor",
        "end_factor",
        "eta_min",
        "final_div_factor",
        "gamma",
        "m1",
        "m2",
        "m3",
        "max_lr",
        "max_norm",
        "pct_start",
        "power",
        "rate",
        "restarts",
        "sam",
        "schedule",
        "show",
        "start_factor",
        "step_size",
        "step_size_down",
        "step_size_up",
        "swa_start",
        "three_phase",
        "total_iters",
        "total_steps",
      ]
    `)
    expect(refused('clip.later')).not.toEqual([])
    expect(refused('later')).toEqual([])
  })
  it('are none of the words that a run of a link uses, each refused with a sentence', () => {
    for (const name of RESERVED) expect(refused(name).map(({ about }) => about), name).toContain(`hyper.${name}`)
  })
})
