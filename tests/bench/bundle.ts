/** How much JavaScript the page loads before it can be used: what index.html and the interface import statically, gzipped. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'

const LIMIT = 180

const out = mkdtempSync(join(tmpdir(), 'descent-bundle-'))
const build = spawnSync('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', out], { stdio: 'inherit', shell: process.platform === 'win32' })
if (build.status !== 0) process.exit(1)

const sizes = new Map<string, number>()
/** plotly and KaTeX come later, each when it is first drawn with. */
function visit(name: string): void {
  if (sizes.has(name) || /^(plotly|katex)/.test(name)) return
  const text = readFileSync(join(out, 'assets', name), 'utf8')
  sizes.set(name, gzipSync(text, { level: 9 }).length)
  for (const [, imported] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) visit(imported)
}
for (const [, name] of readFileSync(join(out, 'index.html'), 'utf8').matchAll(/(?:src|href)="[^"]*assets\/([^"]+\.js)"/g)) visit(name)
// main.tsx awaits the interface before it mounts.
for (const name of readdirSync(join(out, 'assets'))) if (/^app-.*\.js$/.test(name)) visit(name)
rmSync(out, { recursive: true })

const total = [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000
for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 8)) console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${name}`)
console.log(`${total.toFixed(1).padStart(8)} kB gzip before the first interaction, without plotly and KaTeX (aim: ${LIMIT})`)
