/** What the browser tests share: opening an experiment, reading it back from the address, and refusing silent trouble. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { decode } from '../../src/core/experiment/permalink.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'

/** plotly reads its canvas back, about which Chromium warns once a page; Playwright warns of the service worker that it keeps away. */
const HARMLESS = /Multiple readback operations|GPU stall due to ReadPixels|software WebGL|registration blocked by Playwright/

export const test = base.extend<{ trouble: string[] }>({
  /** Errors of the page, broken policy and requests to other hosts; every test ends by expecting none. */
  trouble: [
    async ({ page, baseURL }, use) => {
      const trouble: string[] = []
      page.on('pageerror', (error) => trouble.push(`threw: ${error.message}`))
      page.on('console', (message) => {
        if ((message.type() === 'error' || message.type() === 'warning') && !HARMLESS.test(message.text())) trouble.push(`console: ${message.text()}`)
      })
      page.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) trouble.push(`asked another host: ${url}`)
      })
      await use(trouble)
      expect(trouble).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Opens a link and waits until its trajectories are there. */
export async function open(page: Page, link = ''): Promise<void> {
  await page.goto(`./${link}`)
  await ready(page)
}

/** Waits until every run has its verdict. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator('.stage')).toBeVisible()
  await expect(page.locator('.stage .start-handle').first()).toBeVisible()
}

/** The experiment in the address bar, which follows the page. */
export function inAddress(page: Page): Experiment {
  return decode(new URL(page.url()).hash).value
}

/** Waits until the experiment in the address fulfils `holds`. */
export async function expectExperiment(page: Page, holds: (e: Experiment) => boolean): Promise<void> {
  // Reading the address costs nothing, so it is read often: Playwright's own intervals grow to a second.
  await expect.poll(() => holds(inAddress(page)), { intervals: [50, 100] }).toBe(true)
}

/** Rules of axe that are those of WCAG 2.2 AA. */
export const WCAG: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Expects that axe finds nothing wrong on the page at rest, or in the parts of it that are named; by all its rules, or by those that are named. */
export async function expectAccessible(page: Page, { within = [], tags = [] }: { within?: readonly string[]; tags?: readonly string[] } = {}): Promise<void> {
  // Half-way through a transition a colour is neither the one nor the other.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  // The page has no frames, for which axe would open a second page; and of what is in order nothing need be written out.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  if (tags.length > 0) axe.withTags([...tags])
  for (const part of within) axe.include(part)
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`).join(' | ')}`)).toEqual([])
}

/** The middle of an element, in pixels of the page. */
export async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('The element is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The page has drawn what it was told last: in the next frame, or in the one after what that frame changed. */
export const threeFrames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))))

export const handle = (page: Page, view: 'map' | 'surface' | 'curve') => page.locator(`.${view} .start-handle`).first()
