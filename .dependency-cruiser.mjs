// The house has floors, and imports go down only (ARCHITECTURE.md). tests/layers.test.ts plants an upward import and
// sees it refused.
const floors = [
  'core',
  'store',
  'operations',
  'dialogue',
  'wording',
  'cards',
  'plots',
  'outbox',
  'providers',
  'ivr',
  'sms',
  'chat',
  'web',
];

/** What each room of src/ may import besides itself. The roof (files straight in src/) may import everything in src/. */
const mayImport = {
  core: [],
  store: ['core'],
  operations: ['core', 'store'],
  dialogue: [],
  wording: ['core'],
  cards: [],
  plots: ['cards'],
  outbox: ['core', 'store', 'operations', 'wording'],
  providers: ['core', 'operations', 'outbox'],
  ivr: ['core', 'operations', 'dialogue', 'wording', 'web/twilio-signature'],
  sms: ['core', 'operations', 'outbox', 'wording', 'web/twilio-signature'],
  chat: ['core', 'operations', 'dialogue', 'wording'],
  web: ['core', 'operations', 'outbox', 'wording', 'cards'],
};

const rooms = floors.map((room) => ({
  name: `${room}-imports-only-what-is-below`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [`^src/${room}/`, ...mayImport[room].map((below) => `^src/${below}`)] },
}));

export default {
  forbidden: [
    ...rooms,
    {
      name: 'core-knows-only-phone-numbers-and-dates',
      severity: 'error',
      from: { path: '^src/core/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: ['node_modules/(libphonenumber-js|luxon|@types/luxon)/'],
      },
    },
    {
      name: 'browsers-load-no-server',
      severity: 'error',
      from: { path: '^src/web/browser/' },
      to: {
        path: '^src/',
        pathNot: '^src/(core|wording|web/browser|web/words)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'prisma-lives-in-the-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: ['^src/store/generated', 'node_modules/(@prisma|better-sqlite3|pg)/'] },
    },
    {
      // The chart library takes some 40 MB, and most processes never draw a plot.
      name: 'plots-are-loaded-when-first-drawn',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/plots/' },
      to: { path: '^src/plots/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-plots-know-the-chart-library',
      severity: 'error',
      from: { pathNot: '^src/plots/' },
      to: { path: 'node_modules/echarts/' },
    },
    {
      name: 'the-simulator-is-the-outer-world',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^src/' },
    },
    { name: 'nothing-knows-the-simulator', severity: 'error', from: { path: '^src/' }, to: { path: '^simulator/' } },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/store/generated/.*/(internal|models)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
