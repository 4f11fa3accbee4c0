/**
 * Runs before every test file. Components are taken down after each test, so that one test cannot see another's page; random cases
 * are the same in every run, so that a red run can be repeated (DESCENT_SEED=number looks at others).
 */
import process from 'node:process'
import fc from 'fast-check'
import { afterEach } from 'vitest'

fc.configureGlobal({ seed: Number(process.env['DESCENT_SEED'] ?? 20261122) })

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(() => cleanup())
}
