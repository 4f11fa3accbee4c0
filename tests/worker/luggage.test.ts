import { describe, expect, it } from 'vitest'
import { fromRows, withCell } from '../../src/core/data/data-set.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import { packer, unpacker } from '../../src/worker/luggage.ts'
import { bowl } from './fakes.ts'

const rows = fromRows('wide', ['a', 'y'], Array.from({ length: 10_000 }, (_, i) => [i, -i]))
const on = (data: Experiment['data'], steps = 1): Experiment => bowl({ steps, data })

/** What arrives of messages that are packed, cloned as between threads, and unpacked, with the data that each carried. */
function journey(...messages: (readonly [Experiment, Experiment?])[]) {
  const [pack, unpack] = [packer(), unpacker()]
  return messages.map(([experiment, since], epoch) => {
    const posted = pack({ epoch, experiment, dragging: true, ...(since && { since }) })
    const carried = [posted.experiment.data, posted.since?.data].filter((data) => typeof data === 'object').length
    return { carried, ...unpack(structuredClone(posted)) }
  })
}

describe('data sets on their way to the worker', () => {
  it('travel once, whatever else changes', () => {
    const came = journey([on(rows)], [on(rows, 2), on(rows)], [on(rows, 3), on(rows, 2)])
    expect(came.map(({ carried }) => carried)).toEqual([1, 0, 0])
    expect(came.map(({ experiment }) => experiment)).toEqual([on(rows), on(rows, 2), on(rows, 3)])
    expect(came[2].since).toEqual(on(rows, 2))
    expect(came[1].experiment.data).toBe(came[0].experiment.data)
    expect(came[2].since?.data).toBe(came[0].experiment.data)
  })

  it('travel again where a number, a name or what is missing of them has changed', () => {
    const others = [withCell(rows, 1, 7, 3), { ...rows, name: 'other' }, { ...rows, missing: true as const }]
    for (const data of others) {
      const came = journey([on(rows)], [on(data), on(rows)], [on(data)])
      expect(came.map(({ experiment }) => experiment.data)).toEqual([rows, data, data])
      expect(came[1].since?.data).toEqual(rows)
    }
  })

  it('leave an experiment without data as it is', () => {
    const [{ experiment, carried }] = journey([bowl()])
    expect(experiment).toEqual(bowl())
    expect(Object.hasOwn(experiment, 'data')).toBe(false)
    expect(carried).toBe(0)
  })

  it('that a worker has never had are an error, not a guess', () => {
    const pack = packer()
    pack({ epoch: 1, experiment: on(rows), dragging: false })
    const second = pack({ epoch: 2, experiment: on(rows), dragging: false })
    expect(() => unpacker()(second)).toThrow(`names the data set ${rows.key}`)
  })
})
