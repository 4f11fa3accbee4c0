/** The command line as other programs see it: standard output, standard error, exit code. */
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'

interface Answer {
  readonly out: string
  readonly err: string
  readonly code: number
}

interface Document {
  readonly link: string
  readonly issues: readonly { readonly says: string }[]
  readonly criticalPoints: readonly unknown[]
  readonly critical: unknown
  readonly runs: readonly {
    readonly optimizer: string
    readonly hyper: Readonly<Record<string, number | boolean>>
    readonly start: readonly number[]
    readonly x: readonly (readonly number[])[]
    readonly f: readonly (number | string)[]
    readonly says: string
  }[]
}

/** What a link with an ensemble adds to it. */
interface Ensemble {
  readonly runs: readonly {
    readonly run: number
    readonly says?: string
    readonly successes: number
    readonly rate: number
    readonly interval: readonly [number, number]
    readonly steps: { readonly q1: number; readonly median: number; readonly q3: number }
    readonly ends: readonly { readonly end: string; readonly count: number }[]
  }[]
}

const read = (text: string): Document => JSON.parse(text) as Document

/** How `npm run explore` starts it. */
const SOURCE = ['--import', 'tsx', 'src/cli.ts']
const scratch = mkdtempSync(join(tmpdir(), 'descent-cli-'))
/** The same in one file, which starts ten times as fast. */
const BUNDLE = [join(scratch, 'cli.js')]

beforeAll(() => build({
  configFile: false, logLevel: 'error', ssr: { noExternal: true },
  build: { ssr: 'src/cli.ts', outDir: scratch, minify: false, rollupOptions: { output: { entryFileNames: 'cli.js', format: 'es' } } },
}))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function explore(args: readonly string[], input = '', program = BUNDLE): Promise<Answer> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [...program, ...args], { maxBuffer: 2 ** 28 }, (error, out, err) => {
      done({ out, err, code: error === null ? 0 : Number(error.code) })
    })
    child.stdin?.end(input)
  })
}

const LINK = '#v=1&f=x^2-y^2&start=1,0.001&start=1,0&run=gd,lr:0.1&run=rmsprop,centered:1&steps=3'

