/**
 * `npm run bench`: the engine's table (with `-- --markdown` as Markdown); `npm run bench -- --all`: the other benchmarks after it, each in
 * a process of its own so that none warms up another.
 */
import { spawnSync } from 'node:child_process'
import process from 'node:process'

const OTHERS = ['tests/bench/explore.ts', 'tests/bench/cli.ts', 'tests/bench/bundle.ts', 'tests/bench/browser.ts']

const args = process.argv.slice(2)
let failed = 0
function run(file: string): void {
  if (spawnSync('npx', ['tsx', file, ...args], { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0) failed += 1
}
run('tests/bench/engine.ts')
if (args.includes('--all')) {
  for (const file of OTHERS) {
    console.log(`\n── ${file}`)
    run(file)
  }
}
process.exit(failed === 0 ? 0 : 1)
