/** Two columns of the data as points. A point is dragged, or moved by the arrow keys; landscape, minima and runs follow. */
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { DataSet } from '../../core/data/data-set.ts'
import { setCells } from '../../store/edit-data.ts'
import { useGesture } from '../fields/gesture.ts'
import { formatShort } from '../format.ts'

type Range = readonly [number, number]
/** More points than this are drawn in part, and not moved one by one. */
export const DRAWN = 400

export interface DataPlotProps {
  readonly data: DataSet
  /** The columns drawn to the right and upwards. */
  readonly across: number
  readonly up: number
}

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
}

export function DataPlot({ data, across, up }: DataPlotProps) {
  const plot = useRef<SVGSVGElement>(null)
  const gesture = useGesture()
  const [chosen, setChosen] = useState(0)
  /** While a point is held the axes stand still. */
  const [held, setHeld] = useState<{ readonly x: Range; readonly y: Range }>()
  const [xs, ys] = [data.columns[across], data.columns[up]]
  const movable = data.rows <= DRAWN
  const every = Math.ceil(data.rows / DRAWN)
  const rows = Array.from({ length: Math.ceil(data.rows / every) }, (_, i) => i * every)
  const now = { x: rangeOf(xs.values), y: rangeOf(ys.values) }
  const { x, y } = held ?? now
  const current = Math.min(chosen, data.rows - 1)

  const take = (row: number, event: PointerEvent<SVGCircleElement>) => {
    if (event.button !== 0 || !movable) return
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
    gesture.begin()
    setChosen(row)
    setHeld(now)
  }
  const drag = (row: number, event: PointerEvent<SVGCircleElement>) => {
    const box = plot.current?.getBoundingClientRect()
    if (!held || !box || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    setCells(row, [
      [across, toValue(x, (event.clientX - box.left) / box.width)],
      [up, toValue(y, (box.bottom - event.clientY) / box.height)],
    ])
  }
  const leave = () => {
    gesture.end()
    setHeld(undefined)
  }
  const press = (row: number, event: KeyboardEvent<SVGCircleElement>) => {
    const direction = KEYS[event.key]
    const next = { PageUp: row - 1, PageDown: row + 1, Home: 0, End: data.rows - 1 }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      const to = Math.max(0, Math.min(data.rows - 1, next))
      setChosen(to)
      plot.current?.querySelector<SVGCircleElement>(`[data-row="${to}"]`)?.focus()
    }
    if (!direction || !movable) return
    event.preventDefault()
    gesture.begin()
    const step = event.shiftKey ? 0.1 : 0.01
    setCells(row, [[across, xs.values[row] + direction[0] * step * (x[1] - x[0])], [up, ys.values[row] + direction[1] * step * (y[1] - y[0])]]
      .map(([column, value]) => [column, Number(value.toPrecision(6))]))
  }

  return (
    <figure className="data-plot">
      <span className="axis" aria-hidden="true">{ys.name} {span(y)}</span>
      <svg
        ref={plot}
        role="group"
        aria-label={`${ys.name} over ${xs.name}, ${data.rows} points.${movable ? ' Arrow keys move a point, Page Up and Page Down go to its neighbours.' : ''}`}
      >
        {rows.map((row) => {
          const at = { cx: share(x, xs.values[row]), cy: `calc(100% - ${share(y, ys.values[row])})` }
          return (
            <g key={row} data-chosen={movable && row === current}>
              <circle className="dot" style={at} r={3.5} />
              {movable && (
                <circle
                  className="grip"
                  style={at}
                  r={12}
                  data-row={row}
                  tabIndex={row === current ? 0 : -1}
                  role="button"
                  aria-label={`Row ${row + 1}: ${xs.name} ${formatShort(xs.values[row], 4)}, ${ys.name} ${formatShort(ys.values[row], 4)}`}
                  onPointerDown={(event) => take(row, event)}
                  onPointerMove={(event) => drag(row, event)}
                  onPointerUp={leave}
                  onLostPointerCapture={leave}
                  onFocus={() => setChosen(row)}
                  onKeyDown={(event) => press(row, event)}
                  onKeyUp={gesture.end}
                  onBlur={leave}
                />
              )}
            </g>
          )
        })}
      </svg>
      <span className="axis across" aria-hidden="true">{xs.name} {span(x)}</span>
      {!movable && <p className="quiet small">Every {every === 2 ? 'second' : `${every}th`} point is drawn. Sets of up to {DRAWN} rows have points that can be moved.</p>}
    </figure>
  )
}

/** Lowest and highest value and a little room, so that no point stands on the edge. */
function rangeOf(values: Float64Array): Range {
  let low = Infinity
  let high = -Infinity
  for (const v of values) {
    if (v < low) low = v
    if (v > high) high = v
  }
  const room = low === high ? Math.max(1, Math.abs(low)) / 2 : (high - low) * 0.12
  return [low - room, high + room]
}

const span = ([low, high]: Range): string => `${formatShort(low, 3)} to ${formatShort(high, 3)}`.replaceAll('-', '−')
const share = ([low, high]: Range, value: number): string => `${(((value - low) / (high - low)) * 100).toFixed(3)}%`
/** The value at a share of the range, with as many digits as a pixel is worth. */
const toValue = ([low, high]: Range, at: number): number => {
  const value = low + (high - low) * Math.max(-0.5, Math.min(1.5, at))
  const digits = Math.max(0, Math.min(100, 3 - Math.floor(Math.log10(high - low))))
  return Number(value.toFixed(digits))
}
