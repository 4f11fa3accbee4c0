/** Methods with code: an initial memory and a step, both over plain data. */
import type { Begin, Course, Oracle, Setting } from './optimizer.ts'

// In Node and in every browser, but not in the language's own library.
declare function structuredClone<T>(value: T): T

export interface Code<M> {
  /** The memory before the first step: typed arrays, numbers and plain objects of them. */
  readonly init: (setting: Setting) => M
  /** Step `t` (1 for the first): moves `x` and changes `memory` in place, and keeps nothing else. */
  readonly step: (x: Float64Array, memory: M, oracle: Oracle, setting: Setting, t: number) => void
  /** What is drawn and exported of the memory: names with columns whose length never changes. */
  readonly shows?: (memory: M) => Readonly<Record<string, ArrayLike<number>>>
  /** Course.finished, for methods with a stopping rule of their own. */
  readonly finished?: (memory: M, setting: Setting) => string | undefined
}

/** How a run of the method begins (see codes.ts). */
/* @__NO_SIDE_EFFECTS__ */
export function coded<M>({ init, step, shows, finished }: Code<M>): Begin {
  const course = (memory: M, setting: Setting): Course => ({
    step(x, oracle, t, hyper) {
      if (finished?.(memory, setting) !== undefined) return
      step(x, memory, oracle, hyper === setting.hyper ? setting : { ...setting, hyper }, t)
    },
    shows: () => shows?.(memory) ?? {},
    finished: () => finished?.(memory, setting),
    clone: () => course(structuredClone(memory), setting),
  })
  return (setting) => course(init(setting), setting)
}
