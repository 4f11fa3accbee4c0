/**
 * Runs before every test file of what keeps a state: the modules that the file before has read are forgotten, so that this one reads
 * them anew and finds them as the page does when it opens. Packages are kept; they are most of what a file reads.
 */
import { vi } from 'vitest'

vi.resetModules()
