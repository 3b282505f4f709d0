/** What scripts need to know before they start the programs: the settings, and what the simulator must be told. */
export { openAccounts } from './accounts.ts';
export { loadSettings } from './config.ts';
