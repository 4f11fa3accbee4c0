/** The house: who may import whom, what the core must not touch, how long a file may be. Read from the source text itself. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))

interface Source {
  /** Path below src, with slashes. */
  readonly path: string
  /** The text without comments, line by line as in the file. */
  readonly code: string
  readonly lines: number
  /** Paths below src of what it imports, and bare names of packages. */
  readonly imports: readonly string[]
}

/** Comments become blanks, so that what a comment says about eval or Date does not count; strings and templates stay. */
function withoutComments(text: string): string {
  return text.replace(/('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (all, string?: string) => string ?? all.replace(/[^\n]/g, ' '))
}

const sources: readonly Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8')
    const code = withoutComments(text)
    const found = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1])
    const imports = found.map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)).split(sep).join('/').replace(/\?(about|begin|method|schedule|around)$/, '') : name))
    return { path, code, lines: text.split('\n').length - 1, imports }
  })

const isOurs = (name: string): boolean => sources.some((s) => s.path === name)

/** The room of the house that a file stands in. */
function roomOf(path: string): string {
  const [first, second, third] = path.split('/')
  if (first !== 'core') return first
  return third === undefined ? (second === 'index.ts' ? 'core/index' : 'core/base') : `core/${second}`
}

const FORMULAS = ['core/base', 'core/math', 'core/formula', 'core/autodiff', 'core/engine']
const CATALOGUE = [...FORMULAS, 'core/objectives', 'core/optimizers', 'core/data']
const CORE = [...CATALOGUE, 'core/experiment', 'core/explore', 'core/ensembles', 'core/index']
const LINK = CORE.slice(0, -1)

/** What each room may import besides itself. Whatever is missing here may not be imported, so a new room is a decision. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  'core/base': [],
  'core/math': [],
  'core/formula': ['core/base', 'core/math'],
  'core/autodiff': ['core/base', 'core/math', 'core/formula'],
  'core/engine': ['core/base', 'core/math', 'core/formula', 'core/autodiff'],
  'core/objectives': ['core/base'],
  'core/data': ['core/base', 'core/math', 'core/formula'],
  'core/optimizers': FORMULAS,
  'core/experiment': CATALOGUE,
  'core/explore': [...CATALOGUE, 'core/experiment'],
  'core/ensembles': [...CATALOGUE, 'core/experiment', 'core/explore'],
  'core/index': LINK,
  worker: LINK,
  store: [...LINK, 'worker'],
  ui: [...LINK, 'store', 'csv.ts'],
  'main.tsx': ['ui', 'store'],
  'csv.ts': ['core/base', 'core/data'],
  'cli.ts': [...LINK, 'report.ts', 'csv.ts'],
  'report.ts': LINK,
}

describe('imports point down only', () => {
  it.each(sources.map((s) => [s.path, s] as const))('%s', (path, { imports }) => {
    const room = roomOf(path)
    expect(MAY, `${path} stands in a room that the law does not know`).toHaveProperty([room])
    for (const name of imports.filter(isOurs)) {
      if (roomOf(name) !== room) expect(MAY[room], `${path} imports ${name}`).toContain(roomOf(name))
    }
  })

  it('what starts the worker is all the store knows of it', () => {
    const inside = sources.filter((s) => s.path.startsWith('store/')).flatMap((s) => s.imports.filter((name) => name.startsWith('worker/')))
    for (const name of inside) expect(['worker/client.ts', 'worker/page.ts', 'worker/trouble.ts', 'worker/protocol.ts', 'worker/pool.ts']).toContain(name)
  })

  it('every import of ours names a file that exists', () => {
    for (const { path, imports } of sources) {
      for (const name of imports.filter((n) => /^(core|worker|store|ui)\//.test(n) && /\.tsx?$/.test(n))) expect(isOurs(name), `${path} imports ${name}`).toBe(true)
    }
  })
})

describe('a catalogue entry never imports another entry', () => {
  const may: Readonly<Record<string, readonly string[]>> = {
    'core/objectives': ['core/objectives/objective.ts', 'core/objectives/parameter.ts'],
    // Methods with code are built on the mathematics and on tools that several of them share.
    'core/optimizers': [
      'core/optimizers/optimizer.ts', 'core/optimizers/hyper.ts', 'core/optimizers/coded.ts',
      'core/optimizers/line-search.ts', 'core/optimizers/search-fields.ts', 'core/optimizers/population.ts', 'core/optimizers/direction-set.ts',
      'core/optimizers/dual-annealing.ts', 'core/optimizers/line.ts', 'core/optimizers/rest.ts',
      'core/optimizers/curvature.ts', 'core/optimizers/descent.ts', 'core/optimizers/conjugate.ts', 'core/optimizers/conjugate-fields.ts',
      'core/optimizers/dogleg.ts',
      ...sources.filter((s) => s.path.startsWith('core/math/')).map((s) => s.path),
    ],
    'core/data': ['core/data/entry.ts', 'core/data/data-set.ts'],
  }
  it.each(Object.keys(may))('%s', (room) => {
    const index = sources.find((s) => s.path === `${room}/index.ts`)!
    const entries = sources.filter((s) => index.imports.includes(s.path) && !may[room].includes(s.path))
    expect(entries.length).toBeGreaterThanOrEqual(5)
    for (const { path, imports } of entries) for (const name of imports) expect(may[room], `${path} imports ${name}`).toContain(name)
  })
})

describe('the core is pure', () => {
  const core = sources.filter((s) => s.path.startsWith('core/'))

  /** Packages that are pure functions of what they are given, each with the one file that may use it. */
  const PACKAGES: Readonly<Record<string, string>> = {
    fflate: 'core/experiment/data-text.ts', // deflate for data in links: CompressionStream answers too late for a link
  }

  it('no packages, neither of Node nor from the registry, but for the one that packs data', () => {
    for (const { path, imports } of core) {
      expect(imports.filter((name) => !isOurs(name) && PACKAGES[name] !== path), path).toEqual([])
    }
  })

  it('no clock, no chance, no page, no console', () => {
    const banned = /\bMath\.random\b|\bDate\b|\bperformance\.|\bdocument\.\w|\bwindow\.\w|\bglobalThis\b|\bprocess\.|\bconsole\.|\bsetTimeout\b|\bfetch\(/
    for (const { path, code } of core) expect(code.match(banned)?.[0], path).toBeUndefined()
  })

  it('no module state: nothing at the top of a file can be assigned again', () => {
    for (const { path, code } of core) expect(code.match(/^(?:export )?(?:let|var) .*/m)?.[0], path).toBeUndefined()
  })
})

