/** The controls that all features share. */
export const ui = {
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Select and copy',
  unsure: { estimated: 'estimated', assumed: 'assumed' },
  setByYou: 'set by you',
  themes: { system: 'system', light: 'light', dark: 'dark' },
  theme: (theme: string) => `Theme: ${theme}`,
  switchTheme: (theme: string, next: string) => `Theme: ${theme}. Switch to ${next}.`,
  /** Picking days on a calendar. */
  dates: {
    pick: 'Choose dates',
    picked: (days: string) => `Choose dates: ${days}`,
    hint: 'Pick the first day, then the last.',
    previous: 'Previous month',
    next: 'Next month',
  },
};
