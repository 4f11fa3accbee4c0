/** `−5 to 5`: two typed numbers in one box, the ends of the domain in one coordinate. */
import { useState } from 'react'
import type { Issue } from '../../core/issue.ts'
import { Prose } from '../math.tsx'
import { NumberField } from './number-field.tsx'
import './interval-field.css'

export interface IntervalFieldProps {
  readonly name: string
  readonly value: readonly [number, number]
  readonly onChange: (value: readonly [number, number]) => Issue | undefined
  /** The sentence about what was refused, for the line under the row. */
  readonly onIssue: (says: string | undefined) => void
}

export function IntervalField({ name, value, onChange, onIssue }: IntervalFieldProps) {
  // An end that is refused only because the other end is in its way waits for the other one.
  const [waiting, setWaiting] = useState<{ end: 0 | 1; value: number; of: readonly [number, number] }>()
  const [low, high] = value
  const step = (high - low) / 100
  const set = (end: 0 | 1, v: number): Issue | undefined => {
    const other = waiting !== undefined && waiting.end !== end && waiting.of === value ? waiting.value : value[1 - end]
    const issue = onChange(end === 0 ? [v, other] : [other, v])
    setWaiting(issue ? { end, value: v, of: value } : undefined)
    return issue
  }
  const nudge = (v: number, steps: number) => Number((v + step * steps).toPrecision(10))
  return (
    <span className="interval-field">
      <NumberField className="end" snug value={low} label={`${name} from`} nudge={nudge} onChange={(v) => set(0, v)} onIssue={onIssue} />
      <span>to</span>
      <NumberField className="end" snug value={high} label={`${name} to`} nudge={nudge} onChange={(v) => set(1, v)} onIssue={onIssue} />
    </span>
  )
}

/** The line under one or more interval fields. */
export function IntervalIssue({ says }: { says: string | undefined }) {
  return says === undefined ? null : (
    <p className="field-error" aria-hidden="true">
      <Prose text={says} />
    </p>
  )
}
