import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { subscribers } from '../people.ts';
import { toBubble } from './chat-view.ts';
import type { Parties } from './parties.ts';

const shown = 20;

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: #1b1b1f; background: #fff }
  table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem }
  th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #d9d9de; vertical-align: top }
  th { white-space: nowrap }
  td { overflow-wrap: break-word; font-variant-numeric: tabular-nums }
  .wide { overflow-x: auto }
  h2 { margin-bottom: .3rem }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #17171b } th, td { border-color: #3a3a40 } }
`;

function Table(props: { title: string; heads: string[]; rows: ComponentChildren[][] }) {
  if (props.rows.length === 0) {
    return (
      <section>
        <h2>{props.title}</h2>
        <p>None yet.</p>
      </section>
    );
  }
  return (
    <section>
      <h2>{props.title}</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              {props.heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Page({ world, phoneNetwork, cardCompany, messenger, mailbox }: Parties) {
  const calls = phoneNetwork.calls.newestFirst().slice(0, shown);
  const messages = phoneNetwork.messages.newestFirst().slice(0, shown);
  const bubbles = messenger.book.newestFirst(shown).map(toBubble);
  const mails = mailbox.mails.newestFirst().slice(0, shown);
  const intents = cardCompany.intents.newestFirst().slice(0, shown);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Giftline's outer world</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>Giftline's outer world</h1>
        <p>
          This program plays the phone network, the messenger, the card company and everybody's mailbox for a machine
          that has none of them. Nobody is called, no money moves, and no mail leaves. The line's number is{' '}
          <strong>{world.settings.lineNumber}</strong>; mail is taken at <strong>{mailbox.url()}</strong>; the app is at{' '}
          {world.appUrl('/')}.
        </p>
        <Table
          title="People"
          heads={['Number', 'Name at the carrier', 'Two-way text and MMS']}
          rows={subscribers.map((one) => [one.number, one.name ?? 'unknown', one.twoWay ? 'yes' : 'no'])}
        />
        <Table
          title="Newest calls"
          heads={['From', 'To', 'State', 'Ended by', 'Said last']}
          rows={calls.map((call) => {
            const { transcript, ...facts } = call.record();
            const last = transcript.findLast((entry) => entry.kind === 'heard');
            return [facts.from, facts.to, facts.status, facts.endedBy ?? '', last?.kind === 'heard' ? last.text : ''];
          })}
        />
        <Table
          title="Newest texts"
          heads={['From', 'To', 'Text', 'Pictures', 'Status']}
          rows={messages.map((one) => [one.from, one.to, one.body, String(one.mediaUrls.length), one.status])}
        />
        <Table
          title="Newest chat messages"
          heads={['Chat', 'From', 'Text', 'Picture', 'Buttons']}
          rows={bubbles.map(({ chat, from, text, photo, buttons }) => [
            String(chat),
            from.name,
            text,
            photo ? 'yes' : 'no',
            buttons
              .flat()
              .map((button) => button.text)
              .join(' · '),
          ])}
        />
        <Table
          title="Newest mails"
          heads={['From', 'To', 'Subject', 'Parts', 'Read']}
          rows={mails.map(({ mailbox: to, read, content: { from, subject, parts } }) => [
            from[0]?.address ?? '',
            to,
            subject,
            String(parts.length),
            read ? 'yes' : 'no',
          ])}
        />
        <Table
          title="Newest payments"
          heads={['Payment', 'Amount', 'Customer', 'State']}
          rows={intents.map((one) => [one.id, `${one.amount} ${one.currency}`, one.customer ?? '', one.status])}
        />
        <Table
          title="Faults"
          heads={['Party', 'Kind', 'On', 'Left', 'Struck']}
          rows={world.faults.list().map((f) => [f.party, f.kind, f.on ?? 'anything', String(f.left), String(f.hits)])}
        />
        <Table
          title="Complaints"
          heads={['What the outer world found wrong']}
          rows={world
            .complaints()
            .slice(-shown)
            .map((c) => [c])}
        />
      </body>
    </html>
  );
}

/** The status page. Everything on it is escaped by the renderer. */
export const statusPage = (parties: Parties): string => `<!doctype html>${renderToString(<Page {...parties} />)}`;
