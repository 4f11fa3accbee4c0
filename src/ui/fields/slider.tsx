/** A slider over the span of a Field, linear or logarithmic, with an optional tick beyond which the track is dotted. */
import { Slider as Radix } from 'radix-ui'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { NumberField } from '../../core/fields.ts'
import { formatShort } from '../format.ts'
import { useGesture } from './gesture.ts'
import { fromPosition, nudged, toPosition } from './scale.ts'
import './slider.css'

export interface SliderProps {
  readonly field: NumberField
  readonly value: number
  readonly label: string
  /** CSS colour of the thumb and the filled part; ink where absent. */
  readonly colour?: string
  /** Value where the tick stands. */
  readonly tick?: number
  readonly onChange: (value: number) => void
}

/** Steps in hundredths of the slider. */
const KEYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }

export function Slider({ field, value, label, colour, tick, onChange }: SliderProps) {
  const gesture = useGesture()
  const [low, high] = field.slider
  const change = (next: number) => {
    if (next !== value) onChange(next)
  }
  const press = (event: KeyboardEvent) => {
    const steps = KEYS[event.key]
    const end = event.key === 'Home' ? low : event.key === 'End' ? high : undefined
    if (steps === undefined && end === undefined) return
    event.preventDefault()
    gesture.begin()
    const next = end ?? nudged(field, value, event.shiftKey && Math.abs(steps) === 1 ? 10 * steps : steps)
    // Keys go to the ends of the slider and no further; what was typed beyond them may come back.
    change(Math.min(Math.max(high, value), Math.max(Math.min(low, value), next)))
  }
  const shown = tick !== undefined && tick > low && tick < high ? tick : undefined
  const style: CSSProperties & Record<`--${string}`, string> = {}
  if (colour !== undefined) style['--colour'] = colour
  if (shown !== undefined) style['--tick'] = String(toPosition(field, shown))
  const beyond = value > high || value < low
  return (
    <Radix.Root
      className="slider"
      style={style}
      data-tick={shown !== undefined}
      data-beyond={beyond || undefined}
      min={0}
      max={1}
      step={0.0005}
      value={[toPosition(field, value)]}
      onValueChange={([place]) => change(fromPosition(field, place))}
      onPointerDown={(event) => {
        if (event.button === 0) gesture.begin()
      }}
      onPointerUp={gesture.end}
      onLostPointerCapture={gesture.end}
      onKeyDown={press}
      onKeyUp={gesture.end}
      onBlur={gesture.end}
      onDoubleClick={() => change(field.default)}
    >
      <Radix.Track className="track">
        <span className="past" />
        <Radix.Range className="range" />
      </Radix.Track>
      {shown !== undefined && <span className="tick" />}
      <Radix.Thumb
        className="thumb"
        aria-label={label}
        aria-valuemin={low}
        aria-valuemax={high}
        aria-valuenow={value}
        aria-valuetext={shown === undefined ? formatShort(value) : `${formatShort(value)}, tick at ${formatShort(shown, 2)}`}
      />
    </Radix.Root>
  )
}
