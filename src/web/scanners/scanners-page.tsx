import type { VNode } from 'preact';
import type { OwnedShop } from '../../operations/shops/keeping-operations.ts';
import type { OwnTerminal } from '../../operations/terminals/terminal-operations.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { Alarm, Done, FaultList, Field, type Marks } from '../forms/field.tsx';
import { Form, useAround } from '../office/frame.tsx';
import { officeWords } from '../words/office/in-language.ts';
import { scannerWords } from '../words/scanners/in-language.ts';

export interface ScannersParts {
  shop: OwnedShop;
  terminals: OwnTerminal[];
  /** The one that was added just now, and how its device comes to its key. */
  added: { terminal: OwnTerminal; address: string; qr: string | null } | null;
  disabled: boolean;
  /** Names the form, so that it adds one scanner however often it is sent. */
  once: string;
  name: string;
  marks: Marks;
  alarm: string | null;
}

/** The devices that take a shop's certificates and coupons. */
export function ScannersPage({ shop, terminals, added, disabled, once, name, marks, alarm }: ScannersParts): VNode {
  const { language } = useAround();
  const words = scannerWords(language);
  const base = `/shop/${shop.id}/scanners`;
  return (
    <>
      <p>
        <a href={`/shop/${shop.id}`} dir="auto">
          ← {shopNameIn(language, shop)}
        </a>
      </p>
      <h1>{words.title}</h1>
      {alarm && <Alarm text={alarm} />}
      <FaultList
        title={officeWords(language).pleaseCheck(Object.keys(marks).length)}
        marks={marks}
        labels={{ name: words.name }}
      />
      {disabled && <Done text={words.disabled} />}
      {added && <Added {...added} />}
      <p class="lead">{words.lead}</p>
      {terminals.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <ul class="cards">
          {terminals.map((terminal) => (
            <TerminalLine key={terminal.id} base={base} terminal={terminal} />
          ))}
        </ul>
      )}
      <section class="sheet" aria-labelledby="add">
        <h2 id="add">{words.add}</h2>
        <Form action={base} data-once="">
          <input type="hidden" name="once" value={once} />
          <Field
            name="name"
            label={words.name}
            hint={words.nameHint}
            marks={marks}
            value={name}
            maxLength={80}
            dir="auto"
          />
          <button class="button" type="submit">
            {words.addGo}
          </button>
        </Form>
      </section>
      <p>
        <a href="/terminal">{words.open}</a>
      </p>
    </>
  );
}

function Added({ terminal, address, qr }: NonNullable<ScannersParts['added']>): VNode {
  const words = scannerWords(useAround().language);
  return (
    <section class="sheet notice" aria-labelledby="added">
      <h2 id="added" dir="auto">
        {words.added(terminal.name)}
      </h2>
      {qr && (
        <>
          <p>{words.scanIt}</p>
          {/* Drawn by us, without script or style. */}
          <div class="key-qr" role="img" aria-label={words.qr} dangerouslySetInnerHTML={{ __html: qr }} />
        </>
      )}
      <p>{words.orType}</p>
      <p>
        <a href={address}>{address}</a>
      </p>
      <p>
        {words.key}
        <br />
        <code class="key">{inFours(terminal.key ?? '')}</code>
      </p>
      <p class="hint">{words.keyHint}</p>
    </section>
  );
}

/** As people read it out; the scanner's page takes it with or without the gaps. */
const inFours = (key: string): string => key.match(/.{1,4}/g)?.join(' ') ?? key;

function TerminalLine({ base, terminal }: { base: string; terminal: OwnTerminal }): VNode {
  const { language, timeZone } = useAround();
  const words = scannerWords(language);
  const dates = dateWriter(language, timeZone);
  const { id, name, addedAt, signedInAt, lastUsedAt } = terminal;
  const use = lastUsedAt
    ? words.lastUsed(dates.day(lastUsedAt))
    : signedInAt
      ? words.signedIn(dates.day(signedInAt))
      : words.nobodyYet;
  return (
    <li>
      <div class="card">
        <strong dir="auto">{name}</strong>
        <span class="soft">
          {use} · {words.since(dates.day(addedAt))}
        </span>
        <details>
          <summary>{words.disable}</summary>
          <p>{words.disableSure}</p>
          <Form action={`${base}/${id}/disable`} data-once="">
            <button class="button grave" type="submit" aria-label={`${words.disable}: ${name}`}>
              {words.disable}
            </button>
          </Form>
        </details>
      </div>
    </li>
  );
}

/** On the page of the shop: the way here. */
export function ScannersSheet({ shop }: { shop: OwnedShop }): VNode {
  const words = scannerWords(useAround().language);
  return (
    <section class="sheet" aria-labelledby="scanners">
      <h2 id="scanners">{words.title}</h2>
      <p class="soft">{words.sheetText}</p>
      <a class="button light" href={`/shop/${shop.id}/scanners`}>
        {words.sheetGo}
      </a>
    </section>
  );
}
