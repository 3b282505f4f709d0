import { createConnection } from 'node:net';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../simulator/start.ts';
import { mailFrom as from, sendMail, yunasAddress as yuna } from '../support/send-mail.ts';
import { account, botToken, line, openWorlds, stripeKeys } from './fake-app.ts';

const sora = 'park@halla.example';
/** The smallest PNG there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** The SMTP code of a refusal, or what went wrong without one. */
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    ({ responseCode, code }: { responseCode?: number; code?: string }) => responseCode ?? code,
  );

async function openMail(more: Parameters<typeof openWorlds>[1] = {}, answers: Parameters<typeof openWorlds>[0] = {}) {
  const world = await openWorlds(answers, more);
  return { ...world, send: (mail: SendMailOptions) => sendMail(world.simulator.smtpUrl, mail) };
}

test('a mail with text, HTML, a picture in it and an attachment is read as it was written', async () => {
  const { desk, send, simulator } = await openMail();
  await send({
    subject: '최유나 님, 선물이 왔어요 🎁 Un café, s’il vous plaît',
    text: '한라악기 50,000원 상품권',
    html: '<h1>한라악기</h1><img src="cid:card@giftline" alt="상품권">',
    attachments: [
      { filename: 'card.png', content: pixel, cid: 'card@giftline' },
      { filename: '영수증 (1).txt', content: '합계 50,000원' },
    ],
  });
  const [line] = await desk.mailbox(yuna).mails();
  expect(line).toMatchObject({ read: false, attached: 1, begins: '한라악기 50,000원 상품권' });
  const mail = await desk.mailbox(yuna).opens(/선물/);
  expect(mail.subject).toBe('최유나 님, 선물이 왔어요 🎁 Un café, s’il vous plaît');
  expect(mail.from).toEqual({ name: '기프트라인', address: 'gifts@giftline.example' });
  expect(mail.to).toEqual([{ name: '', address: yuna }]);
  expect(mail.text?.trim()).toBe('한라악기 50,000원 상품권');
  expect(mail).toMatchObject({ read: true, unsubscribe: null, farPictures: false });

  const html = await fetch(`${simulator.url}${mail.htmlUrl}`);
  expect(await html.text()).toContain(`<img src="${mail.inline[0]?.url}" alt="상품권">`);
  expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox allow-popups/);
  const picture = await fetch(simulator.url + mail.inline[0]?.url);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(pixel);

  expect(mail.attachments).toEqual([
    { name: '영수증 (1).txt', contentType: 'text/plain', bytes: 16, url: expect.any(String) },
  ]);
  const receipt = await fetch(simulator.url + mail.attachments[0]?.url);
  expect(await receipt.text()).toBe('합계 50,000원');
  expect(receipt.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('영수증 ')}%281%29.txt`,
  );
  expect(await desk.complaints()).toEqual([]);
});

test('an attached page is saved and never shown: it would run at the desk’s own address', async () => {
  const { desk, send, simulator } = await openMail();
  const page = '<script>alert(1)</script>';
  await send({
    attachments: [
      { filename: 'page.html', content: page },
      { filename: 'a.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    ],
  });
  const { attachments } = await desk.mailbox(yuna).opens(/./);
  const [html, svg] = await Promise.all(attachments.map(({ url }) => fetch(simulator.url + url)));
  expect(html?.headers.get('content-type')).toBe('application/octet-stream');
  expect(html?.headers.get('content-disposition')).toMatch(/^attachment/);
  for (const part of [html, svg]) {
    expect(part?.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/);
    expect(part?.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('two recipients have a mail each; capitals in the address make no other mailbox; one reads, the other has not', async () => {
  const { desk, send } = await openMail();
  const { accepted } = await send({ to: [yuna, sora.toUpperCase()], bcc: 'admin@giftline.example' });
  expect(accepted).toHaveLength(3);
  const { headers } = await desk.mailbox(yuna).opens(/안녕/);
  expect(headers.filter(({ name }) => name === 'bcc')).toEqual([]);
  const unread = (await desk.mailboxes()).mailboxes.flatMap(({ address, unread }) => (unread > 0 ? address : []));
  expect(unread).toEqual([sora, 'admin@giftline.example']);
  expect(await desk.requests('smtp')).toMatchObject([
    { method: 'DATA', path: `${yuna}, ${sora}, admin@giftline.example`, status: 250, fault: null },
  ]);
});

test('what is too large is refused, whether the client says so before or only sends it', async () => {
  const { desk, send, simulator } = await openMail();
  const large = Buffer.alloc(11_000_000, 'x');
  expect(await outcome(send({ attachments: [{ filename: 'large.bin', content: large }] }))).toBe(552);
  const said = await talk(simulator.smtpUrl, [
    'EHLO test',
    'MAIL FROM:<gifts@giftline.example>',
    `RCPT TO:<${yuna}>`,
    'DATA',
    `From: gifts@giftline.example\r\n\r\n${`${'x'.repeat(990)}\r\n`.repeat(10_400)}.`,
    'MAIL FROM:<gifts@giftline.example> SIZE=10240001',
  ]);
  expect(said.slice(-2)).toEqual([expect.stringMatching(/^552 5\.3\.4 /), expect.stringMatching(/^552 5\.3\.4 /)]);
  expect(await desk.mailbox(yuna).mails()).toEqual([]);
});

test('what is no address, and what names no one sender, is refused', async () => {
  const { desk, simulator } = await openMail();
  const tries = (...commands: string[]) => talk(simulator.smtpUrl, ['EHLO test', ...commands]);
  expect((await tries('MAIL FROM:<no address>')).at(-1)).toMatch(/^501 5\.1\.7 /);
  expect((await tries('MAIL FROM:<a@b..c>')).at(-1)).toMatch(/^501 5\.1\.7 /);
  expect((await tries('MAIL FROM:<a@b.example>', 'RCPT TO:<@>')).at(-1)).toMatch(/^501 5\.1\.3 /);
  expect((await tries('RCPT TO:<a@b.example>')).at(-1)).toMatch(/^503 /);
  for (const header of ['Subject: from nobody', 'From: a@b.example, c@d.example', 'From: not an address']) {
    const said = await tries('MAIL FROM:<a@b.example>', `RCPT TO:<${yuna}>`, 'DATA', `${header}\r\n\r\nHello\r\n.`);
    expect(said.at(-1), header).toMatch(/^554 5\.6\.0 the From header/);
  }
  expect(await desk.mailbox(yuna).mails()).toEqual([]);
});

test('nobody gets a mail, and no header appears, because a subject or a name holds line breaks', async () => {
  const { desk, send } = await openMail();
  await send({
    subject: 'Gift\r\nBcc: hoon@mail.example\r\nX-Injected: yes',
    to: { name: 'Yuna\r\nCc: minho@mail.example', address: yuna },
  });
  const { mailboxes } = await desk.mailboxes();
  expect(mailboxes.filter(({ mails }) => mails > 0).map(({ address }) => address)).toEqual([yuna]);
  const { headers } = await desk.mailbox(yuna).opens(/Gift/);
  expect(headers.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['x-injected']));
  expect(headers.filter(({ name }) => ['bcc', 'cc'].includes(name))).toEqual([]);
  expect(
    await outcome(send({ to: { name: '', address: 'yuna@mail.example>\r\nRCPT TO:<hoon@mail.example' } })),
  ).not.toBe('accepted');
  expect(await desk.mailbox('hoon@mail.example').mails()).toEqual([]);
});

test('a header that came twice, as an injected one does, and other things that a reader would see badly are complained of', async () => {
  const { desk, simulator } = await openMail();
  const mail = [
    'From: a@b.example',
    'Subject: one',
    'Subject: two',
    'Content-Type: text/html',
    'List-Unsubscribe: <http://a.example/u>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    '',
    '<img src="cid:lost">',
    '.',
  ];
  const begin = ['EHLO test', 'MAIL FROM:<a@b.example>', `RCPT TO:<${yuna}>`, 'DATA'];
  await talk(simulator.smtpUrl, [...begin, mail.join('\r\n')]);
  expect((await desk.complaints()).map((complaint) => complaint.replace(/^mail “.*”: /, ''))).toEqual([
    '2 headers subject',
    'no header date',
    'no header message-id',
    'the HTML shows cid:lost, which the mail does not bring',
    'HTML without a plain text beside it',
    'one-click List-Unsubscribe without https, which no provider offers as a button (RFC 8058)',
  ]);
});

test('one mailbox is unknown and the other gets its mail; then a refusal for now, after which it goes', async () => {
  const { desk, send } = await openMail();
  await desk.faults.add({ party: 'smtp', kind: 'mailbox-unknown', on: 'yuna@' });
  const { accepted, rejected } = await send({ to: [yuna, sora] });
  expect({ accepted, rejected }).toEqual({ accepted: [sora], rejected: [yuna] });
  await desk.faults.add({ party: 'smtp', kind: 'refused-for-now' });
  expect(await outcome(send({}))).toBe(451);
  expect(await desk.mailbox(yuna).mails()).toEqual([]);
  expect(await outcome(send({}))).toBe('accepted');
  expect((await desk.requests('smtp')).map(({ method, status, fault }) => [method, status, fault])).toEqual([
    ['RCPT', 550, 'mailbox-unknown'],
    ['DATA', 250, null],
    ['RCPT', 451, 'refused-for-now'],
    ['DATA', 250, null],
  ]);
});

test('a lost answer: the mail is there all the same; a lost request: it is not', async () => {
  const { desk, send } = await openMail();
  await desk.faults.add({ party: 'smtp', kind: 'lost-answer' });
  expect(await outcome(send({ subject: 'kept' }))).toMatch(/^E/);
  await desk.faults.add({ party: 'smtp', kind: 'lost-request' });
  expect(await outcome(send({ subject: 'gone' }))).toMatch(/^E/);
  await desk.settles();
  expect((await desk.mailbox(yuna).mails()).map(({ subject }) => subject)).toEqual(['kept']);
});

test('a mail can come twice, its answer can be late, and a server that hangs lets go when the faults are cleared', async () => {
  const { desk, send } = await openMail();
  await desk.faults.add({ party: 'smtp', kind: 'duplicate' });
  await send({ subject: 'twice' });
  expect(await desk.mailbox(yuna).mails()).toHaveLength(2);
  await desk.faults.add({ party: 'smtp', kind: 'late', delayMs: 600_000 });
  const late = outcome(send({ subject: 'late' }));
  await expect.poll(async () => (await desk.mailbox(yuna).mails()).length).toBe(3);
  await desk.settles();
  await desk.faults.clear();
  expect(await late).toBe('accepted');
  await desk.faults.add({ party: 'smtp', kind: 'hang' });
  const hanging = outcome(send({ subject: 'hangs' }));
  await expect.poll(async () => (await desk.faults.list()).faults[0]?.hits).toBe(1);
  await desk.faults.clear();
  expect(await hanging).toMatch(/^E/);
  expect(await desk.mailbox(yuna).mails()).toHaveLength(3);
});

test('a fault that no mail server has is refused in words', async () => {
  const { desk } = await openMail();
  await expect(desk.faults.add({ party: 'smtp', kind: 'decline' })).rejects.toThrow(/kind for smtp: late, hang/);
  await expect(desk.faults.add({ party: 'constructor' as 'smtp', kind: 'late' })).rejects.toThrow(/party: twilio/);
});

test('with an account, mail is taken only from who signs in with it', async () => {
  const smtpAccount = { user: 'giftline', password: 'right' };
  const { desk, send, simulator } = await openMail({ smtpAccount });
  const as = (user: string) => sendMail(simulator.smtpUrl.replace('//', `//${user}@`));
  expect(await outcome(send({}))).toBe(530);
  expect(await outcome(as('giftline:wrong'))).toBe(535);
  expect(await outcome(as('giftline:right'))).toBe('accepted');
  expect(await desk.mailbox(yuna).mails()).toHaveLength(1);
});

