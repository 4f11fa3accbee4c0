/** A typed number. Enter or leaving the field takes it, Escape brings the old one back, arrows nudge; what is refused stays to be mended. */
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type { Issue } from '../../core/issue.ts'
import { editable, formatShort, readNumber } from '../format.ts'
import { Prose } from '../math.tsx'
import { useGesture } from './gesture.ts'
import './number-field.css'

export interface NumberFieldProps {
  readonly value: number
  readonly label: string
  /** How the value reads while nobody edits it. */
  readonly format?: (value: number) => string
  /** Sentence about a number that is not allowed. */
  readonly check?: (value: number) => Issue | undefined
  /** The number `steps` arrow presses away (10 with Shift). */
  readonly nudge?: (value: number, steps: number) => number
  /** Takes the number; the sentence it may answer is shown and the number stays to be mended. */
  readonly onChange: (value: number) => Issue | undefined
  readonly className?: string
  /** Grows with what is typed instead of filling its place. */
  readonly snug?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  /** Takes the sentence elsewhere; it is shown under the field where absent. */
  readonly onIssue?: (says: string | undefined) => void
}

export function NumberField({ value, label, format = formatShort, check, nudge, onChange, className, snug, inputRef, onIssue }: NumberFieldProps) {
  const [draft, setDraft] = useState<string>()
  const [says, setSays] = useState<string>()
  const [seen, setSeen] = useState(value)
  const gesture = useGesture()
  const error = useId()
  const tell = useRef(onIssue)
  useEffect(() => {
    tell.current = onIssue
  })
  useEffect(() => tell.current?.(says), [says])
  // The field that was just entered: typing replaces its number, also where the text for editing is another one than was read.
  const entered = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => entered.current?.select())
  if (!Object.is(seen, value)) {
    // The value changed elsewhere (undo, a slider): what was being typed is about a value that is gone.
    setSeen(value)
    setDraft(undefined)
    setSays(undefined)
  }

  const take = () => {
    if (draft === undefined) return
    if (draft === editable(value) || draft === format(value)) return forget()
    const read = readNumber(draft)
    const issue = 'says' in read ? read.says : check?.(read.value)?.says
    if (issue !== undefined || 'says' in read) return setSays(issue)
    const refused = Object.is(read.value, value) ? undefined : onChange(read.value)
    if (refused) setSays(refused.says)
    else forget()
  }
  const forget = () => {
    setDraft(undefined)
    setSays(undefined)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') take()
    else if (event.key === 'Escape' && draft !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      forget()
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && nudge) {
      event.preventDefault()
      const next = nudge(value, (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1))
      const issue = check?.(next)
      if (issue) return setSays(issue.says)
      gesture.begin()
      forget()
      setSays(onChange(next)?.says)
    }
  }
  const text = draft ?? format(value)
  return (
    <>
      <input
        ref={inputRef}
        className={className === undefined ? 'number-field' : `number-field ${className}`}
        style={snug ? { width: `calc(${Math.max(1, text.length)}ch + 8px)` } : undefined}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={says !== undefined}
        aria-describedby={says === undefined ? undefined : error}
        data-changed={draft !== undefined && draft !== editable(value) ? '' : undefined}
        value={text}
        onFocus={(event) => {
          entered.current = event.currentTarget
          if (draft === undefined && format(value) !== editable(value)) setDraft(editable(value))
          // A press of the mouse sets the caret after this.
          requestAnimationFrame(() => {
            entered.current?.select()
            entered.current = null
          })
        }}
        onChange={(event) => {
          entered.current = null
          setDraft(event.currentTarget.value)
          setSays(undefined)
        }}
        onKeyDown={press}
        onKeyUp={gesture.end}
        onBlur={() => {
          entered.current = null
          gesture.end()
          take()
        }}
      />
      {says !== undefined && (
        <span id={error} className={onIssue ? 'visually-hidden' : 'field-error'} role="alert">
          <Prose text={says} />
        </span>
      )}
    </>
  )
}
