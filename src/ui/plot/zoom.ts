/**
 * Zoom of the stage. The domain of the experiment *is* the window on the landscape: runs ignore it, so zooming changes nothing
 * that
 * is computed along a path, while map, surface, critical points and link all go on showing the same part of the plane. On the
 * surface alone, zooming moves the camera instead.
 */
import type { Box } from '../../core/landscape.ts'
import { setCamera, setDomain } from '../../store/edit.ts'
import { describedOf } from '../../store/described.ts'
import { store } from '../../store/store.ts'
import { CAMERA } from '../../core/experiment/experiment.ts'
import { tidied, zoomed } from './viewport.ts'

/** How many times as much, or as little, one step of a zoom shows. */
export const FACTOR = 1.5
const CAMERA_ZOOM: readonly [number, number] = [0.4, 6]

/** Shows `factor` times as much, about the middle or a place in shares of what is shown. */
export function zoomBy(factor: number, about?: readonly number[]): void {
  const { experiment } = store.getState()
  if (experiment.domain.length === 2 && experiment.view === 'surface') {
    const zoom = Math.min(CAMERA_ZOOM[1], Math.max(CAMERA_ZOOM[0], experiment.camera.zoom / factor))
    setCamera({ ...experiment.camera, zoom: Number(zoom.toPrecision(3)) })
    return
  }
  setDomain(tidied(zoomed(experiment.domain, factor, about)))
}

/** A closer look at the middle of what is shown. */
export function zoomIn(): void {
  zoomBy(1 / FACTOR)
}

/** More of the landscape round what is shown. */
export function zoomOut(): void {
  zoomBy(FACTOR)
}

/** The window each landscape was first shown through since the page opened. Formulas are many while one is typed: old ones go. */
const homes = new Map<string, Box>()
const KEPT = 100

/**
 * The window to go back to: the one through which the landscape was first shown, by its catalogue entry, a link or the page
 * itself.
 * Ask whenever the landscape may have changed.
 */
export function homeDomain(): Box {
  const { landscape, domain } = store.getState().experiment
  const key = landscape.kind === 'formula' ? `f=${landscape.text}` : landscape.id
  const kept = homes.get(key)
  if (kept && kept.length === domain.length) return kept
  if (homes.size >= KEPT) homes.clear()
  homes.set(key, domain)
  return domain
}

const same = (a: Box, b: Box): boolean =>
  a.length === b.length && a.every(([low, high], i) => low === b[i][0] && high === b[i][1])

/** True while the window shown is the one to go back to, or the one the catalogue declares. */
export function atHome(box: Box): boolean {
  const declared = describedOf(store.getState().experiment).objective?.domain
  return same(box, homeDomain()) || (declared !== undefined && same(box, declared))
}

/** Back to the window the landscape was first shown through, and the camera to its distance. */
export function resetView(): void {
  const target = homeDomain()
  const { experiment } = store.getState()
  if (!atHome(experiment.domain)) setDomain(target)
  if (experiment.view !== 'map' && experiment.camera.zoom !== CAMERA.zoom) setCamera({ ...experiment.camera, zoom: CAMERA.zoom })
}

/** Shows an element on the whole screen, or leaves the whole screen. Resolves to false where the browser refuses. */
export async function toggleFullScreen(element: Element): Promise<boolean> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await element.requestFullscreen()
    return true
  } catch {
    return false
  }
}
