/** A folder with walls: what may come in through its imports. */
export interface Room {
  /** The longest that fits a file is its room. */
  readonly folder: string;
  /** Rooms it may import, beside itself. */
  readonly mayImport: readonly string[];
  /** Rooms of which it may import types only. */
  readonly types?: readonly string[];
  /** Packages it may import; left out: any that the other rules leave. */
  readonly packages?: readonly string[];
  /** Runs where there is no Node. */
  readonly withoutNode?: boolean;
}

/** The one table of the walls. Each room's README repeats its line, and is compared with it. */
export const ROOMS: readonly Room[] = [
  { folder: 'shared', mayImport: [], packages: ['zod', '@orpc/contract'], withoutNode: true },
  // The price table is data and arithmetic: it opens nothing by itself.
  {
    folder: 'gateway/domain',
    mayImport: ['shared'],
    packages: ['@pydantic/genai-prices', '@cfworker/json-schema'],
    withoutNode: true,
  },
  { folder: 'gateway/platform', mayImport: ['shared'] },
  { folder: 'gateway/audit', mayImport: [], types: ['shared', 'gateway/platform'] },
  { folder: 'gateway/secrets', mayImport: ['shared', 'gateway/platform'] },
  { folder: 'gateway/egress', mayImport: ['shared', 'gateway/domain'] },
  { folder: 'gateway/command-line', mayImport: ['shared'] },
  { folder: 'gateway/cloud-auth', mayImport: ['shared'], types: ['gateway/providers'] },
  {
    folder: 'gateway/key-sources',
    mayImport: ['shared', 'gateway/platform', 'gateway/cloud-auth', 'gateway/ledger'],
    types: ['gateway/audit', 'gateway/secrets'],
  },
  { folder: 'gateway/tokenizer', mayImport: [], types: ['gateway/dialects'] },
  { folder: 'gateway/dialects', mayImport: ['shared', 'gateway/domain'] },
  {
    folder: 'gateway/providers',
    mayImport: ['shared', 'gateway/domain', 'gateway/dialects'],
    types: ['gateway/egress', 'gateway/ledger'],
  },
  { folder: 'gateway/ledger', mayImport: ['shared', 'gateway/domain', 'gateway/platform', 'gateway/audit'] },
  {
    folder: 'gateway/reconcile',
    mayImport: ['shared', 'gateway/domain', 'gateway/platform'],
    types: ['gateway/egress'],
  },
  { folder: 'gateway/bodies', mayImport: ['shared', 'gateway/platform', 'gateway/secrets', 'gateway/ledger'] },
  {
    folder: 'gateway/prices',
    mayImport: ['shared', 'gateway/domain', 'gateway/platform', 'gateway/providers'],
    types: ['gateway/egress', 'gateway/ledger'],
  },
  {
    folder: 'gateway/accounts',
    mayImport: ['shared', 'gateway/domain', 'gateway/platform', 'gateway/ledger'],
    types: ['gateway/audit', 'gateway/secrets', 'gateway/key-sources'],
  },
  {
    folder: 'gateway/connections',
    mayImport: ['shared', 'gateway/domain', 'gateway/platform', 'gateway/egress', 'gateway/ledger'],
    types: ['gateway/audit', 'gateway/secrets'],
  },
  {
    folder: 'gateway/proxy',
    mayImport: [
      'shared',
      'gateway/domain',
      'gateway/platform',
      'gateway/dialects',
      'gateway/providers',
      'gateway/accounts',
    ],
    types: [
      'gateway/audit',
      'gateway/egress',
      'gateway/cloud-auth',
      'gateway/ledger',
      'gateway/bodies',
      'gateway/connections',
    ],
  },
  {
    folder: 'gateway/mcp',
    mayImport: [
      'shared',
      'gateway/domain',
      'gateway/platform',
      'gateway/ledger',
      'gateway/proxy',
      'gateway/mcp/openapi',
    ],
    types: ['gateway/audit', 'gateway/secrets', 'gateway/accounts'],
  },
  { folder: 'gateway/mcp/openapi', mayImport: ['gateway/domain'] },
  {
    folder: 'gateway/engine',
    mayImport: [
      'shared',
      'gateway/domain',
      'gateway/platform',
      'gateway/providers',
      'gateway/prices',
      'gateway/ledger',
      'gateway/accounts',
      'gateway/connections',
      'gateway/secrets',
      'gateway/reconcile',
    ],
    types: [
      'gateway/audit',
      'gateway/dialects',
      'gateway/bodies',
      'gateway/proxy',
      'gateway/mcp',
      'gateway/key-sources',
    ],
  },
  {
    folder: 'gateway/api',
    mayImport: ['shared', 'gateway/platform', 'gateway/engine'],
    types: ['gateway/connections', 'gateway/command-line'],
  },
  {
    folder: 'gateway/open',
    mayImport: [
      'gateway/domain',
      'gateway/platform',
      'gateway/audit',
      'gateway/egress',
      'gateway/cloud-auth',
      'gateway/key-sources',
      'gateway/tokenizer',
      'gateway/ledger',
      'gateway/bodies',
      'gateway/prices',
      'gateway/accounts',
      'gateway/proxy',
      'gateway/mcp',
      'gateway/engine',
    ],
    types: ['shared', 'gateway/secrets', 'gateway/connections', 'gateway/command-line'],
  },
  {
    folder: 'gateway/simulation',
    mayImport: ['shared', 'gateway', 'gateway/api', 'gateway/secrets', 'gateway/ledger'],
    types: ['gateway/platform', 'gateway/audit', 'gateway/engine', 'gateway/open'],
  },
  {
    folder: 'gateway',
    mayImport: [
      'shared',
      'gateway/platform',
      'gateway/secrets',
      'gateway/ledger',
      'gateway/accounts',
      'gateway/connections',
      'gateway/providers',
      'gateway/reconcile',
      'gateway/engine',
      'gateway/api',
      'gateway/open',
      'gateway/simulation',
      'gateway/command-line',
    ],
    types: ['gateway/proxy', 'gateway/mcp'],
  },
  {
    folder: 'cli',
    mayImport: [
      'shared',
      'gateway',
      'gateway/domain',
      'gateway/platform',
      'gateway/audit',
      'gateway/secrets',
      'gateway/egress',
      'gateway/providers',
      'gateway/connections',
      'gateway/simulation',
      'gateway/command-line',
    ],
    types: ['gateway/dialects'],
  },
  { folder: 'electron', mayImport: ['shared'] },
  { folder: 'electron/main', mayImport: ['shared', 'electron'] },
  { folder: 'electron/preload', mayImport: ['shared', 'electron'], withoutNode: true },
  {
    folder: 'electron/gateway-host',
    mayImport: ['shared', 'electron', 'gateway', 'gateway/platform', 'gateway/secrets', 'gateway/egress'],
    types: ['gateway/command-line'],
  },
  { folder: 'renderer/strings', mayImport: ['shared', 'renderer/state'], withoutNode: true },
  { folder: 'renderer/state', mayImport: ['shared', 'renderer/strings'], types: ['renderer'], withoutNode: true },
  { folder: 'renderer/ui', mayImport: ['renderer/state', 'renderer/strings'], types: ['shared'], withoutNode: true },
  {
    folder: 'renderer/features',
    mayImport: ['shared', 'renderer/state', 'renderer/strings', 'renderer/ui', 'renderer/shell'],
    withoutNode: true,
  },
  {
    folder: 'renderer/pages',
    mayImport: ['shared', 'renderer/state', 'renderer/strings', 'renderer/ui', 'renderer/shell', 'renderer/features'],
    withoutNode: true,
  },
  {
    folder: 'renderer/shell',
    mayImport: ['shared', 'renderer/state', 'renderer/strings', 'renderer/ui', 'renderer/features', 'renderer/pages'],
    withoutNode: true,
  },
  {
    folder: 'renderer',
    mayImport: ['shared', 'renderer/state', 'renderer/strings', 'renderer/ui', 'renderer/shell', 'renderer/features'],
    withoutNode: true,
  },
];

const BY_LENGTH = ROOMS.toSorted((left, right) => right.folder.length - left.folder.length);

/** The room that a file stands in. */
export function roomOf(path: string): Room | undefined {
  return BY_LENGTH.find(({ folder }) => path.startsWith(`${folder}/`));
}

/** The line of a README that repeats what its room may import. */
export function importLine({ mayImport, types = [], packages }: Room): string {
  const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  const parts = [
    mayImport.length > 0 ? list(mayImport) : types.length > 0 ? '' : 'itself only',
    types.length > 0 ? `types of ${list(types)}` : '',
    packages === undefined ? '' : `the packages ${list(packages)}`,
  ];
  return `May import: ${parts.filter((part) => part !== '').join('; ')}.`;
}
