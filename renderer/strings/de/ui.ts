import type { Strings } from '../say.ts';

/** The controls that all features share. */
export const ui: Strings['ui'] = {
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyByHand: 'Selbst kopieren',
  unsure: { estimated: 'geschätzt', assumed: 'angenommen' },
  setByYou: 'von dir festgelegt',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  theme: (theme) => `Design: ${theme}`,
  switchTheme: (theme, next) => `Design: ${theme}. Zu „${next}“ wechseln.`,
  /** Picking days on a calendar. */
  dates: {
    pick: 'Zeitraum wählen',
    picked: (days) => `Zeitraum wählen: ${days}`,
    hint: 'Wähle erst den ersten, dann den letzten Tag.',
    previous: 'Voriger Monat',
    next: 'Nächster Monat',
  },
};
