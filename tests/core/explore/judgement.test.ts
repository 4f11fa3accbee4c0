import { describe, expect, it } from 'vitest'
import { nearestMinimum } from '../../../src/core/explore/judgement.ts'
import { diagonal, type Scene } from '../../../src/core/explore/scene.ts'
import type { CriticalPoint } from '../../../src/core/explore/events.ts'
import type { Box } from '../../../src/core/landscape.ts'
import { landscapeOf } from './helpers.ts'

describe('the nearest minimum', () => {
  const domain: Box = [[-10, 10]]
  // Minima near x = −2 and x = 2; the list has the one on the right only.
  const [landscape] = [landscapeOf('(x^2-4)^2', ['x'])]
  const right: CriticalPoint = {
    x: [2], f: 0, slope: 0, eigenvalues: [32], eigenvectors: [[1]], kind: 'minimum', lowest: true, letter: 'A', certified: true, global: 0,
  }
  const scene: Scene = { landscape, coordinates: ['x'], domain, size: diagonal(domain), range: 9216, because: () => undefined, critical: [right] }

  it('is one of the list, where the list is complete', () => {
    expect(nearestMinimum([-2.1], scene)?.letter).toBe('A')
  })

  it('is one that the list does not have, where it is nearer and the list is not complete', () => {
    const near = nearestMinimum([-2.1], { ...scene, partial: true })
    expect(near?.x[0]).toBeCloseTo(-2, 12)
    expect(near?.letter).toBe('')
    expect(nearestMinimum([2.1], { ...scene, partial: true })?.letter).toBe('A')
  })
})
