// The rule of a market, built by clicking; how many fit is counted as it changes.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { Problem } from '../../api/client'
import { ask } from '../../api/queries'
import { record } from '../../api/record'
import type { Market } from '../../api/types'
import { Dialog } from '../../overlays/dialog'
import { Mantine } from '../../overlays/mantine'
import { say } from '../../words'
import { type Condition, type Field, fieldNames, fields, parseRule, writeRule } from './rule'

interface RuleEditorProps {
  market: Market | null
  onClose: () => void
}

export default function RuleEditor({ market, onClose }: RuleEditorProps) {
  const [name, setName] = useState(market?.name ?? '')
  const [conditions, setConditions] = useState<Condition[]>(
    (market && parseRule(market.rule)) ?? [{ field: 'title', refuses: false, words: [] }],
  )
  const rule = writeRule(conditions)
  const at = { path: '/markets/{name}', parts: { name: name.trim() } } as const
  const change = (i: number, next: Condition) =>
    setConditions(conditions.map((one, j) => (i === j ? next : one)))
  const save = async () => {
    const told = say('web.focus.told-set', { name: name.trim() })
    if (await record({ ...at, method: 'PUT', body: { rule }, told })) onClose()
  }
  const drop = async () => {
    const told = say('web.focus.told-dropped', { name: market?.name ?? '' })
    if (await record({ ...at, method: 'DELETE', told })) onClose()
  }
  return (
    <Mantine>
      <Dialog
        title={
          market
            ? say('web.focus.rules-of', { name: market.name ?? '' })
            : say('web.focus.a-market')
        }
        size={680}
        onClose={onClose}
      >
        <div className="stack">
          {!market && (
            <label className="wide">
              <span className="small">{say('web.focus.call-it')}</span>
              <input
                className="field"
                data-autofocus
                placeholder={say('web.focus.call-it-example')}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
          )}
          <p className="muted small">{say('web.focus.every-line')}</p>
          {conditions.map((one, i) => (
            <ConditionLine
              key={i}
              condition={one}
              onChange={(next) => change(i, next)}
              onDrop={() => setConditions(conditions.filter((_, j) => j !== i))}
            />
          ))}
          <button
            className="btn plain"
            onClick={() =>
              setConditions([...conditions, { field: 'city', refuses: false, words: [] }])
            }
          >
            {say('web.focus.another-line')}
          </button>
          <Counted rule={rule} />
          <div className="acts wide">
            <button
              className="btn primary"
              disabled={rule === '' || name.trim() === ''}
              onClick={() => void save()}
            >
              {say('web.act.save')}
            </button>
            <span className="gap" />
            {market && (
              <button className="btn plain" onClick={() => void drop()}>
                {say('web.focus.drop')}
              </button>
            )}
          </div>
        </div>
      </Dialog>
    </Mantine>
  )
}

function Counted({ rule }: { rule: string }) {
  const tried = useQuery({
    ...ask('/markets/try', { query: { rule } }),
    enabled: rule !== '',
    placeholderData: keepPreviousData,
  })
  if (rule === '') return <p className="muted small">{say('web.focus.nobody-yet')}</p>
  if (tried.error) return <p className="small">{(tried.error as Problem).message}</p>
  return (
    <p className="say" aria-live="polite">
      {tried.data
        ? say('web.focus.tried', {
            fits: tried.data.fits,
            network: tried.data.network,
            maybe: tried.data.maybe,
          })
        : ' '}
    </p>
  )
}

interface ConditionLineProps {
  condition: Condition
  onChange: (condition: Condition) => void
  onDrop: () => void
}

function ConditionLine({ condition, onChange, onDrop }: ConditionLineProps) {
  const [text, setText] = useState('')
  const add = () => {
    const words = text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
    if (words.length > 0) onChange({ ...condition, words: [...condition.words, ...words] })
    setText('')
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && text === '') {
      onChange({ ...condition, words: condition.words.slice(0, -1) })
    }
  }
  return (
    <div className="condition">
      <select
        className="field pick"
        aria-label={say('web.focus.what-of-person')}
        value={condition.field}
        onChange={(event) => onChange({ ...condition, field: event.target.value as Field })}
      >
        {fields.map((field) => (
          <option key={field} value={field}>
            {fieldNames[field]}
          </option>
        ))}
      </select>
      <select
        className="field pick"
        aria-label={say('web.focus.has-or-not')}
        value={condition.refuses ? 'no' : 'yes'}
        onChange={(event) => onChange({ ...condition, refuses: event.target.value === 'no' })}
      >
        <option value="yes">{say('web.focus.has')}</option>
        <option value="no">{say('web.focus.has-not')}</option>
      </select>
      <div className="words">
        {condition.words.map((word) => (
          <button
            className="chip t"
            key={word}
            aria-label={say('web.act.remove-it', { what: word })}
            onClick={() =>
              onChange({ ...condition, words: condition.words.filter((one) => one !== word) })
            }
          >
            {word} ×
          </button>
        ))}
        <input
          aria-label={say('web.focus.words-for', { field: fieldNames[condition.field] })}
          placeholder={
            condition.field === 'seniority'
              ? say('web.focus.seniorities', { leads: 'leads', senior: 'senior', other: 'other' })
              : say('web.focus.a-word')
          }
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          onBlur={add}
        />
      </div>
      <button className="btn plain" aria-label={say('web.focus.remove-line')} onClick={onDrop}>
        ×
      </button>
    </div>
  )
}
