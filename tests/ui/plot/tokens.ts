import type { Tokens } from '../../../src/ui/plot/style.ts'

/** The light theme as the canvas sees it. */
export const tokens: Tokens = {
  theme: 'light', bg: '#ffffff', panel: '#f7f8f8', sunken: '#edeff0', ink: '#12191d', ink2: '#45525a', ink3: '#5d6970', line: '#dfe3e5',
  lineStrong: '#7d888e', solid: '#12191d', onSolid: '#ffffff', focus: '#0a58b4', casing: '#ffffff', halo: 'rgba(255,255,255,.82)',
  ramp: [[168, 200, 207], [189, 213, 216], [207, 222, 219], [229, 233, 224], [245, 242, 232]],
  iso: 'rgba(25,62,72,.3)', isoIndex: 'rgba(25,62,72,.62)', isoText: '#2b4a52', skirt: '#c3cfd1', skirt2: '#d6dedf',
  runs: ['#0a5fa8', '#bd4200', '#005f4b', '#9c3578', '#594700', '#20272b', '#0a7391'], fontUi: 'system-ui', fontMath: 'serif',
  relief: { lift: 12, drop: 31 },
}
