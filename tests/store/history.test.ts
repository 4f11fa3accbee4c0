import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BURST, EMPTY, HISTORY_LIMIT, record, stepBack, stepForward, type History } from '../../src/store/history.ts'
import { bowl } from '../worker/fakes.ts'

const at = (steps: number) => bowl({ steps })

describe('the history', () => {
  it('brings back what an edit replaced, and redo brings the edit back: for any sequence of edits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), (values) => {
        let history: History = EMPTY
        let present = at(-1)
        const seen = [present]
        values.forEach((v, i) => {
          history = record(history, present, `${i}`, 0).history
          present = at(v)
          seen.push(present)
        })
        for (let i = seen.length - 2; i >= 0; i--) {
          const back = stepBack(history, present)
          expect(back?.experiment).toBe(seen[i])
          history = back?.history ?? EMPTY
          present = back?.experiment ?? present
        }
        expect(stepBack(history, present)).toBeUndefined()
        for (let i = 1; i < seen.length; i++) {
          const forward = stepForward(history, present)
          expect(forward?.experiment).toBe(seen[i])
          history = forward?.history ?? EMPTY
          present = forward?.experiment ?? present
        }
        expect(stepForward(history, present)).toBeUndefined()
      }),
    )
  })

  it('makes one entry of edits of the same kind in quick succession', () => {
    const first = record(EMPTY, at(1), 'formula', 0)
    const second = record(first.history, at(2), 'formula', BURST)
    expect([first.fresh, second.fresh]).toEqual([true, false])
    expect(second.history.past).toEqual([at(1)])
    const later = record(second.history, at(3), 'formula', 2 * BURST + 1)
    expect(later.fresh).toBe(true)
    expect(later.history.past).toEqual([at(1), at(3)])
  })

  it('never joins edits of different kinds, nor an edit to one that was undone', () => {
    const first = record(EMPTY, at(1), 'a', 0).history
    expect(record(first, at(2), 'b', 1).fresh).toBe(true)
    const undone = stepBack(record(first, at(2), 'b', 1).history, at(3))?.history ?? EMPTY
    expect(record(undone, at(2), 'b', 2).fresh).toBe(true)
  })

  it('forgets what was undone when something new is done', () => {
    const history = stepBack(record(EMPTY, at(1), 'a', 0).history, at(2))?.history ?? EMPTY
    expect(history.future).toEqual([at(2)])
    expect(record(history, at(1), 'b', 1).history.future).toEqual([])
  })

  it('keeps the newest entries when there are very many', () => {
    let history: History = EMPTY
    for (let i = 0; i < HISTORY_LIMIT + 50; i++) history = record(history, at(i), `${i}`, 0).history
    expect(history.past).toHaveLength(HISTORY_LIMIT)
    expect(history.past[0].steps).toBe(50)
  })
})
