/** Points of the critical report before they have letters. */
import type { Landscape, PointKind } from '../landscape.ts'
import type { CriticalPoint } from './events.ts'
import { classifyFlat } from './flat-point.ts'

export type Listed = Omit<CriticalPoint, 'letter' | 'lowest' | 'global'>

/** A point for the report, classified by its Hessian unless its `kind` is known already. */
export function listed(landscape: Landscape, x: ArrayLike<number>, size: number, kind?: PointKind): Listed {
  const flat = classifyFlat(landscape, x, size)
  return { ...flat, x: Array.from(flat.x), kind: kind ?? flat.kind, certified: false }
}
