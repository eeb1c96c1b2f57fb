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
import { day, inHundred, num, play, rich, rungOrder, rungs, say, spelled, topic } from '../words'

const quarter = (iso: string, i: number, all: number) => {
  const date = new Date(`${iso}T12:00:00`)
  if (i === all - 1) return say('web.insights.now')
  return say('web.insights.quarter', {
    quarter: Math.floor(date.getMonth() / 3) + 1,
    year: String(date.getFullYear()).slice(2),
  })
}

function headline(report: Report | undefined): string {
  if (!report) return say('web.insights.head')
  const first = report.quarters[0]
  const last = report.quarters.at(-1)
  if (!first || !last) return say('web.insights.no-past')
  const grown = last.network - first.network
  const then = quarter(first.day, 0, 2)
  if (grown > 0) return say('web.insights.more', { many: spelled(grown), then })
  if (grown < 0) return say('web.insights.fewer', { many: spelled(-grown), then })
  return say('web.insights.as-many', { then })
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
      <p className="muted small section-s">{say('web.insights.open-part')}</p>
      <Columns
        rows={rows}
        part="quiet"
        label={say('web.insights.quarters-label', {
          rows: rows.map((row) => `${row.label} ${num(row.n)}`).join(', '),
        })}
      />
      <details className="section-s">
        <summary className="small">{say('web.insights.table-more')}</summary>
        <ScrollX label={say('web.insights.quarters')}>
          <table className="kv section-s">
            <thead>
              <tr>
                <th>{say('web.insights.until')}</th>
                <th className="num">{say('web.insights.people')}</th>
                <th className="num">{say('web.rung.network')}</th>
                <th className="num">{say('web.insights.came')}</th>
                <th className="num">{say('web.insights.went')}</th>
                <th className="num">{say('web.insights.quiet')}</th>
                <th className="num">{say('web.insights.advocates')}</th>
                <th className="num">{say('web.insights.both-ways')}</th>
                <th className="num">{say('web.rung.in-touch')}</th>
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
      <p className="muted small section-s">{say('web.insights.strengths')}</p>
      <Columns
        rows={rows}
        part="contacts"
        label={say('web.insights.strengths-label', {
          rows: rows.map((row) => `${row.label} ${num(row.n)}`).join(', '),
        })}
      />
      <details className="section-s">
        <summary className="small">{say('web.insights.table')}</summary>
        <table className="kv section-s">
          <thead>
            <tr>
              <th>{say('web.insights.strength')}</th>
              <th className="num">{say('web.rung.network')}</th>
              <th className="num">{say('web.insights.contacts')}</th>
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
      {report.moved.length === 0 && <Empty words={say('web.insights.nobody-moved')} />}
      <ul className="tl">
        {report.moved.slice(0, 12).map((one) => (
          <li key={one.id + one.day}>
            <time>{day(one.day)}</time>
            <span className="dir" aria-hidden="true">
              →
            </span>
            <span>
              {one.after.length === 0 ? (
                <PersonLink person={one} />
              ) : (
                rich('web.insights.moved-after', {
                  who: <PersonLink key="who" person={one} />,
                  steps: one.after.map((step) => `${play(step.play)} (${topic(step)})`).join(', '),
                })
              )}
            </span>
            <span className="src">{say('web.insights.moved-by', { what: one.by })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Plays({ report }: { report: Report }) {
  if (report.plays.length === 0) {
    return (
      <Empty words={say('web.insights.no-step')}>
        <p>
          {rich('web.insights.no-step-more', { today: (parts) => <Link to="/">{parts}</Link> })}
        </p>
      </Empty>
    )
  }
  return (
    <ScrollX label={say('web.page.plays')}>
      <table className="kv section-s">
        <thead>
          <tr>
            <th>{say('web.insights.play')}</th>
            <th className="num">{say('web.insights.steps')}</th>
            <th className="num">{say('web.insights.answered')}</th>
            <th className="num">{say('web.insights.moved-up')}</th>
            <th className="num">{say('web.insights.into-network')}</th>
          </tr>
        </thead>
        <tbody>
          {report.plays.map((one) => (
            <tr key={one.play}>
              <td>
                <i className="playname">{play(one.play)}</i>
                {one.too_early > 0 && (
                  <small className="muted">
                    {' '}
                    {say('web.insights.too-early', { n: one.too_early })}
                  </small>
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
  const all = one.answered > 1 && one.top < one.written_to && one.answered === one.top_answered
  return say('web.insights.foretold', {
    written_to: one.written_to,
    answered: one.answered,
    rate: inHundred(one.answered / one.written_to),
    expected: inHundred(one.expected_share),
    all: all ? 'yes' : 'no',
    top: one.top,
  })
}

function Foretold({ report }: { report: Report }) {
  if (report.foretold.length === 0) return <Empty words={say('web.insights.no-past-long')} />
  return (
    <ul className="rows single section-s">
      {report.foretold.map((one) => (
        <li key={one.day}>
          {one.top < one.written_to
            ? say('web.insights.ranked-highest', {
                top: one.top,
                day: day(one.day),
                n: one.top_answered,
              })
            : say('web.insights.ranked', {
                top: one.top,
                day: day(one.day),
                n: one.top_answered,
              })}
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
        ? say('web.insights.no-tie')
        : say('web.insights.constancy', { n: Math.round(windows) })}
    </p>
  )
}

type Part = ComponentType<{ report: Report }>

const left: [string, Part][] = [
  [say('web.insights.quarter-by-quarter'), Quarters],
  [say('web.insights.who-came'), Moved],
]
const right: [string, Part][] = [
  [say('web.insights.led-to'), Plays],
  [say('web.insights.did-foretell'), Foretold],
  [say('web.insights.how-constant'), Constancy],
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
  useTitle(say('web.page.insights'))
  const report = useReport()
  const status = useStatus().data
  return (
    <>
      <p className="kicker">{say('web.page.insights')}</p>
      <h1 className="narrowhead">{headline(report.data)}</h1>
      <div className="two">
        <div>
          <Parts parts={left.slice(0, 1)} report={report} />
          <section className="section" aria-label={say('web.insights.how-strong')}>
            <h2 className="h">{say('web.insights.how-strong')}</h2>
            <Strengths />
          </section>
          <Parts parts={left.slice(1)} report={report} />
        </div>
        <aside className="aside" aria-label={say('web.insights.aside')}>
          {status && (
            <section className="section">
              <h2 className="h">{say('web.insights.ladder')}</h2>
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
