/** `npm run bench`: every benchmark, one after another, each in a process of its own so that none warms up another. */
import { spawnSync } from 'node:child_process'
import process from 'node:process'

const BENCHES = ['tests/bench/engine.ts', 'tests/bench/explore.ts', 'tests/bench/cli.ts', 'tests/bench/bundle.ts', 'tests/bench/browser.ts']

let failed = 0
for (const file of BENCHES) {
  console.log(`\n── ${file}`)
  if (spawnSync('npx', ['tsx', file], { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
