/** How far the work on a map is. Loaded with the maps. */

export interface MapWork {
  readonly state: 'waiting' | 'working' | 'done' | 'cancelled'
  /** Cells that have been computed, of those that are wanted. */
  readonly done: number
  readonly total: number
  /** When it began, in ms of the page's clock. */
  readonly began: number
}

export const NO_WORK: MapWork = { state: 'waiting', done: 0, total: 0, began: 0 }

/** Seconds until it is done, if the rest goes as fast as what is done; NaN where nothing is done. `now` in ms of the page's clock. */
export function timeLeft({ done, total, began }: MapWork, now: number): number {
  return done === 0 ? NaN : ((now - began) / 1000) * (total / done - 1)
}
