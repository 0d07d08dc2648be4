import type { Strings } from '../../../say.ts';

/** A new secret for a sub-key. */
export const rotateKey: Strings['rotateKey'] = {
  title: (hint, agent) => `…${hint} von ${agent} rotieren`,
  what: 'Der Unterschlüssel bekommt ein neues Secret. Limits, Regeln und bisherige Ausgaben bleiben gleich.',
  question: 'Das alte Secret gilt noch',
  choices: { now: 'Gar nicht', hour: '1 Stunde', day: '24 Stunden', week: '7 Tage' },
  refusedUntil: 'Das Tool wird abgelehnt, bis es das neue Secret hat.',
  timeToChange:
    'Gib dem Tool bis dahin das neue Secret. Benutzt es weiter das alte, steht das auf der Seite „Agenten“.',
  rotate: 'Rotieren',
  newTitle: (agent) => `Neues Secret für ${agent}`,
  stopped: 'Gleiche Limits, gleiche Ausgaben, neues Secret. Das alte Secret gilt nicht mehr.',
  worksUntil: (moment) => `Gleiche Limits, gleiche Ausgaben, neues Secret. Das alte Secret gilt bis ${moment}.`,
};
