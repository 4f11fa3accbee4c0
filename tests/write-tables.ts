/** Writes the README's tables anew: `npm run tables`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withTables } from './tables.ts'

const README = new URL('../README.md', import.meta.url)
writeFileSync(README, withTables(readFileSync(README, 'utf8')))
console.log('The tables of README.md are up to date.')
