import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';

/** Things that keep tools from spending through Purser, and what can be done about them. */
export const doctor: Strings['doctor'] = {
  title: 'Einrichtung prüfen',
  look: 'Jetzt prüfen',
  looking: 'Wird geprüft …',
  what:
    'Findet Variablen, die die Konfiguration eines Tools überschreiben, zurückgeänderte Dateien und Schlüssel im ' +
    'Klartext.',
  nothing: 'Keine Probleme gefunden.',
  project: 'Auch in einem Projekt',
  projectMore: 'Auch ein Projekt prüfen',
  projectExample: '/home/me/shop',
  projectHint: 'Der vollständige Pfad des Ordners. Verbundene Projekte werden ohnehin geprüft.',
  severity: { error: 'Problem', warning: 'Warnung', note: 'Hinweis' },
  inFile: (file) => `In ${file}.`,
  inLine: (file, line) => `In ${file}, Zeile ${numberText(line)}.`,

  putRight: 'Beheben',
  keepProxiesOffHow: 'Purser kann Zeilen in diese Datei einfügen, die Proxys von diesem Rechner fernhalten.',
  putRightHow: {
    repair: 'Purser kann seine Änderung erneut in die Datei schreiben.',
    'connect-again': 'Purser kann das Tool mit seiner jetzigen Adresse neu verbinden.',
  },
  moveKeyHow:
    'Purser kann den Schlüssel in den Schlüsselspeicher verschieben und durch einen Unterschlüssel mit Limit ersetzen.',
  moveAskedHow:
    'Wenn dieser Schlüssel dir gehört, kann Purser ihn in den Schlüsselspeicher verschieben und durch einen ' +
    'Unterschlüssel mit Limit ersetzen.',
  moveKey: 'Schlüssel verschieben …',
  connect: (tool) => `${tool} verbinden …`,
  addProvider: 'Anbieterschlüssel hinzufügen',
  orDisconnect: 'Oder trenne es unten: Dann sind seine Dateien wieder wie vorher.',
  moveServersHow: 'Auf der Seite „MCP“ stehen sie; dort lassen sie sich in Purser übernehmen.',

  moveTitle: 'Gehört dieser Schlüssel dir?',
  moveWhat: (file) =>
    `Purser nimmt den Schlüssel aus ${file}, bewahrt ihn als Anbieterschlüssel auf und setzt einen Unterschlüssel ` +
    `mit Limit an seine Stelle.`,
  moveWarning:
    'Ein Projekt von jemand anderem kann dessen Schlüssel enthalten. Alles, was du damit ausgibst und sendest, läuft ' +
    'dann über das fremde Konto.',
  moveYes: 'Ja, verschieben',
};
