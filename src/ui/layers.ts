/** The layers of the stage that can be switched off, with their names. */
import type { Experiment, Layer } from '../core/experiment/experiment.ts'
import { useStore } from '../store/store.ts'
import { drawsAny } from './plot/method-memory.ts'

type Named = readonly [Layer, string]

const ON_A_CURVE: readonly Named[] = [['tangent', 'Tangent'], ['derivatives', 'Derivatives'], ['critical', 'Critical points']]
const ON_A_PLANE: readonly Named[] = [['contours', 'Contours'], ['critical', 'Critical points']]
const STATE: readonly Named[] = [['state', 'Method state']]

/** Those of an experiment: what methods remember is among them where one of its methods has something to draw. */
export function layersOf(experiment: Pick<Experiment, 'domain' | 'runs'>): readonly Named[] {
  const ground = experiment.domain.length === 1 ? ON_A_CURVE : ON_A_PLANE
  return drawsAny(experiment) ? [...ground, ...STATE] : ground
}

export function useLayers(): readonly Named[] {
  const domain = useStore((s) => s.experiment.domain)
  const runs = useStore((s) => s.experiment.runs)
  return layersOf({ domain, runs })
}
