/**
 * Work for plotly waits here until nothing is held: an update takes about 20 ms, so it never shares a frame with a drag, and no two
 * of them share one.
 */
import { store } from '../../store/store.ts'

const jobs = new Map<object, () => void>()
let timer: ReturnType<typeof setTimeout> | undefined
/** Between two jobs, so that a frame can be painted. */
const GAP = 24

function next(): void {
  timer = undefined
  // Asked for again by the frames that follow the drag.
  if (store.getState().session.dragging) return jobs.clear()
  for (const [owner, job] of jobs) {
    jobs.delete(owner)
    job()
    break
  }
  if (jobs.size > 0) timer = setTimeout(next, GAP)
}

/** Runs `job` soon, unless something is being dragged by then. A newer job of the same owner takes the place of an older one. */
export function atRest(owner: object, job: () => void): void {
  jobs.set(owner, job)
  timer ??= setTimeout(next, 0)
}

/** Forgets the owner's job. */
export function cancelRest(owner: object): void {
  jobs.delete(owner)
}

type PlotlyModule = typeof import('./plotly.ts')
let loaded: PlotlyModule['Plotly'] | undefined
let loading: Promise<void> | undefined

/** plotly where it has arrived; else starts loading it and calls `arrived` when it has. */
export function plotlyWhenLoaded(arrived: () => void): PlotlyModule['Plotly'] | undefined {
  if (loaded) return loaded
  loading ??= import('./plotly.ts').then((module) => {
    loaded = module.Plotly
  })
  // Without plotly the lines are still drawn; only axes are missing. The next frame tries again.
  loading.then(arrived, () => {
    loading = undefined
  })
  return undefined
}
