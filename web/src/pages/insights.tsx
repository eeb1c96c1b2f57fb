// Insights: is it working? The network quarter by quarter, what moved people, and whether it foretold.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useFacets, useReport, useStatus } from '../api/queries'
import type { Report } from '../api/types'
import { PersonLink } from '../kit/mark'
import { Link, useTitle } from '../kit/router'
import { ScrollX } from '../kit/scroll-x'
import { Answer, Empty, Loading } from '../kit/states'
import { Bars } from '../pictures/bars'
import { Columns } from '../pictures/columns'
import {
  day,
  inHundred,
  num,
  people,
  rungOrder,
  rungs,
  sentence,
  spelled,
  topic,
} from '../words'

const quarter = (iso: string, i: number, all: number) => {
  const date = new Date(`${iso}T12:00:00`)
  if (i === all - 1) return 'now'
  return `Q${Math.floor(date.getMonth() / 3) + 1} ’${String(date.getFullYear()).slice(2)}`
}

function headline(report: Report | undefined): string {
  if (!report) return 'Is it working?'
  const first = report.quarters[0]
  const last = report.quarters.at(-1)
  if (!first || !last) return 'There is no past to look at yet.'
  const grown = last.network - first.network
  if (grown > 0)
    return `${spelled(grown)} more in your network than in ${quarter(first.day, 0, 2)}.`
  if (grown < 0)
    return `${spelled(-grown)} fewer in your network than in ${quarter(first.day, 0, 2)}.`
  return `As many in your network as in ${quarter(first.day, 0, 2)}.`
}

