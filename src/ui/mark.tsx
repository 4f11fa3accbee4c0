/** The mark: two nested contours of a valley and a ball at its floor. */
export function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeLinecap="round" aria-hidden="true">
      <path d="M2.500 3.500c.7 9.500 3.800 14.200 9.500 14.200s8.800-4.700 9.500-14.200" strokeWidth="2" />
      <path d="M7.300 4.500c.5 6.200 1.900 9.200 4.700 9.200s4.200-3 4.700-9.200" strokeWidth="1.500" opacity="0.55" />
      <circle cx="12" cy="20" r="2.400" fill="currentColor" stroke="none" />
    </svg>
  )
}
