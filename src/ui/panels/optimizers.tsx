/** The methods that run side by side. Every control follows from the method's declared hyper-parameters; none is written by hand. */
import { ChevronDown, ChevronRight, Eye, EyeOff, Pencil, Plus, X } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { RUN_LIMIT } from '../../core/experiment/experiment.ts'
import { applies, type Field } from '../../core/fields.ts'
import type { Issue } from '../../core/issue.ts'
import { aboutMethod } from '../../core/optimizers/about.ts'
import { OPTIMIZERS } from '../../core/optimizers/index.ts'
import { FAMILIES, isDeclared, type Optimizer } from '../../core/optimizers/optimizer.ts'
import { declare } from '../../core/optimizers/typed.ts'
import { addRun, removeRun, setHyper, setShown } from '../../store/edit.ts'
import { copyMethod, openMethod, startMethod } from '../../store/edit-methods.ts'
import { stableRate, useMethod } from '../../store/selectors.ts'
import { notify, select } from '../../store/session.ts'
import { store, useStore } from '../../store/store.ts'
import { FieldRow } from '../fields/field-row.tsx'
import { Swatch } from '../icons.tsx'
import { asksToRemove } from '../keys.ts'
import { useLayout } from '../layout.ts'
import { Menu, type Entry } from '../menu.tsx'
import { aroundName, runName } from '../names.ts'
import { runStyle } from '../plot/style.ts'
import { useThrottled } from '../throttle.ts'
import { AroundRows } from './around.tsx'
import { MethodLabel, MethodNote } from './method-label.tsx'
import { ScheduleRows } from './schedule.tsx'
import { TickFootnote } from './tick-footnote.tsx'
import './optimizers.css'

/** Formulas are opened by few; the panel for them comes when it is asked for. */
const Workbench = lazy(() => import('./workbench.tsx').then((m) => ({ default: m.Workbench })))

export function OptimizersPanel() {
  const runs = useStore((s) => s.experiment.runs)
  const phone = useLayout() === 'phone'
  // Which rows show all their settings, by position; positions move when a row is removed.
  const [open, setOpen] = useState<readonly boolean[]>([])
  const section = useRef<HTMLElement>(null)
  const remove = (i: number): void => {
    setOpen(runs.map((_, k) => open[k] ?? false).toSpliced(i, 1))
    // Rows are by position, so the focus is in the next one's already; where there is none, it goes to the one before, or to what adds one.
    const others = section.current?.querySelectorAll<HTMLElement>('li.row > .head > .name')
    if (i === runs.length - 1) (others?.[i - 1] ?? section.current?.querySelector<HTMLElement>('.add-optimizer'))?.focus()
    removeRun(i)
  }
  return (
    <section ref={section} className="section optimizers" aria-labelledby="optimizers-title">
      <header>
        <h2 id="optimizers-title">Optimizers</h2>
        {!phone && <AddOptimizer />}
      </header>
      {runs.length === 0 ? <p className="empty quiet">Add an optimizer to see a path.</p> : (
        <ul>
          {runs.map((_, i) => (
            <OptimizerRow
              key={i}
              run={i}
              open={open[i] ?? false}
              onOpen={(value) => setOpen(runs.map((__, k) => (k === i ? value : (open[k] ?? false))))}
              onRemove={() => remove(i)}
            />
          ))}
        </ul>
      )}
      <TickFootnote />
    </section>
  )
}

interface RowProps {
  readonly run: number
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onRemove: () => void
}

