/**
 * What of a method's memory is drawn on the landscape, and how. A declaration beside the method: map, curve and surface draw it, the
 * picture's description and the inspector say it.
 */
export type Drawing = PolygonDrawing | TrialDrawing | GaugeDrawing

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
