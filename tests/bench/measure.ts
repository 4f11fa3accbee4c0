/** Measuring in pairs: all who do the same work take turns, and a ratio is the median over rounds of paired CPU times, with its quartiles. */
import process from 'node:process'

export const ROUNDS = 9
/** CPU time of one measurement, in nanoseconds. */
export const LONG_ENOUGH = 4e6

export const quantile = (values: readonly number[], q: number): number => values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))]
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** CPU nanoseconds that `work` takes, `repeats` times over. */
export function cpu(work: () => void, repeats = 1): number {
  const begin = process.cpuUsage()
  for (let k = 0; k < repeats; k++) work()
  const { user, system } = process.cpuUsage(begin)
  return 1000 * (user + system)
}

/** How often to repeat so that it takes long enough; warms up on the way, for about so many nanoseconds. */
export function repeatsFor(work: () => void, warmUp = 3e8): number {
  const first = Math.max(1, cpu(work))
  for (let spent = first; spent < warmUp;) spent += Math.max(1e4, cpu(work))
  return Math.max(1, Math.ceil(LONG_ENOUGH / Math.max(1, cpu(work, 3) / 3)))
}

/** Nanoseconds per unit in every round, by who does it. */
export type Times = Readonly<Record<string, number[]>>

/** @param works by name, what takes nanoseconds per unit when it is called */
export async function inTurns(works: Readonly<Record<string, () => number | Promise<number>>>, rounds = ROUNDS): Promise<Times> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(works).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) for (const [name, work] of Object.entries(works)) times[name].push(await work())
  return times
}

/** One line of the table. */
export interface Row {
  readonly work: string
  readonly who: string
  /** What it took, with its unit. */
  readonly took: string
  /** In times of what it is compared with, median and quartiles. */
  readonly ratio?: readonly [number, number, number]
  /** The ratio that is to be reached, at most or (against peers) at least. */
  readonly target?: { readonly most: number } | { readonly least: number }
  readonly note?: string
}

/** Quartiles and median of the ratios of paired times. */
export function ratio(times: readonly number[], of: readonly number[]): [number, number, number] {
  const ratios = times.map((t, round) => t / of[round])
  return [quantile(ratios, 0.25), median(ratios), quantile(ratios, 0.75)]
}

const digits = (v: number): string => v.toFixed(v < 10 ? 2 : v < 100 ? 1 : 0)

export function nanoseconds(v: number): string {
  return v >= 1e9 ? `${(v / 1e9).toFixed(2)} s` : v >= 1e6 ? `${digits(v / 1e6)} ms` : v >= 1e3 ? `${digits(v / 1e3)} µs` : `${digits(v)} ns`
}

/** Whether the target is reached; undefined where there is none to be compared with. */
export function reached({ ratio: measured, target }: Row): boolean | undefined {
  if (measured === undefined || target === undefined) return undefined
  return 'most' in target ? measured[1] <= target.most : measured[1] >= target.least
}

/** The table as text, or as Markdown. */
export function table(rows: readonly Row[], markdown: boolean): string {
  const head = ['work', 'who', 'took', 'ratio (quartiles)', 'target', '']
  const lines = rows.map((row) => {
    const { work, who, took, ratio: r, target, note } = row
    const aim = target === undefined ? '' : 'most' in target ? `<= ${target.most}` : `>= ${target.least}`
    const verdict = reached(row)
    return [work, who, took, r === undefined ? '' : `${digits(r[1])} (${digits(r[0])}-${digits(r[2])})`, aim, note ?? (verdict === undefined ? '' : verdict ? 'reached' : 'missed')]
  })
  if (markdown) return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  const widths = head.map((_, c) => Math.max(...[head, ...lines].map((cells) => cells[c].length)))
  return [head, ...lines].map((cells) => cells.map((cell, c) => cell.padEnd(widths[c])).join('  ').trimEnd()).join('\n')
}
