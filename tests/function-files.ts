/** The files of src/core/math that are printed from descriptions: which functions each has, and their loops. */
import * as exponential from '../src/core/math/described/exponential.ts'
import * as inverse from '../src/core/math/described/inverse.ts'
import * as logarithm from '../src/core/math/described/logarithm.ts'
import * as logarithms from '../src/core/math/described/logarithms.ts'
import * as power from '../src/core/math/described/power.ts'
import * as trigonometric from '../src/core/math/described/trigonometric.ts'
import type { Described } from '../src/core/math/primitives.ts'
import { printed, printedTogether } from './functions.ts'

interface File {
  readonly about: string
  readonly imports: readonly string[]
  /** Name, description, parameters; and whether there is a loop over lanes. */
  readonly functions: readonly (readonly [name: string, described: Described, parameters: readonly string[], loop: boolean])[]
  /** Functions computed together in one loop. */
  readonly together?: readonly [name: string, functions: readonly Described[], columns: readonly string[]]
}

const x = ['x'] as const
const { sin, cos, tan, sinLarge, cosLarge, tanApart } = trigonometric

const FILES: Readonly<Record<string, File>> = {
  exponential: {
    about: 'exp, sigmoid and hyperbolic functions',
    imports: ["import { powerOfTwo } from './bits.ts'"],
    functions: [
      ['exp', exponential.exp, x, true], ['expExtreme', exponential.expExtreme, ['x', 'tail'], false],
      ['sigmoid', exponential.sigmoid, x, true], ['sigmoidExtreme', exponential.sigmoidExtreme, x, false],
      ['sinh', exponential.sinh, x, true], ['sinhExtreme', exponential.sinhExtreme, x, false],
      ['cosh', exponential.cosh, x, true], ['coshExtreme', exponential.coshExtreme, x, false],
      ['tanh', exponential.tanh, x, true],
    ],
  },
  logarithm: {
    about: 'log and softplus',
    imports: ["import { exponent, mantissa, powerOfTwo } from './bits.ts'"],
    functions: [
      ['log', logarithm.log, x, true], ['logExtreme', logarithm.logExtreme, x, false],
      ['softplus', logarithm.softplus, x, true], ['softplusExtreme', logarithm.softplusExtreme, x, false],
    ],
  },
  trigonometric: {
    about: 'sin, cos and tan',
    imports: ["import { largeAngle, largeQuarter, largeTail } from './angle.ts'"],
    functions: [
      ['sin', sin, x, true], ['sinLarge', sinLarge, x, false], ['cos', cos, x, true], ['cosLarge', cosLarge, x, false],
      ['tan', tan, x, true], ['tanApart', tanApart, x, false],
    ],
    together: ['sinCos', [sin, cos], ['sines', 'cosines']],
  },
  inverse: {
    about: 'asin, acos, atan, atan2 and hypot',
    imports: [],
    functions: [
      ['asin', inverse.asin, x, true], ['acos', inverse.acos, x, true], ['atan', inverse.atan, x, true],
      ['atan2', inverse.atan2, ['y', 'x'], true], ['atan2Apart', inverse.atan2Apart, ['y', 'x'], false],
      ['hypot', inverse.hypot, ['x', 'y'], true], ['hypotApart', inverse.hypotApart, ['x', 'y'], false],
    ],
  },
  power: {
    about: 'powers',
    imports: ["import { exponent, mantissa, powerOfTwo, specialPower } from './bits.ts'"],
    functions: [
      ['pow', power.pow, ['x', 'y'], true], ['powApart', power.powApart, ['x', 'y'], false],
    ],
  },
  logarithms: {
    about: 'log2 and log10',
    imports: ["import { exponent, mantissa } from './bits.ts'"],
    functions: [
      ['log2', logarithms.log2, x, true], ['log2Apart', logarithms.log2Apart, x, false],
      ['log10', logarithms.log10, x, true], ['log10Apart', logarithms.log10Apart, x, false],
    ],
  },
}

function loop(name: string, parameters: readonly string[]): string {
  const columns = parameters.map((p) => `${p}: Float64Array`).join(', ')
  const lanes = parameters.map((p) => `${p}[i]`).join(', ')
  return `export function ${name}Lanes(o: Float64Array, ${columns}, n: number): void {\n  for (let i = 0; i < n; i++) o[i] = ${name}(${lanes})\n}`
}

function text(name: string, { about, imports, functions, together }: File): string {
  const head = `/**
 * ${about}, one number at a time. Printed from described/${name}.ts, where everything is explained: change that, then run
 * \`npm run functions\`. Loops over lanes stand here, beside what they call: V8 inlines a function into a loop of its own file.
 */`
  const both = together === undefined ? [] : [
    printedTogether(...together),
    `/** The same bits as one by one. */
export function ${together[0]}Lanes(${together[2].map((c) => `${c}: Float64Array`).join(', ')}, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) ${together[0]}(${together[2].join(', ')}, i, x[i])
}`,
  ]
  return [
    [head, ...imports].join('\n'),
    ...functions.map(([f, described, parameters]) => printed(f, described, parameters)),
    ...both,
    ...functions.filter(([, , , loops]) => loops).map(([f, , parameters]) => loop(f, parameters)),
  ].join('\n\n').concat('\n')
}

/** Every printed file by its name in src/core/math. */
export const PRINTED: ReadonlyMap<string, string> = new Map(Object.entries(FILES).map(([name, file]) => [`${name}.ts`, text(name, file)]))
