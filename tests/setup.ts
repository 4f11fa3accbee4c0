/** Runs before every test file. Components are taken down after each test, so that one test cannot see another's page. */
import { afterEach } from 'vitest'

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(() => cleanup())
}
