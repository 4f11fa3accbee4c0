import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectExperiment, inAddress, open, test } from './descent.ts'

const MAP = '#v=1&landscape=himmelblau&start=0.6,3.9&run=momentum,lr:0.01,momentum:0.85&run=gd,lr:0.01&steps=140&view=map'
const SMALL = `${MAP}&basins=run:0,size:64`

const legend = (page: Page) => page.getByRole('region', { name: 'Basins' })
const rows = (page: Page) => legend(page).getByRole('table').locator('tbody tr')

/** Waits until the legend counts as many starts as the finest grid has cells. */
async function whole(page: Page, cells: string): Promise<void> {
  await expect(legend(page).getByRole('table')).toHaveAccessibleName(`Ends of ${cells} starts`)
}

test('the basins of Himmelblau have four letters and shares that sum to all of the domain', async ({ page }) => {
  await open(page, MAP)
  await page.getByRole('checkbox', { name: 'Basins' }).check()
  await expectExperiment(page, (e) => e.basins?.run === 0 && e.basins.size === 256)
  await legend(page).getByRole('combobox', { name: 'Detail' }).selectOption('128')
  await whole(page, '16,384')
  const found = await rows(page).evaluateAll((all) => all.map((row) => [row.querySelector('th')?.textContent, ...Array.from(row.querySelectorAll('td.number'), (cell) => cell.textContent)]))
  expect(found.slice(0, 4).map(([name]) => name)).toEqual(['A', 'B', 'C', 'D'])
  const shares = found.map(([, share]) => parseFloat(share?.replace('<', '') ?? ''))
  expect(Math.abs(shares.reduce((sum, v) => sum + v, 0) - 100)).toBeLessThan(0.1 * shares.length)
  expect(found.reduce((sum, [, , starts]) => sum + Number(starts?.replace(',', '')), 0)).toBe(128 * 128)
  // Each letter stands once: the large ones of the basins are drawn, those of the points step back.
  await expect(page.locator('.map .glyphs .letter').first()).toBeHidden()
})

test('pointing says where a start ends, a click takes it, and the run from there ends as the map says', async ({ page }) => {
  await open(page, SMALL)
  await whole(page, '4,096')
  const ground = await page.locator('.map .ground').boundingBox()
  if (!ground) throw new Error('no map')
  const at = [ground.x + 0.3 * ground.width, ground.y + 0.72 * ground.height] as const
  await page.mouse.move(...at)
  const caption = page.locator('.basin-caption')
  await expect(caption).toHaveText(/ends at minimum [A-D] after \d+ steps\./)
  const letter = /minimum ([A-D])/.exec(await caption.textContent() ?? '')?.[1]
  await page.mouse.click(...at)
  await expectExperiment(page, (e) => e.starts[0][0] !== 0.6)
  await expect(page.getByRole('region', { name: 'Verdicts' })).toContainText(`At minimum ${letter} after`)
})

test('the cross-hair looks at starts and takes them by keyboard', async ({ page }) => {
  await open(page, SMALL)
  await whole(page, '4,096')
  const cross = page.getByRole('button', { name: /^Cross-hair/ })
  // Focus by keyboard, where its ring is seen.
  await page.locator('.map .start-handle').first().focus()
  await page.keyboard.press('Shift+Tab')
  for (let k = 0; k < 40 && !(await cross.evaluate((element) => element === document.activeElement)); k++) await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('status').filter({ hasText: /at minimum [A-D] after/ })).toHaveCount(1)
  await page.keyboard.press('Enter')
  const [[x0, x1], [y0, y1]] = inAddress(page).domain
  await expectExperiment(page, (e) => Math.abs(e.starts[0][0] - (x0 + 0.6 * (x1 - x0))) < 0.01 && Math.abs(e.starts[0][1] - (y0 + 0.51 * (y1 - y0))) < 0.01)
  // Closer, about where it stands, and back.
  await page.keyboard.press('+')
  await expectExperiment(page, ({ domain: [[low, high]] }) => high - low < 0.7 * (x1 - x0) && Math.abs(low + 0.6 * (high - low) - (x0 + 0.6 * (x1 - x0))) < 0.01)
  await page.keyboard.press('0')
  await expectExperiment(page, ({ domain: [[low, high]] }) => low === x0 && high === x1)
})

