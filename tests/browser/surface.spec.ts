import type { Page } from '@playwright/test'
import { expect, expectExperiment, handle, inAddress, middle, open, test } from './descent.ts'

/** What draws it here is a processor, to which twice the pixels are twice the work. */
test.use({ viewport: { width: 1120, height: 700 } })

const LINK = '#v=1&landscape=himmelblau&start=0.6,0.5&run=gd,lr:0.01&steps=40&view=surface'

test.beforeEach(async ({ page }) => {
  await open(page, LINK)
  await expect(page.locator('.surface .ground .gl-container canvas').first()).toBeVisible()
})

test('arrow keys and a drag beside the start turn the surface, the wheel zooms, a double click brings the first view back; the camera goes into the link, the start stays', async ({ page }) => {
  const { camera: before, starts } = inAddress(page)
  await page.getByRole('application', { name: /^Surface/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expectExperiment(page, (e) => e.camera.azimuth !== before.azimuth)
  await page.keyboard.press('0')
  await expectExperiment(page, (e) => e.camera.azimuth === before.azimuth)

  const box = await page.locator('.surface').boundingBox()
  if (!box) throw new Error('no surface')
  await page.mouse.move(box.x + 60, box.y + 80)
  await page.mouse.down()
  await page.mouse.move(box.x + 160, box.y + 100, { steps: 6 })
  await page.mouse.up()
  await expectExperiment(page, (e) => e.camera.azimuth !== before.azimuth)
  expect(inAddress(page).starts).toEqual(starts)

  const at = await middle(page.locator('.surface'))
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, -300)
  await expectExperiment(page, (e) => e.camera.zoom > 1.2)
  // Beside the handle, which keeps clicks to itself.
  await page.mouse.dblclick(at.x - 150, at.y)
  await expectExperiment(page, (e) => e.camera.zoom === 1)
  expect(inAddress(page).starts).toEqual(starts)
})

/** Distance in pixels between the start's handle and where plotly's own matrices put that point of the ground. */
async function apart(page: Page): Promise<number> {
  const ours = await middle(handle(page, 'surface'))
  const { starts, domain } = inAddress(page)
  const theirs = await page.evaluate(([sx, sy]) => {
    interface Camera { readonly model: number[]; readonly view: number[]; readonly projection: number[] }
    interface Plot extends HTMLElement {
      readonly _fullLayout: { readonly scene: { readonly _scene: { readonly dataScale: number[]; readonly glplot: { readonly cameraParams: Camera } } } }
      readonly data: { readonly type: string; readonly x: number[]; readonly y: number[]; readonly z: number[][] }[]
    }
    const plot = document.querySelector<Plot>('.surface .js-plotly-plot')
    const surface = plot?.data.find((trace) => trace.type === 'surface')
    if (!plot || !surface) return undefined
    const { dataScale, glplot } = plot._fullLayout.scene._scene
    // The figure is in coordinates of the block: the start as a share of the domain is a share of them.
    const along = (values: number[], share: number) => values[0] + share * (values[values.length - 1] - values[0])
    const i = sx * (surface.x.length - 1), j = sy * (surface.y.length - 1)
    const i0 = Math.min(Math.floor(i), surface.x.length - 2), j0 = Math.min(Math.floor(j), surface.y.length - 2)
    const row = (k: number) => surface.z[k][i0] * (1 - i + i0) + surface.z[k][i0 + 1] * (i - i0)
    const z = row(j0) * (1 - j + j0) + row(j0 + 1) * (j - j0)
    const apply = (m: number[], v: number[]) => [0, 1, 2, 3].map((r) => m[r] * v[0] + m[4 + r] * v[1] + m[8 + r] * v[2] + m[12 + r] * v[3])
    const { model, view, projection } = glplot.cameraParams
    const point = [along(surface.x, sx) * dataScale[0], along(surface.y, sy) * dataScale[1], z * dataScale[2], 1]
    const clip = apply(projection, apply(view, apply(model, point)))
    const box = plot.getBoundingClientRect()
    return { x: box.left + (box.width * (1 + clip[0] / clip[3])) / 2, y: box.top + (box.height * (1 - clip[1] / clip[3])) / 2 }
  }, starts[0].map((v, k) => (v - domain[k][0]) / (domain[k][1] - domain[k][0])))
  return theirs ? Math.hypot(ours.x - theirs.x, ours.y - theirs.y) : Infinity
}

/** Our projection stands on plotly's public camera; this holds it against the matrices plotly draws with. */
test('the handle stands where plotly draws that point of the surface, also after turning, zooming and resizing', async ({ page }) => {
  const same = () => expect.poll(() => apart(page)).toBeLessThan(0.01)
  await same()
  const region = page.getByRole('application', { name: /^Surface/ })
  await region.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await expectExperiment(page, (e) => e.camera.elevation > 46)
  await same()
  await page.keyboard.press('+')
  await expectExperiment(page, (e) => e.camera.zoom > 1)
  await same()
  await page.setViewportSize({ width: 1201, height: 677 })
  await same()
})

test('a lost WebGL context is told in a sentence and can be drawn again', async ({ page }) => {
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.surface .gl-container canvas')
    canvas?.getContext('webgl')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await expect(page.getByText(/taken back the graphics memory/)).toBeVisible()
  await page.getByRole('button', { name: 'Draw it again' }).click()
  await expect(page.getByText(/taken back the graphics memory/)).toBeHidden()
  await expect.poll(() => apart(page)).toBeLessThan(0.01)
})
