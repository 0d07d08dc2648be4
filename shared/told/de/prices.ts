import type { ToldEntries } from '../told.ts';

/** News of prices. */
export const TOLD_PRICES: ToldEntries = [
  [
    'Prices of {0} more models that you use have changed or are not certain. See all: `purser price auto`',
    'Bei {0} weiteren Modellen, die du nutzt, haben sich Preise geändert oder sind nicht sicher. Alle zeigt ' +
      '`purser price auto`',
  ],
  ['{0} in and {1} out', '{0} Input und {1} Output'],
  [
    'The price of {0} at {1} changed: {2} per million tokens before, {3} now. Use the new one: `purser price update`',
    'Der Preis von {0} bei {1} hat sich geändert: vorher {2} pro Million Tokens, jetzt {3}. Den neuen übernimmst ' +
      'du mit `purser price update`',
  ],
  [
    'The price of {0} at {1} is not certain: Purser counts {2} per million tokens, models.dev says {3}. If you ' +
      'know it: `purser price set`',
    'Der Preis von {0} bei {1} ist nicht sicher: Purser rechnet mit {2} pro Million Tokens, models.dev nennt ' +
      '{3}. Wenn du ihn kennst: `purser price set`',
  ],
  [
    'Newer prices could not be fetched from {0}. {1}Nothing was changed; try again when {2}.',
    'Von {0} konnten keine neueren Preise geholt werden. {1}Nichts wurde geändert; versuche es noch einmal, wenn ' +
      '{2}.',
  ],
  ['the network is there', 'das Netzwerk da ist'],
  ['that is put right', 'das behoben ist'],
  [
    'The new prices could not be written to {0}. Nothing was changed.',
    'Die neuen Preise konnten nicht nach {0} geschrieben werden. Nichts wurde geändert.',
  ],
  [
    'The published prices cannot be believed, so nothing was changed. {0}',
    'Die veröffentlichten Preise sind nicht glaubhaft; deshalb wurde nichts geändert. {0}',
  ],
  ['It does not have the form of published prices.', 'Sie haben nicht die Form veröffentlichter Preise.'],
  ['no price data', 'keine Preisdaten'],
  [
    'It knows {0} of the {1} models that are in use now.',
    'Bekannt sind {0} der {1} Modelle, die gerade genutzt werden.',
  ],
];
