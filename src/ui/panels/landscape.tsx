/** Which function is descended: five near at hand, all of them behind a button, or one that is typed; its parameters, domain and starts. */
import { lazy, startTransition, Suspense, useState } from 'react'
import { OBJECTIVES } from '../../core/objectives/index.ts'
import { texName } from '../../core/formula/print.ts'
import type { Objective } from '../../core/objectives/objective.ts'
import { chooseLandscape, setDomain, setParam } from '../../store/edit.ts'
import { useDescribed } from '../../store/selectors.ts'
import { useStore } from '../../store/store.ts'
import { FieldRow } from '../fields/field-row.tsx'
import { FormulaField } from '../fields/formula-field.tsx'
import { IntervalField, IntervalIssue } from '../fields/interval-field.tsx'
import { Tex } from '../math.tsx'
import { Axes } from './axes.tsx'
import { loadGallery } from './loaders.ts'
import { Starts } from './starts.tsx'
import { Thumbnail } from './thumbnail.tsx'
import './landscape.css'

const Gallery = lazy(loadGallery)
const Terms = lazy(() => import('./terms.tsx').then((m) => ({ default: m.Terms })))
const DataSection = lazy(() => import('./data.tsx').then((m) => ({ default: m.DataSection })))
const NEAR = 5

export function LandscapePanel() {
  const { name, trait } = useDescribed()
  const [open, setOpen] = useState(false)
  return (
    <section className="section landscape-panel" aria-labelledby="landscape-title">
      <header>
        <h2 id="landscape-title">Landscape</h2>
        <button type="button" className="browse" aria-haspopup="dialog" onClick={() => startTransition(() => setOpen(true))}>
          Browse all {OBJECTIVES.length}
        </button>
      </header>
      <Dimension />
      <Near />
      <p className="called">
        <strong>{name}</strong> <span className="quiet small">{trait}</span>
      </p>
      <FormulaField />
      <Axes />
      <Parameters />
      <Suspense fallback={<div className="terms-place" />}>
        <DataSection />
      </Suspense>
      <Suspense fallback={<div className="terms-place" />}>
        <Terms />
      </Suspense>
      <Domain />
      <Starts />
      {/* The boundary stands before the dialog does: a transition then waits for its code, instead of React's 300 ms behind a fallback. */}
      <Suspense fallback={null}>{open && <Gallery onClose={() => setOpen(false)} />}</Suspense>
    </section>
  )
}

const DIMENSIONS = [[1, '1-D curve'], [2, '2-D surface']] as const

/** One coordinate or two; the other kind opens at its first landscape. */
function Dimension() {
  const dimension = useStore((s) => s.experiment.domain.length)
  const choose = (n: number) => {
    const first = OBJECTIVES.find((o) => o.coordinates.length === n)
    if (n !== dimension && first) chooseLandscape(first.id)
  }
  return (
    <div className="segmented" role="group" aria-label="Number of coordinates">
      {DIMENSIONS.map(([n, label]) => (
        <button key={n} type="button" aria-pressed={n === dimension} data-state={n === dimension ? 'on' : 'off'} onClick={() => choose(n)}>
          {label}
        </button>
      ))}
    </div>
  )
}

/** The first few of this dimension; the present one takes the last place where it would be missing. */
export function near(dimension: number, current: string | undefined): readonly Objective[] {
  const alike = OBJECTIVES.filter((o) => o.coordinates.length === dimension)
  const first = alike.slice(0, NEAR)
  const present = alike.find((o) => o.id === current)
  return present === undefined || first.includes(present) ? first : [...first.slice(0, NEAR - 1), present]
}

function Near() {
  const current = useStore((s) => (s.experiment.landscape.kind === 'catalogue' ? s.experiment.landscape.id : undefined))
  const dimension = useStore((s) => s.experiment.domain.length)
  return (
    <ul className="near">
      {near(dimension, current).map((o) => (
        <li key={o.id}>
          <button
            type="button"
            aria-pressed={o.id === current}
            aria-label={`${o.name}, ${o.trait}`}
            title={`${o.name}: ${o.trait}`}
            onClick={() => o.id !== current && chooseLandscape(o.id)}
          >
            <Thumbnail id={o.id} size={46} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Parameters() {
  const { params } = useDescribed()
  const values = useStore((s) => s.experiment.params)
  const names = Object.keys(params)
  if (names.length === 0) return null
  return (
    <div className="parameters">
      {names.map((name) => (
        <FieldRow key={name} name={name} field={params[name]} value={values[name]} look="boxed" onChange={(v) => setParam(name, v)} />
      ))}
    </div>
  )
}

function Domain() {
  const { coordinates } = useDescribed()
  const domain = useStore((s) => s.experiment.domain)
  const [says, setSays] = useState<string>()
  return (
    <div className="domain">
      {domain.map((interval, i) => (
        <span key={coordinates[i]} className="axis">
          <Tex tex={texName(coordinates[i])} />
          <IntervalField
            name={coordinates[i]}
            value={interval}
            onChange={(next) => setDomain(domain.with(i, [next[0], next[1]]))}
            onIssue={setSays}
          />
        </span>
      ))}
      <IntervalIssue says={says} />
    </div>
  )
}
