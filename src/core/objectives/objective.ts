import type { Fields } from '../fields.ts'
import type { Box, PointKind } from '../landscape.ts'

/** A critical point known from the literature; tests check that the value holds and the gradient vanishes there. */
export interface Known {
  readonly x: readonly number[]
  readonly f: number
  readonly kind: PointKind
}

/** One landscape of the catalogue: a formula and what is known about it. One file per landscape. */
export interface Objective {
  /** For ever: links depend on it. Lower case, digits and underscores. */
  readonly id: string
  readonly name: string
  /** A few words shown beside the name, e.g. `4 equal minima`. */
  readonly trait: string
  /** One or two sentences: what it teaches. */
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
  /** How heights become colour and contour levels: `linear`, `sqrt` of (f - lowest), or log10(1 + (f - lowest)/scale). */
  readonly height: { readonly kind: 'linear' } | { readonly kind: 'sqrt' } | { readonly kind: 'log'; readonly scale: number }
  /** Runs shown when the landscape is chosen: hyper-parameters that suit it, step count. */
  readonly suggested: { readonly lr: number; readonly steps: number }
  /** Points where the formula's derivatives do not exist, in words; absent where the function is smooth. */
  readonly kinks?: string
}
