/** The step under the pointer, shared by the three charts so that all show the same one. */
import { requestDraw } from './frame.ts'

export interface ChartHover {
  readonly step: number
  /** The trajectory whose line is nearest to the pointer. */
  readonly run: number
  readonly start: number
}

let hover: ChartHover | undefined

export function chartHover(): ChartHover | undefined {
  return hover
}

/** Sets or clears the hovered step and asks for a frame. */
export function setChartHover(next: ChartHover | undefined): void {
  if (hover?.step === next?.step && hover?.run === next?.run && hover?.start === next?.start) return
  hover = next
  requestDraw()
}