describe('npm run explore', { timeout: 60_000 }, () => {
  it('prints one JSON document with every iterate in full precision', async () => {
    const { out, err, code } = await explore([LINK], '', SOURCE)
    expect([err, code]).toEqual(['', 0])
    const document = read(out)
    expect(document).toMatchObject({
      link: LINK, issues: [],
      landscape: { formula: 'x^2-y^2', coordinates: ['x', 'y'], domain: [[-5, 5], [-5, 5]] },
      at: [{ x: [1, 0.001], gradient: [2, -0.002], hessian: [[2, 0], [0, -2]], eigenvalues: [-2, 2] }, { x: [1, 0] }],
    })
    expect(document.criticalPoints).toContainEqual({ x: [0, 0], f: 0, eigenvalues: [-2, 2], kind: 'saddle', certified: true, global: 0 })
    expect(document.critical).toMatchObject({ certified: true, reason: '' })
    expect(document.runs.map((r) => [r.optimizer, r.start])).toEqual([
      ['gd', [1, 0.001]], ['gd', [1, 0]], ['rmsprop', [1, 0.001]], ['rmsprop', [1, 0]],
    ])
    const [run, , rms] = document.runs
    expect(run).toMatchObject({ hyper: { lr: 0.1, weight_decay: 0 }, steps: 3, calls: 3, costs: { values: 0, gradients: 3, hessians: 0 }, ending: 'out-of-steps' })
    expect(run.says).toMatch(/\.$/)
    expect(rms.hyper.centered).toBe(true)
    let [x, y] = [1, 0.001]
    const { landscape } = resolve(decode(LINK).value)
    for (const [k, point] of run.x.entries()) {
      expect(point).toEqual([x, y])
      expect(run.f[k]).toBe(landscape.value(Float64Array.of(x, y)))
      ;[x, y] = [x - 0.1 * (2 * x), y - 0.1 * (-2 * y)]
    }
  })

  it('computes only what is asked for, and numbers that are not finite are strings', async () => {
    const { out } = await explore(['--only', 'runs', 'f=log(x)&start=0.01&run=gd,lr:1&steps=5'])
    const document = read(out)
    expect(Object.keys(document)).toEqual(['link', 'issues', 'landscape', 'runs'])
    expect(document.runs[0].f.at(-1)).toBe('NaN')
    expect(Object.keys(read((await explore(['--only=at,critical', 'landscape=tanh'])).out))).toEqual(['link', 'issues', 'landscape', 'at', 'criticalPoints', 'critical'])
  })

  it('lists what it did not understand and runs the rest', async () => {
    const { out, code } = await explore(['--only', 'runs', 'landscape=square&run=gd,lr:-1&run=wizard&steps=2'])
    expect(code).toBe(0)
    const document = read(out)
    expect(document.issues.map((i) => i.says).join()).toMatch(/lr is -1.*wizard/)
    expect(document.runs).toHaveLength(1)
  })

  it('prints paths as CSV', async () => {
    const { out } = await explore(['--format', 'csv', 'landscape=square&start=1&run=gd,lr:0.25&steps=2'])
    expect(out).toBe('link,run,optimizer,start,step,x,y,f,lr\n1,1,gd,1,0,1,,1,\n1,1,gd,1,1,0.5,,0.25,0.25\n1,1,gd,1,2,0.25,,0.0625,0.25\n')
  })

  it('says in CSV with which rate of its schedule each step was taken', async () => {
    const { out } = await explore(['--format', 'csv', 'landscape=square&start=1&run=gd,lr:0.25,schedule:formula,rate:lr/(1+t)&steps=2'])
    expect(out.trim().split('\n').map((row) => row.split(',').at(-1))).toEqual(['lr', '', '0.25', '0.125'])
  })

  it('answers a stream line by line; a bad line gets its own document', async () => {
    const { out, err, code } = await explore(['--only', 'runs', '-'], 'landscape=square&steps=1\n\nrubbish\nf=sin(\n#landscape=tanh&steps=1')
    const documents = out.trim().split('\n').map((line) => read(line))
    expect(documents.map((d) => d.link)).toEqual(['landscape=square&steps=1', 'rubbish', 'f=sin(', '#landscape=tanh&steps=1'])
    expect(documents.map((d) => 'runs' in d)).toEqual([true, false, false, true])
    expect(documents[2].issues[0].says).toContain('Close the bracket')
    expect(err).toContain('not a link')
    expect(code).toBe(0)
  })

  const refusals: [string, string[], RegExp][] = [
    ['no link', [], /There is no link/],
    ['an empty link', ['  '], /There is no link/],
    ['an empty stream', ['-'], /no link/],
    ['an unknown option', ['--wrong', 'landscape=tanh'], /--wrong/],
    ['an unknown part', ['--only', 'runs,walks', 'landscape=tanh'], /"walks", expected some of at, runs, critical/],
    ['an unknown format', ['--format', 'xml', 'landscape=tanh'], /"xml", expected json or csv/],
    ['a table without its rows', ['--format', 'csv', '--only', 'at', 'landscape=tanh'], /csv writes the iterates of runs, which --only leaves out/],
    ['two links', ['landscape=tanh', 'steps=3'], /2 links, expected one/],
    ['what is no link', ['hello'], /not a link/],
    ['a landscape that does not exist', ['landscape=atlantis'], /no landscape called "atlantis"/],
    ['a formula that cannot be read', ['f=frob(x)'], /Unknown function "frob"/],
    ['a formula of 100,000 characters', [`f=${'x'.repeat(100_000)}`], /limit is 2000/],
  ]
  it.each(refusals)('says in a sentence what is wrong with %s, exit code 2', async (_, args, sentence) => {
    const { err, code } = await explore(args)
    expect(err).toMatch(sentence)
    expect(err.trim()).toMatch(/[.?]$/)
    expect(err).not.toMatch(/\n\s+at /)
    expect(code).toBe(2)
  })

  it('tells what becomes of an ensemble, run by run, where the link has one', async () => {
    const link = 'landscape=sin3_quad&steps=200&run=gd,lr:0.1&run=gd,restarts:3&run=adam,lr:0.1&ensemble=run:2,n:200,target:B'
    const { out, code } = await explore(['--only', 'ensemble', link])
    const { ensemble, ...others } = JSON.parse(out) as { readonly ensemble: Ensemble }
    expect([code, Object.keys(others)]).toEqual([0, ['link', 'issues', 'landscape']])
    expect(ensemble).toMatchObject({ draw: 'uniform', tries: 200, seed: 0, target: 'B' })
    expect(ensemble.runs.map(({ run }) => run)).toEqual([2, 0, 1])
    const [adam, gd, restarts] = ensemble.runs
    expect(restarts.says).toMatch(/Random restarts/)
    for (const { ends, successes, rate, interval, steps } of [adam, gd]) {
      expect(ends.reduce((sum, { count }) => sum + count, 0)).toBe(200)
      expect(ends.find(({ end }) => end === 'B')?.count).toBe(successes)
      expect([rate, interval[0] < rate && rate < interval[1], steps.q1 <= steps.median && steps.median <= steps.q3]).toEqual([successes / 200, true, true])
    }
    const plain = await explore(['--only', 'at', 'landscape=sin3_quad&run=gd'])
    expect(JSON.parse(plain.out)).not.toHaveProperty('ensemble')
  })

  it('helps', async () => {
    const { out, code } = await explore(['--help'], '', SOURCE)
    expect(out).toMatch(/--only at,runs,critical,ensemble/)
    expect(code).toBe(0)
  })

  it('is no error when the reader has had enough', async () => {
    const child = spawn(process.execPath, [...BUNDLE, '--only', 'runs', '-'], { stdio: ['pipe', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.on('data', (piece) => (err += String(piece)))
    child.stdin.on('error', () => undefined)
    child.stdin.end('landscape=himmelblau&steps=20000\n'.repeat(20))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((done) => child.once('exit', done))
    expect([err, code]).toEqual(['', 0])
  })
})
