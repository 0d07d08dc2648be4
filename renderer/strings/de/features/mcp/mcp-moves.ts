import type { Strings } from '../../../say.ts';
import { count } from '../../count.ts';

const serverCount = (servers: number): string => count(servers, 'Server', 'Server');

/** MCP servers that tools have by themselves, and moving them behind Purser. */
export const mcpMoves: Strings['mcpMoves'] = {
  title: 'An Purser vorbei',
  found: (servers, tool) =>
    `${serverCount(servers)} von ${tool} ${servers === 1 ? 'läuft' : 'laufen'} nicht über Purser:`,
  foundIn: (servers, tool, folder) =>
    `${serverCount(servers)} von ${tool} in ${folder} ${servers === 1 ? 'läuft' : 'laufen'} nicht über Purser:`,
  move: 'Übernehmen',
  moveOf: (tool) => `Server von ${tool} in Purser übernehmen`,
  moved: (servers, tool) =>
    `${serverCount(servers)} von ${tool} ${servers === 1 ? 'wurde' : 'wurden'} in Purser übernommen:`,
  putBack: 'Zurückgeben',
  putBackOf: (tool) => `Server an ${tool} zurückgeben`,
  inTerminal:
    'Ein Browser darf nicht bestimmen, welcher Befehl auf diesem Rechner läuft. Mach das in der App oder in einem ' +
    'Terminal:',
  copyCommand: 'Befehl kopieren',
  moveTitle: (tool) => `MCP-Server von ${tool} übernehmen`,
  moveMeans:
    'Purser startet oder erreicht jeden einmal und nimmt ihn erst dann aus der Datei. Die Werte seiner ' +
    'Variablen und ' +
    'Header kommen in den Schlüsselspeicher. Was etwas ändern oder löschen kann, wartet von da an auf dich.',
  toStore: (names) => `in den Schlüsselspeicher: ${names.join(', ')}`,
  isThere: 'Purser hat ihn schon.',
  calledIn: (name, as) => (name === as ? name : `${name}, in Purser ${as}`),
  stays: 'Diese bleiben, wo sie sind',
  change: 'Die Änderung an den Dateien',
  submitMove: 'Übernehmen',
  starting: 'Server werden gestartet …',
  doneMove: (names) => `${names.join(', ')} übernommen. Das Tool findet sie ab seinem nächsten Start in Purser.`,
  unchecked: 'Diese trotzdem übernehmen',
  putBackTitle: (tool) => `MCP-Server an ${tool} zurückgeben`,
  putBackMeans:
    'Sie stehen wieder so in der Datei wie vorher. Danach verlassen sie Purser samt ihren Geheimnissen, wenn ' +
    'sie sonst niemand benutzt.',
  submitPutBack: 'Zurückgeben',
  donePutBack: (names) => `${names.join(', ')} zurückgegeben.`,
  reason: {
    off: () => 'Dort ausgeschaltet.',
    variable: (about) => `Braucht ${about}; das kann nur das Tool selbst einsetzen.`,
    setting: (about) => `Die Einstellung ${about} ginge verloren.`,
    older: () => 'Spricht nur das ältere Protokoll (SSE).',
    folder: (about) => `${about} beginnt in dem Ordner, in dem das Tool gerade läuft.`,
    secret: () =>
      'Ein Argument oder die Adresse enthält vielleicht ein Geheimnis, und Purser zeigt beides an. Leg es in ' +
      'eine Variable oder einen Header.',
    form: () => 'Purser kennt die Form dieses Eintrags nicht.',
    name: () => 'Aus dem Namen lässt sich keiner für Purser bilden. Im Terminal kannst du einen angeben: --as NAME.',
    taken: (about) =>
      `${about} heißt in Purser schon etwas anderes. Im Terminal kannst du einen anderen Namen angeben: --as NAME.`,
    unreachable: (about) => about,
  },
};