test('a mailbox keeps its newest hundred mails', async () => {
  const { desk, simulator } = await openMail();
  const client = createTransport({ url: simulator.smtpUrl, pool: true, maxConnections: 1, maxMessages: 200 });
  onTestFinished(() => client.close());
  await client.sendMail({ from, to: sora, subject: 'other', text: '.' });
  for (let n = 1; n <= 102; n += 1) await client.sendMail({ from, to: yuna, subject: `${n}`, text: '.' });
  const subjects = (await desk.mailbox(yuna).mails()).map(({ subject }) => subject);
  expect(subjects).toHaveLength(100);
  expect([subjects[0], subjects.at(-1)]).toEqual(['102', '3']);
  expect(await desk.mailbox(sora).mails()).toHaveLength(1);
});

test('one click unsubscribes at the app, as RFC 8058 says; nobody else is asked, and a refusal is told', async () => {
  const { arrived, appUrl, desk, send } = await openMail(
    {},
    { '/gone': (_arrived, reply) => reply.code(410).send(), '/moved': (_arrived, reply) => reply.redirect('/u/1') },
  );
  const offered = async (url: string) => {
    await send({ subject: url, list: { unsubscribe: [url, 'mailto:stop@giftline.example'] as never }, headers });
    const mail = await desk.mailbox(yuna).opens(/http/);
    expect(mail.unsubscribe).toBe('offered');
    return mail;
  };
  const headers = { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  const mail = await offered(`${appUrl}/u/1`);
  expect(await desk.mailbox(yuna).unsubscribes(mail)).toEqual({ kind: 'done' });
  expect(arrived).toMatchObject([{ path: '/u/1', form: { 'List-Unsubscribe': 'One-Click' } }]);
  expect(arrived[0]?.headers.cookie).toBeUndefined();
  expect((await desk.mailbox(yuna).opens(/u\/1/)).unsubscribe).toBe('done');

  const unsubscribesAt = async (url: string) => desk.mailbox(yuna).unsubscribes(await offered(url));
  expect(await unsubscribesAt('https://elsewhere.example/u')).toEqual({ kind: 'elsewhere' });
  expect(await unsubscribesAt(`${appUrl}/gone`)).toEqual({ kind: 'refused', status: 410 });
  expect(await unsubscribesAt(`${appUrl}/moved`)).toEqual({ kind: 'refused', status: 302 });
  expect(arrived.map(({ path }) => path)).toEqual(['/u/1', '/gone', '/moved']);
  await send({ subject: 'none' });
  const none = await desk.mailbox(yuna).opens(/none/);
  expect(none.unsubscribe).toBeNull();
  expect(await desk.mailbox(yuna).unsubscribes(none)).toEqual({ kind: 'not-offered' });
});

test('a port that is taken is told in one sentence, and nothing is left behind', async () => {
  const { simulator } = await openMail();
  const settings = {
    appUrl: 'http://127.0.0.1:9',
    lineNumber: line,
    messageNumber: line,
    twilio: account,
    stripe: stripeKeys,
    telegram: { token: botToken },
  };
  const port = Number(new URL(simulator.url).port);
  const smtpPort = Number(new URL(simulator.smtpUrl).port);
  await expect(startSimulator({ ...settings, port: 0, smtpPort })).rejects.toThrow(
    `port ${smtpPort} is taken by another program; set SIMULATOR_SMTP_PORT to another port (0: any that is free)`,
  );
  await expect(startSimulator({ ...settings, port, smtpPort: 0 })).rejects.toThrow(
    `port ${port} is taken by another program; set SIMULATOR_PORT to another port (0: any that is free)`,
  );
});

test('a mail whose sender falls silent in the middle of it is not kept, and nothing waits for its end', async () => {
  const { desk, simulator } = await openMail();
  const begin = ['EHLO test', 'MAIL FROM:<a@b.example>', `RCPT TO:<${yuna}>`, 'DATA'];
  await talk(simulator.smtpUrl, begin, 'From: a@b.example\r\n\r\nhalf a ma');
  await desk.settles();
  expect(await desk.mailbox(yuna).mails()).toEqual([]);
  expect(await desk.complaints()).toEqual([]);
});

test('closing the simulator drops whoever is still talking to it', async () => {
  const { simulator } = await openMail();
  const { port } = new URL(simulator.smtpUrl);
  const socket = createConnection(Number(port), '127.0.0.1');
  await new Promise((resolve) => socket.once('data', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await simulator.close();
  await closed;
});

/**
 * Says one command after the other, as a telnet would, and after the last of them `parting`, if any, before it leaves.
 * Answers the last line of each answer, the greeting first.
 */
async function talk(smtpUrl: string, commands: string[], parting = ''): Promise<string[]> {
  const socket = createConnection(Number(new URL(smtpUrl).port), '127.0.0.1');
  const answers: string[] = [];
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    const last = /^(\d{3} .*)\r\n$/m.exec(text);
    if (!last || !text.endsWith('\r\n')) continue;
    answers.push(last[1] ?? '');
    text = '';
    const command = commands[answers.length - 1];
    if (command === undefined) {
      await new Promise((resolve) => socket.write(parting, resolve));
      break;
    }
    socket.write(`${command}\r\n`);
  }
  socket.destroy();
  return answers;
}
