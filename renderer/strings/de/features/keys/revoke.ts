import { numberText } from '../../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../../say.ts';
import { runningCount, subKeyCount } from '../../count.ts';

/** The panic button, and one agent's. */
export const revoke: Strings['revoke'] = {
  agentTitle: (agent) => `Alle Unterschlüssel von ${agent} widerrufen?`,
  agentWhat: (agent, keys) =>
    `Beendet ${keys === 1 ? 'den einzigen Unterschlüssel' : `alle ${subKeyCount(keys)}`} von ${agent} und bricht ` +
    `laufende Anfragen ab.`,
  everythingTitle: 'Alles widerrufen?',
  everythingWhat: (keys, holders) =>
    `Beendet ${
      keys === 1 ? 'den einzigen Unterschlüssel' : `alle ${subKeyCount(keys)} von ${numberText(holders)} Agenten`
    } und bricht jede laufende Anfrage ab.`,
  /** Said with weight; the rest of the sentence follows. */
  final: 'Das lässt sich nicht rückgängig machen:',
  finalBecause:
    'Jedes Tool braucht danach einen neuen Unterschlüssel. Anbieterschlüssel und der Verlauf der Ausgaben bleiben ' +
    'erhalten.',
  pauseAgent: (agent) => `Um die Ausgaben nur eine Zeit lang zu stoppen, pausiere ${agent} stattdessen.`,
  pauseEverything: 'Um die Ausgaben nur eine Zeit lang zu stoppen, pausiere stattdessen alles.',
  button: (keys) => `${subKeyCount(keys)} widerrufen`,
  agentDone: (agent) => `${agent} ist widerrufen`,
  everythingDone: 'Alles ist widerrufen',
  done: (keys, cutRequests, time) =>
    cutRequests === 0
      ? `${subKeyCount(keys)} widerrufen. Es lief keine Anfrage.`
      : `${subKeyCount(keys)} widerrufen, ${runningCount(cutRequests)} in ${time} abgebrochen.`,
  next: 'Tools brauchen neue Unterschlüssel, bevor sie wieder Geld ausgeben können.',
};
