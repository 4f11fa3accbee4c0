/** Which arrangement of the page fits the window. */
import { useSyncExternalStore } from 'react'

export type Layout = 'wide' | 'medium' | 'phone'

const WIDE = '(min-width: 1280px)'
const PHONE = '(max-width: 899px)'

/** `wide` from 1280 px (two rails), `phone` below 900 px (stage and sheet), `medium` between (the readout becomes a drawer). */
export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, read)
}

function read(): Layout {
  if (matchMedia(PHONE).matches) return 'phone'
  return matchMedia(WIDE).matches ? 'wide' : 'medium'
}

function subscribe(tell: () => void): () => void {
  const queries = [matchMedia(WIDE), matchMedia(PHONE)]
  for (const query of queries) query.addEventListener('change', tell)
  return () => {
    for (const query of queries) query.removeEventListener('change', tell)
  }
}
