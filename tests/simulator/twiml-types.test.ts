import twilio from 'twilio';
import { expect, test } from 'vitest';
import { twimlFaults } from '../support/twiml-types.ts';
import { response } from './fake-app.ts';

test('what the package itself writes is found right', () => {
  const voice = new twilio.twiml.VoiceResponse();
  const gather = voice.gather({
    input: ['dtmf'],
    numDigits: 4,
    timeout: 10,
    action: '/a?b=1&c=2',
    actionOnEmptyResult: true,
  });
  const say = gather.say({ voice: 'Polly.Seoyeon-Neural', language: 'ko-KR' }, '안녕하세요');
  say.break({ strength: 'weak', time: '200ms' });
  say.sayAs({ 'interpret-as': 'digits' }, '1234');
  say.lang({ 'xml:lang': 'ja-JP' }, 'こんにちは');
  voice.record({ maxLength: 30, recordingStatusCallbackEvent: ['completed', 'absent'] });
  voice.dial({ timeout: 20 }).number('+821030000001');
  voice.redirect('/x');
  voice.hangup();
  expect(twimlFaults(voice.toString())).toEqual([]);
});

test.each([
  ['an unknown verb', '<Shout/>', /<Shout> is not offered in <Response>/],
  ['a verb in small letters', '<say>x</say>', /<say> is not offered/],
  [
    'a nesting that is not offered',
    '<Gather><Redirect>/x</Redirect></Gather>',
    /<Redirect> is not offered in <Gather>/,
  ],
  ['a verb in speech', '<Say><Pause/></Say>', /<Pause> is not offered in <Say>/],
  ['an unknown attribute', '<Gather numdigits="4"/>', /<Gather> has no attribute numdigits/],
  ['an attribute where none may be', '<Hangup now="true"/>', /<Hangup> has no attribute now/],
  ['an unknown language', '<Say language="ko-KO">x</Say>', /ko-KO/],
  ['an unknown voice', '<Say voice="Polly.Seoyun-Neural">x</Say>', /Polly.Seoyun-Neural/],
  ['an unknown input', '<Gather input="dtmf keys"/>', /dtmf keys/],
  ['a number that is none', '<Gather timeout="long"/>', /whole number/],
  ['a fraction', '<Pause length="1.5"/>', /whole number/],
  ['a flag that is none', '<Gather actionOnEmptyResult="yes"/>', /true or false/],
  ['an unknown event', '<Record recordingStatusCallbackEvent="completed done"/>', /listed values/],
  ['an unknown way of saying', '<Say><say-as interpret-as="number-ish">1</say-as></Say>', /number-ish/],
])('%s is refused', (_, inner, fault) => {
  expect(twimlFaults(response(inner)).join('\n')).toMatch(fault);
});

test('a document that is none is refused', () => {
  expect(twimlFaults('<Response><Say>x</Response>')[0]).toMatch(/not well-formed/);
  expect(twimlFaults('<Answer/>')).toEqual(['the root must be one <Response>']);
  expect(twimlFaults('<Response version="2"/>')).toEqual(['<Response> has no attribute version']);
});
