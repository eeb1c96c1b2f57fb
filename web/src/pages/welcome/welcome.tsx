// The first visit, one thing at a time: files, is this you, the circles, ten cards, the first plan.
import { useEffect, useState } from 'react'
import { useKindsRead, useStatus } from '../../api/queries'
import type { Owner, Status } from '../../api/types'
import { enterDemo, lives } from '../../frame/demo'
import { Brand } from '../../kit/glyphs'
import { chooseFiles, forgetImport, useImport } from '../../kit/imports'
import { go, useTitle } from '../../kit/router'
import { Answer } from '../../kit/states'
import { tellProblem } from '../../kit/told'
import { Circles } from '../../pictures/circles'
import { ignorance, rich, say } from '../../words'
import { ImportPanel } from '../sources/import-panel'
import { AddHandle, Handles, allMine } from '../sources/is-this-you'
import { Cards } from '../triage-cards'
import { type Stage, useWelcome } from './stage'

function LookAround() {
  const [size, setSize] = useState(1000)
  return (
    <div className="section inline">
      <span>{say('web.welcome.no-files')}</span>
      <button className="btn" onClick={() => void enterDemo(size).catch(tellProblem)}>
        {say('web.command.demo')}
      </button>
      <select
        className="field pick"
        aria-label={say('web.welcome.demo-size')}
        value={size}
        onChange={(event) => setSize(Number(event.target.value))}
      >
        {lives.map((n) => (
          <option key={n} value={n}>
            {say('web.welcome.of-people', { n })}
          </option>
        ))}
      </select>
    </div>
  )
}

function Start() {
  return (
    <>
      <h1>{say('web.welcome.head')}</h1>
      <p className="lede">{say('web.welcome.lede')}</p>
      <div className="dropzone large">
        <p className="say">{say('web.welcome.drop')}</p>
        <p className="muted small">{say('web.welcome.drop-more')}</p>
        <button className="btn primary" onClick={() => chooseFiles(true)}>
          {say('web.act.choose-files')}
        </button>
      </div>
      <details className="section">
        <summary>{say('web.welcome.how-linkedin')}</summary>
        <ol className="numbered">
          <li>{say('web.welcome.linkedin-1')}</li>
          <li>{say('web.welcome.linkedin-2')}</li>
          <li>{say('web.welcome.linkedin-3')}</li>
        </ol>
      </details>
      <LookAround />
    </>
  )
}

function You({ owner, onNext }: { owner: Owner; onNext: () => void }) {
  const known = owner.handles.length > 0
  return (
    <div className="you">
      <h1>
        {owner.name
          ? say('web.welcome.are-you', { name: owner.name })
          : say('web.welcome.which-yours')}
      </h1>
      <p className="lede">{known ? say('web.welcome.taken') : say('web.welcome.not-told')}</p>
      {known && <Handles owner={owner} />}
      <AddHandle />
      <div className="acts">
        <button
          className="btn primary"
          autoFocus={known}
          onClick={() => void allMine(owner).then((sure) => sure && onNext())}
        >
          {known ? say('web.welcome.yes-me') : say('web.welcome.go-on')}
        </button>
      </div>
    </div>
  )
}

function TwoCircles({ status, onNext }: { status: Status; onNext: () => void }) {
  const kinds = useKindsRead()
  const unknown = kinds ? ignorance(kinds) : null
  return (
    <div className="twocircles">
      <div>
        <h1>
          {rich('web.welcome.you-know', {
            people: status.people,
            network: status.network,
            near: status.one_step_away,
            net: (parts) => <span className="net">{parts}</span>,
            con: (parts) => <span className="con">{parts}</span>,
          })}
        </h1>
        <p className="lede">{say('web.welcome.two-circles-more')}</p>
        {unknown && (
          <p className="lede">
            {unknown} {say('web.welcome.drop-one')}
          </p>
        )}
        <div className="acts">
          <button className="btn primary" onClick={onNext} autoFocus>
            {say('web.welcome.ten-cards')}
          </button>
        </div>
      </div>
      <Circles
        people={status.people}
        network={status.network}
        oneStep={status.one_step_away}
        quiet={status.quiet}
        joined={0}
      />
    </div>
  )
}

const steps: { stage: Stage; words: string }[] = [
  { stage: 'start', words: say('web.welcome.files') },
  { stage: 'you', words: say('web.you.is-this') },
  { stage: 'circles', words: say('web.welcome.two-circles') },
  { stage: 'triage', words: say('web.welcome.ten-cards') },
]

export default function Welcome() {
  useTitle(say('web.page.welcome'))
  const [stage, setStage] = useWelcome()
  const status = useStatus()
  const progress = useImport()
  const ended = progress?.phase === 'ended' && progress.run?.state === 'done'
  const now = stage ?? 'start'

  useEffect(() => {
    if (stage === null) setStage('start')
  }, [stage, setStage])
  useEffect(() => {
    if (progress && progress.phase !== 'ended' && now === 'start') setStage('reading')
    if (!progress && now === 'reading') setStage('start')
  }, [progress, now, setStage])

  const finish = () => {
    setStage(null)
    forgetImport()
    go('/')
  }
  const at = steps.findIndex((one) => one.stage === (now === 'reading' ? 'start' : now))
  return (
    <>
      <p className="brand">
        <Brand />
        wellmet
      </p>
      {now !== 'start' && (
        <ol className="stages" aria-label={say('web.welcome.how-far')}>
          {steps.map((one, i) => (
            <li key={one.stage} aria-current={i === at ? 'step' : undefined}>
              {one.words}
            </li>
          ))}
        </ol>
      )}
      {now === 'start' && <Start />}
      {now === 'reading' && (
        <>
          <h1>{ended ? say('web.welcome.read') : say('web.welcome.reading')}</h1>
          <ImportPanel />
          {ended && (
            <div className="acts">
              <button className="btn primary" onClick={() => setStage('you')} autoFocus>
                {say('web.welcome.go-on')}
              </button>
              <button className="btn" onClick={() => chooseFiles(true)}>
                {say('web.welcome.more-files')}
              </button>
            </div>
          )}
        </>
      )}
      {now === 'you' && (
        <Answer of={status} lines={6}>
          {(known) => <You owner={known.owner} onNext={() => setStage('circles')} />}
        </Answer>
      )}
      {now === 'circles' && (
        <Answer of={status} lines={6}>
          {(known) => <TwoCircles status={known} onNext={() => setStage('triage')} />}
        </Answer>
      )}
      {now === 'triage' && (
        <>
          <Cards upTo={10} onEnd={finish} />
          <div className="acts">
            <button className="btn" onClick={finish}>
              {say('web.welcome.first-plan')}
            </button>
          </div>
        </>
      )}
    </>
  )
}
