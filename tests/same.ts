/** Equality of results with many numbers, whose comparison by `toEqual` takes longer than computing them. */
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'

/** Expects what `toEqual` does. What is the same to the last bit is found so at once; the difference of what is not is told by `toEqual`. */
export function expectSame(given: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(given, wanted)) expect(given).toEqual(wanted)
}
