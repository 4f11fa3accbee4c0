import { expect, expectExperiment, handle, inAddress, middle, open, test, threeFrames } from './descent.ts'

const MAP = '#v=1&landscape=himmelblau&start=0.6,3.9&run=gd,lr:0.01&run=adam,lr:0.18&steps=80&view=map'
const SURFACE = '#v=1&landscape=himmelblau&start=0.6,0.5&run=gd,lr:0.01&steps=40&view=surface'
const CURVE = '#v=1&landscape=x_cos_pi_x&start=1.5&run=gd,lr:0.02&steps=40'

test.describe('the start is dragged with the mouse', () => {
  test('on the map by exactly the distance of the pointer, and one undo takes the whole drag back; a click places it', async ({ page }) => {
    await open(page, MAP)
    const ground = await page.locator('.map .ground').boundingBox()
    const from = await middle(handle(page, 'map'))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 30, from.y + 40, { steps: 6 })
    await page.mouse.up()
    const [width, height] = inAddress(page).domain.map(([low, high]) => high - low)
    const x = 0.6 + (30 / (ground?.width ?? 1)) * width
    const y = 3.9 - (40 / (ground?.height ?? 1)) * height
    // The address follows a drag with a delay; what counts is where it comes to rest.
    await expectExperiment(page, (e) => Math.abs(e.starts[0][0] - x) < 0.02 && Math.abs(e.starts[0][1] - y) < 0.02)
    const to = await middle(handle(page, 'map'))
    expect(to.x).toBeCloseTo(from.x + 30, 0)
    expect(to.y).toBeCloseTo(from.y + 40, 0)

    await page.keyboard.press('Control+z')
    await expectExperiment(page, (e) => e.starts[0][0] === 0.6 && e.starts[0][1] === 3.9)
    await page.keyboard.press('Control+Shift+z')
    await expectExperiment(page, (e) => e.starts[0][0] !== 0.6)

    if (!ground) throw new Error('no map')
    await page.mouse.click(ground.x + ground.width * 0.75, ground.y + ground.height * 0.25)
    await expectExperiment(page, (e) => Math.abs(e.starts[0][0] - 2.5) < 0.1 && Math.abs(e.starts[0][1] - 2.5) < 0.1)
  })

  test('on the surface, where it stays under the pointer and the camera stands still', async ({ page }) => {
    await open(page, SURFACE)
    await expect(page.locator('.surface .ground .gl-container canvas').first()).toBeVisible()
    const from = await middle(handle(page, 'surface'))
    const { camera } = inAddress(page)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 25, from.y + 12, { steps: 8 })
    await page.mouse.up()
    await expectExperiment(page, (e) => e.starts[0][0] !== 0.6)
    const to = await middle(handle(page, 'surface'))
    expect(Math.hypot(to.x - from.x - 25, to.y - from.y - 12)).toBeLessThan(2)
    expect(inAddress(page).camera).toEqual(camera)
  })

  test('on the curve, which it does not leave; a click places it', async ({ page }) => {
    await open(page, CURVE)
    const from = await middle(handle(page, 'curve'))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x - 80, from.y - 200, { steps: 8 })
    await page.mouse.up()
    await expectExperiment(page, (e) => e.starts[0][0] < 1.4)
    const to = await middle(handle(page, 'curve'))
    expect(to.x).toBeCloseTo(from.x - 80, 0)
    expect(Math.abs(to.y - (from.y - 200))).toBeGreaterThan(20)

    const box = await page.locator('.curve .ground').boundingBox()
    if (!box) throw new Error('no curve')
    await page.mouse.click(box.x + box.width / 2, box.y + 60)
    await expectExperiment(page, (e) => Math.abs(e.starts[0][0] - 0.5) < 0.05)
  })
})

test.describe('the start is moved by arrow keys, one percent of the domain, with Shift ten, and dragged with a finger', () => {
  test.use({ hasTouch: true })
  for (const [view, link] of [['map', MAP], ['surface', SURFACE], ['curve', CURVE]] as const) {
    test(`on the ${view}`, async ({ page }) => {
      await open(page, link)
      const before = inAddress(page)
      const width = before.domain[0][1] - before.domain[0][0]
      await handle(page, view).focus()
      await page.keyboard.press('ArrowLeft')
      await expectExperiment(page, (e) => Math.abs(e.starts[0][0] - (before.starts[0][0] - width / 100)) < 1e-9)
      await page.keyboard.press('Shift+ArrowLeft')
      await expectExperiment(page, (e) => Math.abs(e.starts[0][0] - (before.starts[0][0] - (11 * width) / 100)) < 1e-9)

      if (view === 'surface') await expect(page.locator('.surface .ground .gl-container canvas').first()).toBeVisible()
      const [[untouched]] = inAddress(page).starts
      const { x, y } = await middle(handle(page, view))
      const session = await page.context().newCDPSession(page)
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx: number) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }] })
      await touch('touchStart', 0)
      for (let dx = 5; dx <= 40; dx += 5) await touch('touchMove', dx)
      await touch('touchEnd', 40)
      await expectExperiment(page, (e) => e.starts[0][0] !== untouched)
    })
  }
})

test('while the start is held the paths follow in the same or the next frame', { tag: '@frames' }, async ({ page }) => {
  await open(page, MAP)
  const from = await middle(handle(page, 'map'))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  // The canvas of balls that is seen: the page's own, or while a start is held for longer the one a worker paints on.
  const balls = page.locator('.map canvas.balls').and(page.locator(':visible'))
  const picture = () => balls.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  const before = await picture()
  await page.mouse.move(from.x + 40, from.y + 20)
  await threeFrames(page)
  expect(await picture()).not.toEqual(before)
  const own = page.locator('.map canvas.balls').first()
  for (let step = 1; await own.isVisible(); step++) await page.mouse.move(from.x + 40, from.y + 20 + (step % 40))
  const held = await picture()
  await page.mouse.move(from.x - 60, from.y + 80)
  await expect.poll(picture).not.toEqual(held)
  await page.mouse.up()
  await expect(own).toBeVisible()
})

test('critical points on the curve are reached by keys and start the runs there', async ({ page }) => {
  await open(page, '#v=1&landscape=x_cos_pi_x&start=1.8&run=gd,lr:0.02&steps=40')
  const points = page.getByRole('list', { name: 'Critical points' }).getByRole('button')
  await expect(points).toHaveCount(3)
  await points.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(points.nth(1)).toBeFocused()
  const name = await points.nth(1).getAttribute('aria-label')
  await page.keyboard.press('Enter')
  const at = Number(/at (−?[\d.]+)/.exec(name ?? '')?.[1].replace('−', '-'))
  await expectExperiment(page, (e) => Math.abs(e.starts[0][0] - at) < 0.006)
})

test('the readings are those of the start that was touched last', async ({ page }) => {
  await open(page, '#v=1&landscape=himmelblau&start=0.6,3.9&start=-1,-1&run=gd,lr:0.01&steps=60&at=0&view=map')
  const here = page.getByRole('region', { name: 'At this point' })
  await expect(here).toContainText('0.6000, 3.9000')
  await page.getByRole('button', { name: /^Start 2/ }).focus()
  await expect(here).toContainText('−1.0000, −1.0000')
  await page.getByRole('button', { name: 'Along y', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('y')
})
