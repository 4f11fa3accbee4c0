import { expect, expectAccessible, expectExperiment, inAddress, open, test, WCAG } from './descent.ts'

const LINK = '#v=1&landscape=himmelblau&start=0.6,3.9&run=gd,lr:0.01&steps=60&view=map'

test('a method is typed, raced beside the others, and is the same in a second page', async ({ page, browser }) => {
  await open(page, LINK)
  await page.getByRole('button', { name: 'Add optimizer' }).click()
  await page.getByRole('menuitem', { name: /^Write your own/ }).click()
  const line = (name: string) => page.getByRole('textbox', { name: `Formula of ${name}`, exact: true })
  await expect(line('v')).toBeFocused()
  await line('v').fill('beta*v + (1 - beta)*g')
  await line('x').fill('x - lr*v/(1 + c*abs(v))')
  await expectExperiment(page, (e) => e.methods[0]?.update[1].formula === 'x - lr*v/(1 + c*abs(v))' && e.runs[1]?.hyper['c'] === 1)
  await expect(page.locator('.workbench .preview .katex')).toBeVisible()
  const verdicts = page.getByRole('region', { name: 'Verdicts' })
  await expect(verdicts).toContainText('mine')

  const before = inAddress(page)
  await line('x').fill('x - lr*(v')
  await expect(line('x')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('.workbench .issue')).toContainText(['', 'Close the bracket opened at column 8.'])
  expect(inAddress(page).methods).toEqual(before.methods)
  await line('x').fill('x - lr*v')
  await expectExperiment(page, (e) => e.methods[0]?.update[1].formula === 'x - lr*v')

  await expectAccessible(page, { tags: WCAG })

  const second = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await second.goto(page.url())
  await expect(second.getByRole('region', { name: 'Verdicts' })).toContainText('mine')
  expect(inAddress(second)).toEqual(inAddress(page))
  await second.context().close()
})

test('a method begins as a copy of another one; on a phone in the dark it is as usable', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, LINK)
  await page.getByRole('button', { name: 'More settings of Gradient descent' }).click()
  await page.getByRole('button', { name: 'Write your own, starting from Gradient descent' }).click()
  await expectExperiment(page, (e) => e.methods[0]?.id === 'my GD' && e.runs[1]?.hyper['lr'] === 0.01)
  await expect(page.getByRole('textbox', { name: 'Formula of d', exact: true })).toHaveValue('g + weight_decay*x')
  await expectAccessible(page, { tags: WCAG })
})
