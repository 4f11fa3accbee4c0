import type { NumberField } from '../fields.ts'

/** Parameters of formulas may be anything up to this size; their sliders show the part that is of interest. */
export const PARAMETER_LIMIT = 1e100

/** The field of a parameter of a formula: any finite number, with a linear slider over `slider`. */
export function parameter(name: string, initial: number, slider: readonly [number, number], note: string): NumberField {
  return {
    kind: 'number', label: name, tex: name, default: initial, min: -PARAMETER_LIMIT, max: PARAMETER_LIMIT,
    slider, scale: 'linear', note,
  }
}
