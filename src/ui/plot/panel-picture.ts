/** A panel of figures as a picture: its headings, its canvases and its SVG drawn once more on a canvas, in the colours of the page. */
import { save } from './save.ts'

/** Pixels of the picture for each px of the panel. */
const DENSITY = 2

/** Offers all of a panel, also what is scrolled away, as a PNG. */
export function savePanel(panel: HTMLElement, name: string): void {
  const canvas = document.createElement('canvas')
  canvas.width = DENSITY * panel.clientWidth
  canvas.height = DENSITY * panel.scrollHeight
  const ctx = canvas.getContext('2d')
  if (!ctx) return
  const scrolled = panel.scrollTop
  panel.scrollTop = 0
  paintPanel(ctx, panel)
  panel.scrollTop = scrolled
  canvas.toBlob((blob) => {
    if (blob) save(blob, name)
  })
}

function paintPanel(ctx: CanvasRenderingContext2D, panel: HTMLElement): void {
  const { left, top } = panel.getBoundingClientRect()
  ctx.fillStyle = getComputedStyle(panel).backgroundColor
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height)
  for (const element of panel.querySelectorAll('h2, h3, .note, canvas, svg.axes *')) {
    ctx.save()
    ctx.setTransform(DENSITY, 0, 0, DENSITY, -DENSITY * left, -DENSITY * top)
    if (element instanceof HTMLCanvasElement) {
      const box = element.getBoundingClientRect()
      if (element.width > 0 && element.height > 0) ctx.drawImage(element, box.left, box.top, box.width, box.height)
    } else if (element instanceof HTMLElement) paintHeading(ctx, element)
    else if (element instanceof SVGGraphicsElement) paintShape(ctx, element)
    ctx.restore()
  }
}

const fontOf = ({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string => `${fontWeight} ${fontSize} ${fontFamily}`

function paintHeading(ctx: CanvasRenderingContext2D, element: HTMLElement): void {
  const style = getComputedStyle(element)
  const { left, top, width, height } = element.getBoundingClientRect()
  ctx.font = fontOf(style)
  ctx.fillStyle = style.color
  ctx.textBaseline = 'middle'
  if (width > 0) ctx.fillText(element.textContent, left, top + height / 2, width + 1)
}

function paintShape(ctx: CanvasRenderingContext2D, shape: SVGGraphicsElement): void {
  const style = getComputedStyle(shape)
  const place = shape.getScreenCTM()
  if (!place) return
  ctx.transform(place.a, place.b, place.c, place.d, place.e, place.f)
  ctx.globalAlpha = Number(style.opacity)
  ctx.lineWidth = parseFloat(style.strokeWidth)
  ctx.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(parseFloat))
  const [fill, stroke] = [paintOf(ctx, style.fill), style.stroke === 'none' ? undefined : style.stroke]
  if (fill !== undefined) ctx.fillStyle = fill
  if (stroke !== undefined) ctx.strokeStyle = stroke
  if (shape instanceof SVGTextElement) {
    const at = (list: SVGAnimatedLengthList): number => (list.baseVal.numberOfItems > 0 ? list.baseVal.getItem(0).value : 0)
    ctx.font = fontOf(style)
    ctx.textAlign = style.textAnchor === 'middle' ? 'center' : style.textAnchor === 'end' ? 'end' : 'start'
    ctx.textBaseline = style.dominantBaseline === 'central' ? 'middle' : style.dominantBaseline === 'hanging' ? 'hanging' : 'alphabetic'
    ctx.lineJoin = 'round'
    if (stroke !== undefined) ctx.strokeText(shape.textContent, at(shape.x), at(shape.y))
    ctx.fillText(shape.textContent, at(shape.x), at(shape.y))
    return
  }
  const path = outline(shape)
  if (path === undefined) return
  if (fill !== undefined && !(shape instanceof SVGLineElement)) ctx.fill(path)
  if (stroke !== undefined) ctx.stroke(path)
}

function outline(shape: SVGGraphicsElement): Path2D | undefined {
  const path = new Path2D()
  const v = (length: SVGAnimatedLength): number => length.baseVal.value
  if (shape instanceof SVGRectElement) path.rect(v(shape.x), v(shape.y), v(shape.width), v(shape.height))
  else if (shape instanceof SVGCircleElement) path.arc(v(shape.cx), v(shape.cy), v(shape.r), 0, 2 * Math.PI)
  else if (shape instanceof SVGLineElement) {
    path.moveTo(v(shape.x1), v(shape.y1))
    path.lineTo(v(shape.x2), v(shape.y2))
  } else if (shape instanceof SVGPolylineElement || shape instanceof SVGPolygonElement) {
    for (const { x, y } of Array.from({ length: shape.points.numberOfItems }, (_, i) => shape.points.getItem(i))) path.lineTo(x, y)
    if (shape instanceof SVGPolygonElement) path.closePath()
  } else return undefined
  return path
}

/** A fill of SVG as one of a canvas; undefined where there is none. */
function paintOf(ctx: CanvasRenderingContext2D, fill: string): string | CanvasPattern | undefined {
  const id = /^url\("?#(.*?)"?\)/.exec(fill)?.[1]
  if (id === undefined) return fill === 'none' ? undefined : fill
  const tile = document.getElementById(id)
  const canvas = document.createElement('canvas')
  const own = canvas.getContext('2d')
  if (!(tile instanceof SVGPatternElement) || !own) return undefined
  canvas.width = DENSITY * tile.width.baseVal.value
  canvas.height = DENSITY * tile.height.baseVal.value
  own.scale(DENSITY, DENSITY)
  for (const part of tile.children) {
    const style = getComputedStyle(part)
    own.fillStyle = style.fill
    own.globalAlpha = Number(style.fillOpacity)
    const marks = part.getAttribute('d')
    if (marks === null) own.fillRect(0, 0, canvas.width, canvas.height)
    else own.fill(new Path2D(marks))
  }
  const pattern = ctx.createPattern(canvas, 'repeat') ?? undefined
  pattern?.setTransform(new DOMMatrix().scale(1 / DENSITY))
  return pattern
}
