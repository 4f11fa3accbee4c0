/** What is measured on: four landscapes as formulas, with value and gradient by hand in JavaScript. */
import type { Expression } from '../../src/core/formula/ast.ts'
import { parse } from '../../src/core/formula/parse.ts'
import type { Landscape } from '../../src/core/landscape.ts'

export const POINTS = 4096

export type ByHand = (x: Float64Array, y: Float64Array, n: number, f: Float64Array, gx: Float64Array, gy: Float64Array) => void

const rosenbrock: ByHand = (x, y, n, f, gx, gy) => {
  for (let i = 0; i < n; i++) {
    const u = 1 - x[i]
    const v = y[i] - x[i] * x[i]
    f[i] = u * u + 100 * v * v
    gx[i] = -2 * u - 400 * x[i] * v
    gy[i] = 200 * v
  }
}

const himmelblau: ByHand = (x, y, n, f, gx, gy) => {
  for (let i = 0; i < n; i++) {
    const u = x[i] * x[i] + y[i] - 11
    const v = x[i] + y[i] * y[i] - 7
    f[i] = u * u + v * v
    gx[i] = 4 * x[i] * u + 2 * v
    gy[i] = 2 * u + 4 * y[i] * v
  }
}

const ackley: ByHand = (x, y, n, f, gx, gy) => {
  const tau = 2 * Math.PI
  for (let i = 0; i < n; i++) {
    const r = Math.sqrt(0.5 * (x[i] * x[i] + y[i] * y[i]))
    const a = Math.exp(-0.2 * r)
    const b = Math.exp(0.5 * (Math.cos(tau * x[i]) + Math.cos(tau * y[i])))
    f[i] = -20 * a - b + Math.E + 20
    gx[i] = (2 * a * x[i]) / r + b * Math.PI * Math.sin(tau * x[i])
    gy[i] = (2 * a * y[i]) / r + b * Math.PI * Math.sin(tau * y[i])
  }
}

const rastrigin: ByHand = (x, y, n, f, gx, gy) => {
  const tau = 2 * Math.PI
  for (let i = 0; i < n; i++) {
    f[i] = 20 + x[i] * x[i] - 10 * Math.cos(tau * x[i]) + y[i] * y[i] - 10 * Math.cos(tau * y[i])
    gx[i] = 2 * x[i] + 20 * Math.PI * Math.sin(tau * x[i])
    gy[i] = 2 * y[i] + 20 * Math.PI * Math.sin(tau * y[i])
  }
}

/** In the order of c/derivatives.c. Targets: most that interpreter and WebAssembly may take, in times of C, for gradient, Hessian and surface. */
export const CASES: readonly { name: string; formula: string; byHand: ByHand; targets: readonly (readonly [number, number])[] }[] = [
  { name: 'rosenbrock', formula: '(1-x)^2+100(y-x^2)^2', byHand: rosenbrock, targets: [[15, 2], [16, 3], [18, 1.5]] },
  { name: 'himmelblau', formula: '(x^2+y-11)^2+(x+y^2-7)^2', byHand: himmelblau, targets: [[15, 2], [16, 3], [18, 1.5]] },
  {
    name: 'ackley', formula: '-20exp(-0.2sqrt(0.5(x^2+y^2)))-exp(0.5(cos(2pi x)+cos(2pi y)))+e+20', byHand: ackley, targets: [[1.4, 0.8], [2, 0.8], [0.9, 0.4]],
  },
  { name: 'rastrigin', formula: '20+x^2-10cos(2pi x)+y^2-10cos(2pi y)', byHand: rastrigin, targets: [[1.4, 0.8], [2, 0.8], [0.25, 0.05]] },
]

export function read(text: string): Expression {
  const result = parse(text)
  if (!result.ok) throw new Error(result.issues[0].says)
  return result.value
}

export const column = (count = POINTS): Float64Array => new Float64Array(count)
/** The points of the C program. */
export const points = [0.6180339887498949, 0.7548776662466927].map((step) => Float64Array.from({ length: POINTS }, (_, i) => 10 * ((i * step) % 1) - 5))

/** Asks for all points: as many at a time as have room at the desk, written there; the answers are there to be read. */
export function atDesk(landscape: Landscape, order: 1 | 2): () => void {
  const { room } = landscape.desk(order)
  const pieces = Array.from({ length: POINTS / room }, (_, k) => points.map((all) => all.subarray(k * room, (k + 1) * room)))
  return () => {
    for (const piece of pieces) {
      const desk = landscape.desk(order)
      for (let i = 0; i < piece.length; i++) desk.points[i].set(piece[i])
      desk.ask(room)
    }
  }
}
