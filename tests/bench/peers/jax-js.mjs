import { answer, points } from './turn.mjs'

globalThis.navigator ??= { hardwareConcurrency: 1 } // Node before 21 has none
const { defaultDevice, init, jit, numpy: np, valueAndGrad } = await import('@jax-js/jax')
await init('wasm')
defaultDevice('wasm')
const [x, y] = points.map((column) => np.array(Float32Array.from(column)))
const run = jit(valueAndGrad((a, b) => {
  const u = a.ref.mul(a.ref).add(b.ref).sub(11)
  const v = a.add(b.ref.mul(b)).sub(7)
  return u.ref.mul(u).add(v.ref.mul(v)).sum()
}, { argnums: [0, 1] }))

await answer(async () => {
  const [value, [gx, gy]] = run(x.ref, y.ref)
  await value.data()
  await gy.data()
  return (await gx.data())[0]
})
