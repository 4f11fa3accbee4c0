import type { Page } from '@playwright/test'
import { OBJECTIVES } from '../../src/core/objectives/index.ts'
import { expect, expectAccessible, expectExperiment, open, test, WCAG } from './descent.ts'

/** The map alone: under the dialog nothing else need be drawn. */
const LINK = '#v=1&view=map'

const card = (page: Page, name: string) => page.locator('.gallery .card', { hasText: name })
const isOn = (id: string) => (e: { landscape: { kind: string; id?: string } }) => e.landscape.kind === 'catalogue' && e.landscape.id === id

async function openGallery(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Browse all/ }).click()
  await expect(page.getByRole('dialog', { name: 'Landscapes' })).toBeVisible()
  await expect(page.locator('.gallery .card')).toHaveCount(OBJECTIVES.length)
}

test('a landscape is found by typing and chosen by Enter; the arrow keys go through the grid, a letter goes back to the search, Escape closes', async ({ page }) => {
  await open(page, LINK)
  await openGallery(page)
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('goldstein and price')
  await expect(page.locator('.gallery .card')).toHaveCount(1)
  await expect(page.locator('.gallery .about')).toContainText('Mathematics of Computation')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectExperiment(page, isOn('goldstein_price'))

  await open(page, '#v=1&landscape=rosenbrock&view=map')
  await expectExperiment(page, isOn('rosenbrock'))
  await openGallery(page)
  await page.keyboard.press('ArrowDown')
  await expect(card(page, 'Rosenbrock')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(card(page, 'Bowl, condition 10').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.locator('.gallery .card').last()).toBeFocused()
  await expect(page.locator('.gallery .card').last()).toBeInViewport()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('z')
  await expect(page.getByRole('searchbox')).toHaveValue('z')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectExperiment(page, isOn('rosenbrock'))
})

test('pictures are drawn where they can be seen, and only there; filters say how many they leave, and what leaves none has a way back', async ({ page }) => {
  await open(page, LINK)
  await openGallery(page)
  /** Which pictures have been drawn, from the first to the last. */
  const drawn = () => page.locator('.gallery canvas').evaluateAll((all) => all.map((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return false
    return (canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height - 2, 1, 1).data[3] ?? 0) > 0
  }))
  await expect.poll(async () => (await drawn()).slice(0, 7)).toEqual(Array.from({ length: 7 }, () => true))
  expect((await drawn()).at(-1)).toBe(false)
  await page.locator('.gallery .card').last().scrollIntoViewIfNeeded()
  await expect.poll(async () => (await drawn()).at(-1)).toBe(true)

  await page.getByRole('button', { name: '1-D curves' }).click()
  await page.getByRole('button', { name: /^convex/ }).click()
  const kinked = page.getByRole('button', { name: /^non-smooth/ })
  await expect(kinked).toHaveText('non-smooth 1')
  await expect(page.getByRole('button', { name: /^saddles/ })).toBeDisabled()
  await kinked.click()
  await expect(page.locator('.gallery .card')).toHaveCount(1)
  await expect(card(page, '|x|')).toBeVisible()
  await page.getByRole('searchbox').fill('nothing of the kind')
  await expect(page.getByText('No landscape has all of this.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all landscapes' }).click()
  await expect(page.locator('.gallery .card')).toHaveCount(OBJECTIVES.length)
})

test('on a phone it fills the screen, two columns wide, and a tap chooses', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, LINK)
  await page.getByRole('tab', { name: 'Landscape' }).click()
  await openGallery(page)
  const box = await page.getByRole('dialog').boundingBox()
  expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  const tops = await page.locator('.gallery .card').evaluateAll((all) => all.slice(0, 3).map((one) => one.getBoundingClientRect().top))
  expect(tops[0]).toBe(tops[1])
  expect(tops[2]).toBeGreaterThan(tops[1])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await card(page, 'Monkey saddle').click()
  await expectExperiment(page, isOn('monkey_saddle'))
})

test('axe finds nothing in the gallery, in the light and in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, LINK)
  await openGallery(page)
  await page.getByRole('button', { name: /^plateau/ }).click()
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expectAccessible(page, { tags: WCAG })
  }
})
