const dim = (text: string) => (process.stdout.isTTY ? `\u001b[2m${text}\u001b[22m` : text);
const bold = (text: string) => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[22m` : text);

/** What people hear, press, read and see, line by line. */
export const transcript = {
  scene: (title: string) => console.log(`\n${bold(title)}`),
  hears: (sentences: string[]) => {
    for (const sentence of sentences) console.log(`  ☎  ${sentence}`);
  },
  presses: (keys: string) => console.log(`  ${dim('⌨')}  ${dim(keys)}`),
  reads: (who: string, text: string) => {
    const [first = '', ...rest] = text.split('\n');
    console.log(`  ✉  ${who}: ${first}`);
    for (const line of rest) console.log(`       ${line}`);
  },
  chats: (who: string, text: string) => {
    for (const [index, line] of text.split('\n').entries())
      console.log(index === 0 ? `  💬 ${who}: ${line}` : `       ${line}`);
  },
  writes: (who: string, text: string) => console.log(`  ${dim('✎')}  ${dim(`${who}: ${text}`)}`),
  sees: (what: string) => console.log(`  ▣  ${what}`),
  proves: (what: string) => console.log(`  ✓  ${what}`),
};
