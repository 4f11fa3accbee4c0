import type { Fields } from '../fields.ts'
import type { Box, PointKind } from '../landscape.ts'

/** A critical point known from the literature; tests check that the value holds and the gradient vanishes there. */
export interface Known {
  readonly x: readonly number[]
  readonly f: number
  readonly kind: PointKind
}

/**
 * How heights become colour and contour levels: `linear` (with `clip`, that share of the heights is left to an open end on either side;
 * without, as far as outliers demand it), `sqrt` of (f - lowest), log10(1 + (f - lowest)/scale), `symlog` sign(f) log10(1 + |f|/scale)
 * (Webber, Meas. Sci. Technol. 24, 2013), or `quantile`, the share of the ground that lies lower.
 */
export type Height =
  | { readonly kind: 'linear'; readonly clip?: number }
  | { readonly kind: 'sqrt' }
  | { readonly kind: 'log' | 'symlog'; readonly scale: number }
  | { readonly kind: 'quantile' }

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

/** What is told of a landscape beyond what computing needs. It stands beside the entry and is loaded apart from it (about.ts). */
export interface About {
  /** One to three sentences: what it teaches. Mathematics between dollar signs. */
  readonly note: string
  /** Where it comes from: author, work, year, equation or section. */
  readonly source: string
  readonly known: readonly Known[]
}

/** What a landscape can be searched by. Each is a statement that tests check as far as a test can. */
export const TRAITS = ['convex', 'saddles', 'many minima', 'ill-conditioned', 'non-smooth', 'plateau', 'degenerate'] as const
export type Trait = (typeof TRAITS)[number]

/** One landscape of the catalogue: a formula and what is known about it. One file per landscape. */
export interface Objective {
  /** For ever: links depend on it. Lower case, digits and underscores. */
  readonly id: string
  readonly name: string
  /** A few words shown beside the name, e.g. `4 equal minima`. */
  readonly trait: string
  /**
   * The traits it can be found by, true of its domain at its default parameters. `many minima`: two or more; `ill-conditioned`:
   * a minimum whose largest curvature is 20 times its smallest or more; `plateau`: wide flat parts where a run finds no slope;
   * `degenerate`: a critical point with a zero eigenvalue.
   */
  readonly traits: readonly Trait[]
  /** The formula in the language of the formula field; its free identifiers are the coordinates and the parameters. */
  readonly formula: string
  readonly coordinates: readonly string[]
  /** The id of the data set whose rows `mean` and `sum` run over, where the formula has them. */
  readonly data?: string
  readonly params: Fields
  readonly domain: Box
  readonly start: readonly number[]
  readonly height: Height
  readonly suggested: Suggested
  /** Points where the formula's derivatives do not exist, in words; absent where the function is smooth. */
  readonly kinks?: string
  /** Points where the function is smooth but its formula divides 0 by 0 in a derivative, in words; else absent. */
  readonly removable?: string
  /** Where pieces are joined with two continuous derivatives and no third, in words; absent where derivatives of any order exist. */
  readonly joints?: string
}
