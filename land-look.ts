import { chromium } from '@playwright/test'
import { FLAGS, requireChromium } from './tests/browser/chromium.ts'
const browser = await chromium.launch({ executablePath: requireChromium(), args: [...FLAGS] })
try {
  for (const theme of ['light', 'dark'] as const) for (const [name, size, touch] of [['desk', { width: 1440, height: 900 }, false], ['phone', { width: 390, height: 844 }, true]] as const) {
    const page = await browser.newPage({ viewport: size, colorScheme: theme, hasTouch: touch, isMobile: touch, deviceScaleFactor: touch ? 2 : 1 })
    page.on('console', (m) => m.type() === 'error' && console.log(m.text()))
    page.on('pageerror', (e) => console.log(e.message))
    await page.goto('http://127.0.0.1:5301/#v=1')
    await page.locator('.stage .start-handle').first().waitFor()
    if (touch) { await page.getByRole('tab', { name: 'Landscape' }).click() }
    const t0 = Date.now()
    await page.getByRole('button', { name: /Browse all/ }).click()
    await page.locator('.gallery').waitFor()
    console.log(name, theme, 'open', Date.now() - t0)
    await page.waitForTimeout(6000)
    await page.screenshot({ path: `/tmp/land/${name}-${theme}.png` })
    if (!touch && theme === 'light') {
      await page.keyboard.press('ArrowDown'); await page.keyboard.press('ArrowDown'); await page.keyboard.press('ArrowRight')
      await page.waitForTimeout(500)
      await page.screenshot({ path: `/tmp/land/${name}-${theme}-keys.png` })
      await page.locator('.gallery .body').evaluate((b) => { b.scrollTop = b.scrollHeight })
      await page.waitForTimeout(5000)
      await page.screenshot({ path: `/tmp/land/${name}-${theme}-end.png` })
    }
    if (!touch && theme === 'dark') {
      await page.getByRole('searchbox').fill('zzz')
      await page.getByRole('button', { name: /^convex/ }).click({ force: true, timeout: 1000 }).catch(() => 0)
      await page.screenshot({ path: `/tmp/land/${name}-${theme}-none.png` })
      await page.getByRole('searchbox').fill('')
      await page.getByRole('button', { name: /^saddles/ }).click()
      await page.getByRole('button', { name: /^plateau/ }).click()
      await page.waitForTimeout(2500)
      await page.screenshot({ path: `/tmp/land/${name}-${theme}-filter.png` })
    }
    await page.close()
  }
} finally { await browser.close() }
