/**
 * Dragging the start on the map with six optimizers of 1000 steps each, in the browser of the tests, on the built app.
 * Prints the main thread's script time per frame (from the browser's own trace) and every task over 50 ms while dragging.
 * Targets: p95 at most 16.7 ms, no task over 50 ms.
 */
import { chromium, type CDPSession } from '@playwright/test'
import { build, preview } from 'vite'
import { FLAGS, requireChromium } from '../browser/chromium.ts'

const LINK =
  '#v=1&landscape=himmelblau&start=0.6,4.9&run=gd,lr:0.01&run=momentum,lr:0.006&run=nesterov,lr:0.006&run=adam,lr:0.18&run=rmsprop,lr:0.02&run=gd,lr:0.005&steps=1000&view=map'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  /** CPU time of the thread, where the platform measures it. */
  readonly tdur?: number
  readonly tid: number
  readonly pid: number
  readonly args?: { readonly name?: string }
}

/** Top-level script on the main thread carries one of these names in Chromium's trace. */
const SCRIPT = new Set(['EventDispatch', 'FireAnimationFrame', 'FunctionCall', 'TimerFire', 'RunMicrotasks', 'EvaluateScript', 'v8.callFunction'])

async function trace(session: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const entry of value as unknown as TraceEvent[]) events.push(entry)
  })
  await session.send('Tracing.start', { categories: 'devtools.timeline,toplevel,__metadata,v8', transferMode: 'ReportEvents' })
  await work()
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await done
  return events
}

const quantile = (sorted: readonly number[], q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]

await build({ logLevel: 'warn' })
const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 4193, strictPort: true } })
const browser = await chromium.launch({ executablePath: requireChromium(), args: [...FLAGS] })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`http://127.0.0.1:4193/${LINK}`)
  const handle = page.locator('.map .start-handle').first()
  await handle.waitFor()
  await page.locator('.map .js-plotly-plot').first().waitFor()
  await page.waitForTimeout(3000)
  const session = await page.context().newCDPSession(page)
  /** Moves what lies under the first point along a curve of 240 moves, one a frame. */
  const drag = async (x: number, y: number) => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let i = 1; i <= 240; i += 1) {
      await page.mouse.move(x + 90 * Math.sin(i / 20), y + 60 + 60 * Math.sin(i / 31 - 1.5))
      await page.waitForTimeout(16)
    }
    await page.mouse.up()
    await page.waitForTimeout(1500)
  }
  const dragStart = async () => {
    const box = await handle.boundingBox()
    if (!box) throw new Error('The start handle is not on the page; the map did not open.')
    const before = page.url()
    await drag(box.x + box.width / 2, box.y + box.height / 2)
    if (page.url() === before) throw new Error('The drag did not move the start: something else lay under the pointer.')
  }
  await dragStart()
  report('dragging the start', await trace(session, dragStart))
  const ground = await page.locator('.map .ground').boundingBox()
  if (!ground) throw new Error('The map is not on the page.')
  const pan = () => drag(ground.x + ground.width - 130, ground.y + ground.height / 2)
  await pan()
  report('panning the map', await trace(session, pan))
} finally {
  await browser.close()
  await server.close()
}

/** One line of script per frame, one of tasks over 50 ms with the processor's time in them: a busy machine stretches the former. */
function report(what: string, events: readonly TraceEvent[]): void {
  const main = events.find((e) => e.ph === 'M' && e.name === 'thread_name' && e.args?.name === 'CrRendererMain')
  const onMain = events.filter((e) => e.ph === 'X' && e.tid === main?.tid && e.pid === main.pid).sort((a, b) => a.ts - b.ts)
  const frames = onMain.filter((e) => e.name === 'FireAnimationFrame').map((e) => e.ts)
  const perFrame = new Map<number, number>()
  const cpuPerFrame = new Map<number, number>()
  let end = 0
  let frame = 0
  for (const e of onMain) {
    if (!SCRIPT.has(e.name) || e.ts < end) continue
    end = e.ts + (e.dur ?? 0)
    while (frame + 1 < frames.length && frames[frame + 1] <= e.ts) frame += 1
    perFrame.set(frame, (perFrame.get(frame) ?? 0) + (e.dur ?? 0) / 1000)
    cpuPerFrame.set(frame, (cpuPerFrame.get(frame) ?? 0) + (e.tdur ?? 0) / 1000)
  }
  const script = [...perFrame.values()].sort((a, b) => a - b)
  const cpu = [...cpuPerFrame.values()].sort((a, b) => a - b)
  const long = onMain.filter((e) => e.name.endsWith('RunTask') && (e.dur ?? 0) > 50_000)
  console.log(`${what}, ${script.length} frames: script per frame median ${quantile(script, 0.5).toFixed(2)} ms, p95 ${quantile(script, 0.95).toFixed(2)} ms, max ${script[script.length - 1].toFixed(2)} ms; CPU time of it median ${quantile(cpu, 0.5).toFixed(2)} ms, p95 ${quantile(cpu, 0.95).toFixed(2)} ms`)
  const told = long.map(({ dur = 0, tdur = 0 }) => `${(dur / 1000).toFixed(0)} (${(tdur / 1000).toFixed(0)})`).join(', ')
  console.log(`${what}, tasks over 50 ms: ${long.length}${long.length ? `, in ms with CPU time in brackets: ${told}` : ''}`)
}
