import type { Page } from '@playwright/test'
import { expect, expectExperiment, inAddress, open, test } from './descent.ts'

const LINK = '#v=1&landscape=himmelblau&start=0.6,3.9&run=gd,lr:0.01&steps=60&view=map'
const field = (page: Page) => page.getByRole('textbox', { name: /formula/i })

test('a formula that is typed becomes the landscape, a free name a slider, a formula in x alone a curve; one without a value anywhere says why', async ({ page }) => {
  await open(page, LINK)
  await field(page).fill('x^2 + k*y^2')
  await expectExperiment(page, (e) => e.landscape.kind === 'formula' && e.landscape.text === 'x^2 + k*y^2' && e.params['k'] !== undefined)
  await expect(page.getByRole('slider', { name: /k/ }).first()).toBeVisible()
  await expect(page.locator('.landscape-panel .katex').first()).toBeVisible()

  await field(page).fill('x cos(pi x)')
  await expect(page.locator('.curve .start-handle')).toBeVisible()

  await field(page).fill('log(-1-x^2)')
  await expect(page.getByText(/log/).filter({ hasText: /above 0|no value|undefined/ }).first()).toBeVisible()
})

const BAD: readonly (readonly [string, string, RegExp])[] = [
  ['with an open bracket', 'x cos(pi x', /Close the bracket opened at column 6/],
  ['with an unknown function', 'foo(x)', /foo/],
  ['that is empty', '', /\w/],
  ['nested 10,000 deep', `${'('.repeat(10_000)}x${')'.repeat(10_000)}`, /\w/],
  ['of 100,000 characters', 'x+'.repeat(50_000), /\w/],
]

test('a formula that cannot be read is answered by a sentence, and the last good landscape stays', async ({ page }) => {
  await open(page, LINK)
  const before = inAddress(page).landscape
  for (const [k, [what, text, sentence]] of BAD.entries()) {
    await test.step(`a formula ${what}`, async () => {
      const good = k === 0 ? before : { kind: 'formula', text: `x^2+${k}*y^2` }
      await field(page).fill(text)
      await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
      await expect(page.locator('.landscape-panel .issue')).toContainText(sentence)
      await expectExperiment(page, (e) => JSON.stringify(e.landscape) === JSON.stringify(good))
      await expect(page.locator('.map .start-handle')).toBeVisible()
      await field(page).fill(`x^2+${k + 1}*y^2`)
      await expect(field(page)).not.toHaveAttribute('aria-invalid', 'true')
    })
  }
})
