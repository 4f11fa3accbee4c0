/** Value and gradient of polynomials by other libraries, which are installed for this alone, beside the project's own packages. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { accelerated } from '../../src/core/engine/accelerated.ts'
import { compile } from '../../src/core/engine/compile.ts'
import { createMachine } from '../../src/core/engine/wasm/machine.ts'
import { atDesk, CASES, column, POINTS, points, read } from './cases.ts'
import { cpu, inTurns, median, nanoseconds, quantile, repeatsFor, type Row } from './measure.ts'

const FOLDER = fileURLToPath(new URL('peers', import.meta.url))
const WORK = 'gradient, himmelblau, against a peer'
/** Times as fast as it that interpreter and WebAssembly are to be. */
const TARGETS: Readonly<Record<string, readonly [number, number]>> = { mathjs: [75, 130], 'tfjs-cpu': [10, 60], 'tfjs-wasm': [10, 60], 'jax-js': [4, 30] }

export async function peerRows(): Promise<Row[]> {
  if (!existsSync(`${FOLDER}/node_modules`)) {
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--omit=optional'], { cwd: FOLDER, stdio: 'ignore', shell: process.platform === 'win32' })
    if (status !== 0) return [{ work: WORK, who: 'peers', took: '', note: 'could not be installed here: npm ci failed in tests/bench/peers' }]
  }
  const e = read(CASES[1].formula)
  const slow = compile(e, ['x', 'y'], {})
  const fast = accelerated(slow, e, ['x', 'y'], {}, undefined, createMachine, 0)
  const [f, gx, gy] = [column(), column(), column()]
  const own = Object.entries({ interpreter: slow, WebAssembly: fast }).map(([who, landscape]) => {
    const work = atDesk(landscape, 1) // peers, too, have a side of it in their own memory: the points
    const repeats = repeatsFor(work)
    return [who, () => cpu(work, repeats) / (repeats * POINTS)] as const
  })
  const rows: Row[] = []
  for (const [peer, targets] of Object.entries(TARGETS)) {
    const child = spawn(process.execPath, [`${FOLDER}/${peer.startsWith('tfjs') ? 'tfjs' : peer}.mjs`, peer], { stdio: ['pipe', 'pipe', 'ignore'] })
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
    /** CPU nanoseconds per point in the child's process, and ∂f/∂x at the first point. */
    const ask = async (): Promise<{ ns: number; gx: number }> => {
      child.stdin.write('\n')
      const next: IteratorResult<string, unknown> = await answers.next()
      if (next.done === true) throw new Error(`${peer} ended`)
      const [ns, slope] = next.value.split(' ').map(Number)
      return { ns, gx: slope }
    }
    try {
      const first = await ask()
      slow.block(points, POINTS, f, [gx, gy])
      if (!(Math.abs(first.gx - gx[0]) <= 1e-4 * Math.abs(gx[0]))) throw new Error(`${peer} says ${first.gx}, here it is ${gx[0]}`)
      const times = await inTurns({ ...Object.fromEntries(own), peer: async () => (await ask()).ns }, 5)
      rows.push({ work: WORK, who: peer, took: nanoseconds(median(times.peer)) })
      own.forEach(([who], k) => {
        const faster = times.peer.map((t, round) => t / times[who][round])
        rows.push({ work: WORK, who: `${who}, times as fast as ${peer}`, took: nanoseconds(median(times[who])), ratio: [quantile(faster, 0.25), median(faster), quantile(faster, 0.75)], target: { least: targets[k] } })
      })
    } catch (error) {
      rows.push({ work: WORK, who: peer, took: '', note: `does not run here: ${error instanceof Error ? error.message : String(error)}` })
    }
    child.kill()
  }
  return rows
}