test('work that takes long tells its progress, stops where it is told to and goes on', async ({ page }) => {
  await open(page, '#v=1&landscape=himmelblau&start=0.6,3.9&run=nelder_mead&steps=400&view=map&basins=run:0,size:512')
  const bar = page.locator('.basin-progress').getByRole('progressbar', { name: 'Basin map' })
  await expect(bar).toBeVisible()
  await expect(page.locator('.basin-progress')).toHaveText(/\d+ %, .* left/)
  const start = inAddress(page).starts[0]
  // By keyboard: the focus stays on the button, whatever it says.
  await page.getByRole('button', { name: 'Cancel' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.basin-progress')).toHaveText(/Stopped/)
  await expect(page.getByRole('button', { name: 'Go on' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(bar).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  // Presses on the buttons are none on the map under them.
  expect(inAddress(page).starts[0]).toEqual(start)
})

test('the files have the shape of the grid', async ({ page }) => {
  await open(page, SMALL)
  await whole(page, '4,096')
  const file = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([page.waitForEvent('download'), legend(page).getByRole('button', { name, exact: true }).click()])
    return readFile(await download.path())
  }
  const lines = (await file('CSV')).toString().trimEnd().split('\n')
  expect([lines[0], lines.length]).toEqual(['x,y,end,steps,x_end,y_end', 4097])
  const npy = await file('npy')
  expect(npy.subarray(1, 6).toString()).toBe('NUMPY')
  expect(npy.toString('latin1', 10, 128)).toContain("'shape': (64, 64, 4)")
  expect((npy.length - 10 - npy.readUInt16LE(8)) / 8).toBe(64 * 64 * 4)
  const png = await file('PNG')
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1024, 1024])
})

test('two optimizers are compared: the legend says from how many starts they end elsewhere', async ({ page }) => {
  await open(page, SMALL)
  await legend(page).getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'Gradient descent' })
  await expectExperiment(page, (e) => e.basins?.against === 1)
  await expect(legend(page)).toContainText(/\d+\.\d % end elsewhere\./)
  await expect(legend(page).getByRole('columnheader', { name: 'Share, Gradient descent' })).toBeVisible()
})

/** Notes, on the page, what is sent to workers of maps and what comes back. */
async function noteTiles(page: Page): Promise<() => Promise<{ readonly sent: readonly number[]; readonly answered: Readonly<Record<number, number>> }>> {
  await page.addInitScript(() => {
    const noted: { sent: number[]; answered: Record<number, number> } = { sent: [], answered: {} }
    Object.assign(window, { noted })
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args)
        this.addEventListener('message', ({ data }: MessageEvent<{ epoch: number; answer?: { from: number; to: number } }>) => {
          if (data.answer !== undefined) noted.answered[data.epoch] = (noted.answered[data.epoch] ?? 0) + data.answer.to - data.answer.from
        })
      }
      override postMessage(message: unknown, rest?: Transferable[] | StructuredSerializeOptions): void {
        if (typeof message === 'object' && message !== null && 'tile' in message && message.tile !== undefined && 'epoch' in message) noted.sent.push(Number(message.epoch))
        super.postMessage(message, rest as StructuredSerializeOptions)
      }
    }
  })
  return () => page.evaluate(() => (window as unknown as { noted: { sent: number[]; answered: Record<number, number> } }).noted)
}

/** The processor's time of the longest task of the page's own thread, in ms, while `work` is done. */
async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const events: { readonly name: string; readonly ph: string; readonly tid: number; readonly pid: number; readonly tdur?: number; readonly args?: { readonly name?: string } }[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)))
  await session.send('Tracing.start', { categories: 'toplevel,__metadata', transferMode: 'ReportEvents' })
  await work()
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await done
  const mains = events.filter((e) => e.ph === 'M' && e.name === 'thread_name' && e.args?.name === 'CrRendererMain')
  const tasks = events.filter((e) => e.ph === 'X' && e.name.endsWith('RunTask') && mains.some(({ tid, pid }) => e.tid === tid && e.pid === pid))
  expect(tasks.length).toBeGreaterThan(0)
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000))
}

