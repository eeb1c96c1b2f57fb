// The keys, behind `?`.
import { open } from '../kit/opened'
import { Dialog } from './dialog'
import { say } from '../words'

const keys: [string, [string, string][]][] = [
  [
    say('web.keys.anywhere'),
    [
      ['Ctrl K', say('web.frame.find-lower')],
      ['?', say('web.keys.these')],
      ['u', say('web.keys.undo')],
    ],
  ],
  [
    say('web.page.today'),
    [
      ['j k', say('web.keys.next')],
      ['↵', say('web.keys.main')],
      ['d', say('web.keys.done')],
      ['l', say('web.keys.later')],
      ['s', say('web.keys.skip')],
    ],
  ],
  [
    say('web.keys.triage'),
    [
      ['y', say('web.keys.yes-sure')],
      ['h', say('web.keys.hesitate')],
      ['n', say('web.keys.no')],
      ['s', say('web.keys.stranger')],
    ],
  ],
  [
    say('web.page.people'),
    [
      ['/', say('web.keys.search')],
      ['j k', say('web.keys.move')],
      ['x', say('web.keys.select')],
      ['↵', say('web.keys.open')],
    ],
  ],
  [
    say('web.page.review'),
    [
      ['y', say('web.keys.yes')],
      ['n', say('web.keys.no')],
      ['l', say('web.keys.later')],
    ],
  ],
  [say('web.page.focus'), [['e', say('web.keys.edit')]]],
]

export function KeysDialog() {
  return (
    <Dialog title={say('web.frame.keys')} size={640} onClose={() => open(null)}>
      <div className="keys">
        <div className="columns">
          {keys.map(([where, rows]) => (
            <section key={where}>
              <h3>{where}</h3>
              <dl>
                {rows.map(([key, words]) => (
                  <div key={key} style={{ display: 'contents' }}>
                    <dt>
                      {(key === 'Ctrl K' ? [key] : key.split(' ')).map((one) => (
                        <kbd key={one}>{one}</kbd>
                      ))}
                    </dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <p className="muted small">{say('web.keys.typing')}</p>
      </div>
    </Dialog>
  )
}
