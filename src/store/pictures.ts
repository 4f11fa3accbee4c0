/** Small pictures of the catalogue: the heights that the worker has computed, and who waits for them. */
import type { Picture } from '../core/explore/picture.ts'

const known = new Map<string, Picture>()
const waiting = new Map<string, Set<() => void>>()
let ask: ((id: string) => void) | undefined

/** The picture of landscape `id`, once it is there. */
export function pictureFor(id: string): Picture | undefined {
  return known.get(id)
}

/** Calls `done` once the picture of `id` is there, which may be at once; returns the way to stop waiting. */
export function whenPicture(id: string, done: () => void): () => void {
  if (known.has(id)) {
    done()
    return () => undefined
  }
  let those = waiting.get(id)
  if (those === undefined) {
    waiting.set(id, (those = new Set()))
    ask?.(id)
  }
  const mine = those.add(done)
  return () => void mine.delete(done)
}

/** Asks `worker` from now on, and for all that is waited for. */
export function askForPictures(worker: (id: string) => void): void {
  ask = worker
  for (const id of waiting.keys()) worker(id)
}

export function takePicture(picture: Picture): void {
  known.set(picture.id, picture)
  const those = waiting.get(picture.id)
  waiting.delete(picture.id)
  those?.forEach((done) => done())
}
