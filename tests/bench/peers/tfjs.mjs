import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { answer, points } from './turn.mjs'

const require = createRequire(import.meta.url)
console.warn = () => undefined
const tf = require('@tensorflow/tfjs')
const backend = process.argv[2] === 'tfjs-wasm' ? 'wasm' : 'cpu'
if (backend === 'wasm') {
  require('@tensorflow/tfjs-backend-wasm').setWasmPaths(`${fileURLToPath(new URL('node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url))}`)
}
await tf.setBackend(backend)
await tf.ready()
const [x, y] = points.map((column) => tf.tensor1d(Float32Array.from(column)))
const gradient = tf.valueAndGrads((a, b) => {
  const u = a.square().add(b).sub(11)
  const v = a.add(b.square()).sub(7)
  return u.square().add(v.square())
})

await answer(() => tf.tidy(() => {
  const { value, grads } = gradient([x, y])
  value.dataSync()
  grads[1].dataSync()
  return grads[0].dataSync()[0]
}))
