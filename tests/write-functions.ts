/** Prints the elementary functions anew from their descriptions: `npm run functions`. */
import { writeFileSync } from 'node:fs'
import { PRINTED } from './function-files.ts'

for (const [name, text] of PRINTED) writeFileSync(new URL(`../src/core/math/${name}`, import.meta.url), text)
console.log(`${[...PRINTED.keys()].join(', ')} are up to date.`)
