import type { ToldEntries } from '../told.ts';

/** Whether a connection works, and what leads past Purser. */
export const TOLD_CONNECT: ToldEntries = [
  ['{0}. Repair the connection first.', '{0}. Repariere zuerst die Verbindung.'],
  [
    '{0} made a request of its own, and it arrived with its sub-key.',
    '{0} hat selbst eine Anfrage gestellt, und sie ist mit seinem Unterschlüssel angekommen.',
  ],
  [
    '{0} was run ({1}), and no request with its sub-key arrived.',
    '{0} wurde ausgeführt ({1}), aber es kam keine Anfrage mit seinem Unterschlüssel an.',
  ],
  ['The doctor may know why.', '„Einrichtung prüfen“ findet vielleicht den Grund.'],
  [
    'Purser cannot see into {0}. Use it once: the connection turns green when its first request arrives.',
    'Purser kann nicht in {0} hineinsehen. Benutze es einmal: Die Verbindung wird grün, sobald die erste Anfrage ' +
      'ankommt.',
  ],
  [
    'There is no address or no sub-key in its files. Repair the connection first.',
    'In seinen Dateien fehlt die Adresse oder der Unterschlüssel. Repariere zuerst die Verbindung.',
  ],
  [
    '{0} would ask {1}, and nothing is served there. Is the provider still in Purser, and does it speak this ' +
      'protocol? Then connect {2} again.',
    '{0} würde {1} anfragen, aber dort antwortet nichts. Ist der Anbieter noch in Purser, und spricht er dieses ' +
      'Protokoll? Dann verbinde {2} neu.',
  ],
  [
    'The address and the sub-key in its file work. But {0} ({1}).',
    'Adresse und Unterschlüssel in seiner Datei funktionieren. Aber {0} ({1}).',
  ],
  [
    'A request with the address and the sub-key from its file arrived, at the path that {0} asks.',
    'Eine Anfrage mit Adresse und Unterschlüssel aus seiner Datei ist angekommen, unter dem Pfad, den {0} benutzt.',
  ],
  [
    'A request with the address and the sub-key from its file arrived, at the path that {0} asks. {1} itself has ' +
      'not made one yet.',
    'Eine Anfrage mit Adresse und Unterschlüssel aus seiner Datei ist angekommen, unter dem Pfad, den {0} ' +
      'benutzt. {1} selbst hat noch keine gestellt.',
  ],
  [
    'Take the line out, so that it follows the main model, or name one of OpenAI or Anthropic.',
    'Nimm die Zeile heraus, damit es dem Hauptmodell folgt, oder nenne ein Modell von OpenAI oder Anthropic.',
  ],
  [
    'Take the line out: with it Claude Code asks that cloud and not the base URL.',
    'Nimm die Zeile heraus: Mit ihr fragt Claude Code diese Cloud an und nicht die Basis-URL.',
  ],
  [
    'Move the models named "(Purser)" to the top of the list, or connect Continue again.',
    'Verschiebe die Modelle namens „(Purser)“ an den Anfang der Liste, oder verbinde Continue neu.',
  ],
  [
    'Choose a model under "purser" in Crush, for the large and for the small one.',
    'Wähle in Crush ein Modell unter „purser“, für das große und für das kleine.',
  ],
  [
    'Take the line out, or write "purser" there with a model of its own.',
    'Nimm die Zeile heraus, oder trage dort „purser“ mit einem seiner Modelle ein.',
  ],
  [
    'Choose a model under "Purser" there, as in "purser/MODEL", or take the line out and choose with /models.',
    'Wähle dort ein Modell unter „Purser“, etwa „purser/MODEL“, oder nimm die Zeile heraus und wähle mit /models.',
  ],
  [
    'Give it a model under "purser", or take its own model out so that it takes the default.',
    'Gib ihm ein Modell unter „purser“, oder nimm sein eigenes heraus, damit die Vorgabe gilt.',
  ],
  [
    'Choose a model under "purser" in the agent panel, or write its provider there.',
    'Wähle im Agenten-Panel ein Modell unter „purser“, oder trage dort seinen Anbieter ein.',
  ],
];
