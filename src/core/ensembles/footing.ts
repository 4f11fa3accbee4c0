/** What descents stand on, by one who remembers the last of it: its compiled formula, its minima, and what blocks run on. */
import { createMachine, type Machine } from '../engine/wasm/machine.ts'
import { sampled, type Sampled } from '../experiment/batch.ts'
import type { Experiment } from '../experiment/experiment.ts'
import type { CriticalPoint } from '../explore/events.ts'
import { groundOf, type Ground as Found, type Memory } from '../explore/explore.ts'
import type { Contractions } from './contraction.ts'
import type { Ground } from './fates.ts'
import { createFuser, type Fuser } from './fuser.ts'
import { minimaOf } from './job.ts'
import { lookAmong, type Minima } from './minima.ts'

/** Gives what descents of an experiment with these critical points stand on, with pauses. */
export function createFooting(makeMachine: () => Machine | undefined = createMachine): (e: Experiment, critical: readonly CriticalPoint[]) => Generator<undefined, Ground, void> {
  const memory: Memory = { makeMachine }
  let latest: { readonly ground: Found; readonly critical: readonly CriticalPoint[]; readonly minima: Minima; readonly contractions: Contractions } | undefined
  let fuser: { readonly ground: Found; readonly fuse: Fuser } | undefined
  return function* (e, critical) {
    const work = groundOf(e, memory)
    let step = work.next()
    while (!step.done) {
      yield undefined
      step = work.next()
    }
    const { ground } = step.value
    if (fuser?.ground !== ground) fuser = { ground, fuse: createFuser(ground.resolved, e, () => (memory.machine ??= makeMachine())) }
    if (latest?.critical !== critical || latest.ground !== ground) latest = { ground, critical, minima: lookAmong(minimaOf(critical), e.domain), contractions: new WeakMap() }
    const steppers = (memory.steppers ??= new WeakMap())
    const rows = (): Sampled | undefined => (ground.sampled ??= sampled(ground.resolved, e))
    return { scene: ground.scene, minima: latest.minima, contractions: latest.contractions, floor: { landscape: ground.scene.landscape, rows, steppers, fuse: fuser.fuse } }
  }
}
