/**
 * Turns for costly drawings: while something is dragged only one of them is made anew in a frame, so that what is dragged follows in
 * each. Filling three canvases costs a software rasteriser more than computing what they show.
 */

/** Who waits, longest first, and the frame in which each asked last. */
const asked = new Map<object, number>()
let frame = -1
let before = -1
let served = false

/** Whether `owner` may draw in the frame of time `now` (ms): of those who ask in every frame, the one who has waited longest. */
export function myTurn(owner: object, now: number): boolean {
  if (now !== frame) {
    before = frame
    frame = now
    served = false
    // Who asks no more has been hidden or taken down.
    for (const [waiting, at] of asked) if (at < before) asked.delete(waiting)
  }
  asked.set(owner, now)
  const [first] = asked.keys()
  if (served || first !== owner) return false
  asked.delete(owner)
  served = true
  return true
}
