import { defineConfig } from '@playwright/test'
import { FLAGS, requireChromium } from './chromium.ts'

const PORT = 4183

/** The built app in a real browser. `npm test` builds it first. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: './results',
  // Two shared cores and a software WebGL: one browser at a time keeps timing-sensitive drags honest.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: requireChromium(), args: [...FLAGS] },
  },
  webServer: {
    command: `npx vite preview --config ../../vite.config.ts ../.. --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
})
