import { expect, expectAccessible, expectExperiment, open, test, threeFrames, WCAG } from './descent.ts'

const PLANE = '#v=1&landscape=himmelblau&start=0.6,3.9&run=gd,lr:0.01&run=adam,lr:0.18&steps=80&view=split'
/** Of which the map alone is drawn, where the surface is not what a test is about. */
const MAP = PLANE.replace('split', 'map')
const LINE = '#v=1&landscape=x_cos_pi_x&start=1.5&run=gd,lr:0.02&run=momentum,lr:0.02&steps=40'

for (const [what, link] of [['plane', PLANE], ['line', LINE]] as const) {
  for (const [size, viewport] of [['desktop', { width: 1440, height: 900 }], ['phone', { width: 390, height: 844 }]] as const) {
    test(`axe finds nothing: ${what}, ${size}, in the light and in the dark`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: 'light' })
      await open(page, link)
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        await expectAccessible(page, { tags: WCAG })
      }
    })
  }
}

test('the theme button goes round and is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, MAP)
  const html = page.locator('html')
  const seen = new Set<string | null>()
  for (let i = 0; i < 3; i += 1) {
    await page.getByRole('button', { name: /^Theme/ }).click()
    seen.add(await html.getAttribute('data-theme'))
    if ((await html.getAttribute('data-theme')) === 'dark') break
  }
  expect(seen.has('dark')).toBe(true)
  await page.reload()
  await expect(html).toHaveAttribute('data-theme', 'dark')
})

for (const [what, link, widths] of [['plane', PLANE, [320, 390, 768, 1024, 1440, 1920]], ['line', LINE, [1920, 1440, 1024, 768, 390, 320]]] as const) {
  test(`nothing sticks out: the ${what}, opened at ${widths[0]} pixels and resized`, async ({ page }) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 })
      if (page.url() === 'about:blank') await open(page, link)
      await threeFrames(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} pixels`).toBeLessThanOrEqual(width)
    }
  })
}

test('on a phone the sheet has all that the rails have', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, MAP)
  for (const [tab, words] of [['Runs', /Adam/], ['Point', /At this point/], ['Charts', /Loss/], ['Landscape', /Himmelblau/]] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.getByRole('tabpanel')).toContainText(words)
  }
})

test('optimizers are added, hidden and removed', async ({ page }) => {
  await open(page, MAP)
  await page.getByRole('button', { name: 'Add optimizer' }).click()
  await page.getByRole('menuitem', { name: /^Adaptive rates/ }).click()
  await page.getByRole('menuitem', { name: /^RMSprop/ }).click()
  await expectExperiment(page, (e) => e.runs.length === 3 && e.runs[2].optimizer === 'rmsprop')
  const row = page.locator('.optimizers .row').last()
  await row.getByRole('button', { name: /^Hide/ }).click()
  await expectExperiment(page, (e) => !e.runs[2].shown)
  await row.getByRole('button', { name: /^Remove/ }).click()
  await expectExperiment(page, (e) => e.runs.length === 2)
})

test('the whole page can be reached and left by the keyboard', async ({ page }) => {
  await open(page, PLANE)
  // Tabbing begins when all of the page is there: each of these is loaded apart.
  for (const name of [/^Play/, 'Add optimizer', /^Minimum D/]) await expect(page.getByRole('button', { name }).first()).toBeVisible()
  const reached = new Set<string>()
  for (let i = 0; i < 90; i += 1) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? ''))
  }
  const all = [...reached].join(' | ')
  for (const expected of [/Share/, /start 1 at/, /Play|Pause/, /Add optimizer/, /Undo|Help/]) expect(all).toMatch(expected)
})

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('the page works offline once it was loaded', async ({ page, context, trouble }) => {
    await open(page, MAP)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.reload()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    expect(trouble).toEqual([])
    await context.setOffline(true)
    await page.reload()
    await expect(page.locator('.map .start-handle')).toBeVisible()
    await context.setOffline(false)
    // The browser reports that it could not look for a newer version.
    trouble.splice(0, trouble.length, ...trouble.filter((line) => !/service ?worker|ERR_INTERNET_DISCONNECTED|Failed to load resource/i.test(line)))
  })
})

test('the policy forbids eval, and nothing on the page tries', async ({ page, trouble }) => {
  await open(page, MAP)
  const refused = await page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener('securitypolicyviolation', (e) => done(e.blockedURI), { once: true })
        // Text as code, which is what the policy must refuse.
        Reflect.apply(setTimeout, globalThis, ['globalThis.evaluated = true', 0])
        setTimeout(() => done('nothing was refused'), 2000)
      }),
  )
  expect(refused).toBe('eval')
  trouble.splice(0, trouble.length, ...trouble.filter((line) => !/unsafe-eval|Content Security Policy/.test(line)))
})
