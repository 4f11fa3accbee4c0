import { expect, expectExperiment, inAddress, middle, open, test } from './descent.ts'

const CSV = 'x,y\n0,1.1\n1,2.9\n2,5.2\n3,7.1\n4,8.8\n5,11.3'

test('pasted data, a typed formula over it, a dragged outlier, and the link of it all', async ({ page, browser }) => {
  await open(page, '#v=1&landscape=himmelblau&view=map')
  await page.getByRole('button', { name: /^Data/ }).click()
  await page.getByRole('button', { name: 'Paste' }).click()
  await page.getByLabel(/Names in the first line/).fill(CSV)
  await page.getByRole('button', { name: 'Use this data' }).click()
  await page.getByRole('textbox', { name: /formula/i }).fill('mean((slope*x + b - y)^2)')
  await expectExperiment(page, (e) => e.landscape.kind === 'formula' && e.landscape.text.includes('slope') && e.data?.rows === 6)
  await expect(page.getByRole('group', { name: 'Axes' }).getByRole('button', { pressed: true })).toHaveCount(2)
  await expect(page.getByLabel('Start b')).toBeVisible()
  const before = inAddress(page).data
  const from = await middle(page.locator('.data-plot .grip').last())
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + 60, { steps: 6 })
  await page.mouse.up()
  await expectExperiment(page, (e) => e.data !== undefined && e.data.key !== before?.key && e.data.columns[1].values[5] < 8)
  const dragged = inAddress(page).data
  await page.locator('.data-plot .grip').last().press('ArrowUp')
  await expectExperiment(page, (e) => e.data?.key !== dragged?.key)
  const second = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await second.goto(page.url())
  await expect(second.locator('.stage .start-handle').first()).toBeVisible()
  expect(inAddress(second)).toEqual(inAddress(page))
  await second.context().close()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectExperiment(page, (e) => e.data?.key === before?.key)
})

test('a file is picked, or dropped on the panel or anywhere else, and what cannot be read is refused in a sentence', async ({ page }) => {
  await open(page, '#v=1&landscape=himmelblau&view=map')
  await page.getByRole('button', { name: /^Data/ }).click()
  await page.locator('.data-section input[type=file]').setInputFiles({ name: 'points.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
  await expectExperiment(page, (e) => e.data?.rows === 6 && e.data.name === 'points.csv')
  const drop = async (where: string, name: string, text: string) => {
    const dataTransfer = await page.evaluateHandle(([file, content]) => {
      const dropped = new DataTransfer()
      dropped.items.add(new File([content], file, { type: 'text/csv' }))
      return dropped
    }, [name, text])
    await page.dispatchEvent(where, 'dragover', { dataTransfer })
    await expect(page.locator('.data-section')).toHaveAttribute('data-over', 'true')
    await page.dispatchEvent(where, 'drop', { dataTransfer })
    await expect(page.locator('.data-section')).toHaveAttribute('data-over', 'false')
  }
  await drop('.data-section', 'two.csv', 'u;v\n1,5;2\n2,5;3')
  await expectExperiment(page, (e) => e.data?.rows === 2 && e.data.columns[0].values[0] === 1.5)
  await drop('.stage', 'three.csv', 'u\tv\n1\t2\n2\t3\n3\t4')
  await expectExperiment(page, (e) => e.data?.rows === 3 && e.data.name === 'three.csv')
  await drop('.stage', 'ragged.csv', 'a,b\n1,2\n3')
  await expect(page.locator('.data-section [role=alert]')).toContainText(/\.$/)
  await expectExperiment(page, (e) => e.data?.name === 'three.csv')
})

test('data too large for a link is found again in the same browser, and asked for in another', async ({ page, browser }) => {
  await open(page, '#v=1&landscape=himmelblau&view=map')
  await page.getByRole('button', { name: /^Data/ }).click()
  await page.getByRole('button', { name: 'Paste' }).click()
  // As people paste it: filled in line by line, as `fill` does, a browser takes a minute.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const text = `x,y\n${Array.from({ length: 5000 }, (_, i) => `${i / 1000},${Math.sin(i)}`).join('\n')}`
  await page.evaluate((csv) => navigator.clipboard.writeText(csv), text)
  await page.getByLabel(/Names in the first line/).press('Control+v')
  // The address names the data when they are safe, not before.
  await expect.poll(() => page.url()).toContain('data=kept:')
  await page.reload()
  await expect(page.locator('.stage .start-handle').first()).toBeVisible()
  await page.getByRole('button', { name: /^Data/ }).click()
  await expect(page.locator('.data-plot circle').first()).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await other.goto(page.url())
  await expect(other.locator('.notices')).toContainText('is not in this browser')
  await other.context().close()
})
