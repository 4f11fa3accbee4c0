import type { Page } from '@playwright/test'
import { expect, expectExperiment, handle, inAddress, middle, open, ready, test } from './descent.ts'

const LINK = '#v=1&landscape=himmelblau&p.a=10&domain=-5,5,-6.2,6.2&start=0.6,4.9&run=adam,lr:0.18&run=momentum,lr:0.006&steps=120&view=map'

test('a link opened in a second page shows exactly the same', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, LINK)
  const from = await middle(handle(page, 'map'))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 37, from.y + 61, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const verdicts = page.locator('.verdicts')
  await expect(verdicts).toContainText(/minimum|steps|Loss/)
  const second = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await second.goto(link)
  await expect(second.locator('.map .start-handle')).toBeVisible()
  expect(inAddress(second)).toEqual(inAddress(page))
  await expect.poll(async () => await second.locator('.verdicts').innerText()).toEqual(await verdicts.innerText())
  expect(await middle(handle(second, 'map'))).toEqual(await middle(handle(page, 'map')))
  await second.context().close()
})

test('the share button says so for two seconds, then is itself again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, LINK)
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible()
})

const BAD: readonly (readonly [string, string, RegExp])[] = [
  ['an unknown landscape', '#v=1&landscape=everest', /everest/],
  ['names of the language itself', '#v=1&landscape=__proto__&run=constructor&toString=1', /__proto__/],
  ['a lone percent sign', '#v=1&landscape=square&start=%', /start/],
  ['an unknown optimizer', '#v=1&landscape=himmelblau&run=sgdx', /sgdx/],
  ['an unknown hyper-parameter', '#v=1&landscape=himmelblau&run=gd,speed:3', /speed/],
  ['a learning rate that is no number', '#v=1&landscape=himmelblau&run=gd,lr:NaN', /lr/],
  ['a negative learning rate', '#v=1&landscape=himmelblau&run=gd,lr:-1', /lr/],
  ['a domain the wrong way round', '#v=1&landscape=square&domain=5,-5', /domain/i],
  ['a domain without width', '#v=1&landscape=square&domain=1,1', /domain/i],
  ['a domain too wide for numbers', '#v=1&landscape=square&domain=-1e308,1e308', /domain/i],
  ['too many steps', '#v=1&landscape=square&steps=1000000000', /100000|100,000/],
  ['a version of the future', '#v=999&landscape=square', /999/],
  ['a broken formula', '#v=1&f=x cos(pi x', /column|bracket/i],
]

/** The notice says it, and goes away when it is told to. */
async function expectNotice(page: Page, sentence: RegExp): Promise<void> {
  const notice = page.locator('.notices')
  await expect(notice.locator('.notice')).toBeVisible()
  const more = notice.getByRole('button', { name: /^Show/ })
  if (await more.isVisible()) await more.click()
  await expect(notice).toContainText(sentence)
  await notice.getByRole('button', { name: /^Dismiss/ }).first().click()
  await expect(notice.locator('.notice')).toHaveCount(0)
}

for (const [what, link, sentence] of BAD.slice(0, 3)) {
  test(`a link with ${what} opens the rest and says what was wrong`, async ({ page }) => {
    await open(page, `${link}&view=map`)
    await expectNotice(page, sentence)
  })
}

test('so does a link put into the address of the open page, whatever is wrong with it', async ({ page }) => {
  await open(page, '#v=1&landscape=square')
  for (const [what, link, sentence] of BAD) {
    await test.step(`a link with ${what}`, async () => {
      await page.goto(`./${link}&view=map`)
      await expectNotice(page, sentence)
      await ready(page)
    })
  }
})

test('a link of one megabyte opens the page and says what was wrong', async ({ page }) => {
  await page.goto('./')
  await page.evaluate(() => {
    location.hash = `#v=1&f=${'x+'.repeat(500_000)}1`
  })
  await expect(page.locator('.notices .notice')).toBeVisible()
  await expect(page.locator('.stage .start-handle').first()).toBeVisible()
})

test('browser back returns to the landscape before, forward to the one after', async ({ page }) => {
  await open(page, '#v=1&landscape=himmelblau&view=map')
  await page.getByRole('button', { name: /^Browse all/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: /Rosenbrock/ }).click()
  await expectExperiment(page, (e) => e.landscape.kind === 'catalogue' && e.landscape.id === 'rosenbrock')
  await page.goBack()
  await expect(page.locator('.top-bar')).toContainText('Himmelblau')
  await page.goForward()
  await expect(page.locator('.top-bar')).toContainText('Rosenbrock')
})
