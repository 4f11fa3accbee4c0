/** The program in C that benchmarks compare with: built by gcc where there is one, asked over its standard input. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface InC {
  /** CPU nanoseconds per point of a case at an order, over so many repeats. */
  time(which: number, order: number, repeats: number): Promise<number>
  stop(): void
}

/** undefined where there is no gcc. */
export function startC(): InC | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'descent-c-'))
  const program = join(folder, 'derivatives')
  const source = fileURLToPath(new URL('c/derivatives.c', import.meta.url))
  const built = spawnSync('gcc', ['-O3', '-march=native', '-fdisable-tree-sincos', source, '-o', program, '-lm'], { stdio: 'ignore' })
  if (built.status !== 0) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    async time(which, order, repeats) {
      child.stdin.write(`${which} ${order} ${repeats}\n`)
      return Number((await answers.next()).value)
    },
    stop() {
      child.stdin.end()
      rmSync(folder, { recursive: true })
    },
  }
}
