import type { SimulatorSettings } from '../settings.ts';
import { Activity } from './activity.ts';
import { DeliveryBook } from './deliveries.ts';
import { FaultBook } from './faults.ts';
import { Newest } from './newest.ts';
import { RequestBook } from './requests.ts';
import { Webhooks } from './webhooks.ts';

/** What all parties of the outer world share. */
export interface World {
  settings: SimulatorSettings;
  now: () => Date;
  appUrl: (path: string) => string;
  /** The simulator's own address, known once it listens. */
  ownUrl: () => string;
  activity: Activity;
  faults: FaultBook;
  requests: RequestBook;
  webhooks: Webhooks;
  deliveries: DeliveryBook;
  complain: (complaint: string) => void;
  complaints: () => string[];
  /** Aborted when the simulator closes. */
  closing: AbortSignal;
}

const complaintLimit = 1_000;

export function openWorld(settings: SimulatorSettings, ownUrl: () => string, closing: AbortSignal): World {
  const activity = new Activity();
  const faults = new FaultBook();
  const complaints = new Newest<string>(complaintLimit);
  const base = () => (typeof settings.appUrl === 'string' ? settings.appUrl : settings.appUrl()).replace(/\/+$/, '');
  return {
    settings,
    now: settings.now ?? (() => new Date()),
    appUrl: (path) => base() + path,
    ownUrl,
    activity,
    faults,
    requests: new RequestBook(),
    webhooks: new Webhooks(faults, activity),
    deliveries: new DeliveryBook(),
    complain: (complaint) => void complaints.add(complaint),
    complaints: () => [...complaints.all()],
    closing,
  };
}
