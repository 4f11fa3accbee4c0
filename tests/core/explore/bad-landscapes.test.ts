/** Landscapes on which the search for critical points cannot end well, and data that a formula cannot use: a sentence each. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { events } from './helpers.ts'

function critical(link: string) {
  const { value, issues } = decode(link)
  expect(issues).toEqual([])
  const report = events(value, undefined, { only: ['critical'] }).findLast((event) => event.type === 'critical')
  if (report?.type !== 'critical') throw new Error('nothing was said about critical points')
  return report
}
const said = (link: string): string => decode(link).issues.map(({ says }) => says).join(' ')

describe('a landscape', () => {
  it('with a line of minima: x²y² is not certified, because flat points form whole lines', () => {
    const { certificate, says } = critical('landscape=x2y2')
    expect(certificate).toEqual({ certified: false, reason: 'critical points form whole lines, not single points' })
    expect(says).toMatch(/Certified: nothing lies lower than 0/)
  })
  it('with no minimum: x³ has the end of its domain, and a flat point that is called degenerate', () => {
    const { points, says } = critical('landscape=cubic')
    expect(points.map(({ kind }) => kind)).toEqual(['boundary minimum', 'degenerate'])
    expect(says).toContain('Not certified: the point at 0 is degenerate.')
  })
  it('with thousands: Lévy 13 on its full domain stops at a limit, and names its budget', () => {
    const { points, certificate, partial, says } = critical('landscape=levy13&domain=-10,10,-10,10')
    expect(points).toHaveLength(3000)
    expect(partial).toBe(true)
    expect(certificate?.reason).toMatch(/^the budget of [\d,]+ boxes is spent; narrow the domain$/)
    expect(says).toContain('Global in this domain, certified: A.')
  }, 30_000)
})

describe('data', () => {
  it('that is not there: a reduction asks for it', () => {
    expect(said('f=mean((w*x%2Bb-y)^2)')).toContain('mean at column 1 runs over the rows of a data set, and there is none. Choose or paste one.')
    expect(said('f=1%2Bsum(x)')).toContain('sum at column 3 runs over the rows of a data set')
  })
  it('whose column has the name of a function is given another', () => {
    expect(said('f=mean((w*sin_-y)^2)&over=w&data=sin,y;1,2;1,3')).toBe('The column "sin" is called sin_ here.')
  })
  it('whose column has the name of a coordinate: the coordinate is refused', () => {
    expect(said('f=mean((w*x-y)^2)&over=w,x&data=x,y;1,2;2,3')).toBe('x is a column of the data, so it cannot be a coordinate as well. Rename one of them.')
  })
  it('of one row is fitted exactly', () => {
    const { points, certificate } = critical('f=mean((w*x-y)^2)&over=w&data=x,y;1,2')
    expect([points.map(({ kind, x, f }) => [kind, x[0], f]), certificate?.certified]).toEqual([[['minimum', 2, 0]], true])
  })
  it('with a column that is constant has its minimum all the same, and where that leaves a line of minima it is said', () => {
    expect(critical('f=mean((w*x-y)^2)&over=w&data=x,y;1,2;1,3').points.map(({ x }) => x[0])).toEqual([2.5])
    expect(critical('f=mean((w*x%2Bb-y)^2)&over=w,b&data=x,y;1,2;1,3').certificate?.certified).toBe(false)
  })
})
