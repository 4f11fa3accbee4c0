/** A thousand short links through the command line, as one process reading standard input. Target: under 20 s. */
import { spawnSync } from 'node:child_process'
import { OBJECTIVES } from '../../src/core/objectives/index.ts'

const links = Array.from({ length: 1000 }, (_, i) => {
  const objective = OBJECTIVES[i % OBJECTIVES.length]
  return `#v=1&landscape=${objective.id}&run=gd,lr:0.0${1 + (i % 9)}&run=adam,lr:0.1&steps=100`
})

for (const only of ['at,runs', 'at,runs,critical']) {
  const began = performance.now()
  const { status, stdout } = spawnSync('npx', ['tsx', 'src/cli.ts', '--only', only, '-'], {
    input: links.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  const seconds = (performance.now() - began) / 1000
  const documents = stdout.trim().split('\n').length
  console.log(`1000 links, --only ${only}: ${seconds.toFixed(1)} s, ${documents} documents, exit code ${status}`)
}
