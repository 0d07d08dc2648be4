import type { ToldEntries } from '../told.ts';

/** Steps that a person takes by hand, and how a tool is known. */
export const TOLD_BY_HAND: ToldEntries = [
  [
    'The Claude Code extension of VS Code reads the same file; when it asks to log in, choose the custom API option.',
    'Die Claude-Code-Erweiterung von VS Code liest dieselbe Datei; wenn sie nach der Anmeldung fragt, wähle die ' +
      'Option für eine eigene API.',
  ],
  [
    'In the VS Code extension, choose the same provider in its settings for Plan and for Act.',
    'Wähle in der VS-Code-Erweiterung in den Einstellungen für Plan und für Act denselben Anbieter.',
  ],
  [
    'The CLI takes the first model, which is now Purser\'s. In an editor, choose a model named "(Purser)".',
    'Die CLI nimmt das erste Modell; das ist jetzt eines von Purser. Wähle im Editor ein Modell namens „(Purser)“.',
  ],
  ['Choose a model under "{0}".', 'Wähle ein Modell unter „{0}“.'],
  ['Choose the profile "purser".', 'Wähle das Profil „purser“.'],
  ['Choose a model under "Purser" with /models.', 'Wähle mit /models ein Modell unter „Purser“.'],
  ['Choose a model named "(Purser)" with /model.', 'Wähle mit /model ein Modell namens „(Purser)“.'],
  [
    'Choose a model named "(Purser)" in the chat\'s model list.',
    'Wähle in der Modellliste des Chats ein Modell namens „(Purser)“.',
  ],
  [
    'It is made for xAI: with several providers, connect it with --provider xai --model NAME. A new project ' +
      'begins with grok-code-fast-1: choose with -m or /models.',
    'Es ist für xAI gemacht: Bei mehreren Anbietern verbinde es mit --provider xai --model NAME. Ein neues ' +
      'Projekt beginnt mit grok-code-fast-1: Wähle mit -m oder /models.',
  ],
  [
    'Zed started from a dock or menu does not see shell variables: start it with `zed` in a terminal.',
    'Ein aus Dock oder Menü gestartetes Zed sieht keine Shell-Variablen: Starte es mit `zed` in einem Terminal.',
  ],
  [
    'Settings > Tools > AI Assistant > Models & API Keys > Third-party providers > OpenAI-compatible:',
    'Unter Settings > Tools > AI Assistant > Models & API Keys > Third-party providers > OpenAI-compatible:',
  ],
  ['  API key: {0}', '  API-Schlüssel: {0}'],
  ['  Model:   {0}', '  Modell:        {0}'],
  ['  URL:     {0}', '  URL:           {0}'],
  [
    'Take the provider out: Settings > Tools > AI Assistant > Models & API Keys > Third-party providers. Its ' +
      'sub-key is revoked.',
    'Entferne den Anbieter: Settings > Tools > AI Assistant > Models & API Keys > Third-party providers. Sein ' +
      'Unterschlüssel ist widerrufen.',
  ],
  [
    "export PURSER_NVIM_API_KEY={0}   -- in your shell's startup file",
    'export PURSER_NVIM_API_KEY={0}   -- in der Startdatei deiner Shell',
  ],
  [
    'Take the adapter "purser" out of your config and PURSER_NVIM_API_KEY out of your shell\'s startup file: its ' +
      'sub-key is revoked.',
    'Nimm den Adapter „purser“ aus deiner Konfiguration und PURSER_NVIM_API_KEY aus der Startdatei deiner Shell: ' +
      'Der Unterschlüssel ist widerrufen.',
  ],
  [
    'Terminals that are open still hold the variables with the revoked sub-key: close them.',
    'Offene Terminals haben noch die Variablen mit dem widerrufenen Unterschlüssel: Schließe sie.',
  ],
  [
    'Editor terminals that are open still hold the variables with the revoked sub-key: close them.',
    'Offene Terminals des Editors haben noch die Variablen mit dem widerrufenen Unterschlüssel: Schließe sie.',
  ],
  ['Log out and in again.', 'Melde dich ab und wieder an.'],
  [
    'Log out and in again: until then, programs that are started still get the revoked sub-key.',
    'Melde dich ab und wieder an: Bis dahin bekommen neu gestartete Programme noch den widerrufenen Unterschlüssel.',
  ],
  ['In PowerShell, once:', 'In PowerShell, einmal:'],
  [
    'The user environment of Windows still holds the revoked sub-key. In PowerShell, once:',
    'Die Benutzerumgebung von Windows enthält noch den widerrufenen Unterschlüssel. In PowerShell, einmal:',
  ],
  [
    'Until the next login, programs that are started still get the revoked sub-key. To end that now:',
    'Bis zur nächsten Anmeldung bekommen neu gestartete Programme noch den widerrufenen Unterschlüssel. Um das ' +
      'sofort zu beenden:',
  ],
  ['Run `direnv allow` in the folder.', 'Führe im Ordner `direnv allow` aus.'],
  [
    'Run `direnv allow` in the folder again: its .envrc is as it was before.',
    'Führe im Ordner noch einmal `direnv allow` aus: Die .envrc ist wieder wie vorher.',
  ],
];
