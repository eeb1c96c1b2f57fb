// Help: is it a two-way street? Needs and offers, introductions on their way, favours, whom to ask.
import { useTitle } from '../../kit/router'
import { AskSomebody } from './ask-somebody'
import { Favours } from './favours'
import { Introductions } from './introductions'
import { Needs } from './needs'
import { Offers } from './offers'
import { say } from '../../words'

export default function Help() {
  useTitle(say('web.page.help'))
  return (
    <>
      <p className="kicker">{say('web.page.help')}</p>
      <h1>{say('web.help.head')}</h1>
      <p className="lede">{say('web.help.lede')}</p>
      <div className="two after">
        <div>
          <Needs />
          <Introductions />
        </div>
        <aside className="aside" aria-label={say('web.help.aside')}>
          <Offers />
          <Favours />
          <AskSomebody />
        </aside>
      </div>
    </>
  )
}
