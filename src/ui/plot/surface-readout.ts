/** The label beside the pointer on the surface. */
import { resolvedOf } from '../../store/resolved.ts'
import { store } from '../../store/store.ts'
import { formatNumber } from '../format.ts'
import { pointText } from './label.ts'

/** Two lines beside the pointer: the point of the ground under it, and the height there from the formula itself. */
export function showReadout(element: HTMLElement | null, at: { readonly x: number; readonly y: number } | undefined, width: number): void {
  if (!element) return
  const { experiment, session } = store.getState()
  const { hover } = session
  element.hidden = !at || !hover
  if (!at || !hover) return
  const f = resolvedOf(experiment).landscape.value(Float64Array.from(hover))
  const text = `${pointText(hover, experiment.domain.map(([low, high]) => high - low))}\nf = ${Number.isNaN(f) ? 'undefined' : formatNumber(f)}`
  if (element.textContent !== text) element.textContent = text
  const left = at.x + 16 + element.offsetWidth > width ? at.x - 16 - element.offsetWidth : at.x + 16
  const top = at.y - 14 - element.offsetHeight < 0 ? at.y + 14 : at.y - 14 - element.offsetHeight
  element.style.transform = `translate(${left}px, ${top}px)`
}
