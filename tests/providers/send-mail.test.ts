import { expect, onTestFinished, test } from 'vitest';
import { Unanswered } from '../../src/operations/ports.ts';
import type { MailToSend } from '../../src/outbox/message-sender.ts';
import { mailServerOf } from '../../src/providers/smtp/mail-server.ts';
import { smtpSender } from '../../src/providers/smtp/send-mail.ts';
import { openWorlds } from '../simulator/fake-app.ts';
import { quietPort } from '../support/quiet-port.ts';

const yuna = 'yuna@mail.example';
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const mail: MailToSend = {
  messageId: 'message-1',
  to: yuna,
  fromName: '기프트라인',
  subject: '북촌식당 쿠폰: 20% 할인\r\nBcc: everybody@mail.example',
  text: '쿠폰이 왔습니다',
  html: '<p>쿠폰이 왔습니다</p><img src="cid:message-1@giftline" alt="쿠폰">',
  picture: { bytes: pixel, type: 'image/png', cid: 'message-1@giftline' },
  unsubscribeUrl: 'https://gift.example/u/TOKEN',
};

function senderTo(url: string) {
  const sender = smtpSender(mailServerOf(url, 'https://gift.example'));
  onTestFinished(() => sender.close());
  return sender;
}

test('RC-10 a mail arrives with its picture and one click to end it, and a repeat of it is known by its id', async () => {
  const { simulator, desk } = await openWorlds();
  const sender = senderTo(simulator.smtpUrl);
  expect(await sender.send(mail)).toEqual({ kind: 'sent', providerId: '<message-1@gift.example>' });
  await desk.faults.add({ party: 'smtp', method: 'DATA', kind: 'lost-answer' });
  await expect(sender.send(mail)).rejects.toThrow(Unanswered);
  const { headers, inline, attachments, from, subject } = await desk.mailbox(yuna).opens(/쿠폰/);
  expect(from).toEqual({ name: '기프트라인', address: 'giftline@gift.example' });
  expect(subject).toBe('북촌식당 쿠폰: 20% 할인 Bcc: everybody@mail.example');
  expect(inline).toHaveLength(1);
  expect(attachments).toEqual([]);
  const valuesOf = (name: string) => headers.filter((header) => header.name === name).map(({ value }) => value);
  expect(valuesOf('message-id')).toEqual(['<message-1@gift.example>']);
  expect(valuesOf('list-unsubscribe')).toEqual(['<https://gift.example/u/TOKEN>']);
  expect(valuesOf('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
  expect(valuesOf('bcc')).toEqual([]);
  expect((await desk.mailboxes()).mailboxes.filter(({ mails }) => mails > 0)).toMatchObject([{ mails: 2 }]);
  expect(await desk.complaints()).toEqual([]);
});

test('what a mail server refuses for now comes again, what it refuses for good does not', async () => {
  const { simulator, desk } = await openWorlds({}, { smtpAccount: { user: 'giftline', password: 'right' } });
  const { host } = new URL(simulator.smtpUrl);
  const sender = senderTo(`smtp://giftline:right@${host}?from=news@shop.example`);
  await desk.faults.add({ party: 'smtp', kind: 'refused-for-now' });
  expect(await sender.send(mail)).toEqual({ kind: 'later', afterMs: 300_000, reason: 'smtp 451' });
  await desk.faults.add({ party: 'smtp', kind: 'mailbox-unknown' });
  expect(await sender.send(mail)).toEqual({ kind: 'refused', reason: 'smtp 550' });
  expect(await sender.send({ ...mail, to: 'yuna@mail.example, all@mail.example' })).toMatchObject({ kind: 'refused' });
  expect(await sender.send(mail)).toEqual({ kind: 'sent', providerId: '<message-1@shop.example>' });
  const wrong = senderTo(`smtp://giftline:wrong@${host}`);
  expect(await wrong.send(mail)).toEqual({ kind: 'later', afterMs: 300_000, reason: 'smtp EAUTH 535' });
  const nobody = senderTo(`smtp://127.0.0.1:${await quietPort()}`);
  expect(await nobody.send(mail)).toEqual({ kind: 'later', afterMs: 30_000 });
});

test('mail comes from the host that people know, or from the address that the setting says', () => {
  const from = (smtpUrl: string, publicUrl: string) => mailServerOf(smtpUrl, publicUrl).from;
  expect(from('smtp://mail.example', 'https://gift.example:8443')).toBe('giftline@gift.example');
  expect(from('smtps://u:p@mail.example:465?from=news%40shop.example', 'https://gift.example')).toBe(
    'news@shop.example',
  );
  expect(from('smtp://mail.example', 'http://127.0.0.1:3000')).toBe('giftline@giftline.example');
  expect(mailServerOf('smtps://u:p@mail.example?from=a@b.example', 'https://x.example').url).not.toContain('from');
});
