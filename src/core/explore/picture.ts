/** The heights of a landscape of the catalogue, for a picture a thumb's width wide. */
import { experimentOn } from '../experiment/create.ts'
import { resolve } from '../experiment/resolve.ts'
import { objectiveById } from '../objectives/index.ts'
import { sample } from './surface.ts'

export interface Picture {
  /** Of the landscape. */
  readonly id: string
  /** Samples per coordinate; the first coordinate runs fastest, both from their low ends. */
  readonly shape: readonly number[]
  readonly f: Float64Array<ArrayBuffer>
}

/** Samples across a picture: enough for 92 device pixels, little enough for one block. */
const ACROSS = { one: 96, two: 56 } as const

/** The landscape `id` over its own domain; undefined where there is no such landscape. */
export function pictureOf(id: string): Picture | undefined {
  const objective = objectiveById(id)
  if (objective === undefined) return undefined
  const { domain } = objective
  const n = domain.length === 1 ? ACROSS.one : ACROSS.two
  const shape = domain.map(() => n)
  const f = new Float64Array(n ** domain.length)
  const points = domain.map((side, i) => Float64Array.from(f, (_, k) => sample(side, Math.floor(k / n ** i) % n, n)))
  resolve(experimentOn(id)).landscape.block(points, f.length, f)
  return { id, shape, f }
}
