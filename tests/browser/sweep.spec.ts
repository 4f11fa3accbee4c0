import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, expectExperiment, open, test } from './descent.ts'

const LINK = '#v=1&landscape=sin3_quad&start=1&run=gd,lr:0.1&steps=60&sweep=lr:0.01..0.4,start.x:-3..3,show:steps,size:64'

test('a sweep map: shares, a click takes the run and undo gives it back, the wheel zooms and the link has the range', async ({ page }) => {
  await open(page, LINK)
  const legend = page.getByRole('region', { name: 'Sweep' })
  await expect(legend.getByRole('row', { name: /Minimum A/ })).toContainText('%')
  const plot = page.locator('.sweep .plot')
  const box = (await plot.boundingBox())!
  await plot.click({ position: { x: box.width * 0.25, y: box.height * 0.75 } })
  await expectExperiment(page, (e) => Math.abs(e.runs[0].hyper.lr - 0.1075) < 0.01 && Math.abs(e.starts[0][0] + 1.5) < 0.2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectExperiment(page, (e) => e.runs[0].hyper.lr === 0.1 && e.starts[0][0] === 1)
  await plot.hover({ position: { x: box.width * 0.5, y: box.height * 0.5 } })
  await page.mouse.wheel(0, -400)
  await expectExperiment(page, (e) => e.sweep !== undefined && e.sweep.axes[0].low > 0.05 && e.sweep.axes[0].high < 0.35)
  await page.getByRole('button', { name: 'Back to the range before' }).click()
  await expectExperiment(page, (e) => e.sweep?.axes[0].low === 0.01 && e.sweep.axes[0].high === 0.4)
})

test('by keyboard alone: the cross-hair says what is under it, Enter takes the run, plus zooms', async ({ page }) => {
  await open(page, LINK)
  await expect(page.getByRole('region', { name: 'Sweep' }).getByRole('row', { name: /Minimum A/ })).toBeVisible()
  const cross = page.getByRole('button', { name: /^Cross-hair on the sweep map/ })
  await cross.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.locator('.sweep [role=status]')).toContainText(/η = 0\.1\d+, start x = .*: at minimum/)
  await page.keyboard.press('Enter')
  await expectExperiment(page, (e) => e.runs[0].hyper.lr !== 0.1)
  await page.keyboard.press('+')
  await expectExperiment(page, (e) => e.sweep !== undefined && e.sweep.axes[0].high - e.sweep.axes[0].low < 0.2)
  await page.getByRole('button', { name: 'Close the sweep map' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Sweep' })).toBeFocused()
  await expectExperiment(page, (e) => e.sweep === undefined)
})

test('settings and files: another quantity, one axis alone, a table of the runs, and nothing for axe to say', async ({ page }) => {
  await open(page, LINK)
  const legend = page.getByRole('region', { name: 'Sweep' })
  await legend.getByRole('combobox', { name: /^Along the foot/ }).selectOption('p.a')
  await expectExperiment(page, (e) => e.sweep?.axes[0].of === 'p.a')
  await legend.getByRole('combobox', { name: /^Upwards/ }).selectOption('')
  await expectExperiment(page, (e) => e.sweep?.axes.length === 1)
  await expect(legend.getByRole('button', { name: 'CSV' })).toBeVisible()
  await expect(legend.getByText('Each value of a has a landscape with minima of its own')).toBeVisible()
  await expect(legend.getByRole('row', { name: /Minimum A/ })).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), legend.getByRole('button', { name: 'CSV' }).click()])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n')
  expect(lines[0]).toBe('p.a,verdict,steps,loss,x_end')
  expect(lines.length - 1).toBeGreaterThanOrEqual(64)
  await expectAccessible(page, { within: ['.sweep', '.sweep-legend'] })
})
