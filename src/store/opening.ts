/** Opening a link, and telling what was wrong with it. */
import { decode } from '../core/experiment/permalink.ts'
import type { Issue } from '../core/issue.ts'
import { commitOpened } from './commit.ts'
import { dismiss, notify } from './session.ts'

/** Opens a link (a whole address, or only what follows the #) as one undoable step; what was wrong with it becomes a notice. */
export function openLink(text: string): readonly Issue[] {
  const hash = text.includes('#') ? text.slice(text.indexOf('#') + 1) : text
  const { value, issues } = decode(hash)
  commitOpened(value)
  tellLinkIssues(issues)
  return issues
}

let linkNotice: number | undefined

/** Tells what was wrong with the link that was opened, in sentences; what was said about an earlier one goes. */
export function tellLinkIssues(issues: readonly Issue[]): void {
  if (linkNotice !== undefined) dismiss(linkNotice)
  linkNotice = undefined
  if (issues.length === 0) return
  const one = issues.length === 1
  const title = one ? 'One part of the link was not understood' : `${issues.length} parts of the link were not understood`
  linkNotice = notify({ tone: 'warn', title, lines: issues.map((issue) => issue.says) })
}
