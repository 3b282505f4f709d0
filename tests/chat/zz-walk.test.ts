import { test } from 'vitest';
import { people, World } from '../support/world.ts';
import { ChatPerson } from './chatting.ts';

test('walk', async () => {
  const world = await World.open();
  await world.settles();
  let p = new ChatPerson(world, people.jisu);
  const show = async (what: string) => {
    const v = await p.chat.reads();
    const news = v.messages
      .slice(-2)
      .map(
        (m) =>
          `${m.from.isBot ? 'BOT' : 'ME '}#${m.id}: ${m.text}\n     [${m.buttons.map((r) => r.map((b) => b.text).join(' | ')).join(' // ')}]${m.photo ? ' PHOTO' : ''}`,
      );
    console.log(`== ${what}\n${news.join('\n')}\n kb:${JSON.stringify(v.keyboard)} toast:${v.answers.at(-1)?.text}`);
  };
  await p.signsUp();
  await show('jisu signs up');
  await p.presses(/상품권 선물하기/);
  await show('buy');
  await p.presses('한라악기');
  await show('amount');
  await p.writes('5만원');
  await show('pin?');
  await p.writes('9999');
  await show('wrong pin');
  await p.writes('2580');
  await show('held');
  await p.sends({ contact: { phone: '010-3000-0001', firstName: 'Yuna' } });
  await show('recipient contact');
  await p.writes('아니요');
  await p.writes('010 3000 0001');
  const m = await p.last();
  await p.presses(/결제하기/);
  await show('bought');
  await p.pressesData(m.id, m.buttons[0]?.[0]?.callback_data ?? '');
  await show('pressed again');
  p = new ChatPerson(world, people.yuna);
  await p.signsUp();
  await show('yuna');
  await p.presses(/받은 선물/);
  await show('gifts');
  await p.presses(/한라악기/);
  await show('gift');
  await p.presses('받기');
  await show('accept');
  await p.writes('12');
  await show('short pin');
  await p.writes('135790');
  await show('accepted');
  await p.presses(/지갑/);
  await show('wallet');
  await p.presses(/한라악기/);
  await show('certificate');
  p = new ChatPerson(world, people.hoon);
  await p.starts();
  await p.presses(/가입/);
  await p.presses(/회원번호/);
  await show('link');
  await p.writes('100003');
  await p.writes('3690');
  await show('code');
  console.log((await world.phone(people.sora).messages()).map((m) => m.body));
  console.log(world.log.filter((l) => /"level":(40|50)/.test(l)).join('\n'));
  console.log(world.simulator.complaints());
  await world.isSound().catch((e) => console.log(String(e)));
  await world.close();
}, 60000);
