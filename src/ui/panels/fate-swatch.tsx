/** A swatch in the legend of a map: what stands for a minimum or a class there, in the theme that is seen. */
import { useEffect, useRef } from 'react'
import { basinLook } from '../plot/basin-look.ts'
import { fateColour, SHADES, type BasinLook } from '../plot/basin-paint.ts'
import { onFrame } from '../plot/frame.ts'
import { css } from '../plot/style.ts'

const WIDTH = 64
const HEIGHT = 12

/** All shades from left to right, or `shade` alone. */
export function FateSwatch({ fate, shade }: { readonly fate: number; readonly shade?: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d')
    if (!ctx) return undefined
    let painted: BasinLook | undefined
    // The system may change its theme at any time, of which the store knows nothing.
    return onFrame(() => {
      const look = basinLook()
      if (look === painted) return
      painted = look
      for (let x = 0; x < WIDTH; x++) {
        for (let y = 0; y < HEIGHT; y++) {
          ctx.fillStyle = css(fateColour(look, fate, shade ?? Math.floor(x / (WIDTH / SHADES)), x, y))
          ctx.fillRect(x, y, 1, 1)
        }
      }
    })
  }, [fate, shade])
  return <canvas ref={canvas} width={WIDTH} height={HEIGHT} aria-hidden="true" />
}
