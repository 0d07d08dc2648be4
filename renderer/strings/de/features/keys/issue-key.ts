import type { Strings } from '../../../say.ts';

/** A new sub-key: what it may do, and the one moment its secret is shown. */
export const issueKey: Strings['issueKey'] = {
  issue: 'Unterschlüssel ausstellen',
  agent: 'Agent',
  agentExample: 'Claude Code',
  agentHint: 'Das Tool oder Skript, das diesen Unterschlüssel bekommt.',
  newAgent: (name) => `Legt einen neuen Agenten namens „${name}“ an.`,
  howMuch: 'Spielraum',
  capsFor: 'Die Limits gelten für',
  capsOn: { agent: 'Alle Unterschlüssel des Agenten', key: 'Nur diesen Unterschlüssel' },
  shares: (agent, caps) =>
    `Teilt sich, was ${agent} ausgeben darf: ${caps.join(' und ')}. Ändern kannst du das unter „Agenten“.`,
  once: 'Einmalig',
  onceSays: 'Ein Betrag für einen Auftrag. Ist er aufgebraucht, hat der Unterschlüssel ausgedient.',
  refusedBefore:
    'Eine Anfrage, die ein Limit überschreiten könnte, wird vor dem Senden abgelehnt; ein Stream, der ein Limit ' +
    'erreicht, wird dort beendet.',

  more: 'Ablauf, Modelle und mehr',
  expires: 'Läuft ab',
  expiries: {
    never: 'Nie',
    '8h': 'In 8 Stunden',
    '7d': 'In 7 Tagen',
    '30d': 'In 30 Tagen',
    date: 'Am Ende eines Tages …',
  },
  lastDay: 'Letzter Tag',
  models: 'Nur diese Modelle',
  allModels: 'alle Modelle',
  modelsHint: 'Durch Kommas trennen; * steht für beliebige Zeichen, z.\u00A0B. claude-*.',
  modelTooLong: (beginning) => `„${beginning}…“ ist zu lang für den Namen eines Modells. Trenne Namen durch Kommas.`,
  project: 'Projektordner',
  noProject: 'keiner',
  projectHint: 'Der vollständige Pfad. Was dieser Unterschlüssel ausgibt, wird diesem Projekt zugeordnet.',
  neverRotates: 'nie',
  asks: 'Eine Anfrage, die nicht ins Limit passt, warten lassen und mich fragen',
  noLastDay: 'Wähle den letzten Tag, an dem der Unterschlüssel gilt.',
  dayIsOver: 'Dieser Tag ist schon vorbei. Wähle heute oder später.',

  subKeyFor: (agent) => `Unterschlüssel für ${agent}`,
  /** The limits of a new sub-key. @param rules empty where there are none @param until when it ends, if ever */
  may: (caps, rules, until) =>
    `Limit: ${caps.join(' und ')}${rules === '' ? '' : `, ${rules}`}.` +
    (until === undefined ? '' : ` Gültig bis ${until}.`),
  copyNow: 'Kopiere ihn jetzt: Er wird nur dieses eine Mal angezeigt, und Purser behält nur den Hash.',
  copy: 'Unterschlüssel kopieren',
  noProvider: 'Füge als Nächstes einen Anbieterschlüssel hinzu: Erst dann funktioniert dieser Unterschlüssel.',
  use: 'So verwendest du ihn',
  point: 'In einem Tool eintragen',
  provider: 'Anbieter',
  baseUrl: 'Basis-URL',
  copyBaseUrl: 'Basis-URL kopieren',
  copyShell: 'Shell-Zeilen kopieren',
  notCopied: 'Noch nicht kopiert',
  done: 'Fertig',
  saved: 'Ich habe ihn gespeichert',
};
