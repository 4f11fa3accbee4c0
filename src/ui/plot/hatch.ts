/** Patterns of px that tell classes apart where hue must not matter. Pure. */

/** After so many px, across and upwards, each pattern begins again. */
export const PERIODS = [7, 8, 6, 9, 6, 8] as const

/** Whether px (x, y) is on a line of pattern `kind`: 0 dots, 1 grid, 2 level lines, 3 lines to the right and up, 4 to the right and down, 5 crossed. */
export function hatched(kind: number, x: number, y: number): boolean {
  switch (kind) {
    case 0: return x % 7 < 2 && y % 7 < 2
    case 1: return x % 8 < 1 || y % 8 < 1
    case 2: return y % 6 < 2
    case 3: return (x + y) % 9 < 2
    case 4: return (((x - y) % 6) + 6) % 6 < 2
    default: return (x + y) % 8 < 2 || (((x - y) % 8) + 8) % 8 < 2
  }
}
