import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, expectExperiment, open, test } from './descent.ts'

const LINK = '#v=1&landscape=sin3_quad&start=1&run=gd,lr:0.1&run=adam,lr:0.3&steps=200&ensemble=run:0,draw:uniform,n:2000'

test('an ensemble: rate, interval and restarts; a bar gives a try, undo gives it back, the table shows another run', async ({ page }) => {
  await open(page, LINK)
  const legend = page.getByRole('region', { name: 'Ensemble' })
  await expect(legend.getByText(/succeed: [\d,]+ of 2,000/)).toBeVisible()
  await expect(legend.getByText(/^95 % interval \d+\.\d % to \d+\.\d %$/)).toBeVisible()
  await expect(legend.getByText(/^ln 0\.05 \/ ln\(1 − 0\.\d{4}\) = \d\.\d\d, rounded up$/)).toBeVisible()
  await expect(legend.getByRole('row', { name: /Minimum A/ })).toContainText('%')
  const ends = page.locator('.ensemble figure', { hasText: 'Where they end' })
  const plot = ends.locator('.plot')
  const box = (await plot.boundingBox())!
  // Minimum A at −0.471 of [−3, 3].
  const at = { x: (box.width * (3 - 0.471)) / 6, y: box.height - 10 }
  await plot.hover({ position: at })
  await expect(ends.locator('.caption')).toHaveText(/^[\d,]+ of 2,000 tries: [\d,]+ at A$/)
  await plot.click({ position: at })
  await expectExperiment(page, (e) => e.starts[0][0] !== 1 && e.starts[0][0] > -1.79 && e.starts[0][0] < 0.59)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectExperiment(page, (e) => e.starts[0][0] === 1 && e.ensemble?.n === 2000)
  await legend.getByRole('button', { name: 'Adam' }).click()
  await expectExperiment(page, (e) => e.ensemble?.run === 1)
  await expect(page.locator('.ensemble header')).toContainText('Adam')
})

test('from the stage bar, settings and files: other tries, another aim, a table of them, and nothing for axe to say', async ({ page }) => {
  await open(page, '#v=1&landscape=sin3_quad&start=1&run=gd,lr:0.1&steps=100&sweep=lr:0.01..0.4,size:64')
  await page.getByRole('checkbox', { name: 'Ensemble' }).check()
  await expectExperiment(page, (e) => e.ensemble?.n === 1000 && e.sweep === undefined)
  const legend = page.getByRole('region', { name: 'Ensemble' })
  await legend.getByRole('combobox', { name: 'Tries' }).selectOption('seeds')
  await expect(legend.getByRole('status').filter({ hasText: 'Nothing about this run is random' })).toBeVisible()
  await legend.getByRole('combobox', { name: 'Tries' }).selectOption('grid')
  await legend.getByRole('textbox', { name: 'Number of tries' }).fill('300')
  await legend.getByRole('textbox', { name: 'Number of tries' }).press('Enter')
  await legend.getByRole('combobox', { name: 'Success' }).selectOption('B')
  await expectExperiment(page, (e) => e.ensemble?.draw === 'grid' && e.ensemble.n === 300 && e.ensemble.target === 'B')
  await expect(legend.getByText(/succeed: \d+ of 300/)).toBeVisible()
  const [picture] = await Promise.all([page.waitForEvent('download'), legend.getByRole('button', { name: 'PNG' }).click()])
  const png = await readFile(await picture.path())
  const { width, height } = await page.locator('.ensemble').evaluate((panel) => ({ width: 2 * panel.clientWidth, height: 2 * panel.scrollHeight }))
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', width, height])
  // Nothing but ground would take less than a tenth of that.
  expect(png.length).toBeGreaterThan(20_000)
  const [file] = await Promise.all([page.waitForEvent('download'), legend.getByRole('button', { name: 'CSV' }).click()])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n')
  expect([lines[0], lines.length]).toEqual(['run,try,x,seed,verdict,steps,evaluations,loss,x_end', 301])
  await expectAccessible(page, { within: ['.ensemble', '.ensemble-legend'] })
})

test('over the plane, by keyboard: the cross-hair says what became of the try that is nearest, Enter takes it', async ({ page }) => {
  await open(page, '#v=1&landscape=himmelblau&start=0.6,4.9&run=momentum,lr:0.006&steps=160&view=map&ensemble=n:2000')
  await expect(page.getByRole('region', { name: 'Ensemble' }).getByText(/succeed: [\d,]+ of 2,000/)).toBeVisible()
  const cross = page.getByRole('button', { name: /^Starts:/ })
  await cross.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('.ensemble .plane').first().locator('[role=status]')).toHaveText(/^\(.*\): .* after \d+ steps, loss /)
  await page.keyboard.press('Enter')
  await expectExperiment(page, (e) => e.starts[0][0] !== 0.6)
  // Among the ends there is much empty ground: it begins where most of them are.
  await page.getByRole('button', { name: /^Ends:/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('.ensemble .plane').last().locator('[role=status]')).toHaveText(/at minimum [A-D] after \d+ steps, loss /)
})
