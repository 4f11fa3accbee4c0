/** Where the runs start: a row of coordinates for each start, and the way to have more of them or fewer. */
import { Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { START_LIMIT } from '../../core/experiment/experiment.ts'
import { addStart, moveStart, removeStart } from '../../store/edit.ts'
import { describedOf } from '../../store/described.ts'
import { selectStart } from '../../store/session.ts'
import type { State } from '../../store/state.ts'
import { store } from '../../store/store.ts'
import { NumberField } from '../fields/number-field.tsx'
import { asksToRemove } from '../keys.ts'
import { useThrottled } from '../throttle.ts'
import { nextStart } from './next-start.ts'

const shown = ({ experiment }: State) => ({
  starts: experiment.starts, domain: experiment.domain, coordinates: describedOf(experiment).coordinates,
})

/** The coordinate itself: what is shown of it lags behind a key that is held. */
const live = (start: number): readonly number[] => store.getState().experiment.starts[start]

export function Starts() {
  const { starts, domain, coordinates } = useThrottled(shown)
  const list = useRef<HTMLDivElement>(null)
  // The button that was pressed may be gone with its row: the focus goes to the one in its place, not to the top of the page.
  const focus = useRef<number>(undefined)
  useEffect(() => {
    if (focus.current === undefined) return
    list.current?.querySelectorAll<HTMLElement>('.start > button')[Math.min(focus.current, starts.length - 1)]?.focus()
    focus.current = undefined
  }, [starts.length])
  const add = () => {
    focus.current = starts.length
    addStart(nextStart(starts, domain))
    selectStart(store.getState().experiment.starts.length - 1)
  }
  const remove = (i: number) => {
    focus.current = i
    removeStart(i)
  }
  const of = (i: number): string => (starts.length > 1 ? ` ${i + 1}` : '')
  return (
    <div ref={list} className="starts">
      {starts.map((point, i) => (
        <div
          key={i}
          className="start"
          role="group"
          aria-label={`Start${of(i)}`}
          onKeyDown={(event) => {
            if (starts.length > 1 && asksToRemove(event)) remove(i)
          }}
        >
          <span className="label">Start{of(i)}</span>
          {point.map((v, k) => (
            <NumberField
              key={coordinates[k]}
              className="coordinate"
              value={v}
              label={`Start${of(i)} ${coordinates[k]}`}
              nudge={(_, steps) => Number((live(i)[k] + ((domain[k][1] - domain[k][0]) / 100) * steps).toPrecision(10))}
              onChange={(x) => moveStart(i, live(i).with(k, x))}
            />
          ))}
          {starts.length > 1 ? (
            <button type="button" className="icon-button" aria-label={`Remove start ${i + 1}`} onClick={() => remove(i)}>
              <X size={15} aria-hidden="true" />
            </button>
          ) : (
            <button type="button" className="icon-button" aria-label="Add a start" title="Add a start" onClick={add}>
              <Plus size={16} aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
      {starts.length > 1 && starts.length < START_LIMIT && (
        <button type="button" className="text-button small" onClick={add}>
          <Plus size={16} aria-hidden="true" />
          Add a start
        </button>
      )}
    </div>
  )
}
