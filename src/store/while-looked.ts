/**
 * Work for whoever looks: it begins with the first of them and ends with the last. `begin` answers with the way to end it; whoever looks
 * gets the way to look away.
 */
export function whileLooked<T>(begin: (parts?: T) => () => void): (parts?: T) => () => void {
  let users = 0
  let end: (() => void) | undefined
  return (parts) => {
    users++
    if (users === 1) end = begin(parts)
    return () => {
      users--
      if (users === 0) end?.()
    }
  }
}
