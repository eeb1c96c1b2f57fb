// An address that is no page.
import { Link, useTitle } from '../kit/router'

export default function Nowhere() {
  useTitle('No such page')
  return (
    <>
      <p className="kicker">No such page</p>
      <h1 className="h1">There is nothing at this address.</h1>
      <p className="lede">
        Perhaps it was a person who has become one with another. <Link to="/people">People</Link>{' '}
        has everybody; <Link to="/">Today</Link> is where the plan is.
      </p>
    </>
  )
}
