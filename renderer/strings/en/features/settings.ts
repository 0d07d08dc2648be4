/** Facts about this Purser, the look of the page, and the browsers that see it. */
export const settings = {
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'Same as the system', light: 'Light', dark: 'Dark' },
  gateway: 'This gateway',
  address: 'Address',
  addressHint: 'Tools send their requests here. It answers on this computer only.',
  copyAddress: 'Copy the address',
  timeZone: 'Time zone',
  timeZoneHint:
    'Days, weeks and months of caps and charts begin at midnight there. It is the time zone of this computer.',
  keysIn: 'Provider keys are in',
  keysInHint: 'Chosen when Purser starts; see `purser serve --secrets`. No tool and no window ever gets a key.',
  stores: {
    keychain: 'The keychain of this computer',
    vault: 'A vault file, encrypted with your passphrase',
    memory: 'Memory only: forgotten when Purser quits',
  },
  dataFolder: 'Data folder',
  dataFolderHint:
    'Holds the ledger, the policies and the audit log. Provider keys are here only in an encrypted vault.',
  copyDataFolder: 'Copy the data folder',
  version: 'Version',
  versionAndProcess: (version: string, pid: number) => `${version}, process ${pid}`,

  browsers: {
    title: 'Browsers that are logged in',
    hint: 'Each logged in with its own one-time link. `purser dashboard` prints a new one.',
    current: 'This one',
    /** @param begun a moment @param used `3 min ago` @param ends a moment */
    life: (begun: string, used: string, ends: string) =>
      `Logged in ${begun}, last used ${used}. Logs out ${ends} unless used before then.`,
    logOut: 'Log out',
    logOutHere: 'Log out of this browser',
    logOutOther: (browser: string) => `Log out ${browser}`,
  },
};
