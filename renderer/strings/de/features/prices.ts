import type { Strings } from '../../say.ts';

/** The person's own prices of models. */
export const prices: Strings['prices'] = {
  title: 'Deine Preise',
  set: 'Preis festlegen',
  table: 'Tabelle deiner Preise',
  model: 'Modell',
  provider: 'Anbieter',
  everyProvider: 'Alle Anbieter',
  providerHint: 'Dasselbe Modell kann bei einem anderen Anbieter etwas anderes kosten.',
  input: 'Input',
  output: 'Output',
  cacheRead: 'Cache lesen',
  cacheWrite: 'Cache schreiben',
  changes: 'Ändern',
  asInput: 'wie Input',
  change: 'Ändern',
  changePriceOf: (model) => `Preis von ${model} ändern`,
  remove: 'Entfernen',
  removePriceOf: (model) => `Preis von ${model} entfernen`,
  removed: (model) => `Dein Preis für ${model} ist entfernt.`,
  none: 'Keine festgelegt.',
  means:
    'In Dollar pro Million Tokens. Für Modelle ohne eigenen Preis gilt der veröffentlichte. Gibt es keinen, wird das ' +
    'Modell abgelehnt, bis du einen Preis festlegst oder es zum teuersten Preis seiner Familie erlaubst.',

  assumed: 'angenommen',
  assumedHint: 'Niemand weiß, was dieses Modell kostet. Bis es bekannt ist, zählt der teuerste Preis seiner Familie.',
  allow: (model) => `${model} zum teuersten Preis seiner Familie erlauben`,
  allowed: (model, input, output) =>
    `${model} zählt mit ${input} für Input und ${output} für Output pro Million Tokens, als „angenommen“ markiert.`,

  published: 'Veröffentlichte Preise',
  cameWithPurser: 'Es gelten die mit Purser gelieferten Preise.',
  fetched: (moment) => `Es gelten die abgerufenen Preise, Stand ${moment}.`,
  dailyLook: 'Einmal am Tag prüfen, ob sich Preise geändert haben',
  dailyLookIs: { on: 'Täglich prüfen', off: 'Nie prüfen' },
  notLookedYet: 'Noch nicht geprüft.',
  lookedAt: (moment) => `Zuletzt geprüft: ${moment}.`,
  lookedAtPartly: (moment, names) => `Zuletzt geprüft: ${moment}; nicht erreichbar: ${names.join(' und ')}.`,

  priceOf: (model) => `Preis von ${model}`,
  modelExample: 'my-model',
  modelHint: 'Der Name, den das Tool sendet.',
  worksFrom: 'Dollar pro Million Tokens. Gilt ab der nächsten Anfrage; frühere behalten ihren Preis.',
  save: 'Preis speichern',
  noModel: 'Gib das Modell mit dem Namen ein, den das Tool sendet.',
  noAmounts: 'Gib einen Preis für Input und Output ein. 0 ist erlaubt.',
  noAmount: 'Gib einen Preis ab 0\u00A0$ ein, z.\u00A0B. 3.',
};
