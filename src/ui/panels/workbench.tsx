/** The formulas of a method of one's own: typed in code, answered in type, run at once. What cannot run leaves the last method that could. */
import { ArrowUp, Info, Plus, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { spelledOut } from '../../core/formula/greek.ts'
import type { Issue } from '../../core/issue.ts'
import { NAME_LIMIT, remarks, UPDATE_LIMIT } from '../../core/optimizers/check-typed.ts'
import { declare, hyperFor, type TypedHyper, type TypedMethod, type TypedUpdate } from '../../core/optimizers/typed.ts'
import { ruleTex } from '../../core/optimizers/update.ts'
import { openMethod, removeMethod, writeMethod } from '../../store/edit-methods.ts'
import { FormulaBox } from '../fields/formula-box.tsx'
import { Preview } from '../fields/preview.tsx'
import { aligned, Prose } from '../math.tsx'
import { KnobRows } from './workbench-knobs.tsx'
import './workbench.css'

/** What is being typed, which may not make sense yet. */
interface Draft {
  /** As typed, before spaces are taken away. */
  readonly name: string
  readonly lines: readonly TypedUpdate[]
  /** Every hyper-parameter there was, so that one whose name comes back has its settings. */
  readonly knobs: readonly TypedHyper[]
  readonly issues: readonly Issue[]
  /** The method that the draft is about, in the experiment. */
  readonly of: TypedMethod
}

const opened = (method: TypedMethod): Draft => ({ name: method.id, lines: method.update, knobs: method.hyper, issues: [], of: method })

/** The method of a draft. */
function methodOf({ name, lines, knobs }: Draft): TypedMethod {
  const update = lines.map((line) => ({ name: spelledOut(line.name), formula: line.formula.trim() }))
  return { id: name.trim().replace(/\s+/g, ' '), update, hyper: hyperFor(update, knobs) }
}

/** The draft with what was typed now, written into the experiment where it can run. */
function typed(before: Draft, change: Partial<Pick<Draft, 'name' | 'lines' | 'knobs'>>): Draft {
  const draft = { ...before, ...change }
  const method = methodOf(draft)
  const issues = writeMethod(before.of.id, method)
  const knobs = [...method.hyper, ...draft.knobs.filter((knob) => !method.hyper.some((h) => h.name === knob.name))]
  return { ...draft, knobs, issues, of: issues.length === 0 ? method : before.of }
}

export function Workbench({ method }: { readonly method: TypedMethod }) {
  const [kept, setDraft] = useState(() => opened(method))
  // Undo, a link or another row may change the method: then what was typed is about one that is gone.
  const draft = kept.of === method ? kept : opened(method)
  if (draft !== kept) setDraft(draft)
  const change = (part: Partial<Pick<Draft, 'name' | 'lines' | 'knobs'>>) => setDraft(typed(draft, part))
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    // The menu that asked for it gives the focus back to its button first.
    const frame = requestAnimationFrame(() => {
      section.current?.querySelector<HTMLInputElement>('.formula-box input')?.focus()
      section.current?.scrollIntoView({ block: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  const title = useId()
  const current = methodOf(draft)
  const said = draft.issues.filter(({ about }) => about === 'update' || about?.startsWith('hyper') || !/^(id|update)/.test(about ?? ''))
  const rule = aligned(ruleTex(declare(draft.of)))
  return (
    <section ref={section} className="workbench" aria-labelledby={title}>
      <div className="top">
        <h3 id={title}>Your method</h3>
        <button type="button" className="icon-button" aria-label="Close the formulas" title="Close" onClick={() => openMethod(undefined)}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      <NameField name={draft.name} issue={draft.issues.find((issue) => issue.about === 'id')} onChange={(name) => change({ name })} />
      <p className="quiet small">
        Each step runs the lines from top to bottom: <code>x</code> is where it is, <code>g</code> its slope, <code>t</code> the step, from 1. A name without a line becomes a slider.
      </p>
      <Lines draft={draft} current={current} onChange={(lines) => change({ lines })} />
      <Said issues={said} />
      <Preview tex={rule} small label="The rule as in a book" />
      <Remarks method={draft.of} />
      {draft.of.hyper.length > 0 && <KnobRows knobs={draft.of.hyper} onChange={(knob) => change({ knobs: [knob, ...draft.knobs.filter((h) => h.name !== knob.name)] })} />}
      <button type="button" className="text-button small remove" onClick={() => removeMethod(draft.of.id)}>
        Remove {draft.of.id}
      </button>
    </section>
  )
}

function NameField({ name, issue, onChange }: { readonly name: string; readonly issue: Issue | undefined; readonly onChange: (name: string) => void }) {
  const id = useId()
  return (
    <>
      <label className="name-field">
        <span>Name</span>
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={2 * NAME_LIMIT}
          aria-invalid={issue !== undefined}
          aria-describedby={issue && id}
          value={name}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
      {issue !== undefined && (
        <p id={id} className="small refused" role="alert">
          {issue.says}
        </p>
      )}
    </>
  )
}

interface LinesProps {
  readonly draft: Draft
  /** The same with names as formulas have them. */
  readonly current: TypedMethod
  readonly onChange: (lines: readonly TypedUpdate[]) => void
}

function Lines({ draft: { lines, issues }, current, onChange }: LinesProps) {
  const list = useRef<HTMLOListElement>(null)
  const swap = (i: number) => onChange(lines.with(i - 1, lines[i]).with(i, lines[i - 1]))
  const add = () => {
    const name = ['v', 'm', 's', 'u', 'w', 'd', 'h', 'k', 'p', 'q'].find((word) => !lines.some((line) => line.name === word)) ?? ''
    const at = Math.max(0, lines.findIndex((line) => line.name === 'x'))
    onChange(lines.toSpliced(at, 0, { name, formula: 'g' }))
    requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLInputElement>('.formula-box input')?.select())
  }
  return (
    <>
      <ol className="lines" ref={list}>
        {lines.map((line, i) => {
          const issue = issues.find(({ about }) => about === `update[${i}]`)
          const before = line.formula.length - line.formula.trimStart().length
          const name = current.update[i].name
          return (
            <li key={i}>
              <input
                className="slot"
                type="text"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                aria-label={`Name of line ${i + 1}`}
                value={line.name}
                onChange={(event) => onChange(lines.with(i, { ...line, name: event.currentTarget.value }))}
              />
              <span className="equals" aria-hidden="true">
                =
              </span>
              <span />
              <FormulaBox
                prefix=""
                label={`Formula of ${name === '' ? `line ${i + 1}` : name}`}
                text={line.formula}
                issue={issue?.column === undefined ? issue : { ...issue, column: issue.column + before }}
                hint="A formula of x, g, t and the names of the lines. Any other name becomes a hyper-parameter with a slider."
                onChange={(formula) => onChange(lines.with(i, { ...line, formula }))}
              />
              <button type="button" className="icon-button" disabled={i === 0} aria-label={`Move ${name} up`} title="Move up" onClick={() => swap(i)}>
                <ArrowUp size={15} aria-hidden="true" />
              </button>
              <button type="button" className="icon-button" disabled={lines.length === 1} aria-label={`Remove the line of ${name}`} title="Remove" onClick={() => onChange(lines.toSpliced(i, 1))}>
                <X size={15} aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ol>
      <button type="button" className="text-button small" disabled={lines.length >= UPDATE_LIMIT} onClick={add}>
        <Plus size={15} aria-hidden="true" />
        Add a line
      </button>
    </>
  )
}

/** Sentences that belong to no single line. */
function Said({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <div role="status" aria-live="polite">
      {issues.map(({ says }) => (
        <p key={says} className="small refused">
          <Prose text={says} />
        </p>
      ))}
    </div>
  )
}

/** What is allowed but may surprise. */
function Remarks({ method }: { readonly method: TypedMethod }) {
  const found = remarks(method)
  return found.length === 0 ? null : (
    <ul className="remarks small" aria-label="Worth knowing">
      {found.map(({ says }) => (
        <li key={says}>
          <Info size={14} aria-hidden="true" />
          {says}
        </li>
      ))}
    </ul>
  )
}
