import type { Page } from '@playwright/test'
import { expect, expectExperiment, open, test } from './descent.ts'

const LINK = '#v=1&landscape=himmelblau&start=0.6,3.9&run=gd,lr:0.01&steps=60&at=0&view=map'
const step = (page: Page) => page.getByRole('slider', { name: 'Step' })

test('step, step back and reset move the playhead; Space plays and pauses, comma and full stop step', async ({ page }) => {
  await open(page, LINK)
  await expect(step(page)).toHaveValue('0')
  await page.getByRole('button', { name: 'One step forward' }).click()
  await page.getByRole('button', { name: 'One step forward' }).click()
  await expect(step(page)).toHaveValue('2')
  await page.getByRole('button', { name: 'One step back' }).click()
  await expect(step(page)).toHaveValue('1')
  await page.getByRole('button', { name: 'Back to the start' }).click()
  await expect(step(page)).toHaveValue('0')

  await page.locator('main').focus()
  await page.keyboard.press('.')
  await expect(step(page)).toHaveValue('1')
  await page.keyboard.press(',')
  await expect(step(page)).toHaveValue('0')
  await page.keyboard.press('Space')
  await expect.poll(async () => Number(await step(page).inputValue())).toBeGreaterThan(3)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: /^Play/ })).toBeVisible()
  // It comes to rest, and not because it came to the end; a frame that was under way may still move it on.
  const value = () => step(page).inputValue()
  await expect.poll(async () => (await value()) === (await page.waitForTimeout(500).then(value))).toBe(true)
  expect(Number(await value())).toBeLessThan(60)
})

test('the scrubber works by keyboard and by mouse, and the place goes into the link; too many steps are refused with the limit', async ({ page }) => {
  await open(page, LINK)
  await step(page).focus()
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight')
  await expect(step(page)).toHaveValue('5')
  await expectExperiment(page, (e) => e.at === 5)

  const box = await step(page).boundingBox()
  if (!box) throw new Error('no scrubber')
  await page.mouse.move(box.x + 8, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => Math.abs(Number(await step(page).inputValue()) - 30)).toBeLessThan(3)

  const field = page.getByLabel('Number of steps')
  await field.fill('1000000000')
  await field.press('Enter')
  await expect(page.getByText(/100[, ]?000/).first()).toBeVisible()
  await expectExperiment(page, (e) => e.steps === 60)
})

test('reduced motion advances in discrete steps, at most four a second', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce', baseURL })
  const page = await context.newPage()
  await open(page, LINK)
  const began = Date.now()
  await page.getByRole('button', { name: /^Play/ }).click()
  const value = async () => Number(await step(page).inputValue())
  await expect.poll(value, { intervals: [100] }).toBeGreaterThan(4)
  const reached = await value()
  // Held against the time that really passed, however busy the machine.
  const seconds = (Date.now() - began) / 1000
  expect(reached).toBeLessThanOrEqual(4 * seconds + 1)
  await context.close()
})
