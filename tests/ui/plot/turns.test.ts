import { describe, expect, test } from 'vitest'
import { myTurn } from '../../../src/ui/plot/turns.ts'

/** Who is served in each of the frames, when `askers` ask in each, one letter a frame. */
function served(askers: readonly { readonly name: string }[], from: number, frames: number): string {
  let order = ''
  for (let now = from; now < from + frames; now++) {
    const names = askers.filter((owner) => myTurn(owner, now)).map(({ name }) => name)
    order += names.length === 1 ? names[0] : `(${names.join('')})`
  }
  return order
}

describe('Turns of costly drawings', () => {
  const a = { name: 'a' }, b = { name: 'b' }, c = { name: 'c' }
  test('three that ask in every frame are served one a frame, each every third', () => {
    expect(served([a, b, c], 100, 9)).toBe('abcabcabc')
  })
  test('one alone is served in every frame', () => {
    expect(served([a], 200, 4)).toBe('aaaa')
  })
  test('one that asks no more does not hold up the others', () => {
    expect(served([a, b, c], 300, 1)).toBe('a')
    // b, next in the queue, has been hidden: it costs one frame at most.
    expect(served([a, c], 301, 6).replace('()', '')).toMatch(/^(ca)+c?$|^(ac)+a?$/)
  })
})
