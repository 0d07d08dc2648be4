import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';

/** More names than this are a number. */
const SHOWN = 3;

/** The first minute. */
export const welcome: Strings['welcome'] = {
  title: 'Gib jedem KI-Tool ein eigenes Budget',
  means:
    'Dein Anbieterschlüssel bleibt hier. Jedes Tool bekommt einen Unterschlüssel mit Limit, und auf dieser Seite ' +
    'siehst und stoppst du seine Ausgaben.',
  /** For people who do not see that a step has its mark. */
  done: '(erledigt)',

  key: 'Anbieterschlüssel hinzufügen',
  keyMeans: {
    keychain: 'Der Schlüssel liegt im Schlüsselbund deines Systems und wird nur an den Anbieter gesendet.',
    vault: 'Der Schlüssel liegt in deinem verschlüsselten Tresor und wird nur an den Anbieter gesendet.',
    memory: 'Der Schlüssel liegt im Arbeitsspeicher, bis Purser beendet wird, und wird nur an den Anbieter gesendet.',
  },
  keyFor: (tool, provider) =>
    `${tool} ist auf diesem Rechner und gibt Geld bei ${provider} aus: Beginne mit dem Schlüssel dafür.`,
  addKey: 'Anbieterschlüssel hinzufügen',
  addKeyOf: (provider) => `Schlüssel für ${provider} hinzufügen`,
  addAnother: 'Weiterer Schlüssel',
  keysAre: (names) => names.join(', '),

  tool: 'Tool auswählen',
  toolMeans: 'Purser zeigt dir die genaue Änderung und gibt dem Tool dann einen Unterschlüssel mit Limit.',
  looking: 'Suche nach Tools auf diesem Rechner …',
  noTools: 'Auf diesem Rechner wurde kein Tool gefunden, das Purser kennt.',
  found: (tools) =>
    `Hier gefunden: ${
      tools.length > SHOWN
        ? `${tools.slice(0, SHOWN).join(', ')} und ${numberText(tools.length - SHOWN)} weitere`
        : tools.join(', ')
    }.`,
  connect: 'Verbinden',
  connectTool: (tool) => `${tool} verbinden`,
  needsKey: (provider) => `Braucht einen Schlüssel für ${provider}.`,
  spendsAt: (provider) => `Gibt Geld bei ${provider} aus.`,
  allTools: 'Alle Tools',
  byHand: 'Ein anderes Tool oder ein Skript?',
  issueSubKey: 'Unterschlüssel ausstellen',
  spenders: (agents) => `Jetzt mit Budget: ${agents.join(', ')}.`,
  another: 'Weiteres Tool',

  request: 'Erste Anfrage abwarten',
  requestMeans: 'Deine erste Anfrage erscheint hier mit ihren Kosten, sobald sie beendet ist.',
  askTool: (tool) => `Benutze ${tool} wie gewohnt: Stell irgendeine Frage.`,
  pointTool: 'Gib deinem Tool den Unterschlüssel als API-Schlüssel und dies als Basis-URL:',
  waiting: 'Warten auf die erste Anfrage',
  refused: (agent, sentence) => `Eine Anfrage von ${agent} wurde abgelehnt: ${sentence}`,

  arrived: (agent) => `Die erste Anfrage von ${agent} ist da`,
  failedTitle: 'Angekommen, aber beim Anbieter gescheitert',
  failed: (agent, status) =>
    `Purser hat die Anfrage von ${agent} weitergeleitet, aber der Anbieter ` +
    `${status === null ? 'hat nicht geantwortet' : `hat mit ${status} geantwortet`}. Prüfe seinen Schlüssel auf der ` +
    `Seite „Schlüssel“.`,
  onward: 'Übersicht öffnen',

  demo: 'Kein Schlüssel zur Hand?',
};
