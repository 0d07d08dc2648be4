/** The controls that all features share. */
export const ui = {
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Select and copy',
  unsure: { estimated: 'estimated', assumed: 'assumed' },
  whyUnsure: {
    estimated: 'Estimated: the provider did not say all of what it cost, so what can have been used is counted.',
    assumed: 'Assumed: Purser was stopped before the reply ended, so the most it can have cost is counted.',
  },
  themes: { system: 'system', light: 'light', dark: 'dark' },
  theme: (theme: string) => `Theme: ${theme}`,
  switchTheme: (theme: string, next: string) => `Theme: ${theme}. Switch to ${next}.`,
};
