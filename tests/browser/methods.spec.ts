import type { Page } from '@playwright/test'
import { expect, expectExperiment, inAddress, open, test, threeFrames } from './descent.ts'

/** What the canvases over the ground of a panel hold (the ground itself grows finer for a while), as one number for each pixel that is not empty, added up. */
const drawn = (page: Page, panel: 'map' | 'curve'): Promise<number> =>
  page.locator(`.${panel} canvas.layer:not(:first-child)`).evaluateAll((canvases) => {
    let sum = 0
    for (const canvas of canvases) {
      if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) continue
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      for (let i = 0; i < data.length; i += 4) sum = (sum * 31 + (data[i] + 256 * data[i + 1] + 65_536 * data[i + 2]) * (data[i + 3] + 1)) % 2_147_483_647
    }
    return sum
  })

for (const [method, at, panel, landscape] of [
  ['trust_region', 3, 'map', 'himmelblau'], ['cma_es', 5, 'map', 'himmelblau'], ['bayes', 8, 'curve', 'sin_sin3'],
] as const) {
  test(`what ${method} remembers is drawn on the ${panel}, is gone with its layer, and comes back`, async ({ page }) => {
    await open(page, `#v=1&landscape=${landscape}&run=${method}&steps=30&at=${at}&view=map`)
    await expect(page.getByRole('region', { name: 'Verdicts' })).toContainText(/step/)
    const settled = async (): Promise<number> => {
      let last = NaN
      await expect.poll(async () => {
        const now = await drawn(page, panel)
        const same = now === last
        last = now
        return same
      }, { intervals: [250] }).toBe(true)
      return last
    }
    const shown = await settled()
    const layer = page.getByRole('checkbox', { name: 'Method state' })
    await layer.click()
    await expectExperiment(page, (e) => e.hidden.includes('state'))
    const hidden = await settled()
    expect(hidden).not.toBe(shown)
    await layer.click()
    await expectExperiment(page, (e) => !e.hidden.includes('state'))
    expect(await settled()).toBe(shown)
  })
}

test('SAM, clipping and restarts are put around a method by hand, and are the same in a second page', async ({ page, browser }) => {
  await open(page, '#v=1&landscape=himmelblau&start=0.6,3.9&run=adam,lr:0.1&steps=60&view=map')
  await page.getByRole('button', { name: 'More settings of Adam' }).click()
  for (const name of ['SAM', 'Clip the norm', 'Random restarts']) {
    await page.getByRole('button', { name: /^Add around it/ }).click()
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
    await expect(page.locator('.around legend', { hasText: name })).toBeVisible()
  }
  const rho = page.getByLabel(/^SAM radius, .*, value$/)
  await rho.click()
  await rho.fill('0.2')
  await rho.press('Enter')
  await expectExperiment(page, ({ runs: [run] }) => run.around?.['sam'].sam === 0.2 && run.around['max_norm'] !== undefined && run.around['restarts'].restarts === 6)
  const verdict = page.locator('.verdict .says').first()
  await expect(verdict).toContainText(/of 6 restarts/)
  await page.getByRole('button', { name: /^Take Clip the norm away/ }).click()
  await expectExperiment(page, ({ runs: [run] }) => run.around?.['max_norm'] === undefined)
  await expect(verdict).toContainText(/of 6 restarts/)

  const second = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await second.goto(page.url())
  expect(inAddress(second)).toEqual(inAddress(page))
  await expect(second.locator('.verdict .says').first()).toContainText(/of 6 restarts/)
  await expect(second.locator('.verdict .says').first()).toHaveText((await verdict.textContent()) ?? '')
  await second.context().close()
})

test('Delete takes away the optimizer and the start that have the focus, and undo brings them back', async ({ page }) => {
  await open(page, '#v=1&landscape=himmelblau&start=0.6,3.9&start=-1,2&run=gd&run=adam&steps=60&view=map')
  await page.getByRole('button', { name: 'Adam', exact: true }).focus()
  await page.keyboard.press('Delete')
  await expectExperiment(page, (e) => e.runs.length === 1 && e.runs[0].optimizer === 'gd')
  await page.locator('.map .start-handle').nth(1).focus()
  await page.keyboard.press('Delete')
  await expectExperiment(page, (e) => e.starts.length === 1 && e.starts[0][0] === 0.6)
  await expect(page.locator('.map .start-handle')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expectExperiment(page, (e) => e.runs.length === 2 && e.starts.length === 2)
})

test('no tool leaves the bar of the stage where a method adds a switch to it, 1440 and 1180 px wide', async ({ page }) => {
  await open(page, '#v=1&landscape=himmelblau&run=cma_es&steps=20&view=map')
  for (const width of [1440, 1180]) {
    await page.setViewportSize({ width, height: 900 })
    await threeFrames(page)
    await expect(page.getByRole('checkbox', { name: 'Method state' })).toBeVisible()
    const stage = await page.getByRole('group', { name: 'Stage', exact: true }).boundingBox()
    for (const name of [/^Zoom out/, /^Zoom in/, 'Ensemble', 'Contours']) {
      const control = await page.locator('.stage > .bar').getByRole(name === 'Ensemble' || name === 'Contours' ? 'checkbox' : 'button', { name }).boundingBox()
      if (!stage || !control) throw new Error(`${String(name)} is not on the page`)
      expect(control.x, String(name)).toBeGreaterThanOrEqual(stage.x)
      expect(control.x + control.width, String(name)).toBeLessThanOrEqual(stage.x + stage.width)
    }
  }
})
