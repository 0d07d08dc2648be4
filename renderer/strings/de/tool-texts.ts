/**
 * Texts of tools in German, by the English text that the gateway tells:
 * when a tool notices a change, and how much of what it does can be metered.
 */
export const TOOL_TEXTS: ReadonlyMap<string, string> = new Map([
  ['At once, also in sessions that are running.', 'sofort, auch in laufenden Sitzungen.'],
  [
    'With the next session: a running one keeps what it began with.',
    'mit der nächsten Sitzung; eine laufende behält, womit sie begonnen hat.',
  ],
  ['In new terminals.', 'in neuen Terminals.'],
  ['After a restart of OpenCode.', 'nach einem Neustart von OpenCode.'],
  ['With the next start, or when /model is opened.', 'beim nächsten Start oder wenn /model geöffnet wird.'],
  ['After a restart of Kilo.', 'nach einem Neustart von Kilo.'],
  ['With the next session.', 'mit der nächsten Sitzung.'],
  ['With the next start.', 'beim nächsten Start.'],
  [
    'At once: its own gateway watches the file. It shows a refusal as "authentication failed": its ' +
      'log and Purser have the reason. It then sends nothing for about a minute, even if the cap was ' +
      'raised.',
    'sofort, denn das eigene Gateway des Tools überwacht die Datei. Eine Ablehnung zeigt es als ' +
      '„authentication failed“ an; der Grund steht in seinem Log und in Purser. Danach sendet es etwa ' +
      'eine Minute lang nichts, auch wenn das Limit erhöht wurde.',
  ],
  [
    'At once in the editors; with the next start of the CLI.',
    'in den Editoren sofort, in der CLI beim nächsten Start.',
  ],
  [
    'At once; restart VS Code if the models do not appear.',
    'sofort; starte VS Code neu, falls die Modelle nicht erscheinen.',
  ],
  ['In new editor terminals.', 'in neuen Terminals des Editors.'],
  ['At once.', 'sofort.'],
  [
    'After a restart of Cursor; then switch the server on under MCP, if it is off.',
    'nach einem Neustart von Cursor; schalte dann den Server unter MCP ein, falls er aus ist.',
  ],
  ['After a restart of Neovim.', 'nach einem Neustart von Neovim.'],
  ['With the next start of the program.', 'beim nächsten Start des Programms.'],
  ['After `direnv allow`.', 'nach `direnv allow`.'],
  ['After the next login.', 'nach der nächsten Anmeldung.'],

  [
    'All model calls, also of subagents and of a claude.ai login, which is not used while connected.',
    'Alle Modellaufrufe, auch die von Subagenten. Eine Anmeldung bei claude.ai wird nicht benutzt, ' +
      'solange das Tool verbunden ist.',
  ],
  [
    'All model calls of the CLI. A ChatGPT login stays signed in, but requests go through Purser.',
    'Alle Modellaufrufe der CLI. Eine ChatGPT-Anmeldung bleibt bestehen, aber die Anfragen laufen über Purser.',
  ],
  [
    'All model calls of sessions started from a shell that has the variables; its telemetry goes to ' +
      'Google directly.',
    'Alle Modellaufrufe von Sitzungen, die aus einer Shell mit den Variablen gestartet wurden; die ' +
      'Telemetrie geht direkt an Google.',
  ],
  [
    'The models under "Purser". Built-in providers that the person logged into stay as they are and ' +
      'are not metered.',
    'Die Modelle unter „Purser“. Eingebaute Anbieter, bei denen du angemeldet bist, bleiben ' +
      'unverändert und werden nicht gemessen.',
  ],
  [
    'The models under "purser", one of which becomes the default. Others that the person logged into ' +
      'stay as they are and are not metered.',
    'Die Modelle unter „purser“; eines davon wird zum Standard. Andere, bei denen du angemeldet ' +
      'bist, bleiben unverändert und werden nicht gemessen.',
  ],
  [
    'The models under "Purser". Kilo\'s own providers stay as they are; the extension before version ' +
      '7 keeps its settings where no program can write.',
    'Die Modelle unter „Purser“. Kilos eigene Anbieter bleiben unverändert; die Erweiterung vor ' +
      'Version 7 speichert ihre Einstellungen dort, wo kein Programm schreiben kann.',
  ],
  [
    'All model calls, also the memory call after each turn. Its telemetry goes out directly.',
    'Alle Modellaufrufe, auch der Aufruf für das Gedächtnis nach jedem Schritt. Die Telemetrie geht ' +
      'direkt hinaus.',
  ],
  [
    'The models under "purser", one of which becomes the default. A Kimi login and other providers ' +
      'stay as they are and are not metered.',
    'Die Modelle unter „purser“; eines davon wird zum Standard. Eine Kimi-Anmeldung und andere ' +
      'Anbieter bleiben unverändert und werden nicht gemessen.',
  ],
  [
    'The models under "purser", which becomes the default, without fallbacks. Agents with a model of ' +
      'their own and other providers stay as they are; the search of its memory asks OpenAI directly ' +
      'where there is an OPENAI_API_KEY.',
    'Die Modelle unter „purser“; dieser Anbieter wird zum Standard, ohne Ausweichmodelle. Agenten ' +
      'mit eigenem Modell und andere Anbieter bleiben unverändert; die Gedächtnissuche fragt OpenAI ' +
      'direkt, wenn es einen OPENAI_API_KEY gibt.',
  ],
  [
    'The CLI; its telemetry goes to Cline directly. The VS Code extension reads the same keys, but ' +
      'its choice of provider per mode is made in its own settings.',
    'Die CLI; ihre Telemetrie geht direkt an Cline. Die Erweiterung für VS Code liest dieselben ' +
      'Schlüssel, aber welchen Anbieter sie je Modus nimmt, steht in ihren eigenen Einstellungen.',
  ],
  [
    'The models named "(Purser)". Others in the config stay as they are; Gemini is left out, because ' +
      'Continue ignores a base URL there.',
    'Die Modelle mit „(Purser)“ im Namen. Andere in der Konfiguration bleiben unverändert; Gemini ' +
      'fehlt, weil Continue dort eine Basis-URL ignoriert.',
  ],
  [
    "All model calls of sessions started from a shell that has the variables. GitHub's own models " +
      'are not used then.',
    'Alle Modellaufrufe von Sitzungen, die aus einer Shell mit den Variablen gestartet wurden. ' +
      'GitHubs eigene Modelle werden dann nicht benutzt.',
  ],
  [
    'All calls to OpenAI and Anthropic models; other vendors that the person set up are not touched.',
    'Alle Aufrufe von Modellen von OpenAI und Anthropic; andere Anbieter, die du eingerichtet hast, ' +
      'bleiben unverändert.',
  ],
  [
    'All model calls of sessions started from a shell that has the variable.',
    'Alle Modellaufrufe von Sitzungen, die aus einer Shell mit der Variable gestartet wurden.',
  ],
  [
    'The models under "purser" (OpenAI-compatible ones). Other providers stay as they are.',
    'Die Modelle unter „purser“ (OpenAI-kompatible). Andere Anbieter bleiben unverändert.',
  ],
  [
    'The profile named "purser". Whether the IDE plugin reads it is not known.',
    'Das Profil „purser“. Ob das IDE-Plugin es liest, ist nicht bekannt.',
  ],
  [
    'The models named "(Purser)" in the CLI. Factory\'s own models go through its servers, and it ' +
      'needs a Factory login for any model.',
    'Die Modelle mit „(Purser)“ im Namen in der CLI. Factorys eigene Modelle laufen über dessen ' +
      'Server, und für jedes Modell ist eine Factory-Anmeldung nötig.',
  ],
  [
    'All model calls. They are chat completions, in which OpenAI refuses functions for gpt-5.6 and ' +
      'later: it is made for xAI.',
    'Alle Modellaufrufe. Es sind Chat Completions; darin lehnt OpenAI ab gpt-5.6 Funktionen ab: Das ' +
      'Tool ist für xAI gemacht.',
  ],
  [
    'Chat with the models named "Purser". Inline completions, embeddings and Copilot\'s own models ' +
      'are not: they never leave GitHub.',
    'Chat mit den Modellen, die „Purser“ heißen. Vorschläge im Text, Embeddings und Copilots eigene ' +
      'Modelle nicht: Sie verlassen GitHub nie.',
  ],
  [
    "Tools and scripts that are started in the editor's terminal and read the usual variables. " +
      'Extensions are not.',
    'Tools und Skripte, die im Terminal des Editors gestartet werden und die üblichen Variablen ' +
      'lesen. Erweiterungen nicht.',
  ],
  [
    'The agent panel with models under "purser", when Zed is started from a shell that has the ' +
      'variables (or the key was pasted in its dialog). External agents have their own config; edit ' +
      'predictions go to Zed.',
    'Der Agenten-Bereich mit den Modellen unter „purser“, wenn Zed aus einer Shell mit den Variablen ' +
      'gestartet wird (oder der Schlüssel in Zeds Dialog eingefügt wurde). Externe Agenten haben eine ' +
      'eigene Konfiguration; Edit Predictions gehen an Zed.',
  ],
  [
    "Chat with the provider entered by hand (chat completions only). Code completion by JetBrains' " +
      'own models is not.',
    'Chat mit dem von Hand eingetragenen Anbieter (nur Chat Completions). Code-Vervollständigung ' +
      'durch JetBrains’ eigene Modelle nicht.',
  ],
  [
    'The adapter entered by hand. Other adapters stay as they are.',
    'Der von Hand eingetragene Adapter. Andere Adapter bleiben unverändert.',
  ],
  [
    'Calls of tools of the MCP servers in Purser, and no model calls: Cursor sends every one of those through its ' +
      'own servers, even with your own base URL, and those cannot reach this machine. Tools in its terminal can be ' +
      'connected one by one.',
    'Aufrufe von Werkzeugen der MCP-Server in Purser, aber keine Modellaufrufe: Die schickt Cursor alle über seine ' +
      'eigenen Server, auch mit deiner eigenen Basis-URL, und die erreichen diesen Computer nicht. Tools in seinem ' +
      'Terminal lassen sich einzeln verbinden.',
  ],
  [
    "The Cursor CLI takes neither a base URL nor your own provider key: it talks to Cursor's servers " +
      'in their protocol, and the models run there.',
    'Die Cursor CLI nimmt weder eine Basis-URL noch deinen eigenen Anbieterschlüssel: Sie spricht ' +
      'mit Cursors Servern in deren Protokoll, und die Modelle laufen dort.',
  ],
  [
    'Windsurf has no setting for a base URL: its models, even with your own key, run through its ' +
      'service. Tools in its terminal can be connected one by one.',
    'Windsurf hat keine Einstellung für eine Basis-URL: Seine Modelle laufen über den eigenen ' +
      'Dienst, auch mit deinem eigenen Schlüssel. Tools in seinem Terminal lassen sich einzeln ' +
      'verbinden.',
  ],
  [
    'Amp talks to its own server in its own protocol, and the models run there.',
    'Amp spricht mit seinem eigenen Server in einem eigenen Protokoll, und die Modelle laufen dort.',
  ],
  [
    "Auggie talks to Augment's server in its own protocol, and the models run there: your own keys " +
      'are sent to that server.',
    'Auggie spricht mit dem Server von Augment in einem eigenen Protokoll, und die Modelle laufen ' +
      'dort: Deine eigenen Schlüssel werden an diesen Server gesendet.',
  ],
  [
    'Programs that read the usual variables (SDKs of OpenAI and Anthropic, LiteLLM, google-genai). ' +
      'The Vercel AI SDK and LangChain JS ignore the base URL for Google models.',
    'Programme, die die üblichen Variablen lesen (die SDKs von OpenAI und Anthropic, LiteLLM, ' +
      'google-genai). Das Vercel AI SDK und LangChain JS ignorieren die Basis-URL bei Modellen von ' +
      'Google.',
  ],
  [
    'Programs that load the .env (most frameworks, Aider, Gemini CLI, Qwen Code). Claude Code, ' +
      'Codex, OpenCode and Copilot CLI never read it.',
    'Programme, die die .env laden (die meisten Frameworks, Aider, Gemini CLI, Qwen Code). Claude ' +
      'Code, Codex, OpenCode und Copilot CLI lesen sie nie.',
  ],
  [
    'Programs started in the folder that read the usual variables.',
    'Programme, die in diesem Ordner gestartet werden und die üblichen Variablen lesen.',
  ],
  [
    'Graphical programs that read the usual variables. Linux: sessions that systemd starts; macOS: ' +
      'by a login item; Windows: by commands to run once, and another to run after disconnecting, ' +
      'because no file holds its variables.',
    'Grafische Programme, die die üblichen Variablen lesen. Linux: in Sitzungen, die systemd ' +
      'startet; macOS: durch ein Anmeldeobjekt; Windows: durch Befehle, die du einmal ausführst, und ' +
      'einen weiteren nach dem Trennen, weil die Variablen dort in keiner Datei stehen.',
  ],
]);
