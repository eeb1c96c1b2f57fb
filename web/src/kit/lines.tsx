// Shows the told line at the foot of the page, and says it to those who listen.
import { dismiss, takeBackThis, useLine } from './told'
import { say } from '../words'

export function Lines() {
  const line = useLine()
  return (
    <div className="lines" role="status" aria-live="polite">
      {line && (
        <div className="line" key={line.id}>
          <p>
            {line.text}
            {line.help && <small>{line.help}</small>}
          </p>
          {line.back && (
            <button onClick={() => takeBackThis(line)}>
              {say('web.line.take-back')} <kbd>u</kbd>
            </button>
          )}
          <button
            className="close"
            aria-label={say('web.line.close')}
            onClick={() => dismiss(line.id)}
          >
            ×
          </button>
        </div>
      )}
    </div>
  )
}
