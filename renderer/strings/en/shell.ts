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
  skip: 'Skip to the page',
  search: 'Search',
  searchHint: (shortcut: string) => `Go to or do anything (${shortcut})`,
  link: { connecting: 'Connecting', live: 'Live', lost: 'Reconnecting', 'signed-out': 'Logged out' },
  gatewaySilent: 'The gateway is not answering. Reconnecting…',
  lastHeard: 'The numbers below may be out of date.',
  notYetStored:
    'Everything you stopped stays stopped, but that is not saved on disk yet, because the ledger cannot be written. ' +
    'Free some space or check the data folder: Purser saves it as soon as it can. If Purser ends first, it forgets it.',
  everythingIsPaused: 'Everything is paused. Every request is refused until you resume.',
  pauseEverything: 'Pause everything',
  resumeEverything: 'Resume everything',
  pausedEverything: 'Everything is paused, and running requests were cut.',
  resumedEverything: 'Agents may spend again.',
  revokeEverything: 'Revoke everything',
  revokeEverythingHint: 'Ends every sub-key for good and cuts all running requests. Asks first.',
  issueSubKey: 'Issue sub-key',
};
