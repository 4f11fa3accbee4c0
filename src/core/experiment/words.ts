/** What came from outside, fit to stand in a sentence: quoted, on one line, at most 40 characters. */
export function shown(text: string): string {
  const line = text.slice(0, 60).replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
  return line === '' ? 'nothing' : `"${line.length > 40 ? `${line.slice(0, 39)}…` : line}"`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
}
