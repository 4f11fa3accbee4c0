import { describe, expect, it } from 'vitest'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import { experimentOn, validate } from '../../../src/core/experiment/create.ts'
import type { EnsembleChoice } from '../../../src/core/experiment/experiment.ts'

const USUAL: EnsembleChoice = { run: 0, start: 0, draw: 'uniform', n: 1000, spread: 0.1 }

/** The ensemble of a link, and what is said of the link. */
function read(text: string): { ensemble: EnsembleChoice | undefined; says: string[] } {
  const { value, issues } = decode(`landscape=sin3_quad&start=-1&start=2&ensemble=${text}`)
  return { ensemble: value.ensemble, says: issues.map(({ says }) => says) }
}

describe('the ensemble of a link', () => {
  it.each<[string, Partial<EnsembleChoice>]>([
    ['', {}],
    ['run:0,draw:uniform,n:1000', {}],
    ['draw:normal,spread:.5', { draw: 'normal', spread: 0.5 }],
    ['draw:grid,n:64', { draw: 'grid', n: 64 }],
    ['run:2,start:1,draw:seeds,n:300,target:B,seed:17', { run: 2, start: 1, draw: 'seeds', n: 300, target: 'B', seed: 17 }],
  ])('%s', (text, choice) => {
    expect(read(text)).toEqual({ ensemble: { ...USUAL, ...choice }, says: [] })
  })

  it('says what differs from the usual, and always whose it is, how it is drawn and how many there are', () => {
    const link = (choice: Partial<EnsembleChoice>): string | undefined => encode({ ...experimentOn('sin3_quad'), ensemble: { ...USUAL, ...choice } }).split('&').at(-1)
    expect(link({})).toBe('ensemble=run:0,draw:uniform,n:1000')
    expect(link({ draw: 'normal', spread: 0.25, target: 'C', seed: 4 })).toBe('ensemble=run:0,draw:normal,n:1000,spread:0.25,target:C,seed:4')
  })

  it.each([
    ['draw:sideways', /draw is "sideways", expected uniform, grid, normal or seeds/],
    ['n:0', /n is 0, expected at least 1/],
    ['n:1e9', /n is 1000000000, expected at most 100000/],
    ['n:2.5', /expected a whole number/],
    ['spread:0', /spread is 0, expected more than 0/],
    ['target:b', /target is "b", expected the letter of a minimum\. Write it like target:A/],
    ['seed:x', /seed is not a number/],
    ['seed:-1', /seed is -1, expected at least 0/],
    ['tries:10', /The ensemble has no setting "tries"/],
    ['n:5,n:10', /comes more than once/],
    ['run:x', /run is "x", expected a number/],
  ])('junk is told and left out: %s', (text, says) => {
    const { ensemble, says: said } = read(text)
    expect(said).toEqual([expect.stringMatching(says)])
    expect(ensemble).toEqual({ ...USUAL, ...(text === 'n:5,n:10' && { n: 10 }) })
  })

  it('has no room beside a sweep map: the sweep map is left out', () => {
    const { value, issues } = decode('landscape=sin3_quad&run=gd&sweep=lr:0.1..0.2&ensemble=n:10')
    expect([value.sweep, value.ensemble]).toEqual([undefined, { ...USUAL, n: 10 }])
    expect(issues.map(({ says }) => says)).toEqual([expect.stringMatching(/same place on the page/)])
    expect(validate(value)).toEqual([])
    const both = { ...value, sweep: decode('landscape=sin3_quad&run=gd&sweep=lr:0.1..0.2').value.sweep! }
    expect(validate(both).map(({ says }) => says)).toEqual([expect.stringMatching(/same place on the page/)])
  })
})
