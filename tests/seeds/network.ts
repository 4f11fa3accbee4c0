/** Networks of one hidden layer for claims about training them: several side by side, each a stretch of one long vector of weights. */
import { tanh } from '../../src/core/math/elementary.ts'
import { uniform } from '../../src/core/math/random.ts'
import { defaults } from '../../src/core/fields.ts'
import { adam } from '../../src/core/optimizers/adam.ts'
import { compileUpdate } from '../../src/core/optimizers/update.ts'

export interface Shape {
  readonly inputs: number
  readonly width: number
  readonly activation: 'relu' | 'tanh'
}

/** Rows of inputs, one after another, and what the network is to answer to each. */
export interface Rows {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Weights of one network: for each hidden unit those of its inputs, its bias and the one of its output; then the bias of the output. */
export const weightsOf = ({ inputs, width }: Shape): number => width * (inputs + 2) + 1

/** `count` networks as PyTorch's `Linear` begins: uniform in ±1/√(inputs of the layer), weights and biases alike. */
export function fresh(shape: Shape, count: number, seed: number): Float64Array {
  const { inputs, width } = shape
  const n = weightsOf(shape)
  return Float64Array.from({ length: count * n }, (_, i) => {
    const [k, unit] = [i % n, i % n < width * (inputs + 2) ? (i % n) % (inputs + 2) : inputs + 1]
    return (2 * uniform(seed, Math.floor(i / n), k) - 1) / Math.sqrt(unit <= inputs ? inputs : width)
  })
}

/** What the network at `at` in `weights` answers to row `row`; `out` receives its hidden activations. */
function answer({ inputs, width, activation }: Shape, weights: Float64Array, at: number, { x }: Rows, row: number, out: Float64Array): number {
  const stride = inputs + 2
  let sum = weights[at + width * stride]
  for (let j = 0; j < width; j++) {
    const unit = at + j * stride
    let a = weights[unit + inputs]
    for (let k = 0; k < inputs; k++) a += weights[unit + k] * x[row * inputs + k]
    out[j] = activation === 'tanh' ? tanh(a) : Math.max(0, a)
    sum += weights[unit + inputs + 1] * out[j]
  }
  return sum
}

/** What network `net` of `weights` answers to every row. */
export function answers(shape: Shape, weights: Float64Array, rows: Rows, net = 0): Float64Array {
  const hidden = new Float64Array(shape.width)
  return rows.y.map((_, row) => answer(shape, weights, net * weightsOf(shape), rows, row, hidden))
}

/** Mean squared error of answers. */
export const error = (said: Float64Array, { y }: Rows): number => said.reduce((sum, v, i) => sum + (v - y[i]) ** 2, 0) / y.length

/** The slope of every network's own mean squared error, by backpropagation. */
function slopes(shape: Shape, weights: Float64Array, rows: Rows, out: Float64Array): void {
  const { inputs, width, activation } = shape
  const [n, stride] = [weightsOf(shape), inputs + 2]
  const hidden = new Float64Array(width)
  out.fill(0)
  for (let at = 0; at < weights.length; at += n) {
    for (let row = 0; row < rows.y.length; row++) {
      const off = (2 * (answer(shape, weights, at, rows, row, hidden) - rows.y[row])) / rows.y.length
      out[at + width * stride] += off
      for (let j = 0; j < width; j++) {
        const unit = at + j * stride
        const inner = activation === 'tanh' ? 1 - hidden[j] * hidden[j] : Number(hidden[j] > 0)
        const back = off * weights[unit + inputs + 1] * inner
        for (let k = 0; k < inputs; k++) out[unit + k] += back * rows.x[row * inputs + k]
        out[unit + inputs] += back
        out[unit + inputs + 1] += off * hidden[j]
      }
    }
  }
}

/** Trains all networks with Adam over the whole data, in place: one step of the catalogue's formulas is a step of each. */
export function train(shape: Shape, weights: Float64Array, rows: Rows, { lr, steps }: { readonly lr: number; readonly steps: number }): void {
  const stepper = compileUpdate(adam)
  const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(weights.length)]))
  const hyper = { ...defaults(adam.hyper), lr }
  const slope = new Float64Array(weights.length)
  for (let t = 1; t <= steps; t++) {
    slopes(shape, weights, rows, slope)
    stepper.step(weights, slope, memory, t, hyper)
  }
}