test('a drag of the learning rate keeps its frames while the map follows', { tag: '@frames' }, async ({ page }) => {
  const noted = await noteTiles(page)
  await open(page, `${MAP}&basins=run:0,size:256`)
  await whole(page, '65,536')
  const slider = page.getByRole('slider', { name: /Learning rate.*Momentum/ }).first()
  const box = await slider.boundingBox()
  if (!box) throw new Error('no slider')
  const y = box.y + box.height / 2
  // A row of the map: the borders between basins move as the rate does.
  const picture = () => page.locator('.map canvas.basins').first().evaluate((canvas: HTMLCanvasElement) => (
    canvas.getContext('2d')?.getImageData(0, canvas.height >> 2, canvas.width, 1).data.join() ?? ''
  ))
  const at = (k: number) => page.mouse.move(box.x + box.width * (0.34 + 0.004 * k), y)
  await at(0)
  await page.mouse.down()
  const before = inAddress(page).runs[0].hyper.lr
  const [{ sent: earlier }, seen] = [await noted(), [await picture()]]
  const longest = await longestTask(page, async () => {
    for (let k = 1; k <= 30; k++) {
      await at(k)
      if (k % 6 !== 0) continue
      // Every few moves the pointer stands, still held, until the map has followed.
      await expect.poll(async () => (await picture()) !== seen.at(-1), { intervals: [50] }).toBe(true)
      seen.push(await picture())
    }
  })
  expect(new Set(seen).size).toBe(6)
  // The page only posts and paints; what else the machine does is not in the processor's time.
  expect(longest).toBeLessThan(200)
  // A newer rate takes the place of an older one at once: nothing of an older one is asked for any more.
  const { sent } = await noted()
  const dragged = sent.slice(earlier.length)
  expect(dragged).toEqual(dragged.toSorted((one, other) => one - other))
  expect(new Set(dragged).size).toBeGreaterThanOrEqual(5)
  await page.mouse.up()
  const last = Number(await slider.getAttribute('aria-valuenow'))
  expect(last).not.toBe(before)
  await expectExperiment(page, (e) => e.runs[0].hyper.lr === last)
  // What stays is the map of the last rate and of no other: the whole of it was answered under one number.
  await expect.poll(async () => {
    const { sent: all, answered } = await noted()
    return answered[all.at(-1) ?? -1]
  }).toBeGreaterThanOrEqual(65_536)
  await whole(page, '65,536')
})

test('another size of the window and another theme paint the map again and compute nothing', async ({ page }) => {
  const noted = await noteTiles(page)
  await open(page, SMALL)
  await whole(page, '4,096')
  const tiles = async () => (await noted()).sent.length
  const pixel = () => page.locator('canvas.basins:not(.above)').evaluate((canvas: HTMLCanvasElement) => [canvas.width, ...(canvas.getContext('2d')?.getImageData(canvas.width >> 2, canvas.height >> 2, 1, 1).data ?? [])].join())
  const swatch = () => legend(page).locator('td canvas').first().evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(2, 2, 1, 1).data.join())
  const [computed, painted, light] = [await tiles(), await pixel(), await swatch()]
  expect(computed).toBeGreaterThan(0)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(pixel).not.toBe(painted)
  const dark = await pixel()
  await expect.poll(swatch).not.toBe(light)
  await page.setViewportSize({ width: 1380, height: 800 })
  await expect.poll(pixel).not.toBe(dark)
  await whole(page, '4,096')
  expect(await tiles()).toBe(computed)
})

test('zooming in shows the basins of the visible part, at the full detail', async ({ page }) => {
  await open(page, SMALL)
  await whole(page, '4,096')
  await page.getByRole('button', { name: /^Zoom in/ }).click()
  await expectExperiment(page, (e) => e.domain[0][1] - e.domain[0][0] < 10)
  await whole(page, '4,096')
  await expect(rows(page).first()).toBeVisible()
})

for (const [size, viewport] of [['wide', { width: 1440, height: 900 }], ['phone', { width: 390, height: 844 }]] as const) {
  test(`axe finds nothing beside the basins, in the light and in the dark: ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: 'light' })
    await open(page, `${MAP}&basins=run:0,against:1,size:64`)
    if (size === 'phone') await page.getByRole('tab', { name: 'Point' }).click()
    await whole(page, '4,096')
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expectAccessible(page)
    }
  })
}

test('a curve has its basins in a strip', async ({ page }) => {
  await open(page, '#v=1&landscape=x_cos_pi_x&start=1.5&run=gd,lr:0.05&steps=200&basins=run:0,size:64')
  await whole(page, '512')
  await expect(page.locator('.curve canvas.basins').first()).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText('57.')
})
