/** The frame around every page. */
export const shell = {
  pages: {
    overview: 'Overview',
    agents: 'Agents',
    requests: 'Requests',
    keys: 'Keys',
    connections: 'Connections',
    audit: 'Audit',
    settings: 'Settings',
  },
  pageList: 'Pages',
  search: 'Search',
  searchHint: (shortcut: string) => `Go to or do anything (${shortcut})`,
  link: { connecting: 'Connecting', live: 'Live', lost: 'Reconnecting', 'signed-out': 'Logged out' },
  gatewaySilent: 'The gateway is not answering. Reconnecting…',
  lastHeard: 'The numbers below are the last ones heard.',
  notYetStored:
    'What was stopped holds, but is not on disk yet, because the ledger cannot be written. Free some space, or look ' +
    'at the data folder: it is written as soon as it can be. If Purser ends before that, it has forgotten it.',
  everythingIsPaused: 'Everything is paused. Every request is refused until you resume.',
  pauseEverything: 'Pause everything',
  resumeEverything: 'Resume everything',
  pausedEverything: 'Everything is paused, and what ran was cut.',
  resumedEverything: 'Agents may spend again.',
  revokeEverything: 'Revoke everything',
  revokeEverythingHint: 'Ends every sub-key for good and cuts whatever runs. Asks first.',
  issueSubKey: 'Issue sub-key',
};
