import { expect, expectExperiment, handle, inAddress, middle, open, test } from './descent.ts'

const LINK = '#v=1&landscape=himmelblau&start=0.6,0.5&run=gd,lr:0.01&steps=40&view=surface'

test.beforeEach(async ({ page }) => {
  await open(page, LINK)
  await expect(page.locator('.surface .ground .gl-container canvas').first()).toBeVisible()
})

test('arrow keys turn the surface, and the camera goes into the link', async ({ page }) => {
  const before = inAddress(page).camera
  await page.getByRole('application', { name: /^Surface/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expectExperiment(page, (e) => e.camera.azimuth !== before.azimuth)
  await page.keyboard.press('0')
  await expectExperiment(page, (e) => e.camera.azimuth === before.azimuth)
})

test('dragging beside the start turns the surface and leaves the start alone', async ({ page }) => {
  const before = inAddress(page)
  const box = await page.locator('.surface').boundingBox()
  if (!box) throw new Error('no surface')
  await page.mouse.move(box.x + 60, box.y + 80)
  await page.mouse.down()
  await page.mouse.move(box.x + 160, box.y + 100, { steps: 6 })
  await page.mouse.up()
  await expectExperiment(page, (e) => e.camera.azimuth !== before.camera.azimuth)
  expect(inAddress(page).starts).toEqual(before.starts)
})

/** Our projection stands on plotly's public camera; this holds it against the matrices plotly draws with. */
test('the handle stands where plotly draws that point of the surface', async ({ page }) => {
  const ours = await middle(handle(page, 'surface'))
  const [x, y] = inAddress(page).starts[0]
  const theirs = await page.evaluate(([px, py]) => {
    interface Camera { readonly model: number[]; readonly view: number[]; readonly projection: number[] }
    interface Plot extends HTMLElement {
      readonly _fullLayout: { readonly scene: { readonly _scene: { readonly dataScale: number[]; readonly glplot: { readonly cameraParams: Camera } } } }
      readonly data: { readonly type: string; readonly x: number[]; readonly y: number[]; readonly z: number[][] }[]
    }
    const plot = document.querySelector<Plot>('.surface .js-plotly-plot')
    if (!plot) throw new Error('no plot')
    const surface = plot.data.find((trace) => trace.type === 'surface')
    if (!surface) throw new Error('no surface trace')
    const { dataScale, glplot } = plot._fullLayout.scene._scene
    const between = (values: number[], v: number) => ((v - values[0]) / (values[values.length - 1] - values[0])) * (values.length - 1)
    const i = between(surface.x, px)
    const j = between(surface.y, py)
    const i0 = Math.floor(i)
    const j0 = Math.floor(j)
    const z =
      surface.z[j0][i0] * (1 - i + i0) * (1 - j + j0) + surface.z[j0][i0 + 1] * (i - i0) * (1 - j + j0) +
      surface.z[j0 + 1][i0] * (1 - i + i0) * (j - j0) + surface.z[j0 + 1][i0 + 1] * (i - i0) * (j - j0)
    const apply = (m: number[], v: number[]) => [0, 1, 2, 3].map((r) => m[r] * v[0] + m[4 + r] * v[1] + m[8 + r] * v[2] + m[12 + r] * v[3])
    const { model, view, projection } = glplot.cameraParams
    const clip = apply(projection, apply(view, apply(model, [px * dataScale[0], py * dataScale[1], z * dataScale[2], 1])))
    const box = plot.querySelector('.gl-container canvas')?.getBoundingClientRect() ?? plot.getBoundingClientRect()
    return { x: box.left + (box.width * (1 + clip[0] / clip[3])) / 2, y: box.top + (box.height * (1 - clip[1] / clip[3])) / 2 }
  }, [x, y])
  expect(Math.hypot(ours.x - theirs.x, ours.y - theirs.y)).toBeLessThan(1.5)
})
