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
import { ignorance, num, people } from '../../words'
import { ImportPanel } from '../sources/import-panel'
import { AddHandle, Handles, allMine } from '../sources/is-this-you'
import { Cards } from '../triage-cards'
import { type Stage, useWelcome } from './stage'

function LookAround() {
  const [size, setSize] = useState(1000)
  return (
    <div className="section inline">
      <span>No files at hand?</span>
      <button className="btn" onClick={() => void enterDemo(size).catch(tellProblem)}>
        Look around with an invented life
      </button>
      <select
        className="field pick"
        aria-label="How many people the invented life has"
        value={size}
        onChange={(event) => setSize(Number(event.target.value))}
      >
        {lives.map((n) => (
          <option key={n} value={n}>
            of {num(n)} people
          </option>
        ))}
      </select>
    </div>
  )
}

function Start() {
  return (
    <>
      <h1>Whom do you know, and who of them is your network?</h1>
      <p className="lede">
        Contacts are people you may have met. Your network are those with whom you have spoken and
        between whom and you help has flowed. wellmet tells the two apart, from files that you
        already have.
      </p>
      <div className="dropzone large">
        <p className="say">Drop your LinkedIn export here.</p>
        <p className="muted small">
          Or mail, a calendar, an address book: whatever you have. All of it is read on this machine
          and stays here.
        </p>
        <button className="btn primary" onClick={() => chooseFiles(true)}>
          Choose files
        </button>
      </div>
      <details className="section">
        <summary>How to get your LinkedIn export</summary>
        <ol className="numbered">
          <li>On LinkedIn, open Settings, then Data privacy, then Get a copy of your data.</li>
          <li>Choose the larger archive, with connections, messages and recommendations.</li>
          <li>LinkedIn mails you a link, within a day. Drop the zip here as it comes.</li>
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
      <h1>{owner.name ? `Are you ${owner.name}?` : 'Which addresses are yours?'}</h1>
      <p className="lede">
        {known
          ? 'These addresses, numbers and profiles are taken for yours. What is yours must not count as somebody else.'
          : 'Your files do not tell whose they are. Say an address of yours: what is yours must not count as somebody else.'}
      </p>
      {known && <Handles owner={owner} />}
      <AddHandle />
      <div className="acts">
        <button
          className="btn primary"
          autoFocus={known}
          onClick={() => void allMine(owner).then((sure) => sure && onNext())}
        >
          {known ? 'Yes, that is me' : 'Go on'}
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
          You know {people(status.people)}.{' '}
          <span className="net">{num(status.network)} are your network.</span>{' '}
          <span className="con">{num(status.one_step_away)} are one step away.</span>
        </h1>
        <p className="lede">
          The ring is cool and wide: contacts. The circle within is warm: your network. Every page
          uses the two colours for these two things. Files see only a part of a life, so next come
          ten people about whom your word says most.
        </p>
        {unknown && <p className="lede">{unknown} Drop one in whenever you have it.</p>}
        <div className="acts">
          <button className="btn primary" onClick={onNext} autoFocus>
            Ten cards
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
  { stage: 'start', words: 'Files' },
  { stage: 'you', words: 'Is this you?' },
  { stage: 'circles', words: 'The two circles' },
  { stage: 'triage', words: 'Ten cards' },
]

export default function Welcome() {
  useTitle('Welcome')
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
        <ol className="stages" aria-label="How far this has come">
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
          <h1>{ended ? 'Read.' : 'Reading your files.'}</h1>
          <ImportPanel />
          {ended && (
            <div className="acts">
              <button className="btn primary" onClick={() => setStage('you')} autoFocus>
                Go on
              </button>
              <button className="btn" onClick={() => chooseFiles(true)}>
                Add more files
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
              To the first plan
            </button>
          </div>
        </>
      )}
    </>
  )
}
