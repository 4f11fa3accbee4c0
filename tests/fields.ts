/** Values of fields that tests begin with. */
import type { Field } from '../src/core/fields.ts'

/** Both ends of what the field allows, or of its slider where an end itself is not allowed; every option of a choice. */
export function ends(field: Field): number[] {
  if (field.kind === 'choice') return field.options.map((_, i) => i)
  if (field.kind === 'boolean') return [0, 1]
  return [field.minOpen ? field.slider[0] : field.min, field.maxOpen ? field.slider[1] : field.max]
}

/** Both ends of its slider; every option of a choice. */
export const sliderEnds = (field: Field): readonly number[] => (field.kind === 'number' ? field.slider : ends(field))
