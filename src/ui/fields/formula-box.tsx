/** A formula in code: what stands before it, the text, a caret under what is wrong, and the sentence about it. */
import { CircleAlert } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { Issue } from '../../core/issue.ts'
import { Prose } from '../math.tsx'
import './formula-box.css'

export interface FormulaBoxProps {
  /** What stands before the text, e.g. `f(x) = `. */
  readonly prefix: string
  /** The same for screen readers. */
  readonly label: string
  readonly text: string
  readonly issue: Issue | undefined
  /** Explains the field to screen readers while nothing is wrong. */
  readonly hint: string
  /** True while the text is not what the experiment has. */
  readonly changed?: boolean
  readonly onChange: (text: string) => void
  /** Brings back what there was; absent where nothing has changed. */
  readonly onEscape?: () => void
}

export function FormulaBox({ prefix, label, text, issue, hint, changed, onChange, onEscape }: FormulaBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const [scrolled, setScrolled] = useState(0)
  const id = useId()
  const follow = () => setScrolled(input.current?.scrollLeft ?? 0)
  return (
    <div className="formula-box">
      <div className="box" data-invalid={issue !== undefined} onPointerDown={(event) => event.target !== input.current && input.current?.focus()}>
        <label htmlFor={id}>
          <span aria-hidden="true">{prefix.replaceAll(' ', '\u00a0')}</span>
          <span className="visually-hidden">{label}</span>
        </label>
        <input
          ref={input}
          id={id}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={issue !== undefined}
          aria-describedby={issue === undefined ? `${id}-hint` : `${id}-issue`}
          data-changed={changed === true ? '' : undefined}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
          onScroll={follow}
          onKeyUp={follow}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || onEscape === undefined) return
            event.preventDefault()
            onEscape()
          }}
        />
      </div>
      {issue?.column !== undefined && (
        <div className="caret" aria-hidden="true">
          <span style={{ left: `calc(10px + ${prefix.length + issue.column - 1}ch - ${scrolled}px)` }}>^</span>
        </div>
      )}
      <div className="issue" role="status" aria-live="polite" id={`${id}-issue`}>
        {issue !== undefined && (
          <p>
            <CircleAlert size={15} aria-hidden="true" />
            <span>
              <Prose text={issue.says} />
            </span>
          </p>
        )}
      </div>
      <span id={`${id}-hint`} hidden>
        {hint}
      </span>
    </div>
  )
}
