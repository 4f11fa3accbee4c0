/** The kernels of src/core/engine/kernels that are printed: what each computes, spelled as its key. */

/** Every operation of two operands for every kind of operand: what nothing else fits. */
const ARITHMETIC = ['a+b', 'a-b', 'a*b', 'a/b', 'a*a', 'a+k', 'a-k', 'k-a', 'k*a', 'a/k', 'k/a', '-a']

/** Several operations in one pass: what formulas of the catalogue, their derivatives and the updates of its methods are made of. */
const COMPOSED = [
  // Products that are added up.
  '(a*b)+c', '(a*b)-c', 'a-(b*c)', '(a*a)+b', 'a-(b*b)', '(k*a)+b', '(k*a)-b', 'a-(k*b)', '(a*b)+k', 'k-(a*b)', '(a*a)+k', '(a*a)-k',
  '(k*a)+m', '(k*a)-m', 'k-(m*a)', '(k*a)+(m*b)', '(k*a)-(m*b)', '(a*a)+(b*b)', '(a*a)-(b*b)', '(a*b)+(c*d)', '(a*b)-(c*d)', '(a*a)+(k*b)', '(a*b)+(k*c)',
  '((a*a)+b)-k', '((k*a)+b)+m', '((k*a)+b)-m', '(k*a)+(b-(m*c))', '((a*a)-(k*a))+m', '(a*a)+((b*b)+c)',
  // Squares and products with a factor, as in sums of squares, and the products of their slopes.
  '(k*(a*a))+b', 'a-(k*(b*b))', '(k*(a*a))+(m*b)', '(k*(a*a))+(b*b)', '(k*(a*a))-(b*b)', 'k*((a*a)+(b*b))', 'm*((k*(a*a))+(b*b))',
  '(a*(k*b))+c', '(a*(k*b))-c', 'a-(b*(k*c))', '(k*(m*a))+b', '(k*(m*a))-b', '((k*a)*(m*b))+l', '((k*a)*(m*b))+(l*c)', '(k*((m*a)*(l*b)))-(p*c)', '(k*(a*b))-(m*c)',
  // Products.
  'k*(a*b)', 'k*(a*a)', 'k*(m*a)', 'a*(k*b)', 'a*(b*c)', 'a*(a*a)', '(a*a)*(a*a)', '(a*a)*(b*b)', '(k*a)*(m*b)', 'a*(k*(m*b))', 'k*(a*(m*b))',
  // Products of sums.
  'k*(a+b)', 'k*(a-b)', 'k*(a+m)', 'k*(a-m)', 'a*(b+k)', 'a*(b-k)', 'a*(k-b)', 'a*(b+c)', 'a*(b-c)', '(a-k)*(a-k)', '(a-b)*(a-b)', 'a-(k*(b+c))', 'a-(k*((m*a)+b))',
  // Sums.
  '(a+b)+c', '(a+b)-c', '(a-b)+c', '(a+b)+k', '(a+b)-k', '(a-b)+k', '(a+k)+m', '(a+k)-m',
  // Points of a row, where what depends on y alone is a number.
  '((a+k)-m)*((a+k)-m)', '(((a+k)-m)*((a+k)-m))+b',
  // Quotients.
  'a/(b+k)', 'k/(a+m)', '(a*a)/k', '(k*a)/m', 'a-(k*(b/(c+m)))', 'a-(k*((b/m)/(c+l)))',
]

/** Two results that share what they read: momentum and the step that is taken with it, a value and what values add up to. The longer ones come first. */
const PAIRS = ['(k*a)+(m*((l*b)+c)); b-(p*o)', '(k*a)+(m*b); c-(l*o)', '(k*a)+b; c-(m*o)', '(a*a)+(b*b); c+o']

const LANES = 8

/** The operands of a kernel in the order of their letters. */
const lettersOf = (key: string, letters: string): string[] => Array.from(letters).filter((letter) => key.includes(letter))

/** What is computed in lane `j`. A register that is read several times is read once: V8 would look up its element every time. */
function lane(key: string, j: number): string[] {
  const at = j === 0 ? '[i]' : `[i + ${j}]`
  const often = lettersOf(key, 'abcd').filter((letter) => key.split(letter).length > 2)
  const spelled = (text: string): string => Array.from(text, (sign, k) => {
    if ('abcd'.includes(sign) && !often.includes(sign)) return `${sign}${at}`
    if ('abcd'.includes(sign)) return `${sign}${j}`
    if (sign === 'o') return `first${j}`
    return '+-*/'.includes(sign) && k > 0 ? ` ${sign} ` : sign
  }).join('')
  const [first, second] = key.split('; ').map(spelled)
  const read = often.map((letter) => `const ${letter}${j} = ${letter}${at}`)
  return second === undefined ? [...read, `o${at} = ${first}`] : [...read, `const first${j} = ${first}`, `o2${at} = ${second}`, `o${at} = first${j}`]
}

function kernel(key: string): string {
  const numbers = lettersOf(key, 'kmlp')
  const operands = ['o', ...(key.includes(';') ? ['o2'] : []), ...lettersOf(key, 'abcd'), ...numbers.map((letter) => `${letter}: ${letter}s`)]
  return [
    `  '${key}': ({ ${operands.join(', ')} }, n) => {`,
    ...numbers.map((letter) => `    const ${letter} = ${letter}s[0]`),
    `    for (let i = 0; i < n; i += ${LANES}) {`,
    ...Array.from({ length: LANES }, (_, j) => lane(key, j).map((line) => `      ${line}`)).flat(),
    '    }',
    '  },',
  ].join('\n')
}

function file(about: string, tables: Readonly<Record<string, readonly string[]>>): string {
  const head = `/**
 * ${about} Printed from tests/kernel-files.ts: change that, then run \`npm run functions\`.
 * Unrolled by eight: V8 does not unroll loops over typed arrays, and a pass costs half as much this way. Keys spell what is computed:
 * a, b, c, d are registers, k, m, l, p one number for all lanes; behind a semicolon stands a second result, in which o is the first.
 */
import type { Kernel } from './kernel.ts'`
  const bodies = Object.entries(tables).map(([name, keys]) => `export const ${name}: Readonly<Record<string, Kernel>> = {\n${keys.map(kernel).join('\n')}\n}`)
  return [head, ...bodies].join('\n\n').concat('\n')
}

/** Every printed file by its name in src/core/engine/kernels. */
export const KERNEL_FILES: ReadonlyMap<string, string> = new Map([
  ['arithmetic.ts', file('One operation per pass.', { ARITHMETIC })],
  ['composed.ts', file('Several operations per pass, rounded one after the other as if apart.', { COMPOSED, PAIRS })],
])
