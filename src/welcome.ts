import demo from '../prisma/demo-data.json' with { type: 'json' };
import type { Settings } from './config.ts';

/** What somebody who typed `npm start` wants to know next. */
export function welcome(settings: Settings, simulated: boolean): string {
  const desk = `http://127.0.0.1:${settings.simulatorPort}`;
  const lines = [
    '',
    `Giftline is ready:      ${settings.publicUrl}`,
    ...(simulated ? [`Desk of phones:         ${desk}   (the outer world, played by the simulator)`] : []),
    `The line to dial:       ${settings.voiceNumber}`,
    `The shops' pages:       ${settings.publicUrl}/shop   and the scanner's, ${settings.publicUrl}/terminal`,
    `API for tills:          ${settings.publicUrl}/docs`,
    ...(settings.demo ? ['', 'Demo members, and the PINs that they key in:'] : []),
    ...(settings.demo
      ? demo.members.map(({ number, pin, name, phone }) => `  ${number}  PIN ${pin}  ${name}  ${phone}`)
      : []),
    ...(settings.demo ? ['', 'Who signs in on pages:'] : []),
    ...(settings.demo ? demo.accounts.map(({ email, password, role }) => `  ${email}  ${password}  (${role})`) : []),
    ...(settings.demo ? ['', `Terminal keys: ${demo.shops.map(({ terminalKey }) => terminalKey).join(', ')}`] : []),
    '',
  ];
  return `${lines.join('\n')}\n`;
}
