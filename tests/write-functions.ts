/** Prints the elementary functions anew from their descriptions, the kernels from their spellings, and the steps of methods from their declarations: `npm run functions`. */
import { writeFileSync } from 'node:fs'
import { PRINTED } from './function-files.ts'
import { KERNEL_FILES } from './kernel-files.ts'
import { RULE_FILES } from './rule-files.ts'

for (const [folder, files] of [['math', PRINTED], ['engine/kernels', KERNEL_FILES], ['engine/kernels', RULE_FILES]] as const) {
  for (const [name, text] of files) writeFileSync(new URL(`../src/core/${folder}/${name}`, import.meta.url), text)
  console.log(`${[...files.keys()].join(', ')} are up to date.`)
}
