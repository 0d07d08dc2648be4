import type { Strings } from '../say.ts';

/** Sentences for failures of which the gateway itself said nothing that a person could use. */
export const failures: Strings['failures'] = {
  noAnswer: 'Das Gateway hat nicht geantwortet. Prüfe, ob Purser läuft, und versuche es noch einmal.',
  signedOut: {
    never: 'Dieser Browser ist nicht angemeldet. Führe in einem Terminal `purser open` aus.',
    'link-refused':
      'Dieser Anmeldelink wurde schon benutzt, ist zu alt oder stammt von einem anderen Purser. Einen neuen bekommst ' +
      'du in einem Terminal mit `purser open`.',
    ended:
      'Dieser Browser ist nicht mehr angemeldet: Die Sitzung wurde beendet oder zu lange nicht genutzt. Um ' +
      'weiterzumachen, führe in einem Terminal `purser open` aus.',
    left: 'Du bist hier abgemeldet. Um zurückzukommen, führe in einem Terminal `purser open` aus.',
  },
  inside: 'Im Gateway ist ein Fehler aufgetreten; nichts wurde geändert. Versuche es noch einmal. Mehr steht im Log.',
};