function OptimizerRow({ run, open, onOpen, onRemove }: RowProps) {
  const entry = useStore((s) => s.experiment.runs[run])
  const { optimizer, hyper, shown } = entry
  const around = aroundName(entry)
  const name = useStore((s) => runName(s.experiment, run))
  const selected = useStore((s) => s.session.selected === run)
  const tick = useThrottled((s) => stableRate(run, s.session.start, s)?.rate)
  const method = useMethod(optimizer)
  const own = useStore((s) => s.experiment.methods.find((m) => m.id === optimizer))
  const editing = useStore((s) => s.session.method === optimizer && s.experiment.runs.findIndex((r) => r.optimizer === optimizer) === run)
  const declared = method?.hyper ?? {}
  const fields = Object.entries(declared).filter(([key]) => applies(declared, key, hyper))
  const [first, ...others] = fields
  const row = ([key, field]: readonly [string, Field], at?: number) => (
    <FieldRow
      key={key}
      name={key}
      field={field}
      value={hyper[key]}
      of={name}
      colour={`var(${runStyle(run).variable})`}
      tick={at}
      look="bare"
      onChange={(value) => setHyper(run, key, value)}
    />
  )
  return (
    <li className="row" data-selected={selected} data-shown={shown} onPointerDown={() => select(run)} onFocus={() => select(run)}>
      <div className="head" onKeyDown={(event) => asksToRemove(event) && onRemove()}>
        <Swatch run={run} />
        <button type="button" className="name" aria-pressed={selected} title={aboutMethod(optimizer)?.note ?? 'A method of your own.'} onClick={() => select(run)}>
          {around === '' ? method?.name ?? optimizer : `${method?.short ?? optimizer}${around}`}
        </button>
        {own !== undefined && (
          <button type="button" className="icon-button" aria-expanded={editing} aria-label={`Formulas of ${name}`} title="Formulas" onClick={() => openMethod(editing ? undefined : optimizer)}>
            <Pencil size={15} aria-hidden="true" />
          </button>
        )}
        <button type="button" className="icon-button" aria-expanded={open} aria-label={`More settings of ${name}`} onClick={() => onOpen(!open)}>
          {open ? <ChevronDown size={15} aria-hidden="true" /> : <ChevronRight size={15} aria-hidden="true" />}
        </button>
        <button type="button" className="icon-button eye" aria-pressed={!shown} aria-label={`Hide ${name}`} title={shown ? 'Hide' : 'Show'} onClick={() => setShown(run, !shown)}>
          {shown ? <Eye size={16} aria-hidden="true" /> : <EyeOff size={16} aria-hidden="true" />}
        </button>
        <button type="button" className="icon-button" aria-label={`Remove ${name}`} title="Remove" onPointerDown={(event) => event.stopPropagation()} onClick={onRemove}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {first !== undefined && row(first, tick)}
      {open && others.map((entry) => row(entry))}
      {open && first?.[0] === 'lr' && <ScheduleRows run={run} name={name} />}
      {open && <AroundRows run={run} name={name} />}
      {open && own === undefined && method !== undefined && (
        <p className="about small">
          <MethodNote method={method} cost />
        </p>
      )}
      {open && own === undefined && method !== undefined && isDeclared(method) && (
        <button type="button" className="text-button small copy" onClick={() => tell('The method was not copied', copyMethod(run))}>
          <Pencil size={14} aria-hidden="true" />
          Write your own, starting from {method.name}
        </button>
      )}
      {own !== undefined && editing && (
        <Suspense fallback={<p className="quiet small">The formulas are loading.</p>}>
          <Workbench method={own} />
        </Suspense>
      )}
    </li>
  )
}

/** Says in a notice why something was not done. */
function tell(title: string, issue: Issue | undefined): void {
  if (issue) notify({ tone: 'warn', title, lines: [issue.says] })
}

/** One method in the menu, with a line on what it does and what a step costs. */
const entryOf = (method: Optimizer): Entry => ({
  kind: 'item',
  label: <MethodLabel method={method} />,
  onSelect: () => {
    const issue = addRun(method.id)
    if (issue) notify({ tone: 'warn', title: `${method.name} was not added`, lines: [issue.says] })
    else select(store.getState().experiment.runs.length - 1)
  },
})

/** A method that is in no catalogue. */
const OWN: Entry = {
  kind: 'item',
  label: (
    <span>
      <strong>Write your own…</strong>
      <span className="note">Type update formulas and race them.</span>
    </span>
  ),
  onSelect: () => tell('The method was not added', startMethod()),
}

/** The menu of the catalogue, family by family. */
const CATALOGUE: readonly Entry[] = FAMILIES.flatMap((family): Entry[] => {
  const methods = OPTIMIZERS.filter((method) => method.family === family)
  const label = (
    <span>
      <strong>{family}</strong>
      <span className="note">{methods.map((method) => method.short).join(', ')}</span>
    </span>
  )
  return methods.length === 0 ? [] : [{ kind: 'more', label, entries: methods.map(entryOf) }]
})

export function AddOptimizer() {
  const full = useStore((s) => s.experiment.runs.length >= RUN_LIMIT)
  const methods = useStore((s) => s.experiment.methods)
  return (
    <Menu
      className="text-button add-optimizer"
      menuClass="optimizer-menu"
      disabled={full}
      title={full ? `There is room for ${RUN_LIMIT} optimizers. Remove one to add another.` : undefined}
      entries={[...CATALOGUE, { kind: 'line' }, ...methods.map((typed) => entryOf(declare(typed))), OWN]}
    >
      <Plus size={17} aria-hidden="true" />
      Add optimizer
    </Menu>
  )
}
