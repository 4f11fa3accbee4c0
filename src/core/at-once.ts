/** The result of work that pauses, for those who need not pause. */
export function atOnce<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}
