import { numberText } from '../../../state/time-and-money/number-text.ts';
import { count } from '../count.ts';

/** Everything that can be set, facts about this Purser, and the browsers that see it. */
export const settings = {
  appearance: 'Appearance and formats',
  theme: 'Theme',
  themeHint: 'The same in the desktop window and in every browser.',
  themes: { system: 'Same as the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  /** Each in its own words, so that anybody finds the way back. */
  languages: { system: 'Same as the system', en: 'English', de: 'Deutsch', zh: '简体中文' },
  clock: 'Clock',
  clocks: { region: 'As in my region', h12: '12 hours', h24: '24 hours' },
  money: 'Amounts of money',
  moneyFormats: {
    region: 'As in my region',
    point: '$1,234.50',
    comma: '1.234,50 $',
    space: '1 234,50 $',
  },
  weekStart: 'First day of the week',
  weekStartHint: 'Weekly caps and charts begin on this day, from the next start of Purser on.',
  weekStarts: { monday: 'Monday', sunday: 'Sunday', saturday: 'Saturday' },

  notifications: {
    title: 'Notifications',
    switch: { on: 'On', off: 'Off' },
    desktopOnly: 'The desktop app shows these as notifications. In a browser they appear on the page only.',
    topicsTitle: 'Notify me about',
    topicsHint: 'Everything is on the page and in the audit log, whatever you choose here.',
    topics: {
      caps: 'Caps that fill up',
      approvals: 'Requests that wait for me',
      brakes: 'Agents that may be out of control',
      prices: 'Changed prices',
      providers: 'Bills that look wrong, and questions about a provider',
      rotation: 'Sub-keys that were rotated or are due',
    },
    levels: 'Warn at this share of a cap',
    levelsHint: 'Each is told once in every window of a cap.',
    percent: (share: number) => `${numberText(share)}%`,
    quiet: 'Quiet hours',
    quietHint: (timeZone: string) =>
      `Nothing pops up then. Times are ${timeZone}; an end before the start is on the next day.`,
    quietSwitch: 'Keep quiet',
    quietEnds: { from: 'from', to: 'until' },
    test: 'Test',
    testHint: 'If nothing appears, look at the notification settings of your system.',
    sendTest: 'Send a test notification',
  },

  newKeys: {
    title: 'New agents and tools',
    caps: 'Caps to begin with',
    capsHint: 'What the form for a new sub-key begins with. You can change it there each time.',
    save: 'Save caps',
    preset: 'Preset for a connected tool',
    presetHint: 'Selected when you connect a tool. Careful is the tightest.',
  },

  gateway: 'This gateway',
  address: 'Address',
  addressHint: 'Tools send their requests here. It answers on this computer only.',
  copyAddress: 'Copy the address',
  port: 'Port',
  portHint: 'Connected tools are changed to the new port when Purser starts with it.',
  savePort: 'Save port',
  notAPort: 'Enter a port from 1024 to 65535.',
  portWaits: (port: number) => `Purser uses port ${port} from its next start on. Until then it stays where it is.`,
  portFollowers: (tools: readonly string[]) => `These follow, and must be restarted then: ${tools.join(', ')}.`,
  restartNow: 'Restart the gateway now',
  startAtLogin: 'Start at login',
  startAtLoginHint: 'Purser starts in the tray when you log in.',
  timeZone: 'Time zone',
  timeZoneHint:
    'Days, weeks and months of caps and charts begin at midnight there. It is the time zone of this computer.',
  keysIn: 'Provider keys are in',
  keysInHint: 'Chosen when Purser starts; see `purser serve --secrets`. No tool and no window ever gets a key.',
  keysInDesktopHint: 'No tool and no window ever gets a key.',
  stores: {
    keychain: 'The keychain of this computer',
    vault: 'A vault file, encrypted with your passphrase',
    memory: 'Memory only: forgotten when Purser quits',
  },
  dataFolder: 'Data folder',
  dataFolderHint:
    'Holds the ledger, the policies and the audit log. Provider keys are here only in an encrypted vault.',
  copyDataFolder: 'Copy the data folder',

  history: {
    title: 'History and backup',
    keep: 'Keep single requests',
    keepHint: 'Older ones are deleted, with what was logged of them. Charts, totals, caps and the audit log stay.',
    forEver: 'For ever',
    days: (days: number) => `For ${count(days, 'day')}`,
    delete: 'Delete all history',
    deleteHint: 'Every request, everything logged, and charts older than the running month.',
    deleteAll: 'Delete all history',
    question: 'Delete all history?',
    whatGoes:
      'This deletes every single request, every logged prompt and reply, and all charts older than the running ' +
      'month. It cannot be undone.',
    whatStays:
      'What each sub-key has spent in all stays, so that no cap begins again. Agents, sub-keys, caps, rules, ' +
      'provider ' +
      'keys and the audit log stay too.',
    deleted: (requests: number) => `History deleted: ${count(requests, 'request')}.`,
    backup: 'Backup',
    backupHint:
      'One file with everything but provider keys: requests, agents, sub-keys, caps, settings and the audit log. ' +
      'Stop Purser before you restore one.',
    backupCommand: 'purser backup purser-backup.sqlite',
    restoreCommand: 'purser restore purser-backup.sqlite',
    copyBackup: 'Copy the backup command',
    copyRestore: 'Copy the restore command',
  },

  about: {
    title: 'About Purser',
    version: 'Version',
    versionAndProcess: (version: string, pid: number) => `${version}, process ${pid}`,
    updates: 'Updates',
    updatesHint: 'Look at the releases of the project, and install a newer version over this one. Your data stays.',
    nothingPhonesHome: 'Purser does not look for updates and sends nothing about you anywhere.',
    licence: 'Licence',
    licenceHint: 'Purser is free software under the MIT licence, and contains the work of others.',
    showLicences: 'Show licences',
    licences: 'Licences of what is built into Purser',
    noLicences: 'The licences are missing from this build. They are in the source, beside each package.',
  },

  browsers: {
    title: 'Browsers that are logged in',
    hint: 'Each logged in with its own one-time link. `purser open` makes a new one.',
    current: 'This one',
    /** @param begun a moment @param used `3 min ago` @param ends a moment */
    life: (begun: string, used: string, ends: string) =>
      `Logged in ${begun}, last used ${used}. Logs out ${ends} unless used before then.`,
    logOut: 'Log out',
    logOutHere: 'Log out of this browser',
    logOutOther: (browser: string) => `Log out ${browser}`,
  },
};
