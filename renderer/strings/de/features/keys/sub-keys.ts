import type { Strings } from '../../../say.ts';
import { requestCount, runningCount, subKeyCount } from '../../count.ts';

/** Every sub-key there is and was. */
export const subKeys: Strings['subKeys'] = {
  tabs: 'Art der Schlüssel',
  tab: { 'sub-keys': 'Unterschlüssel', providers: 'Anbieterschlüssel' },
  title: 'Unterschlüssel',
  none: 'Noch keine Unterschlüssel. Stelle für jedes Tool einen aus; er erscheint dann hier.',
  noMatch: 'Kein passender Unterschlüssel.',
  search: 'Suchen',
  searchHint: 'Agent, Name, Endung oder Ordner',
  show: 'Welche Unterschlüssel',
  shows: { live: 'Aktive', ended: 'Beendete', all: 'Alle' },
  sort: 'Sortieren nach',
  sorts: { used: 'Zuletzt benutzt', spent: 'Ausgegeben', created: 'Erstellt', agent: 'Agent' },
  found: (keys) => subKeyCount(keys),
  more: 'Mehr anzeigen',

  columns: {
    key: 'Unterschlüssel',
    caps: 'Limit',
    spent: 'Ausgegeben',
    used: 'Zuletzt benutzt',
    ends: 'Läuft ab',
    project: 'Projekt',
    state: 'Status',
  },
  actions: 'Aktionen',
  sharesCap: (caps) => `${caps}, geteilt`,
  capsShared: 'Alle Unterschlüssel des Agenten teilen sich dieses Limit',
  noCap: 'keins',
  unused: 'Noch nie',
  endless: 'Nie',
  anywhere: 'Beliebig',
  requests: (requests) => requestCount(requests),
  state: { active: 'Aktiv', paused: 'Pausiert' },
  why: {
    expired: 'Abgelaufen',
    revoked: 'Widerrufen',
    'agent-revoked': 'Mit Agent widerrufen',
    'agent-deleted': 'Agent gelöscht',
    everything: 'Mit allem widerrufen',
    'run-ended': 'Befehl beendet',
    disconnected: 'Tool getrennt',
  },

  rename: 'Umbenennen …',
  renameTitle: (hint, agent) => `…${hint} von ${agent} umbenennen`,
  name: 'Name',
  nameExample: 'laptop',
  nameHint: 'Unterscheidet ihn von anderen Unterschlüsseln des Agenten. Leer lassen für keinen Namen.',
  doRename: 'Umbenennen',
  renamed: 'Umbenannt.',
  revoked: (hint, agent, cut) =>
    `Der Unterschlüssel …${hint} von ${agent} ist widerrufen.` +
    (cut === 0 ? '' : ` ${runningCount(cut)} abgebrochen.`),
};
