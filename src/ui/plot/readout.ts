/** The label beside the pointer: where it is, and the height there from the formula itself. */
import { store } from '../../store/store.ts'
import { formatNumber } from '../format.ts'
import { requestDraw } from './frame.ts'
import { pointText } from './label.ts'

type Engine = typeof import('../../store/resolved.ts')

let engine: Engine | undefined
let loading: Promise<void> | undefined

/** Fetches what compiles formulas when the pointer first asks for a height; a failed download is tried again at the next move. */
function load(): void {
  loading ??= import('../../store/resolved.ts').then(
    (module) => {
      engine = module
      requestDraw()
    },
    (error: unknown) => {
      loading = undefined
      reportError(error)
    },
  )
}

/** Two lines at `at`, kept within the panel; hidden where there is no pointer. The height follows once it can be computed. */
export function showReadout(element: HTMLElement | null, at: { readonly x: number; readonly y: number } | undefined, width: number): void {
  if (!element) return
  const { experiment, session } = store.getState()
  const { hover } = session
  const hidden = !at || !hover
  if (element.hidden !== hidden) element.hidden = hidden
  if (!at || !hover) return
  if (!engine) load()
  const f = engine?.resolvedOf(experiment).landscape.value(Float64Array.from(hover))
  const where = pointText(hover, experiment.domain.map(([low, high]) => high - low))
  const text = f === undefined ? where : `${where}\nf = ${Number.isNaN(f) ? 'undefined' : formatNumber(f)}`
  if (element.textContent !== text) element.textContent = text
  const left = at.x + 16 + element.offsetWidth > width ? at.x - 16 - element.offsetWidth : at.x + 16
  const top = at.y - 14 - element.offsetHeight < 0 ? at.y + 14 : at.y - 14 - element.offsetHeight
  element.style.transform = `translate(${left}px, ${top}px)`
}