describe('who touches what', () => {
  it('files that do something when they are loaded are named to the bundler, which may leave out the others', () => {
    const named = /"sideEffects": (\[[^\]]*\])/.exec(readFileSync(join(SRC, '../package.json'), 'utf8'))?.[1] ?? '[]'
    const acts = sources.filter(({ code }) => /^(?!(?:import|function)\b)[\w.]+\(|^[\w.]+ = /m.test(code)).map(({ path }) => `./src/${path}`)
    expect(acts).toContain('./src/ui/plot/plotly-3d.ts')
    for (const path of acts) expect(named, path).toContain(`"${path}"`)
  })

  const touching = (pattern: RegExp): string[] => sources.filter((s) => pattern.test(s.code)).map((s) => s.path)
  const importing = (pattern: RegExp): string[] => sources.filter((s) => s.imports.some((name) => pattern.test(name))).map((s) => s.path)

  it('nobody makes code from text', () => {
    expect(touching(/\beval\s*\(|new Function\b|\bFunction\s*\(/)).toEqual([])
  })

  it('only ui/plot imports plotly', () => {
    const files = importing(/^plotly/)
    expect(files.length).toBeGreaterThan(0)
    for (const path of files) expect(path).toMatch(/^ui\/plot\//)
  })

  it('only store/link.ts touches location and history; the last resort after a crash may reload', () => {
    const allowed = ['store/link.ts', 'ui/boundary.tsx']
    for (const path of touching(/\b(?:window\.)?location\.(?:hash|href|replace|assign|search|pathname|reload|origin)|\bhistory\.(?:pushState|replaceState|back|go)\(/)) expect(allowed).toContain(path)
  })

  it('React stays in ui and main, and in the hooks of the store', () => {
    for (const path of importing(/^react/)) expect(path).toMatch(/^(ui\/|main\.tsx)/)
  })

  it('Node stays in the command line', () => {
    expect(importing(/^node:/)).toEqual(['cli.ts'])
  })
})

describe('one idea, one file', () => {
  const LIMIT = 300
  /** Longer files, each with its reason. */
  const EXCEPTIONS: Readonly<Record<string, string>> = {
    'core/engine/kernels/rules.ts': 'one loop for each update rule: printed from the declarations',
    'core/engine/kernels/composed.ts': 'one loop for each combination of operations: a table written as code, because the loops must not call anything',
  }
  it.each(sources.map((s) => [s.path, s.lines] as const))(`%s has at most ${LIMIT} lines`, (path, lines) => {
    if (!Object.hasOwn(EXCEPTIONS, path)) expect(lines).toBeLessThanOrEqual(LIMIT)
  })

  it('the exceptions are still needed', () => {
    for (const path of Object.keys(EXCEPTIONS)) expect(sources.find((s) => s.path === path)?.lines, path).toBeGreaterThan(LIMIT)
  })
})
