/** Every landscape of the catalogue with its picture, what it teaches, and a search. */
import { Search, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { OBJECTIVES } from '../../core/objectives/index.ts'
import type { Objective } from '../../core/objectives/objective.ts'
import { chooseLandscape } from '../../store/edit.ts'
import { useStore } from '../../store/store.ts'
import { Prose } from '../math.tsx'
import { Thumbnail } from './thumbnail.tsx'
import './gallery.css'

type Filter = 'all' | 1 | 2
const FILTERS: readonly (readonly [Filter, string])[] = [['all', 'All'], [1, '1-D curves'], [2, '2-D surfaces']]

/** Landscapes whose name, trait, note, formula or id contain every word of `text`. */
export function search(all: readonly Objective[], text: string, filter: Filter): readonly Objective[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return all.filter((o) => {
    if (filter !== 'all' && o.coordinates.length !== filter) return false
    const about = `${o.name} ${o.trait} ${o.note} ${o.formula} ${o.id}`.toLowerCase()
    return words.every((word) => about.includes(word))
  })
}

export function Gallery({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const current = useStore((s) => (s.experiment.landscape.kind === 'catalogue' ? s.experiment.landscape.id : undefined))
  const found = search(OBJECTIVES, text, filter)
  const choose = (id: string) => {
    chooseLandscape(id)
    onClose()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        {/* Not Dialog.Overlay: it injects a style rule, which the page's policy forbids. */}
        <div className="scrim" />
        <Dialog.Content className="dialog raised gallery" aria-describedby={undefined}>
          <div className="head">
            <Dialog.Title>Landscapes</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label="Close">
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="tools">
            <label className="search">
              <Search size={16} aria-hidden="true" />
              <span className="visually-hidden">Search landscapes</span>
              <input type="search" placeholder="Search by name, trait or formula" value={text} onChange={(event) => setText(event.currentTarget.value)} />
            </label>
            <div className="segmented" role="group" aria-label="Number of coordinates">
              {FILTERS.map(([id, label]) => (
                <button key={id} type="button" aria-pressed={filter === id} data-state={filter === id ? 'on' : 'off'} onClick={() => setFilter(id)}>
                  {label}
                </button>
              ))}
            </div>
          </div>
          <div className="body">
            <p className="visually-hidden" role="status">
              {found.length} {found.length === 1 ? 'landscape' : 'landscapes'}
            </p>
            {found.length === 0 && <p className="quiet none">No landscape has all of these words. Try one word, or type the formula itself in the field on the page.</p>}
            <ul>
              {found.map((o) => (
                <li key={o.id}>
                  <button type="button" aria-current={o.id === current ? 'true' : undefined} onClick={() => choose(o.id)}>
                    <Thumbnail id={o.id} size={72} />
                    <span className="about">
                      <span className="line">
                        <strong>{o.name}</strong> <span className="quiet small">{o.trait}</span>
                      </span>
                      <span className="note">
                        <Prose text={o.note} />
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
