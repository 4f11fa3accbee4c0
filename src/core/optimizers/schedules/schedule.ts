import type { Fields, NumberField, Values } from '../../fields.ts'

/** How the learning rate changes from step to step, declared as formulas. */
export interface Schedule {
  /** For ever: links depend on it. */
  readonly id: string
  readonly name: string
  /** Its settings under PyTorch's names. */
  readonly fields: Fields
  /**
   * name: formula, in order; the last one is `rate`. A formula may use `t` (0 for the first step), `lr` (the run's rate), the settings
   * and the names before it.
   */
  readonly rate: Readonly<Record<string, string>>
  /** Settings that suit a run of so many steps at rate `lr`, where they are not the defaults: what a schedule that is chosen begins with. */
  suited?(lr: number, steps: number): Values
}

/** What is told of a schedule beside (see about.ts). */
export interface ScheduleAbout {
  readonly source: string
  /** One or two sentences: what it does and what it is for. */
  readonly note: string
}

/** A number of steps. */
export function stepCount(label: string, tex: string, initial: number, note: string, min = 1): NumberField {
  return { kind: 'number', label, tex, default: initial, min, max: 100_000, slider: [min, 200], scale: 'integer', note }
}

/** A learning rate that a schedule starts from, rises to or falls to. */
export function scheduledRate(label: string, tex: string, initial: number, note: string): NumberField {
  return { kind: 'number', label, tex, default: initial, min: 0, max: 1e6, slider: [0, 1], scale: 'linear', note }
}

/** A factor that comes again and again. Above 1 the rate grows, as in the test of L. N. Smith, 2017, section 3.3, for the largest useful one. */
export function repeated(tex: string, initial: number, note: string): NumberField {
  return { ...factor('Factor', tex, initial, note), max: 1e6 }
}

/** A factor of the rate from 0 to 1. */
export function factor(label: string, tex: string, initial: number, note: string): NumberField {
  return { kind: 'number', label, tex, default: initial, min: 0, max: 1, slider: [0, 1], scale: 'linear', note }
}
