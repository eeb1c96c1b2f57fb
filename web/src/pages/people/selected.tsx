// What can be done with all who are selected.
import { say } from '../../api/say'
import type { Person, Rule } from '../../api/types'
import { people } from '../../words'

interface SelectedProps {
  selected: Person[]
  letGo: boolean
  onClear: () => void
}

export function Selected({ selected, letGo, onClear }: SelectedProps) {
  const rule = async (verb: Rule, told: string) => {
    const persons = selected.map((person) => person.id)
    if (await say({ path: '/people/rule', body: { verb, persons }, told })) onClear()
  }
  const whom = selected.length === 1 ? (selected[0]?.name ?? '') : people(selected.length)
  return (
    <div className="selbar" role="toolbar" aria-label="With those selected">
      <span>{selected.length} selected</span>
      {letGo ? (
        <button onClick={() => void rule('take-back', `Taken back: ${whom}.`)}>Take back</button>
      ) : (
        <>
          <button onClick={() => void rule('let-go', `Let go: ${whom}.`)}>Let go</button>
          <button onClick={() => void rule('exempt', `Exempt from now on: ${whom}.`)}>
            Exempt
          </button>
          <button onClick={() => void rule('organisation', `Not a person: ${whom}.`)}>
            Not a person
          </button>
        </>
      )}
      <button onClick={onClear}>Clear</button>
    </div>
  )
}
