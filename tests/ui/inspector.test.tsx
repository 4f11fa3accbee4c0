import { show } from './dom.ts'
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import { InspectorPanel } from '../../src/ui/panels/inspector.tsx'

/** What stands beside the number of the slope, for a start where nothing runs. */
function besideSlope(link: string): string {
  show({ ...decode(link).value, runs: [] })
  const { container, unmount } = render(<InspectorPanel />)
  const says = container.querySelectorAll('.numbers .quiet')[0]?.textContent ?? ''
  unmount()
  return says
}

describe('the slope at a point of a curve', () => {
  it('is told by its direction', () => {
    expect(besideSlope('f=x^2&start=1')).toBe('uphill to the right')
    expect(besideSlope('f=x^2&start=-1')).toBe('downhill to the right')
  })
  it('is flat at a minimum, also where rounding leaves a last digit', () => {
    expect(besideSlope('f=x^2&start=0')).toBe('flat')
    expect(besideSlope('landscape=sin3_quad&start=1.40795657659')).toBe('flat')
  })
  it('keeps its direction where only the curvature does not exist', () => {
    expect(besideSlope('f=x%2Bx^1.5&start=0')).toBe('uphill to the right')
  })
})
