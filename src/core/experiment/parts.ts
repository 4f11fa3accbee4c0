/** A link as its parts, key=value, before any of them is understood. */
import type { Issue } from '../issue.ts'
import { unescape } from './link-text.ts'

export interface Part {
  readonly key: string
  readonly text: string
}

/** Longest link that is read whole, in characters. */
export const LINK_LIMIT = 200_000
/** Most parts that are read. */
export const PART_LIMIT = 200

/** The parts of a link: what follows the first #, or the whole text where there is none. What is over the limits becomes an issue. */
export function partsOf(text: string, issues: Issue[]): Part[] {
  const hash = text.indexOf('#')
  const address = hash < 0 && /^\s*(https?|file):\/\//i.test(text)
  let link = address ? '' : text.slice(hash + 1).trim()
  if (link.length > LINK_LIMIT) {
    issues.push({ says: `The link has ${link.length} characters; the limit is ${LINK_LIMIT}. What goes beyond is left out.` })
    const cut = link.lastIndexOf('&', LINK_LIMIT)
    link = link.slice(0, cut > 0 ? cut : LINK_LIMIT)
  }
  const pieces = link.split('&').filter((piece) => piece.trim() !== '')
  if (pieces.length > PART_LIMIT) {
    issues.push({ says: `The link has ${pieces.length} parts; the limit is ${PART_LIMIT}. The first ${PART_LIMIT} are read.` })
    pieces.length = PART_LIMIT
  }
  return pieces.map((piece) => {
    const equals = piece.indexOf('=')
    const key = unescape((equals < 0 ? piece : piece.slice(0, equals)).trim(), 'key')
    const value = unescape(equals < 0 ? '' : piece.slice(equals + 1), key.text.slice(0, 40))
    for (const issue of [key.issue, value.issue]) if (issue !== undefined) issues.push(issue)
    return { key: key.text, text: value.text }
  })
}
