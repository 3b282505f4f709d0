import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export type SecondProcess = {
  /** Answers 'done', or the code of the database's error. */
  do(command: 'hold' | 'release' | 'increment'): Promise<string>;
  end(): Promise<void>;
};

export async function startSecondProcess(url: string): Promise<SecondProcess> {
  const child = fork(path.join(import.meta.dirname, 'second-process.mjs'), [url]);
  await answerTo(child, 'start');
  return {
    async do(command) {
      const answer = answerTo(child, command);
      child.send(command);
      return answer;
    },
    async end() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

function answerTo(child: ChildProcess, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const heard = (message: { command: string; did: string }) => {
      if (message.command !== command) return;
      child.off('message', heard);
      child.off('exit', gone);
      resolve(message.did);
    };
    const gone = () => reject(new Error('the second process ended'));
    child.on('message', heard);
    child.on('exit', gone);
  });
}
