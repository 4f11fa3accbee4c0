/** The one scale of heights that all views of the page share. */
import type { State } from '../../store/state.ts'
import { store } from '../../store/store.ts'
import { heightOf } from './height.ts'
import { levelsOf, type Scale } from './scale.ts'

/**
 * The scale of the surface on the page under the landscape's own transform of heights. Undefined while there is no surface. The
 * same object until the surface changes, so it can be a selector of `useStore`.
 */
export function pageScale(state: Pick<State, 'experiment' | 'results'> = store.getState()): Scale | undefined {
  const { surface } = state.results
  return surface && levelsOf(surface, heightOf(surface, state.experiment.heights))
}
