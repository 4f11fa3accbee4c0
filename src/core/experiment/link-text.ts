/** The characters of a link: percent-escapes and numbers. */
import type { Field } from '../fields.ts'
import type { Issue } from '../issue.ts'
import { shown } from './words.ts'

export { readNumber } from '../number.ts'

/** What stands for itself in a link's value. `^` is no URI character by RFC 3986, but every browser leaves it alone after the #. */
const PLAIN = /[A-Za-z0-9\-._~!$'()*+,;:@/?^=]/

/** Text as it stands in a link: + stays a plus, a space becomes %20. Lone surrogates, which no URL can hold, become U+FFFD. */
export function escape(text: string): string {
  let out = ''
  for (const character of text) {
    if (PLAIN.test(character)) out += character
    else out += encodeURIComponent(/^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character)
  }
  return out
}

/** The opposite. A % that begins no escape is taken as it is, with an issue. */
export function unescape(text: string, about: string): { text: string; issue?: Issue } {
  if (!text.includes('%')) return { text }
  try {
    return { text: decodeURIComponent(text) }
  } catch {
    const says = `The link has a % in ${shown(text)} that begins no escape such as %20. Write %25 for a percent sign.`
    return { text, issue: { about, says } }
  }
}

/** The shortest text that reads back as the same number; -0 keeps its sign. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e')
}

/** The value of a field as it stands in a link: the id of an option where it is a choice, else a number. */
export function settingText(field: Field, value: number): string {
  return field.kind === 'choice' ? field.options[value].id : numberText(value)
}
