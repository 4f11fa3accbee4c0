/** Where an arrow key leads in a grid of cards, from where the cards stand on the page. */

export interface Place {
  readonly left: number
  readonly top: number
}

/**
 * The index of the card that `key` leads to from card `from`: left and right along the reading order, up and down to the card nearest
 * below or above, `Home` and `End` to the ends. `above` from the first row upwards; undefined where the key leads nowhere.
 */
export function neighbour(places: readonly Place[], from: number, key: string): number | 'above' | undefined {
  const last = places.length - 1
  switch (key) {
    case 'ArrowLeft':
      return from > 0 ? from - 1 : undefined
    case 'ArrowRight':
      return from < last ? from + 1 : undefined
    case 'Home':
      return 0
    case 'End':
      return last
    case 'ArrowUp':
      return inRow(places, from, Math.max(...tops(places).filter((top) => top < places[from].top))) ?? 'above'
    case 'ArrowDown':
      return inRow(places, from, Math.min(...tops(places).filter((top) => top > places[from].top)))
    default:
      return undefined
  }
}

const tops = (places: readonly Place[]): number[] => places.map(({ top }) => top)

/** The card of the row at `top` that stands nearest to the column of card `from`; undefined where there is no such row. */
function inRow(places: readonly Place[], from: number, top: number): number | undefined {
  const row = places.flatMap((place, i) => (place.top === top ? [i] : []))
  const off = (i: number): number => Math.abs(places[i].left - places[from].left)
  return row.length === 0 ? undefined : row.reduce((best, i) => (off(i) < off(best) ? i : best))
}
