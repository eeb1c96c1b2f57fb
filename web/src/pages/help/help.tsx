// Help: is it a two-way street? Needs and offers, introductions on their way, favours, whom to ask.
import { useTitle } from '../../kit/router'
import { AskSomebody } from './ask-somebody'
import { Favours } from './favours'
import { Introductions } from './introductions'
import { Needs } from './needs'
import { Offers } from './offers'

export default function Help() {
  useTitle('Help')
  return (
    <>
      <p className="kicker">Help</p>
      <h1>A two-way street</h1>
      <p className="lede">
        Networking works when help flows both ways. Here is what people need, what you can do, and
        what has flowed: flow, not a balance.
      </p>
      <div className="two after">
        <div>
          <Needs />
          <Introductions />
        </div>
        <aside className="aside" aria-label="Offers and favours">
          <Offers />
          <Favours />
          <AskSomebody />
        </aside>
      </div>
    </>
  )
}
