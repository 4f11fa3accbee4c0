/** Where a formula bends: functions whose zeros are the only places at which it may have a kink of the kind of |u|. */
import { parts, type Expression } from './ast.ts'
import { freeNames, isReduction } from './names.ts'

/**
 * The u of every abs(u) and relu(u), and a - b of every min(a, b, …) and max(a, b, …), of which one of `coordinates` is part; each
 * once. Those inside a mean or sum are not among them: there are as many as rows.
 */
export function creases(e: Expression, coordinates: readonly string[]): Expression[] {
  const found: Expression[] = []
  const visit = (part: Expression): void => {
    if (isReduction(part)) return
    if (part.kind === 'call') found.push(...creasesOf(part.name, part.args))
    for (const inner of parts(part)) visit(inner)
  }
  visit(e)
  const seen = new Set<string>()
  return found.filter((u) => {
    const key = JSON.stringify(u, (name, value: unknown) => (name === 'column' ? undefined : value))
    const fresh = !seen.has(key) && freeNames(u).some((name) => coordinates.includes(name))
    seen.add(key)
    return fresh
  })
}

function creasesOf(name: string, args: readonly Expression[]): Expression[] {
  if (name === 'abs' || name === 'relu') return [...args]
  if (name !== 'min' && name !== 'max') return []
  return args.flatMap((left, i) => args.slice(i + 1).map((right): Expression =>
    ({ kind: 'operation', operator: '-', left, right, column: left.column })))
}
