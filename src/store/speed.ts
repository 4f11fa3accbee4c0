/** What the page knows of how fast this browser computes. */
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'

const speed = createStore<{ readonly interprets: boolean }>()(() => ({ interprets: false }))

/** Workers of maps could not compile: remembered as long as the page is open. */
export function noteInterpreted(): void {
  speed.setState({ interprets: true })
}

export function useInterpreted(): boolean {
  return useStore(speed, ({ interprets }) => interprets)
}
