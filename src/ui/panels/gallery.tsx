/** Every landscape of the catalogue with its picture: a search, filters, and what the one in hand teaches. */
import { Search, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react'
import { aboutOf } from '../../core/objectives/about.ts'
import { OBJECTIVES } from '../../core/objectives/index.ts'
import type { Objective, Trait } from '../../core/objectives/objective.ts'
import { chooseLandscape } from '../../store/edit.ts'
import { useStore } from '../../store/store.ts'
import { Prose } from '../math.tsx'
import { EVERYTHING, search, traitCounts, type Wanted } from './gallery-search.ts'
import { neighbour } from './gallery-keys.ts'
import { Thumbnail } from './thumbnail.tsx'
import './gallery.css'

const DIMENSIONS: readonly (readonly [Wanted['dimension'], string])[] = [['any', 'All'], [1, '1-D curves'], [2, '2-D surfaces']]
/** Cards that the dialog opens with: two rows of a large window, more than a phone shows. */
const FIRST = 14

export function Gallery({ onClose }: { onClose: () => void }) {
  const [wanted, setWanted] = useState(EVERYTHING)
  const current = useStore((s) => (s.experiment.landscape.kind === 'catalogue' ? s.experiment.landscape.id : undefined))
  const [inHand, setInHand] = useState(current)
  const input = useRef<HTMLInputElement>(null)
  const dialog = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLUListElement>(null)
  const about = useId()
  // The dialog opens with the cards that are seen first; the others come in a render of their own: all in one are a task that can be felt.
  const laid = useDeferredValue(OBJECTIVES.length, FIRST)
  const found = search(OBJECTIVES, wanted)
  const shown = found.find((o) => o.id === inHand) ?? found.find((o) => o.id === current) ?? found.at(0)
  const choose = (id: string) => {
    chooseLandscape(id)
    onClose()
  }
  const cards = (): HTMLElement[] => [...(grid.current?.querySelectorAll<HTMLElement>('button') ?? [])]

  const inSearch = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && shown !== undefined && wanted.text.trim() !== '') choose(shown.id)
    else if (event.key === 'ArrowDown') cards().find((card) => card.dataset.id === shown?.id)?.focus()
    else return
    event.preventDefault()
  }
  const inGrid = (event: KeyboardEvent) => {
    const from = cards().findIndex((card) => card === document.activeElement)
    if (from < 0) return
    const places = cards().map(({ offsetLeft, offsetTop }) => ({ left: offsetLeft, top: offsetTop }))
    const to = neighbour(places, from, event.key)
    if (to === undefined) return
    event.preventDefault()
    if (to === 'above') input.current?.focus()
    else cards()[to].focus()
  }
  /** A letter typed anywhere lands in the search. */
  const anywhere = (event: KeyboardEvent) => {
    const letter = event.key.length === 1 && event.key !== ' ' && !event.altKey && !event.ctrlKey && !event.metaKey
    if (letter && event.target !== input.current) input.current?.focus()
  }
  /** The search takes the focus, except where that would raise a keyboard over the pictures. */
  const onOpenAutoFocus = (event: Event) => {
    event.preventDefault()
    if (matchMedia('(hover: hover)').matches) input.current?.focus()
    else dialog.current?.focus()
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        {/* Not Dialog.Overlay: it injects a style rule, which the page's policy forbids. */}
        <div className="scrim" />
        <Dialog.Content
          ref={dialog}
          className="dialog raised gallery"
          aria-describedby={undefined}
          onOpenAutoFocus={onOpenAutoFocus}
          onKeyDown={anywhere}
        >
          <div className="head">
            <Dialog.Title>
              Landscapes <span className="quiet" aria-hidden="true">{found.length}</span>
            </Dialog.Title>
            <Dialog.Close className="icon-button" aria-label="Close">
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="tools">
            <label className="search">
              <Search size={16} aria-hidden="true" />
              <span className="visually-hidden">Search landscapes</span>
              <input
                ref={input}
                type="search"
                placeholder="Name, formula, author or trait"
                value={wanted.text}
                onChange={(event) => setWanted({ ...wanted, text: event.currentTarget.value })}
                onKeyDown={inSearch}
              />
            </label>
            <div className="segmented" role="group" aria-label="Number of coordinates">
              {DIMENSIONS.map(([dimension, label]) => {
                const on = wanted.dimension === dimension
                return (
                  <button key={dimension} type="button" aria-pressed={on} data-state={on ? 'on' : 'off'} onClick={() => setWanted({ ...wanted, dimension })}>
                    {label}
                  </button>
                )
              })}
            </div>
            <Traits wanted={wanted} onChange={setWanted} />
          </div>
          <div className="body">
            <p className="visually-hidden" role="status">
              {found.length} {found.length === 1 ? 'landscape' : 'landscapes'}
            </p>
            {found.length === 0 && <NoMatch onClear={() => { setWanted(EVERYTHING); input.current?.focus() }} />}
            <ul ref={grid} onKeyDown={inGrid}>
              {found.slice(0, laid).map((o) => (
                <li key={o.id}>
                  <button
                    type="button"
                    className="card"
                    data-id={o.id}
                    data-shown={o === shown}
                    tabIndex={o === shown ? 0 : -1}
                    aria-current={o.id === current ? 'true' : undefined}
                    aria-describedby={o === shown ? about : undefined}
                    onFocus={() => setInHand(o.id)}
                    onPointerEnter={(event) => event.pointerType === 'mouse' && setInHand(o.id)}
                    onClick={() => choose(o.id)}
                  >
                    <Thumbnail id={o.id} />
                    <strong>{o.name}</strong>
                    <span className="trait">{o.trait}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
          {shown && <About id={about} of={shown} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** A button for each trait, with how many it would leave; one that would leave none cannot be pressed. */
function Traits({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  const toggle = (trait: Trait, on: boolean) =>
    onChange({ ...wanted, traits: on ? wanted.traits.filter((other) => other !== trait) : [...wanted.traits, trait] })
  return (
    <div className="traits" role="group" aria-label="Traits">
      {[...traitCounts(OBJECTIVES, wanted)].map(([trait, count]) => {
        const on = wanted.traits.includes(trait)
        return (
          <button key={trait} type="button" aria-pressed={on} disabled={count === 0 && !on} onClick={() => toggle(trait, on)}>
            {trait} <span className="count">{count}</span>
          </button>
        )
      })}
    </div>
  )
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <div className="none">
      <p>No landscape has all of this. Try fewer words, or type the formula itself in the field on the page.</p>
      <button type="button" className="line-button" onClick={onClear}>
        Show all landscapes
      </button>
    </div>
  )
}

/** What the landscape in hand is and teaches. */
function About({ id, of }: { id: string; of: Objective }) {
  return (
    <div className="about" id={id}>
      <p className="line">
        <strong>{of.name}</strong> <code title={of.formula}>{of.formula}</code>
      </p>
      <p>
        <Prose text={aboutOf(of.id).note} />
      </p>
      <p className="source">{aboutOf(of.id).source}</p>
    </div>
  )
}
