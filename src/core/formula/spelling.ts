/** The word nearest to `word` by edit distance (Levenshtein 1966), if it is near enough to be what was meant: some letter must stay. */
export function closest(word: string, words: readonly string[]): string | undefined {
  const wanted = word.slice(0, 20).toLowerCase()
  let best: string | undefined
  let least = Math.min(wanted.length <= 3 ? 1 : 2, wanted.length - 1)
  for (const candidate of words) {
    const distance = editDistance(wanted, candidate)
    if (distance < least || (distance === least && best === undefined)) {
      best = candidate
      least = distance
    }
  }
  return best ?? words.find((candidate) => candidate.length >= 3 && wanted.startsWith(candidate))
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]
}
