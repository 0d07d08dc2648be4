import type { ToldEntries } from '../told.ts';

/** MCP servers of a tool that are moved behind Purser, and back. */
export const TOLD_MCP_MOVES: ToldEntries = [
  [
    'A browser may not say which command runs on this machine. Do this in the app, or in a terminal: {0}',
    'Ein Browser darf nicht bestimmen, welcher Befehl auf diesem Rechner läuft. Tu das in der App ' +
      'oder in einem Terminal: {0}',
  ],
  [
    'Its MCP servers were moved behind Purser, and it reaches them by that entry. Put them back first: {0} --undo',
    'Seine MCP-Server wurden hinter Purser verschoben, und es erreicht sie über diesen Eintrag. ' +
      'Stelle sie zuerst zurück: {0} --undo',
  ],
  ['MCP servers of the tools', 'MCP-Server der Tools'],
  [
    'No MCP server of {0} was moved behind Purser. Nothing was changed.',
    'Von {0} wurde kein MCP-Server hinter Purser verschoben. Es wurde nichts geändert.',
  ],
  ['Purser does not know where {0} keeps its MCP servers.', 'Purser weiß nicht, wo {0} seine MCP-Server einträgt.'],
  [
    'The files or the servers have changed since you looked at this move. Nothing was done; look at it again.',
    'Die Dateien oder die Server haben sich geändert, seit du dir das angesehen hast. Es wurde ' +
      'nichts getan; sieh es dir noch einmal an.',
  ],
  [
    'There is nothing to move for {0}. Nothing was changed.',
    'Für {0} gibt es nichts zu verschieben. Es wurde nichts geändert.',
  ],
  [
    'This Purser keeps secrets in memory until it stops: those of the servers would be lost then. ' +
      'Start it with the keychain or a vault (purser serve --secrets vault), and move them there.',
    'Dieser Purser behält Geheimnisse nur im Arbeitsspeicher, bis er endet: Die der Server gingen ' +
      'dann verloren. Starte ihn mit dem Schlüsselbund oder einem Tresor (purser serve --secrets ' +
      'vault) und verschiebe sie dort.',
  ],
  [
    'What stood in {0} cannot be read any more: the secret store has lost its key. The servers stay ' +
      'in Purser (purser mcp list); write them into the file by hand.',
    'Was in {0} stand, lässt sich nicht mehr lesen: Der Schlüsselspeicher hat den Schlüssel dazu ' +
      'verloren. Die Server bleiben in Purser (purser mcp list); trage sie von Hand in die Datei ein.',
  ],
  ['{0} Once it is connected, move them: {1}', '{0} Sobald es verbunden ist, verschiebe sie: {1}'],
  [
    '{0} has no MCP server of its own named "{1}" in {2}. It has: {3}.',
    '{0} hat in {2} keinen eigenen MCP-Server namens „{1}“. Es hat: {3}.',
  ],
  [
    '{0} is not connected, so it could not reach its servers behind Purser. Connect it first: purser connect {1}',
    '{0} ist nicht verbunden und könnte seine Server hinter Purser nicht erreichen. Verbinde es ' +
      'zuerst: purser connect {1}',
  ],
  [
    '{0} keeps no MCP servers for one project in a file of yours.',
    '{0} legt die MCP-Server eines einzelnen Projekts in keiner deiner Dateien ab.',
  ],
  ['One MCP server of {0} does not go through Purser: {1}.', 'Ein MCP-Server von {0} geht nicht über Purser: {1}.'],
  ['{0} MCP servers of {1} do not go through Purser: {2}.', '{0} MCP-Server von {1} gehen nicht über Purser: {2}.'],
  [
    '{0} stands for another MCP server by now, so that one is left there',
    '{0} steht inzwischen für einen anderen MCP-Server; dieser bleibt stehen',
  ],
  ['"{0}" cannot be its name: {1}', '„{0}“ kann nicht sein Name sein: {1}'],
  [
    '"{0}" cannot be put back without touching something else',
    '„{0}“ lässt sich nicht zurückstellen, ohne etwas anderes zu berühren',
  ],
  ['the MCP server {0} stays in Purser, too', 'der MCP-Server {0} bleibt auch in Purser'],
];
