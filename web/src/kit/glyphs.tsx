// The few small drawings of the frame and of keys to pictures.

export const Brand = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="14.6" fill="none" stroke="var(--con-fill)" strokeWidth="2" />
    <circle cx="16" cy="16" r="6.4" fill="var(--net-fill)" />
  </svg>
)

export const SearchGlyph = () => (
  <svg
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.7"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="M13 13l4.5 4.5" />
  </svg>
)

/** The point that stands for one kind of person in every picture. */
export function Point({
  of,
}: {
  of: 'network' | 'quiet' | 'one-step' | 'people' | 'others' | 'circle'
}) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {of === 'network' && <circle cx="7" cy="7" r="5" fill="var(--net-fill)" />}
      {of === 'quiet' && (
        <circle cx="7" cy="7" r="4.2" fill="none" stroke="var(--net-fill)" strokeWidth="2.2" />
      )}
      {of === 'one-step' && (
        <circle cx="7" cy="7" r="4.2" fill="none" stroke="var(--con)" strokeWidth="2.2" />
      )}
      {of === 'people' && (
        <circle
          cx="7"
          cy="7"
          r="5.6"
          fill="var(--con-soft)"
          stroke="var(--con-fill)"
          strokeWidth="1.4"
        />
      )}
      {of === 'others' && <circle cx="7" cy="7" r="2" fill="var(--con-fill)" />}
      {of === 'circle' && (
        <rect
          y="2"
          width="14"
          height="10"
          rx="5"
          fill="var(--net-soft)"
          stroke="var(--net-fill)"
          strokeOpacity=".5"
        />
      )}
    </svg>
  )
}

export function LaneArrow({ back }: { back?: boolean }) {
  return (
    <svg viewBox="0 0 34 10" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d={back ? 'M34 5H2m4-4L2 5l4 4' : 'M0 5h32m-4-4 4 4-4 4'} />
    </svg>
  )
}
