// The three lamps, always in the order talk, meet, help; each has a spoken label.
import type { Fact, FactName, Person } from '../api/types'
import { factNames, facts as names, say } from '../words'

const face: Record<Fact, string> = { yes: 'y', no: 'n', unknown: 'u' }
export const spoken: Record<Fact, string> = {
  yes: say('web.fact.yes'),
  no: say('web.fact.no'),
  unknown: say('web.fact.unknown'),
}

function Lamp({ fact }: { fact: Fact }) {
  return (
    <svg className={`lamp ${face[fact]}`} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.6" />
      {fact === 'no' && <path d="M5 8h6" />}
    </svg>
  )
}

export function Lamps({ facts, columns }: { facts: Person['facts']; columns?: boolean }) {
  const label = factNames.map((name) => `${names[name]} ${spoken[facts[name]]}`).join(', ')
  return (
    <span className={columns ? 'lamps cols' : 'lamps'} role="img" aria-label={label}>
      {factNames.map((name) => (
        <Lamp key={name} fact={facts[name]} />
      ))}
    </span>
  )
}

export function BigLamp({ name, fact }: { name: FactName; fact: Fact }) {
  return (
    <svg className={`lamp big ${face[fact]}`} viewBox="0 0 44 44" aria-hidden="true">
      {fact === 'yes' && <circle className="halo" cx="22" cy="22" r="22" />}
      <circle cx="22" cy="22" r="17" />
      {name === 'talk' && <path className="g" d="M14 18h16v10.5H21l-4.5 3.5v-3.5H14z" />}
      {name === 'meet' && (
        <>
          <circle className="g ring" cx="18.5" cy="22" r="5.5" />
          <circle className="g ring" cx="25.5" cy="22" r="5.5" />
        </>
      )}
      {name === 'help' && (
        <path
          className="g"
          d="M14.5 19h14m-3.800-3.800 3.800 3.800-3.800 3.800M29.500 26h-14m3.800-3.800L15.500 26l3.800 3.800"
        />
      )}
    </svg>
  )
}