function Quarters({ report }: { report: Report }) {
  const all = report.quarters
  const rows = all.map((one, i) => ({
    label: quarter(one.day, i, all.length),
    n: one.network,
    part: Math.min(one.quiet, one.network),
  }))
  const part = (n: number | null) => (n === null ? '' : inHundred(n))
  return (
    <>
      <p className="muted small section-s">The open part has gone quiet.</p>
      <Columns
        rows={rows}
        part="quiet"
        label={`Network at the end of each quarter: ${rows.map((row) => `${row.label} ${row.n}`).join(', ')}`}
      />
      <details className="section-s">
        <summary className="small">The same as a table, with more</summary>
        <ScrollX label="Quarters">
          <table className="kv section-s">
            <thead>
              <tr>
                <th>until</th>
                <th className="num">people</th>
                <th className="num">network</th>
                <th className="num">came</th>
                <th className="num">went</th>
                <th className="num">quiet</th>
                <th className="num">advocates</th>
                <th className="num">help both ways</th>
                <th className="num">in touch</th>
              </tr>
            </thead>
            <tbody>
              {[...all].reverse().map((one) => (
                <tr key={one.day}>
                  <td>{day(one.day)}</td>
                  <td className="num">{num(one.people)}</td>
                  <td className="num">{num(one.network)}</td>
                  <td className="num">{num(one.joined)}</td>
                  <td className="num">{num(one.left)}</td>
                  <td className="num">{num(one.quiet)}</td>
                  <td className="num">{num(one.advocates)}</td>
                  <td className="num">{part(one.reciprocity)}</td>
                  <td className="num">{part(one.constancy)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      </details>
    </>
  )
}

const known = { rung: ['in_touch', 'met', 'network', 'advocate'] }

/** Everybody with whom the owner is in touch or closer, by strength. */
function Strengths() {
  const all = useFacets(known, true)
  const network = useFacets({ ...known, standing: ['network'] }, true)
  if (!all.data || !network.data) return <Loading lines={4} />
  const members = network.data.strength
  const rows = all.data.strength.map((n, i) => ({
    label: i === 9 ? '90–100' : `${10 * i}–${10 * i + 9}`,
    n,
    part: n - (members[i] ?? 0),
  }))
  return (
    <>
      <p className="muted small section-s">
        Network below, warm; contacts in touch above, cool. 100 is a tie as alive as it can be.
      </p>
      <Columns
        rows={rows}
        part="contacts"
        label={`How many have which strength: ${rows.map((row) => `${row.label} ${row.n}`).join(', ')}`}
      />
      <details className="section-s">
        <summary className="small">The same as a table</summary>
        <table className="kv section-s">
          <thead>
            <tr>
              <th>strength</th>
              <th className="num">network</th>
              <th className="num">contacts in touch</th>
            </tr>
          </thead>
          <tbody>
            {[...rows].reverse().map((row) => (
              <tr key={row.label}>
                <td>{row.label}</td>
                <td className="num">{num(row.n - row.part)}</td>
                <td className="num">{num(row.part)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

function Moved({ report }: { report: Report }) {
  return (
    <>
      {report.moved.length === 0 && <Empty say="Nobody yet, as far as your files tell." />}
      <ul className="tl">
        {report.moved.slice(0, 12).map((one) => (
          <li key={one.id + one.day}>
            <time>{day(one.day)}</time>
            <span className="dir" aria-hidden="true">
              →
            </span>
            <span>
              <PersonLink person={one} />
              {one.after.length > 0 &&
                `, after ${one.after.map((step) => `${step.play} (${topic(step)})`).join(', ')}`}
            </span>
            <span className="src">by {one.by}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Plays({ report }: { report: Report }) {
  if (report.plays.length === 0) {
    return (
      <Empty say="No step of a plan has been taken yet.">
        <p>
          What each play leads to is counted from the steps that you mark as done in{' '}
          <Link to="/">Today</Link>.
        </p>
      </Empty>
    )
  }
  return (
    <ScrollX label="Plays">
      <table className="kv section-s">
        <thead>
          <tr>
            <th>play</th>
            <th className="num">steps</th>
            <th className="num">answered</th>
            <th className="num">moved up</th>
            <th className="num">into network</th>
          </tr>
        </thead>
        <tbody>
          {report.plays.map((one) => (
            <tr key={one.play}>
              <td>
                <i className="playname">{one.play}</i>
                {one.too_early > 0 && (
                  <small className="muted"> {num(one.too_early)} too early to say</small>
                )}
              </td>
              <td className="num">{num(one.steps)}</td>
              <td className="num">{num(one.answered)}</td>
              <td className="num">{num(one.moved_up)}</td>
              <td className="num">{num(one.network)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

/** Ranked are those who were written to; an answer is one within two weeks of the first letter. */
function foretoldWords(one: Report['foretold'][number]): string {
  const wrote = `In the 90 days after, you wrote to ${people(one.written_to)} whom you knew by then`
  const came = `${num(one.answered)} answered within two weeks`
  const rates = `${inHundred(one.answered / one.written_to)}, where ${inHundred(one.expected_share)} were foretold`
  const all =
    one.answered > 1 && one.top < one.written_to && one.answered === one.top_answered
      ? ` All ${num(one.answered)} were among those ${num(one.top)}.`
      : ''
  return `${wrote}; ${came}: ${rates}.${all}`
}

function Foretold({ report }: { report: Report }) {
  if (report.foretold.length === 0)
    return <Empty say="There is no past long enough to check against." />
  return (
    <ul className="rows single section-s">
      {report.foretold.map((one) => (
        <li key={one.day}>
          {one.top < one.written_to
            ? `Of the ${num(one.top)} ranked highest on ${day(one.day)}, ${num(one.top_answered)} answered.`
            : `Of the ${num(one.top)} ranked on ${day(one.day)} to whom you wrote, ${num(one.top_answered)} answered.`}
          <small>{foretoldWords(one)}</small>
        </li>
      ))}
    </ul>
  )
}

function Constancy({ report }: { report: Report }) {
  const windows = report.constancy_windows
  return (
    <p className="small section-s">
      {windows === null
        ? 'No tie is old enough to tell.'
        : sentence(
            `of the last 12 spans of each tie’s own rhythm you were in touch in ${num(Math.round(windows))}, on average over your network`,
          )}
    </p>
  )
}

type Part = ComponentType<{ report: Report }>

const left: [string, Part][] = [
  ['Network, quarter by quarter', Quarters],
  ['Who came into the network', Moved],
]
const right: [string, Part][] = [
  ['What the plays led to', Plays],
  ['Did it foretell?', Foretold],
  ['How constant you are', Constancy],
]

/** Parts of one report, which may take a while: their heads stand from the start. */
function Parts({ parts, report }: { parts: [string, Part][]; report: UseQueryResult<Report> }) {
  return parts.map(([title, View]) => (
    <section className="section" aria-label={title} key={title}>
      <h2 className="h">{title}</h2>
      <Answer of={report} lines={4}>
        {(known) => <View report={known} />}
      </Answer>
    </section>
  ))
}

export default function Insights() {
  useTitle('Insights')
  const report = useReport()
  const status = useStatus().data
  return (
    <>
      <p className="kicker">Insights</p>
      <h1 className="narrowhead">{headline(report.data)}</h1>
      <div className="two">
        <div>
          <Parts parts={left.slice(0, 1)} report={report} />
          <section className="section" aria-label="How strong the ties are">
            <h2 className="h">How strong the ties are</h2>
            <Strengths />
          </section>
          <Parts parts={left.slice(1)} report={report} />
        </div>
        <aside className="aside" aria-label="The ladder, plays, and what was foretold">
          {status && (
            <section className="section">
              <h2 className="h">The ladder</h2>
              <Bars
                rows={rungOrder.map((rung) => ({
                  words: rungs[rung],
                  n: status.rungs[rung],
                  face: rung === 'advocate' || rung === 'network' ? 'net' : 'con',
                }))}
              />
            </section>
          )}
          <Parts parts={right} report={report} />
        </aside>
      </div>
    </>
  )
}
