import { tellApp } from '../ask-app.ts';
import { resolve, type Step, toAction, type VerbRun } from './step.ts';

/** Twilio's defaults: any key ends a recording, and it may last an hour. */
const defaultFinishKeys = '1234567890*#';
const defaultMaxSeconds = 3_600;

function tellRecording(run: VerbRun, recording: { sid: string; seconds: number }): void {
  const { call, verb, network } = run;
  const callback = verb.attributes.recordingStatusCallback;
  const target = callback === undefined ? null : resolve(callback, run.url);
  if (target === null) return;
  void tellApp(call.world, target, {
    AccountSid: call.world.settings.twilio.accountSid,
    CallSid: call.sid,
    RecordingSid: recording.sid,
    RecordingUrl: network.recordings.urlOf(recording.sid),
    RecordingStatus: 'completed',
    RecordingDuration: String(recording.seconds),
    RecordingChannels: '1',
    RecordingSource: 'RecordVerb',
  });
}

/** `<Record>`. Silence runs on to the next verb; speech is kept and its address goes to the action. */
export async function record(run: VerbRun): Promise<Step> {
  const { call, verb, network } = run;
  const maxSeconds = Number(verb.attributes.maxLength ?? defaultMaxSeconds);
  const input = await call.wait({ kind: 'recording', maxSeconds });
  if (input.kind === 'redirected') return { kind: 'go', ask: input.ask };
  if (input.kind !== 'spoke' || input.seconds === 0) return { kind: 'next' };
  const keys = verb.attributes.finishOnKey ?? defaultFinishKeys;
  const recording = network.recordings.keep(call.sid, input.seconds);
  tellRecording(run, recording);
  return toAction(run, {
    RecordingUrl: network.recordings.urlOf(recording.sid),
    RecordingSid: recording.sid,
    RecordingDuration: String(recording.seconds),
    Digits: keys.includes(input.key) ? input.key : '',
  });
}
