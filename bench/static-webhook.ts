import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

// The baseline of the dialogue: bare Fastify that checks Twilio's signature and always says the same.

const { PORT = '0', AUTH_TOKEN = '' } = process.env;
const app = Fastify();
app.register(formbody);
app.get('/readyz', async () => 'ready');
app.post('/ivr/incoming', async (request, reply) => {
  const signature = String(request.headers['x-twilio-signature']);
  const url = `http://127.0.0.1:${PORT}${request.raw.url}`;
  if (!validateRequest(AUTH_TOKEN, signature, url, request.body as Record<string, string>))
    return reply.code(403).send();
  const response = new VoiceResponse();
  const gather = response.gather({
    input: ['dtmf'],
    action: '/ivr/incoming',
    method: 'POST',
    timeout: 10,
    numDigits: 1,
  });
  gather.say({ voice: 'Polly.Seoyeon-Neural', language: 'ko-KR' }, '기프트라인입니다. 상품권 구매는 1번.');
  response.redirect({ method: 'POST' }, '/ivr/incoming');
  return reply.type('text/xml; charset=utf-8').send(response.toString());
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
