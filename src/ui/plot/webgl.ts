/** Whether this browser can draw three-dimensional scenes. Asked once: each question costs a graphics context. */

let answer: boolean | undefined

export function hasWebGL(): boolean {
  if (answer !== undefined) return answer
  const canvas = document.createElement('canvas')
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  answer = gl !== null
  // Browsers keep few contexts alive; this one is not needed any more.
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return answer
}
