import type { Strings } from '../../say.ts';
import { count, requestCount } from '../count.ts';
import { during } from './caps.ts';

/** The dashboard at work on made-up data. */
export const simulation: Strings['simulation'] = {
  data: 'Simulierte Daten',
  simulated: 'Simuliert',
  means: 'Anbieter, Agenten und Geld auf dieser Seite sind erfunden. Pausiere und widerrufe nach Belieben.',
  leave: 'Simulation verlassen',
  start: 'Mit simulierten Daten ansehen',
  leak: {
    title: 'Ein Unterschlüssel ist in falsche Hände geraten',
    stopped: 'Der gestohlene Unterschlüssel ist widerrufen',
    example: 'Simuliertes Beispiel',
    story: (agent, programs) =>
      `Ein bösartiges Paket auf diesem Computer hat den Unterschlüssel von ${agent} gefunden und nutzt ihn aus ` +
      `${count(programs, 'Programm', 'Programmen')} gleichzeitig. ` +
      'Auf jedem anderen Computer ist der Unterschlüssel wertlos, denn Purser antwortet nur hier.',
    revoked: (agent) =>
      `Jede Anfrage mit dem Unterschlüssel von ${agent} wird jetzt abgelehnt. ` +
      'Alle anderen Agenten arbeiten weiter, und kein Anbieterschlüssel muss ersetzt werden.',
    taken: 'Mit dem Unterschlüssel erbeutet',
    ofCap: (cap, window, refused) => `von ${cap} ${during(window)}; ${refused} Anfragen abgelehnt`,
    bare: 'Ein Anbieterschlüssel ohne Purser',
    sameRequests: (requests) =>
      `bisher verloren, bei ${requests === 1 ? 'derselben' : 'denselben'} ${requestCount(requests)}`,
    overnight: 'Dasselbe, über Nacht unbemerkt',
    after: (hours) => `verloren nach ${hours} Stunden bei diesem Tempo`,
    revoke: 'Unterschlüssel widerrufen',
    hide: 'Ausblenden',
  },
};
