/** The minimum of a function of one number without derivatives: a bracket, then Brent's method in it. As SciPy runs them. */

export interface Lowest {
  readonly x: number
  readonly f: number
}

type Line = (x: number) => number

interface Bracket {
  readonly xa: number
  readonly xb: number
  readonly xc: number
  readonly fa: number
  readonly fb: number
  readonly fc: number
}

const GOLD = 1.618034
const GROW_LIMIT = 110
const TINY = 1e-21
const MOST_BRACKET = 1000
/** (3 − √5) / 2. */
const SECTION = 0.381966
const LEAST = 1e-11
const MOST = 500

/**
 * The lowest point of `f` that a bracket grown downhill from 0 and 1 encloses, to `tol` relative to x or to `least`,
 * whichever is more (R. P. Brent, Algorithms for
 * Minimization without Derivatives, 1973, ch. 5; scipy.optimize.brent). Where no bracket closes, because f falls for ever or has no
 * value there, the lowest of its three points; may be infinite then. A value that is NaN counts as infinitely high.
 */
export function brent(f: Line, tol: number, least = LEAST): Lowest {
  const line: Line = (x) => {
    const value = f(x)
    return Number.isNaN(value) ? Infinity : value
  }
  const bracket = bracketed(line)
  const { xa, xb, xc, fa, fb, fc } = bracket
  const valley = (fb < fc && fb <= fa) || (fb < fa && fb <= fc)
  const ordered = (xa < xb && xb < xc) || (xc < xb && xb < xa)
  if (valley && ordered && Number.isFinite(xa) && Number.isFinite(xc)) return inside(line, bracket, tol, least)
  const points = [{ x: xa, f: fa }, { x: xb, f: fb }, { x: xc, f: fc }]
  return points.reduce((best, p) => (p.f < best.f ? p : best))
}

/** Three points with the middle one lowest, grown from 0 and 1 by parabolas and the golden ratio (scipy.optimize.bracket). */
function bracketed(f: Line): Bracket {
  let [xa, xb] = [0, 1]
  let [fa, fb] = [f(xa), f(xb)]
  if (fa < fb) [xa, xb, fa, fb] = [xb, xa, fb, fa]
  let xc = xb + GOLD * (xb - xa)
  let fc = f(xc)
  for (let k = 0; fc < fb && k <= MOST_BRACKET; k++) {
    const p = (xb - xa) * (fb - fc)
    const q = (xb - xc) * (fb - fa)
    const denominator = 2 * (Math.abs(q - p) < TINY ? TINY : q - p)
    const limit = xb + GROW_LIMIT * (xc - xb)
    let w = xb - ((xb - xc) * q - (xb - xa) * p) / denominator
    let fw: number
    if ((w - xc) * (xb - w) > 0) {
      fw = f(w)
      if (fw < fc) return { xa: xb, xb: w, xc, fa: fb, fb: fw, fc }
      if (fw > fb) return { xa, xb, xc: w, fa, fb, fc: fw }
      w = xc + GOLD * (xc - xb)
      fw = f(w)
    } else if ((w - limit) * (limit - xc) >= 0) {
      w = limit
      fw = f(w)
    } else if ((w - limit) * (xc - w) > 0) {
      fw = f(w)
      if (fw < fc) {
        ;[xb, xc, fb, fc] = [xc, w, fc, fw]
        w = xc + GOLD * (xc - xb)
        fw = f(w)
      }
    } else {
      w = xc + GOLD * (xc - xb)
      fw = f(w)
    }
    ;[xa, xb, xc, fa, fb, fc] = [xb, xc, w, fb, fc, fw]
  }
  return { xa, xb, xc, fa, fb, fc }
}

/** Brent's method: parabolas through the three lowest points, golden sections where they do not help. */
function inside(f: Line, { xa, xb, xc, fb }: Bracket, tol: number, least: number): Lowest {
  let [a, b] = xa < xc ? [xa, xc] : [xc, xa]
  let [x, w, v] = [xb, xb, xb]
  let [fx, fw, fv] = [fb, fb, fb]
  let [before, step] = [0, 0]
  for (let k = 0; k < MOST; k++) {
    const tol1 = tol * Math.abs(x) + least
    const tol2 = 2 * tol1
    const middle = 0.5 * (a + b)
    if (Math.abs(x - middle) < tol2 - 0.5 * (b - a)) break
    const section = (): void => {
      before = x >= middle ? a - x : b - x
      step = SECTION * before
    }
    if (Math.abs(before) <= tol1) section()
    else {
      const r = (x - w) * (fx - fv)
      let q = (x - v) * (fx - fw)
      let p = (x - v) * q - (x - w) * r
      q = 2 * (q - r)
      if (q > 0) p = -p
      q = Math.abs(q)
      const last = before
      before = step
      if (p > q * (a - x) && p < q * (b - x) && Math.abs(p) < Math.abs(0.5 * q * last)) {
        step = p / q
        const u = x + step
        if (u - a < tol2 || b - u < tol2) step = middle - x >= 0 ? tol1 : -tol1
      } else section()
    }
    const u = Math.abs(step) < tol1 ? x + (step >= 0 ? tol1 : -tol1) : x + step
    const fu = f(u)
    if (fu > fx) {
      if (u < x) a = u
      else b = u
      if (fu <= fw || w === x) [v, w, fv, fw] = [w, u, fw, fu]
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu]
    } else {
      if (u >= x) a = x
      else b = x
      ;[v, w, x, fv, fw, fx] = [w, x, u, fw, fx, fu]
    }
  }
  return { x, f: fx }
}
