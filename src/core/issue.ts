/**
 * Something wrong with what came in from outside (a formula, a link, a field), as a sentence for a person.
 * A sentence says what came, what was expected, and what to try.
 */
export interface Issue {
  /** A whole sentence, e.g. "Close the bracket opened at column 4." */
  readonly says: string
  /** Where: the link key or field the issue is about, e.g. `f`, `run[1].lr`, `domain`. */
  readonly about?: string
  /** Column in the text, counted from 1, where there is one. */
  readonly column?: number
}

/** The outcome of reading something from outside: a value, or no value and at least one issue. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }
