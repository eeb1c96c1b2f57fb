// An address that is no page.
import { Link, useTitle } from '../kit/router'
import { rich, say } from '../words'

export default function Nowhere() {
  useTitle(say('web.nowhere.title'))
  return (
    <>
      <p className="kicker">{say('web.nowhere.title')}</p>
      <h1 className="h1">{say('web.nowhere.head')}</h1>
      <p className="lede">
        {rich('web.nowhere.where', {
          people: (parts) => <Link to="/people">{parts}</Link>,
          today: (parts) => <Link to="/">{parts}</Link>,
        })}
      </p>
    </>
  )
}
