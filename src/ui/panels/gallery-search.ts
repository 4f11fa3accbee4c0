/** Which landscapes of the catalogue a search finds, and how many each filter would leave. */
import { aboutOf } from '../../core/objectives/about.ts'
import { TRAITS, type Objective, type Trait } from '../../core/objectives/objective.ts'

export interface Wanted {
  /** Words, all of which must occur in the name, id, trait, traits, formula, source or note. */
  readonly text: string
  readonly dimension: 'any' | 1 | 2
  /** Traits, all of which it must have. */
  readonly traits: readonly Trait[]
}

export const EVERYTHING: Wanted = { text: '', dimension: 'any', traits: [] }

/** Without accents and in lower case: `Holder` finds Hölder. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const texts = new Map<string, string>()

/** All that is told of a landscape, as it is searched: told once, since a search runs at each key and each movement over the cards. */
function textOf({ id, name, trait, traits, formula }: Objective): string {
  let text = texts.get(id)
  if (text === undefined) {
    const { note, source } = aboutOf(id)
    texts.set(id, (text = plain(`${name} ${id} ${trait} ${traits.join(' ')} ${formula} ${source} ${note}`)))
  }
  return text
}

export function search(all: readonly Objective[], { text, dimension, traits }: Wanted): readonly Objective[] {
  const words = plain(text).split(/\s+/).filter((word) => word !== '')
  return all.filter((o) => {
    if (dimension !== 'any' && o.coordinates.length !== dimension) return false
    if (!traits.every((trait) => o.traits.includes(trait))) return false
    return words.every((word) => textOf(o).includes(word))
  })
}

/** How many would be found with this trait as well: what its button says. */
export function traitCounts(all: readonly Objective[], wanted: Wanted): ReadonlyMap<Trait, number> {
  const found = search(all, wanted)
  return new Map(TRAITS.map((trait) => [trait, found.filter((o) => o.traits.includes(trait)).length]))
}
