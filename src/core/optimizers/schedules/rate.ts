/** The formulas of a rate, of the catalogue or typed. */
import type { NamedFormula } from '../../engine/map.ts'
import { freeNames, reductions } from '../../formula/names.ts'
import { parse } from '../../formula/parse.ts'
import type { Result } from '../../issue.ts'
import type { Schedule } from './schedule.ts'

/** What a typed rate may name. */
const NAMES = ['t', 'lr']

/** The formulas of a typed rate, or the sentence that says why it is none. */
export function readRate(text: string): Result<readonly NamedFormula[]> {
  const parsed = parse(text)
  if (!parsed.ok) return parsed
  const [rows] = reductions(parsed.value)
  if (rows !== undefined) {
    return { ok: false, issues: [{ about: 'rate', says: `A rate has no rows of data, so ${rows.name}(...) means nothing in it. Write it like lr/(1 + t/10).` }] }
  }
  const stranger = freeNames(parsed.value).find((name) => !NAMES.includes(name))
  if (stranger === undefined) return { ok: true, value: [{ name: 'rate', expression: parsed.value }], issues: [] }
  const says = `A rate knows only t, the step, and lr, the run’s rate, not ${stranger}. Write it like lr/(1 + t/10).`
  return { ok: false, issues: [{ about: 'rate', says }] }
}

/** The formulas of a schedule. Throws a SyntaxError where one cannot be read, which a law test excludes for the whole catalogue. */
export function formulasOf({ id, rate }: Schedule): readonly NamedFormula[] {
  return Object.entries(rate).map(([name, text]) => {
    const parsed = parse(text)
    if (!parsed.ok) throw new SyntaxError(`The schedule ${id}, ${name} = ${text}: ${parsed.issues[0].says}`)
    return { name, expression: parsed.value }
  })
}
