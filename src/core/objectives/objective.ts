import type { Fields } from '../fields.ts'
import type { Box, PointKind } from '../landscape.ts'

/** A critical point known from the literature; tests check that the value holds and the gradient vanishes there. */
export interface Known {
  readonly x: readonly number[]
  readonly f: number
  readonly kind: PointKind
}

/**
 * How heights become colour and contour levels: `linear`, `sqrt` of (f - lowest), or log10(1 + (f - lowest)/scale).
 */
export type Height = { readonly kind: 'linear' } | { readonly kind: 'sqrt' } | { readonly kind: 'log'; readonly scale: number }

/** Learning rates and a number of steps that make a good picture from the landscape's own start. */
export interface Suggested {
  /** For gradient descent. */
  readonly lr: number
  /** For methods with a velocity: their steps add up to 1/(1 - momentum) times as much. */
  readonly momentum: number
  /** For methods whose step is about `lr` along each axis whatever the slope (Adam, RMSprop). */
  readonly adaptive: number
  readonly steps: number
}

/** One landscape of the catalogue: a formula and what is known about it. One file per landscape. */
export interface Objective {
  /** For ever: links depend on it. Lower case, digits and underscores. */
  readonly id: string
  readonly name: string
  /** A few words shown beside the name, e.g. `4 equal minima`. */
  readonly trait: string
  /** One to three sentences: what it teaches. Mathematics between dollar signs. */
  readonly note: string
  /** Where it comes from: author, work, year, equation or section. */
  readonly source: string
  /** The formula in the language of the formula field; its free identifiers are the coordinates and the parameters. */
  readonly formula: string
  readonly coordinates: readonly ['x'] | readonly ['x', 'y']
  readonly params: Fields
  readonly domain: Box
  readonly start: readonly number[]
  readonly known: readonly Known[]
  readonly height: Height
  readonly suggested: Suggested
  /** Points where the formula's derivatives do not exist, in words; absent where the function is smooth. */
  readonly kinks?: string
}
