/** The one store. Panels read it through `useStore`; verbs change it from outside (edit.ts, session.ts). */
import { useStore as useZustand } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { initialExperiment } from '../core/experiment/create.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import { noResults } from './results.ts'
import type { Session, State } from './state.ts'

/** The state of a page on which nothing has happened yet: the playhead at the end shows whole paths. */
export function freshState(experiment: Experiment): State {
  return {
    experiment,
    session: {
      playing: false,
      playhead: experiment.at,
      speed: 1,
      selected: 0,
      start: 0,
      dragging: false,
      method: undefined,
      hover: undefined,
      draft: undefined,
      draftIssues: [],
      notices: [],
      theme: 'system',
    },
    results: noResults(),
    canUndo: false,
    canRedo: false,
  }
}

export const store = createStore<State>()(() => freshState(initialExperiment()))

/** Reads a part of the state and renders again when that part changes identity. Select narrowly. */
export function useStore<T>(selector: (state: State) => T): T {
  return useZustand(store, selector)
}

/** Changes some of the session and nothing else. */
export function setSession(part: Partial<Session>): void {
  store.setState((state) => ({ session: { ...state.session, ...part } }))
}
