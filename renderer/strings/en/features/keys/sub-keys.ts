import { count } from '../../count.ts';

/** Every sub-key there is and was. */
export const subKeys = {
  tabs: 'Kind of key',
  tab: { 'sub-keys': 'Sub-keys', providers: 'Provider keys' },
  title: 'Sub-keys',
  none: 'No sub-keys yet. Issue one for each tool, and it appears here.',
  noMatch: 'No sub-key matches.',
  search: 'Search',
  searchHint: 'Agent, name, ending or folder',
  show: 'Which sub-keys',
  shows: { live: 'Live', ended: 'Ended', all: 'All' },
  sort: 'Sort by',
  sorts: { used: 'Last used', spent: 'Spent', created: 'Created', agent: 'Agent' },
  found: (keys: number) => count(keys, 'sub-key'),
  more: 'Show more',

  columns: {
    key: 'Sub-key',
    caps: 'Cap',
    spent: 'Spent',
    used: 'Last used',
    ends: 'Expires',
    project: 'Project',
    state: 'Status',
  },
  actions: 'Actions',
  sharesCap: (caps: string) => `${caps}, shared`,
  capsShared: 'Shared by all sub-keys of its agent',
  noCap: 'none',
  unused: 'Never',
  endless: 'Never',
  anywhere: 'Any',
  requests: (requests: number) => count(requests, 'request'),
  state: { active: 'Live', paused: 'Paused' },
  why: {
    expired: 'Expired',
    revoked: 'Revoked',
    'agent-revoked': 'Revoked with its agent',
    'agent-deleted': 'Agent deleted',
    everything: 'Revoked with everything',
    'run-ended': 'Command ended',
    disconnected: 'Tool disconnected',
  },

  rename: 'Rename…',
  renameTitle: (hint: string, agent: string) => `Rename …${hint} of ${agent}`,
  name: 'Name',
  nameExample: 'laptop',
  nameHint: 'To tell it from the other sub-keys of its agent. Leave it empty for none.',
  doRename: 'Rename',
  renamed: 'Renamed.',
  revoked: (hint: string, agent: string, cut: number) =>
    `The sub-key ending in ${hint} of ${agent} is revoked.` +
    (cut === 0 ? '' : ` ${count(cut, 'running request')} cut.`),
};
