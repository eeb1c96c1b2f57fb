// The keys, behind `?`.
import { open } from '../kit/opened'
import { Dialog } from './dialog'

const keys: [string, [string, string][]][] = [
  [
    'Anywhere',
    [
      ['Ctrl K', 'find a person, page or command'],
      ['?', 'these keys'],
      ['u', 'take back what was last done'],
    ],
  ],
  [
    'Today',
    [
      ['j k', 'next step, the one before'],
      ['↵', 'the main thing'],
      ['d', 'done'],
      ['l', 'later'],
      ['s', 'skip'],
    ],
  ],
  [
    'Triage, and the question on a person',
    [
      ['y', 'yes, without hesitation'],
      ['h', 'I hesitate'],
      ['n', 'no'],
      ['s', 'does not know me'],
    ],
  ],
  [
    'People',
    [
      ['/', 'search'],
      ['j k', 'move'],
      ['x', 'select'],
      ['↵', 'open'],
    ],
  ],
  [
    'Review',
    [
      ['y', 'yes'],
      ['n', 'no'],
      ['l', 'later'],
    ],
  ],
  ['Focus', [['e', 'edit the rules of the first market']]],
]

export function KeysDialog() {
  return (
    <Dialog title="Keys" size={640} onClose={() => open(null)}>
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
        <p className="muted small">Keys of one letter never act while you type.</p>
      </div>
    </Dialog>
  )
}
