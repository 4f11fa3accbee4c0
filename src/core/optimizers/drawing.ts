/**
 * What of a method's memory is drawn on the landscape, and how. A declaration beside the method: map, curve and surface draw it, the
 * picture's description and the inspector say it.
 */
export type Drawing = PolygonDrawing | TrialDrawing | GaugeDrawing | PointsDrawing | SpreadDrawing | RadiusDrawing | DirectionsDrawing | SurrogateDrawing

interface Named {
  /** The column of `Course.shows` that is drawn. */
  readonly of: string
  /** What it is called, e.g. `Simplex`. */
  readonly label: string
}

/** Corners, every one joined with every other; the column has n numbers for each. */
export interface PolygonDrawing extends Named {
  readonly kind: 'polygon'
}

/** The point that the last step tried: a ring where the column `taken` is 1, a cross where it is 0, nothing where it is NaN. */
export interface TrialDrawing extends Named {
  readonly kind: 'trial'
  readonly taken: string
}

/** A positive number as the filled share of a bar beside the ball, logarithmic between its lowest and its highest of the run. */
export interface GaugeDrawing extends Named {
  readonly kind: 'gauge'
  /** Its symbol as plain text, e.g. `T`. */
  readonly symbol: string
}

/** A crowd of points; the column has n numbers for each, NaN where there is none yet. */
export interface PointsDrawing extends Named {
  readonly kind: 'points'
}

/** One standard deviation about the ball in every direction: the column is a covariance, n x n row by row. */
export interface SpreadDrawing extends Named {
  readonly kind: 'spread'
}

/** How far from the ball the next step may go, in the landscape's own units: a circle, on a curve an interval. */
export interface RadiusDrawing extends Named {
  readonly kind: 'radius'
}

/** Lines through the ball along n directions of n numbers each, of any length but 0; on a curve there is only one, and none is drawn. */
export interface DirectionsDrawing extends Named {
  readonly kind: 'directions'
}

/**
 * What a method believes of the landscape, and where it asks next. `of` names the points that were asked, one for each step. The columns
 * `mean` and `sd` stand over equally spaced points from one end of the domain to the other, on a line only; `gain`, what is to be gained
 * by asking there, likewise or over a square grid with the first coordinate fastest; it is NaN where nothing was weighed.
 */
export interface SurrogateDrawing extends Named {
  readonly kind: 'surrogate'
  readonly next: string
  readonly mean: string
  readonly sd: string
  readonly gain: string
  /** The choice among the hyper-parameters that says how the gain is reckoned. */
  readonly acquisition: string
}
