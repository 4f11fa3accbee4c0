/** A compiled landscape that knows bounds over boxes and where it bends as well. Apart from compile.ts, because only the search for critical points asks. */
import type { Values } from '../fields.ts'
import type { Expression } from '../formula/ast.ts'
import { creases } from '../formula/creases.ts'
import type { Enclosure, Landscape } from '../landscape.ts'
import type { Table } from '../table.ts'
import { compile } from './compile.ts'
import { enclose } from './enclosure.ts'
import { expand } from './recipe.ts'

/** Sums over more rows than this are not enclosed: written out, they cost too much per box. */
const ENCLOSED_ROWS = 64

/** `compile` with an enclosure, which is made when it is first asked for; throws as `compile` does. */
export function compileEnclosed(e: Expression, coordinates: readonly string[], values: Values, data?: Table): Landscape {
  return enclosed(compile(e, coordinates, values, data), e, coordinates, values, data)
}

/** `landscape`, which is what `compile` made of the rest, with its enclosure and its creases. */
export function enclosed(
  landscape: Landscape, e: Expression, coordinates: readonly string[], values: Values, data?: Table,
): Landscape {
  let enclosure: Enclosure | undefined
  return {
    ...landscape,
    enclosure() {
      if ((landscape.work ?? 1) > ENCLOSED_ROWS || data?.missing === true) return undefined
      return (enclosure ??= enclose(expand(e, coordinates, values, 2, data), landscape.dimension))
    },
    creases: () => creases(e, coordinates).map((u) => compile(u, coordinates, values, data)),
  }
}
