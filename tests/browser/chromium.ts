/**
 * Finds a Chromium for the browser tests; on Debian, as root, installs it; otherwise says in one sentence what to do.
 * Browser tests are never skipped for want of a browser.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const ADVICE =
  'The browser tests need Chromium or Chrome and found none: on Debian or Ubuntu run `sudo apt-get install -y chromium`, elsewhere install Google Chrome, or set CHROME_PATH to its executable.'

/**
 * Flags for every headless browser of the tests. WebGL is drawn by SwiftShader; canvas and page are kept off it, which would
 * otherwise make them several times slower than on any real machine. The rest keeps the browser from looking for the network.
 */
export const FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-rasterization',
  '--disable-accelerated-2d-canvas',
]

/** Path of a Chromium on this machine, or undefined. Throws where CHROME_PATH names nothing. */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROME_PATH']
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, but there is no such file. Correct or unset it.`)
    return chosen
  }
  return PLACES.find((place) => existsSync(place))
}

/** Debian's package, where this process may install it. */
function installOnDebian(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('No Chromium found; installing the Debian package chromium.')
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
  if (!install() && apt('update')) install()
}

/** Path of a Chromium that starts; installs it if allowed. Throws one sentence otherwise. */
export function requireChromium(): string {
  let path = findChromium()
  if (!path) {
    installOnDebian()
    path = findChromium()
  }
  if (!path) throw new Error(ADVICE)
  const version = spawnSync(path, ['--version'], { encoding: 'utf8' })
  if (version.status !== 0) throw new Error(`${path} does not start: ${version.stderr.trim()}. ${ADVICE}`)
  return path
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(`Browser for the tests: ${requireChromium()}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}
