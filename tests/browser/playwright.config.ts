import { defineConfig } from '@playwright/test'
import { FLAGS, requireChromium } from './chromium.ts'

const PORT = 4183

/** WebGL is all that SwiftShader draws: each frame of the page put together by it as well takes twice the time to open a page. */
const COMPOSITING = ['--disable-gpu-compositing']

/** The built app in a real browser. `npm test` builds it first. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: './results',
  // Two tests run side by side, of whatever files, so that both stay busy to the end; those that look at frames come last, and in `npm test` by themselves.
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: 'page', grepInvert: /@frames/ },
    { name: 'frames', grep: /@frames/, workers: 1 },
  ],
  // As in the unit tests: what hangs is told from a busy machine by minutes.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    // Every test opens the page in a browser of its own, where a service worker would load and keep all 5 MB of it again.
    serviceWorkers: 'block',
    launchOptions: { executablePath: requireChromium(), args: [...FLAGS, ...COMPOSITING] },
  },
  webServer: {
    command: `npx vite preview --config ../../vite.config.ts ../.. --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
})
