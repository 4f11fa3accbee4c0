/** Why a list of critical points is not certified, in words. */
import type { Left, Search } from './certificate.ts'
import { sayPoint } from './words.ts'

/** More boxes than this are not gathered into places. */
const MANY = 256

/**
 * The reasons that the boxes left over give, as the rest of a sentence that begins with "not certified:". Empty where none is
 * left. `degenerate` are the degenerate points that are listed; `lines` says that they are examples of whole lines.
 */
export function reasons(search: Search, degenerate: readonly (readonly number[])[], lines: boolean): string {
  const of = (doubt: Left['doubt']): Left[] => search.left.filter((box) => box.doubt === doubt)
  const parts: string[] = []
  if (of('level').length > 0) parts.push('stretches of it are exactly level')
  if (of('budget').length > 0) {
    const spent = `the budget of ${search.boxes.toLocaleString('en-US')} boxes is spent; narrow the domain`
    parts.push(lines ? 'critical points form whole lines, not single points' : spent)
  } else if (of('degenerate').length > 0) {
    const isolated = gathered(of('degenerate'))
    const places = degenerate.length > 0 && degenerate.length !== isolated.length ? degenerate : isolated
    const where = listed(places, 'point', 'points')
    parts.push(degenerate.length > 0 ? `${where} ${places.length === 1 ? 'is' : 'are'} degenerate` : `${where} could not be decided`)
  }
  if (of('break').length > 0) parts.push(`the formula may jump or be undefined ${near(of('break'))}`)
  if (of('kink').length > 0) parts.push(`there may be no derivative ${near(of('kink'))}`)
  return parts.join(', and ')
}

const listed = (places: readonly (readonly number[])[], one: string, several: string): string =>
  places.length === 1 ? `the ${one} at ${sayPoint(places[0])}` : places.length === 0 ? `some ${several}` : `${places.length} ${several}`

function near(boxes: readonly Left[]): string {
  const places = gathered(boxes)
  return places.length === 0 ? 'along whole lines' : places.length === 1 ? `at ${sayPoint(places[0])}` : `at ${places.length} places`
}

/** The middles of groups of boxes that touch each other; empty where there are too many. */
function gathered(boxes: readonly Left[]): number[][] {
  if (boxes.length > MANY) return []
  const groups: Left[] = []
  for (const box of boxes) {
    let whole = box
    for (let k = groups.length - 1; k >= 0; k--) {
      if (!touch(groups[k], whole)) continue
      const [group] = groups.splice(k, 1)
      whole = { ...whole, lo: whole.lo.map((v, i) => Math.min(v, group.lo[i])), hi: whole.hi.map((v, i) => Math.max(v, group.hi[i])) }
    }
    groups.push(whole)
  }
  return groups.map(({ lo, hi }) => lo.map((v, i) => middle(v, hi[i])))
}

/** The middle, without the digits that only the width of the box explains. */
function middle(lo: number, hi: number): number {
  const whole = lo + (hi - lo) / 2
  const short = Number(whole.toPrecision(3))
  return Math.abs(whole) <= hi - lo ? 0 : short >= lo && short <= hi ? short : whole
}

function touch(a: Left, b: Left): boolean {
  return a.lo.every((v, i) => v <= b.hi[i] + (b.hi[i] - b.lo[i]) && a.hi[i] >= b.lo[i] - (b.hi[i] - b.lo[i]))
}
