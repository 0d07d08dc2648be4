/** The frame around every page. */
export const shell = {
  pages: {
    overview: 'Overview',
    costs: 'Costs',
    agents: 'Agents',
    requests: 'Requests',
    keys: 'Keys',
    connections: 'Connections',
    mcp: 'MCP',
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
  host: {
    waitingForPassphrase: 'Waiting for your passphrase.',
    starting: 'The gateway is starting…',
    stopping: 'The gateway is finishing running requests…',
    titles: {
      restart: 'The gateway is down',
      passphrase: 'The vault is locked',
      'place-for-keys': 'Purser has no safe place for your provider keys',
    },
    places:
      'Unlock or start the keychain and try again, or choose another place. A vault is a file that your passphrase ' +
      'opens; you are asked for it at every start. In memory, keys are gone when you quit. Purser remembers your ' +
      'choice until you choose the keychain again in its menu.',
    answers: {
      restart: 'Start it again',
      passphrase: 'Enter the passphrase',
      'place-for-keys': 'Try the keychain again',
    },
    inVault: 'Use an encrypted vault',
    inMemory: 'Keep keys in memory',
  },
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
