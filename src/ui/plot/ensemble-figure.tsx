/** A figure of the ensemble: its heading, its axes, and the pointer or the cross-hair over it. */
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { CrossHair } from './cross-hair.tsx'
import { ticksOf } from './chart-ticks.ts'
import { shareAt, type Extent } from './ensemble-bars.ts'
import { fitCanvas, onFrame } from './frame.ts'
import { plainTick } from './sweep-ticks.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Room for ticks and names, in px. */
const MARGIN = { left: 52, right: 12, top: 6, bottom: 38 } as const
/** Px between two ticks, about, and the fewest that are asked for: of fewer, axes with one tick would come. */
const APART = { across: 56, up: 30 } as const
const FEWEST = 4

export interface FigureProps {
  readonly title: string
  /** Stands beside the title. */
  readonly choice?: ReactNode
  /** What stands at right, and what is said of it to who asks. */
  readonly note?: string
  readonly hint?: string
  readonly x: Extent & { readonly name: string }
  readonly y: Extent & { readonly name: string; readonly text?: (value: number) => string }
  /** Why there is nothing to see, where there is nothing. */
  readonly empty?: string
  /** Says what is at these shares of the plot; undefined where nothing is. */
  readonly look: (x: number, y: number, size: Size) => string | undefined
  /** Takes what is there, where something can be taken. */
  readonly take?: (x: number, y: number, size: Size) => void
  /** Where the cross-hair begins, in shares of the plot; in the middle unless told otherwise. */
  readonly from?: readonly [x: number, y: number]
  /** Drawn under it on a canvas, anew where it is another object. */
  readonly dots?: { readonly paint: (ctx: CanvasRenderingContext2D, size: Size) => void }
  /** What is drawn, in px of the plot. */
  readonly children: (size: Size) => ReactNode
  readonly className?: string
}

export function Figure({ title, choice, note, hint, x, y, empty, look, take, from, dots, children, className }: FigureProps) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const [said, setSaid] = useState<string>()
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = (): void => setSize({ width: Math.max(0, element.clientWidth - MARGIN.left - MARGIN.right), height: Math.max(0, element.clientHeight - MARGIN.top - MARGIN.bottom) })
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const element = canvas.current
    const ctx = element?.getContext('2d')
    if (!element || !ctx || !dots) return
    let painted: readonly unknown[] = []
    return onFrame(() => {
      const ratio = window.devicePixelRatio || 1
      const key = [size, ratio, document.documentElement.dataset.theme]
      if (key.every((part, i) => part === painted[i])) return
      painted = key
      fitCanvas(element, size.width, size.height)
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
      ctx.clearRect(0, 0, size.width, size.height)
      dots.paint(ctx, size)
    })
  }, [dots, size])
  const { width, height } = size
  const shares = (event: { clientX: number; clientY: number; currentTarget: Element }): readonly [number, number] => {
    const at = event.currentTarget.getBoundingClientRect()
    return [(event.clientX - at.left) / at.width, 1 - (event.clientY - at.top) / at.height]
  }
  const across = width < 1 ? [] : ticksOf(x.scale, x.low, x.high, Math.max(FEWEST, Math.floor(width / APART.across)))
  const up = height < 1 ? [] : ticksOf(y.scale, y.low, y.high, Math.max(FEWEST, Math.floor(height / APART.up)))
  return (
    <figure className={className}>
      <figcaption>
        <h3>{title}</h3>
        {choice}
        <span className="note" title={hint}>{note}</span>
      </figcaption>
      <div className="box" ref={box}>
        {dots && <canvas ref={canvas} style={{ left: MARGIN.left, top: MARGIN.top, width, height }} aria-hidden="true" />}
        {width > 0 && height > 0 && (
          <svg className="axes" width={width + MARGIN.left + MARGIN.right} height={height + MARGIN.top + MARGIN.bottom} aria-hidden="true">
            <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
              {up.map(({ value, text }) => {
                const at = Math.round((1 - shareAt(y, value)) * height) + 0.5
                return (
                  <g key={value}>
                    <line className="grid" x1={0} x2={width} y1={at} y2={at} />
                    <text className="up" x={-7} y={at}>{y.text?.(value) ?? plainTick(text)}</text>
                  </g>
                )
              })}
              <line className="foot" x1={0} x2={width} y1={height + 0.5} y2={height + 0.5} />
              {across.map(({ value, text }) => {
                const at = Math.round(shareAt(x, value) * width) + 0.5
                return (
                  <g key={value}>
                    <line className="foot" x1={at} x2={at} y1={height} y2={height + 4} />
                    <text className="across" x={at} y={height + 7}>{plainTick(text)}</text>
                  </g>
                )
              })}
              <text className="name across" x={width / 2} y={height + 22}>{x.name}</text>
              <text className="name" transform={`translate(-43 ${height / 2}) rotate(-90)`}>{y.name}</text>
              {empty === undefined && children(size)}
            </g>
          </svg>
        )}
        <div
          className="plot"
          data-takes={take !== undefined}
          style={{ left: MARGIN.left, top: MARGIN.top, width, height }}
          onPointerMove={(event) => setSaid(look(...shares(event), size))}
          onPointerLeave={() => setSaid(undefined)}
          onClick={(event) => take?.(...shares(event), size)}
        >
          {empty === undefined && (
            <CrossHair
              from={from}
              label={`${title}: arrows move over the picture${take ? ', Enter takes a try' : ''}`}
              look={(px, py) => {
                const says = look(px, py, size)
                setSaid(says)
                return says ?? 'No try here'
              }}
              leave={() => setSaid(undefined)}
              take={(px, py) => take?.(px, py, size)}
            />
          )}
        </div>
        {empty !== undefined && <p className="empty small">{empty}</p>}
      </div>
      {said !== undefined && <p className="caption">{said}</p>}
    </figure>
  )
}
