/** Draws the pictures of the README from the built app: `npm run pictures`, or only those named: `npm run pictures -- line-dark`. */
import { chromium } from '@playwright/test'
import process from 'node:process'
import { build, preview } from 'vite'
import { FLAGS, requireChromium } from './chromium.ts'

const PLANE = '#v=1&at=46'
const LINE = '#v=1&landscape=x_cos_pi_x&domain=-2.45,2.65&start=1.8&run=gd,lr:0.02&run=gd,lr:0.19&run=momentum,lr:0.02&steps=40&at=4'
const METHOD = '#v=1&landscape=rosenbrock&method=soft;v=beta*v+g;x=x-lr*v/(1+abs(v));lr:0.05;beta:0.9,0,1&run=soft&run=momentum,lr:0.0005&steps=400'
const BASINS = '#v=1&landscape=himmelblau&domain=-6,6,-6,6&start=0.5,3.2&run=momentum,lr:0.01&view=map&basins=run:0,size:512'
const SWEEP = '#v=1&landscape=sin3_quad&start=2.6&run=gd,lr:0.2&steps=200&sweep=run:0,lr:0.05..0.4,start.x:-3..3,show:verdict,size:256'
const ENSEMBLE = '#v=1&landscape=sin_sin3&start=1&run=gd,lr:0.1&run=adam,lr:0.3&steps=200&ensemble=run:0,draw:uniform,n:4000'
interface Picture {
  readonly name: string
  readonly link: string
  readonly theme: 'light' | 'dark'
  readonly size: { readonly width: number; readonly height: number }
  /** Name of a button to be pressed first. */
  readonly press?: string
}
const PICTURES: readonly Picture[] = [
  { name: 'plane-light', link: PLANE, theme: 'light', size: { width: 1440, height: 900 } },
  { name: 'line-dark', link: LINE, theme: 'dark', size: { width: 1440, height: 900 } },
  { name: 'method-light', link: METHOD, theme: 'light', size: { width: 1440, height: 900 }, press: 'Formulas of soft' },
  { name: 'basins-dark', link: BASINS, theme: 'dark', size: { width: 1440, height: 900 } },
  { name: 'sweep-light', link: SWEEP, theme: 'light', size: { width: 1440, height: 900 } },
  { name: 'ensemble-dark', link: ENSEMBLE, theme: 'dark', size: { width: 1440, height: 900 } },
  { name: 'phone-light', link: PLANE, theme: 'light', size: { width: 390, height: 844 } },
]
const wanted = process.argv.slice(2)

await build({ logLevel: 'warn' })
const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 4194, strictPort: true } })
const browser = await chromium.launch({ executablePath: requireChromium(), args: [...FLAGS] })
try {
  for (const { name, link, theme, size, press } of PICTURES.filter((picture) => wanted.length === 0 || wanted.includes(picture.name))) {
    const page = await browser.newPage({ viewport: size, colorScheme: theme })
    await page.goto(`http://127.0.0.1:4194/${link}`)
    await page.locator('.stage .js-plotly-plot').first().waitFor()
    if (press !== undefined) await page.getByRole('button', { name: press }).click()
    // plotly and the fonts have no common word for being done; this is ample on a slow machine.
    await page.waitForTimeout(12_000)
    await page.screenshot({ path: `.github/pictures/${name}.png` })
    await page.close()
    console.log(`.github/pictures/${name}.png`)
  }
} finally {
  await browser.close()
  await server.close()
}
