// The quiet line that says: what you see is invented.
import { useState } from 'react'
import { send } from '../api/client'
import { client } from '../api/queries'
import { go } from '../kit/router'
import { tellProblem } from '../kit/told'
import { setStage } from '../pages/welcome/stage'
import { say } from '../words'

export const lives = [150, 300, 1000]

/** Of so many people. */
export async function enterDemo(people = 1000) {
  await send('POST', '/demo', { body: { people } })
  await client.resetQueries()
  setStage(null)
  go('/')
}

export function DemoBanner() {
  const [leaving, setLeaving] = useState(false)
  const leave = async () => {
    setLeaving(true)
    try {
      await send('DELETE', '/demo')
      await client.resetQueries()
      go('/')
    } catch (error) {
      tellProblem(error)
    }
    setLeaving(false)
  }
  return (
    <p className="demo">
      {say('web.demo.banner')}{' '}
      <button className="linkish" disabled={leaving} onClick={() => void leave()}>
        {say('web.demo.leave')}
      </button>
    </p>
  )
}
