/** Ties the store to the worker: every change of what is to be computed goes out, results come in, trouble is told. */
import { createClient, type Client, type ClientOptions } from '../worker/client.ts'
import { makeWorker, pageClock } from '../worker/page.ts'
import type { Trouble } from '../worker/trouble.ts'
import { onCommit } from './commit.ts'
import { since } from './delivered.ts'
import { askForPictures, takePicture } from './pictures.ts'
import { assemble } from './results.ts'
import { sameShape, sameWork } from './same.ts'
import { notify } from './session.ts'
import { store } from './store.ts'

type Parts = Pick<ClientOptions, 'makeWorker' | 'clock'>

let client: Client | undefined

/** Starts the worker and keeps it at the present experiment. Calling it again does nothing. Returns the way to stop it. */
export function startEngine(parts: Partial<Parts> = {}): () => void {
  client ??= begin({ makeWorker, clock: pageClock, ...parts })
  return stopEngine
}

/** Ends the worker; results stay as they are. */
export function stopEngine(): void {
  client?.stop()
  client = undefined
}

function begin(parts: Parts): Client {
  const started = createClient({
    ...parts,
    since: () => since(store.getState().results.delivered ?? {}),
    receive: ({ events, done }, experiment) => {
      // A mere sign of life.
      if (events.length === 0 && !done) return
      store.setState((state) => ({ results: assemble(state.results, events, experiment, done) }))
    },
    picture: takePicture,
    trouble: tell,
  })
  askForPictures((id) => started.picture(id))
  const off = onCommit((after, before) => {
    if (!sameWork(after, before)) started.compute(after, store.getState().session.dragging && sameShape(after, before))
  })
  const { experiment, results } = store.getState()
  store.setState({ results: { ...results, busy: true } })
  started.compute(experiment, false)
  return {
    ...started,
    stop: () => {
      off()
      started.stop()
    },
  }
}

function tell(trouble: Trouble): void {
  if (trouble.stopped) store.setState((state) => ({ results: { ...state.results, busy: false } }))
  // Results that arrived before stay on the page, but nothing is known any more about which part is whole.
  store.setState((state) => ({ results: { ...state.results, delivered: {} } }))
  notify({ tone: trouble.stopped ? 'bad' : 'warn', title: trouble.title, lines: [trouble.says] })
}
