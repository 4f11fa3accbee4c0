/**
 * Zoom of the stage. The domain of the experiment *is* the window on the landscape: runs ignore it, so zooming changes nothing that
 * is computed along a path, while map, surface, critical points and link all go on showing the same part of the plane. On the
 * surface alone, zooming moves the camera instead.
 */
import type { Box } from '../../core/landscape.ts'
import { setCamera, setDomain } from '../../store/edit.ts'
import { resolvedOf } from '../../store/resolved.ts'
import { store } from '../../store/store.ts'
import { CAMERA } from '../../core/experiment/experiment.ts'
import { tidied, zoomed } from './viewport.ts'

const FACTOR = 1.5
const CAMERA_ZOOM: readonly [number, number] = [0.4, 6]

function zoomBy(factor: number): void {
  const { experiment } = store.getState()
  if (experiment.domain.length === 2 && experiment.view === 'surface') {
    const zoom = Math.min(CAMERA_ZOOM[1], Math.max(CAMERA_ZOOM[0], experiment.camera.zoom / factor))
    setCamera({ ...experiment.camera, zoom: Number(zoom.toPrecision(3)) })
    return
  }
  setDomain(tidied(zoomed(experiment.domain, factor)))
}

/** A closer look at the middle of what is shown. */
export function zoomIn(): void {
  zoomBy(1 / FACTOR)
}

/** More of the landscape round what is shown. */
export function zoomOut(): void {
  zoomBy(FACTOR)
}

let home: { readonly of: unknown; readonly box: Box } | undefined

/**
 * The window to go back to: the landscape's own domain where the catalogue has one, otherwise the domain a formula was first seen in.
 * Call it when the landscape may have changed.
 */
export function homeDomain(): Box {
  const { experiment } = store.getState()
  const declared = resolvedOf(experiment).objective?.domain
  if (declared && declared.length === experiment.domain.length) return declared
  const of = experiment.landscape.kind === 'formula' ? experiment.landscape.text : experiment.landscape.id
  if (!home || home.of !== of || home.box.length !== experiment.domain.length) home = { of, box: experiment.domain }
  return home.box
}

/** True while the whole home window is shown as it was. */
export function atHome(box: Box): boolean {
  const target = homeDomain()
  return box.length === target.length && box.every(([low, high], i) => low === target[i][0] && high === target[i][1])
}

/** Back to the landscape's own window, and the camera to where it stood. */
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
