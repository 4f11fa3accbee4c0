/** The formula: typed in code, answered in type. A formula that cannot be read leaves the landscape as it was. */
import { useEffect, useId, useRef, useState } from 'react'
import type { Expression } from '../../core/formula/ast.ts'
import { toTex } from '../../core/formula/print.ts'
import { discardDraft, typeFormula } from '../../store/edit.ts'
import { useResolved } from '../../store/selectors.ts'
import { useStore } from '../../store/store.ts'
import { CircleAlert } from 'lucide-react'
import { Prose, Tex } from '../math.tsx'
import './formula-field.css'

/** Time from the last key to the preview, in ms. */
export const PREVIEW_DELAY = 150
/** TeX of more characters would take seconds to set and could not be read. */
const PREVIEW_LIMIT = 4000

export function FormulaField() {
  const { formula, coordinates, expression } = useResolved()
  const draft = useStore((s) => s.session.draft)
  const issue = useStore((s) => s.session.draftIssues[0])
  const input = useRef<HTMLInputElement>(null)
  const [scrolled, setScrolled] = useState(0)
  const id = useId()
  const prefix = coordinates.length === 1 ? `f(${coordinates[0]}) = ` : 'f='
  const text = draft ?? formula
  const follow = () => setScrolled(input.current?.scrollLeft ?? 0)
  return (
    <div className="formula">
      <div className="box" data-invalid={issue !== undefined} onPointerDown={(event) => event.target !== input.current && input.current?.focus()}>
        <label htmlFor={id}>
          <span aria-hidden="true">{prefix.replaceAll(' ', '\u00a0')}</span>
          <span className="visually-hidden">Formula of f({coordinates.join(', ')})</span>
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
          data-changed={draft === undefined ? undefined : ''}
          value={text}
          onChange={(event) => typeFormula(event.currentTarget.value)}
          onScroll={follow}
          onKeyUp={follow}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || draft === undefined) return
            event.preventDefault()
            discardDraft()
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
        Any name that is no function and no coordinate becomes a parameter with a slider.
      </span>
      <Preview expression={expression} lead={coordinates.length === 1 ? `f(${coordinates[0]}) = ` : ''} />
    </div>
  )
}

/** The last formula that made sense, set as in a book once the typing pauses. */
function Preview({ expression, lead }: { expression: Expression; lead: string }) {
  const [tex, setTex] = useState(() => lead + toTex(expression))
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const timer = setTimeout(() => setTex(lead + toTex(expression)), PREVIEW_DELAY)
    return () => clearTimeout(timer)
  }, [expression, lead])
  return (
    <div className="preview" data-size={tex.length > 90 ? 'small' : 'normal'}>
      {tex.length > PREVIEW_LIMIT ? <p className="quiet small">The formula is too long to be typeset.</p> : <Tex tex={tex} />}
    </div>
  )
}
