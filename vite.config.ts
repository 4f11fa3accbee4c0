/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/**
 * What the built page may do: nothing from other hosts, no eval; style attributes only because plotly and React set them. WebAssembly,
 * which the engine compiles big jobs to, may be compiled; where a host forbids it all the same, the interpreter answers.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The policy stands in the page itself so that it holds on any static host. Not in `npm run dev`: Vite's hot reload is inline script. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
    ],
  }
}

/**
 * plotly injects its style rules at run time, which the policy forbids. This serves the same rules as an ordinary style sheet,
 * `virtual:plotly.css`, read from the installed package; index.html carries the marker that stops the injection.
 */
function plotlyStyles(): Plugin {
  const id = 'virtual:plotly.css'
  return {
    name: 'plotly-styles',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined
      let css = ''
      const addStyleRule = (selector: string, rule: string) => {
        css += `${selector}{${rule}}\n`
      }
      runInNewContext(readFileSync(path('./node_modules/plotly.js/build/plotcss.js'), 'utf8'), { require: () => ({ addStyleRule }) })
      return css
    },
  }
}

/** Test files that ask for a document: those of the components, and of what reads or draws on the page. */
const PAGE = ['tests/**/*.test.tsx', 'tests/ui/plot/*-figure.test.ts', 'tests/store/{link,playback,session}.test.ts']

/** The other files that ask for the store, which keeps a state. */
const STORE = ['tests/store/**/*.test.ts']

/** Files that run after one another in one process: starting it, and reading jsdom and React into it, takes longer than most tests. */
const SHARED = { isolate: false, setupFiles: ['tests/setup.ts'] }

/** The same, but each file reads the project's own modules anew, and so begins with a store of its own. */
const FRESH = { isolate: false, setupFiles: ['tests/fresh.ts', 'tests/setup.ts'] }

export default defineConfig({
  // Relative, so that the built folder works from any sub-path.
  base: './',
  plugins: [
    react(),
    contentSecurityPolicy(),
    plotlyStyles(),
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: 'script-defer',
      includeAssets: ['icon.svg'],
      manifest: {
        name: 'Descent',
        short_name: 'Descent',
        description: 'An interactive loss-landscape explorer',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#12191d',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
      workbox: { globPatterns: ['**/*.{js,css,html,svg,woff2}'], maximumFileSizeToCacheInBytes: 4_000_000, clientsClaim: true },
    }),
  ],
  // plotly's dependencies read the Node name of the global object.
  define: { global: 'globalThis' },
  // plotly's core requires the style sheet of a map library that is not used here: 83 kB of dead rules.
  resolve: { alias: { 'maplibre-gl/dist/maplibre-gl.css': path('./src/ui/plot/empty.css') } },
  worker: { format: 'es' },
  server: { host: 'localhost' },
  preview: { host: 'localhost', port: 5173 },
  // Nothing is inlined as a data address: the policy lets fonts come from files only.
  build: { target: 'es2022', chunkSizeWarningLimit: 1800, assetsInlineLimit: 0 },
  test: {
    // A test that hangs is told from one on a busy machine by minutes, not by seconds.
    testTimeout: 120_000,
    // By itself vitest leaves one core to its own process, which has nothing to do while tests run: of two cores that is half.
    maxWorkers: '100%',
    projects: [
      // One after the other by name; a process is kept as long as the next file asks for the same environment.
      { extends: true, test: { ...SHARED, name: 'core', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**', ...PAGE, ...STORE] } },
      { extends: true, test: { ...FRESH, name: 'page', environment: 'jsdom', include: PAGE } },
      { extends: true, test: { ...FRESH, name: 'store', include: STORE, exclude: PAGE } },
    ],
  },
})
