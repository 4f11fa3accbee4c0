/**
 * Everything `npm test` checks, in order of how soon it tells: lock file, types, lint and build, units with laws and reference
 * numbers, then the built app in a real browser. Stages that occupy one core each run beside each other. Stops at the first stage that fails;
 * ends with one line that counts.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

interface Count {
  passed: number
  failed: number
}

const scratch = mkdtempSync(join(tmpdir(), 'descent-tests-'))
const total: Count = { passed: 0, failed: 0 }

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ...env } }).status === 0
}

function finish(): never {
  rmSync(scratch, { recursive: true, force: true })
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed === 0 ? 0 : 1)
}

/** One stage: `work` says whether it went well and, where it can, how many tests it ran. */
function stage(title: string, work: () => { ok: boolean; count?: Count }): void {
  console.log(`\n── ${title}`)
  const { ok, count } = work()
  total.passed += count?.passed ?? (ok ? 1 : 0)
  total.failed += count?.failed ?? (ok ? 0 : 1)
  // A runner can end badly although no test failed, for instance when a file does not load.
  if (!ok && (count?.failed ?? 1) === 0) total.failed += 1
  if (!ok) finish()
}

/** A stage of one command that uses one core only, begun at once; what it wrote is shown when its turn comes. */
function beside(title: string, command: string, args: readonly string[]): () => Promise<void> {
  const child = spawn(command, args, { shell: process.platform === 'win32' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += String(piece)))
  const code = new Promise((done) => child.once('close', done))
  return async () => {
    const ok = (await code) === 0
    stage(title, () => {
      process.stdout.write(output)
      return { ok }
    })
  }
}

/** The test counts that vitest and Playwright write as JSON. */
function countIn(file: string): Count {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const field = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
  const stats = field(report, 'stats')
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
  if (stats === undefined) return { passed: number(field(report, 'numPassedTests')), failed: number(field(report, 'numFailedTests')) }
  return { passed: number(field(stats, 'expected')), failed: number(field(stats, 'unexpected')) + number(field(stats, 'flaky')) }
}

/** `npm install` can write a lock file that `npm ci` rejects elsewhere: optional packages of other platforms left out. */
function lockIsComplete(): boolean {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { optionalDependencies?: Record<string, string> }> }
  const present = new Set(Object.keys(lock.packages).map((key) => key.split('node_modules/').pop()))
  const missing = Object.values(lock.packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}).filter((name) => !present.has(name)))
  if (missing.length > 0) console.error(`package-lock.json lacks ${missing.length} optional packages (${missing.slice(0, 3).join(', ')}); npm ci would fail elsewhere. Pin another version.`)
  return missing.length === 0
}

stage('Lock file', () => ({ ok: lockIsComplete() }))
const single = [
  beside('Types', 'npm', ['run', '--silent', 'typecheck']),
  beside('Lint', 'npm', ['run', '--silent', 'lint']),
  beside('Build', 'npx', ['vite', 'build', '--logLevel', 'warn']),
]
for (const tell of single) await tell()
stage('Units, laws and reference numbers', () => {
  const file = join(scratch, 'unit.json')
  const ok = run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return { ok, count: countIn(file) }
})
for (const [title, project] of [['The built app in a browser', 'page'], ['Its frames, with the machine to themselves', 'frames']] as const) {
  stage(title, () => {
    const file = join(scratch, `${project}.json`)
    const args = ['test', '--config', 'tests/browser/playwright.config.ts', '--project', project, '--reporter=list,json']
    const ok = run('npx', ['playwright', ...args], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
    return { ok, count: countIn(file) }
  })
}
finish()
