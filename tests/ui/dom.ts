/** What jsdom lacks of a browser, as far as the panels ask for it. Imported for its effect before the panels are. */
import { freshState } from '../../src/store/store.ts'
import { store } from '../../src/store/store.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'

/** A desktop window: no media query about width, motion or theme holds except the wide one. */
window.matchMedia = (query) => Object.assign(new EventTarget(), {
  matches: query.includes('min-width'), media: query, onchange: null, addListener: () => undefined, removeListener: () => undefined,
})

window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

Element.prototype.setPointerCapture = () => undefined
Element.prototype.releasePointerCapture = () => undefined
Element.prototype.hasPointerCapture = () => false
Element.prototype.scrollIntoView = () => undefined
HTMLCanvasElement.prototype.getContext = () => null

/** Starts the page over with `experiment`. */
export function show(experiment: Experiment): void {
  store.setState(freshState(experiment), true)
}
