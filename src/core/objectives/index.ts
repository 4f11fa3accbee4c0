/** The catalogue of landscapes, in the order of the menu. Adding one: a file beside this one, and a line in the list. */
import { ackley } from './ackley.ts'
import { beale } from './beale.ts'
import { cubic } from './cubic.ts'
import { himmelblau } from './himmelblau.ts'
import { monkeySaddle } from './monkey-saddle.ts'
import { parabola1 } from './parabola-1.ts'
import { quad10 } from './quad10.ts'
import { quad100 } from './quad100.ts'
import { rastrigin } from './rastrigin.ts'
import { rosenbrock } from './rosenbrock.ts'
import { saddle } from './saddle.ts'
import { sin3Quad } from './sin3-quad.ts'
import { sinSin3 } from './sin-sin3.ts'
import { square } from './square.ts'
import { tanh } from './tanh.ts'
import { threeHumpCamel } from './three-hump-camel.ts'
import { x2Sin10x } from './x2-sin10x.ts'
import { x2Y4 } from './x2-y4.ts'
import { xCosPiX } from './x-cos-pi-x.ts'
import { xCosPiXRisk } from './x-cos-pi-x-risk.ts'
import type { Objective } from './objective.ts'

export const OBJECTIVES: readonly Objective[] = [
  himmelblau,
  rosenbrock,
  quad10,
  monkeySaddle,
  ackley,
  beale,
  rastrigin,
  threeHumpCamel,
  saddle,
  quad100,
  x2Y4,
  sinSin3,
  xCosPiX,
  sin3Quad,
  square,
  tanh,
  xCosPiXRisk,
  x2Sin10x,
  cubic,
  parabola1,
]

/** The landscape with this id, or undefined: ids come from links, so anything may be asked for. */
export function objectiveById(id: string): Objective | undefined {
  return OBJECTIVES.find((o) => o.id === id)
}
