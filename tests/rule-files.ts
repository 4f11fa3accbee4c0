/** The steps of src/core/engine/kernels that are printed: the formulas of every declared method, as the engine spells them. */
import { spell } from '../src/core/engine/rule.ts'
import { defaults } from '../src/core/fields.ts'
import { DECLARED } from '../src/core/optimizers/index.ts'
import type { DeclaredOptimizer } from '../src/core/optimizers/optimizer.ts'
import { compileUpdate } from '../src/core/optimizers/update.ts'

const subsets = (names: readonly string[]): string[][] => names.reduce<string[][]>((all, name) => [...all, ...all.map((some) => [...some, name])], [[]])

/** What a method computes, whichever of its terms that are switched off at first are switched on. */
function spellings(o: DeclaredOptimizer): string[] {
  const off = Object.entries(defaults(o.hyper)).filter(([name, value]) => value === 0 && name !== 'lr').map(([name]) => name)
  return subsets(off).map((some) => spell(compileUpdate(o, some).update))
}

const used = (text: string, kind: string): number[] => [...new Set(Array.from(text.matchAll(new RegExp(`\\b${kind}(\\d+)`, 'g')), ([, k]) => Number(k)))].sort((a, b) => a - b)
const functionsOf = (text: string): string[] => Array.from(text.matchAll(/([a-z]+)\(/g), ([, name]) => name)

/** Everything of a lane is read before anything is written. */
function rule(text: string): string {
  const assignments = text.split('; ').map((one) => one.split(' = '))
  const before = assignments.filter(([name]) => name.startsWith('t'))
  const after = assignments.filter(([name]) => !name.startsWith('t'))
  const values = assignments.map(([, value]) => value).join(' ')
  const read = [...['x', 'g'].filter((name) => new RegExp(`\\b${name}\\b`).test(values)), ...used(values, 'm').map((s) => `m${s}`)]
  const slots = after.slice(1).map(([name]) => name)
  const given = ['x: xs', ...(read.includes('g') ? ['g: gs'] : []), ...(slots.length > 0 ? ['memory'] : []), 'shared']
  return [
    `  '${text}': ({ ${given.join(', ')} }, at, n) => {`,
    ...used(values, 'k').map((k) => `    const k${k} = shared[at${k === 0 ? '' : ` + ${k}`}]`),
    ...slots.map((name, s) => `    const ${name}s = memory[${s}]`),
    '    for (let i = 0; i < n; i++) {',
    ...read.map((name) => `      const ${name} = ${name}s[i]`),
    ...before.map(([name, value]) => `      const ${name} = ${value}`),
    ...after.map(([name, value]) => `      ${name}s[i] = ${value}`),
    '    }',
    '  },',
  ].join('\n')
}

function file(): string {
  const texts = [...new Set(DECLARED.flatMap(spellings))]
  const functions = new Set(texts.flatMap(functionsOf))
  const unary = ['neg', 'abs', 'sign', 'sqrt', 'exp', 'log'].filter((name) => functions.has(name))
  const binary = ['min', 'max', 'pow', 'lt', 'le', 'gt', 'ge', 'eq', 'ne'].filter((name) => functions.has(name))
  return `/**
 * One step of each declared method as a loop: its key spells what is computed. Printed from tests/rule-files.ts: change that, or the
 * declaration of the method, then run \`npm run functions\`. Rounded as the interpreter rounds, operation by operation.
 */
import { BINARY, UNARY } from '../../formula/scalar.ts'
import { select } from '../../math/piecewise.ts'
import type { Rule } from '../rule.ts'

const { ${unary.join(', ')} } = UNARY
const { ${binary.join(', ')} } = BINARY

export const RULES: Readonly<Record<string, Rule>> = {
${texts.map(rule).join('\n')}
}
`
}

/** Every printed file by its name in src/core/engine/kernels. */
export const RULE_FILES: ReadonlyMap<string, string> = new Map([['rules.ts', file()]])
