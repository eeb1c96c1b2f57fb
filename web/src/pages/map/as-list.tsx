// The map for those who cannot see it, or would rather read: circles, and who is in which.
import type { MapPicture } from '../../api/types'
import { PersonLink } from '../../kit/mark'
import { say } from '../../words'

export function AsList({ map, onClose }: { map: MapPicture; onClose: () => void }) {
  const inCircle = (circle: number | null) =>
    map.nodes
      .filter((node) => node.network && node.circle === circle)
      .sort((a, b) => b.strength - a.strength)
  const circles = map.circles
    .map((one, i) => ({ ...one, members: inCircle(i) }))
    .filter((one) => one.members.length > 0)
  const loose = inCircle(null)
  return (
    <section className="panel map-list" aria-label={say('web.map.list-label')} tabIndex={0}>
      <div className="rowhead">
        <h2 className="h">{say('web.map.circles')}</h2>
        <button
          className="btn plain tight"
          aria-label={say('web.map.close-list')}
          onClick={onClose}
        >
          ×
        </button>
      </div>
      {circles.map((one) => (
        <div key={one.name}>
          <h3>{one.name}</h3>
          <p className="muted small">
            {say('web.map.circle-size', {
              people: one.people,
              network: one.network,
            })}
          </p>
          <ul>
            {one.members.map((node) => (
              <li key={node.id}>
                <PersonLink person={node} />
                {node.quiet && <span className="muted"> {say('web.standing.gone-quiet')}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {loose.length > 0 && (
        <div>
          <h3>{say('web.map.no-circle')}</h3>
          <ul>
            {loose.map((node) => (
              <li key={node.id}>
                <PersonLink person={node} />
                {node.quiet && <span className="muted"> {say('web.standing.gone-quiet')}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
