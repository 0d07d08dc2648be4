import type { ToldEntries } from '../told.ts';

/** Why something in a request has no bound, and so no cap could hold it. */
export const TOLD_UNBOUNDED: ToldEntries = [
  ['Purser does not know what the tool "{0}" costs.', 'Purser weiß nicht, was das Tool „{0}“ kostet.'],
  [
    'Purser does not know what the tool "{0}" costs: it runs at the provider.',
    'Purser weiß nicht, was das Tool „{0}“ kostet: Es läuft beim Anbieter.',
  ],
  ['Purser does not know what "{0}" in "{1}" costs.', 'Purser weiß nicht, was „{0}“ in „{1}“ kostet.'],
  ['Purser does not know what a film costs here.', 'Purser weiß nicht, was ein Video hier kostet.'],
  ['Purser does not know what an avatar costs.', 'Purser weiß nicht, was ein Avatar kostet.'],
  [
    'Purser does not know what a search with "retrieval" costs. Use "google_search" or "file_search".',
    'Purser weiß nicht, was eine Suche mit „retrieval“ kostet. Nimm „google_search“ oder „file_search“.',
  ],
  [
    'Purser does not know what a prediction of "{0}" costs. It meters embeddings of text.',
    'Purser weiß nicht, was eine Vorhersage von „{0}“ kostet. Erfasst werden Embeddings von Text.',
  ],
  [
    'Purser does not know what embedding this kind of file costs: film has a price of its own. Send text, ' +
      'pictures, sound or PDF inline.',
    'Purser weiß nicht, was das Embedding dieser Art von Datei kostet: Video hat einen eigenen Preis. Sende ' +
      'Text, Bilder, Audio oder PDF direkt in der Anfrage.',
  ],
  ['Purser does not know how much {0} reads.', 'Purser weiß nicht, wie viel {0} liest.'],
  [
    'Purser does not know the event "{0}", and what it costs.',
    'Purser kennt das Ereignis „{0}“ nicht und weiß nicht, was es kostet.',
  ],
  [
    'Purser does not know {0} in "context_management", so it has no bound.',
    'Purser kennt {0} in „context_management“ nicht; deshalb gibt es dafür keine Obergrenze.',
  ],
  [
    'Purser cannot read this body of "{0}": with InvokeModel every vendor has a form of its own. Send it with ' +
      'Converse, which has one form for all models.',
    'Purser kann diesen Body von „{0}“ nicht lesen: Bei InvokeModel hat jeder Hersteller seine eigene Form. ' +
      'Sende ihn mit Converse, das eine Form für alle Modelle hat.',
  ],
  [
    'A tool that Amazon runs itself (a search, code) is billed by the call, at a price that Purser does not ' +
      'know. Leave it out of "toolConfig", or give the model a tool of your own.',
    'Ein Tool, das Amazon selbst ausführt (Suche, Code), wird pro Aufruf berechnet, zu einem Preis, den Purser ' +
      'nicht kennt. Lass es in „toolConfig“ weg, oder gib dem Modell ein eigenes Tool.',
  ],
  [
    'A guardrail is billed by units of text, for each of its policies, and the request does not say which ones ' +
      'it has. Leave it out, or enforce it for the whole AWS account.',
    'Eine Guardrail wird nach Texteinheiten berechnet, für jede ihrer Richtlinien, und die Anfrage sagt nicht, ' +
      'welche das sind. Lass sie weg, oder erzwinge sie für das ganze AWS-Konto.',
  ],
  [
    '"additionalModelRequestFields.{0}" is a second limit on the output. Set "inferenceConfig.maxTokens".',
    '„additionalModelRequestFields.{0}“ ist ein zweites Output-Limit. Setze „inferenceConfig.maxTokens“.',
  ],
  [
    '"billing_policy" bills somebody else, whom no cap here holds.',
    '„billing_policy“ berechnet jemand anderem, den hier kein Limit schützt.',
  ],
  [
    '"billing_policy" changes what is billed, and Purser does not know how.',
    '„billing_policy“ ändert, was berechnet wird, und Purser weiß nicht, wie.',
  ],
  [
    '"{0}" lets the provider choose another model, at another price.',
    '„{0}“ lässt den Anbieter ein anderes Modell zu einem anderen Preis wählen.',
  ],
  [
    '"{0}" lets the provider search, which is billed per call and has no bound.',
    '„{0}“ lässt den Anbieter suchen, was pro Aufruf berechnet wird und keine Obergrenze hat.',
  ],
  [
    '"data_sources" lets the provider read what it finds there, at any length.',
    '„data_sources“ lässt den Anbieter alles lesen, was er dort findet, in beliebiger Länge.',
  ],
  [
    '"web_search_options" searches here without telling how often. Leave it out, or use generateContent with the ' +
      'tool "googleSearch".',
    '„web_search_options“ sucht hier, ohne zu sagen, wie oft. Lass es weg, oder nutze generateContent mit dem ' +
      'Tool „googleSearch“.',
  ],
  [
    'The model "{0}" searches the web as often as it likes, which is billed per call and has no bound.',
    'Das Modell „{0}“ sucht im Web, so oft es will; das wird pro Aufruf berechnet und hat keine Obergrenze.',
  ],
  [
    'The model "{0}" searches by itself and belongs to chat completions. Send it there, or use "web_search" with ' +
      'another model.',
    'Das Modell „{0}“ sucht von selbst und gehört zu Chat Completions. Sende es dorthin, oder nutze „web_search“ ' +
      'mit einem anderen Modell.',
  ],
  [
    'A tool that runs at the provider is added in the middle of the conversation. Name it in "tools" instead.',
    'Mitten in der Unterhaltung kommt ein Tool hinzu, das beim Anbieter läuft. Nenne es stattdessen in „tools“.',
  ],
  [
    'A "thread" keeps tools that run at the provider for requests that do not name them.',
    'Ein „thread“ behält Tools, die beim Anbieter laufen, auch für Anfragen, die sie nicht nennen.',
  ],
  [
    'What code or an MCP server brings to read has no limit in this request. With "stream": true Purser sees it ' +
      'come, and holds far less.',
    'Was Code oder ein MCP-Server zu lesen bringt, hat in dieser Anfrage keine Grenze. Mit „stream“: true sieht ' +
      'Purser es kommen und reserviert viel weniger.',
  ],
  [
    'Nobody documents what a search in this protocol costs at this provider.',
    'Nirgends ist dokumentiert, was eine Suche in diesem Protokoll bei diesem Anbieter kostet.',
  ],
  [
    'A preset may bring tools and advisers that nobody sees here. Write what it holds into the request.',
    'Ein Preset kann Tools und Berater mitbringen, die hier niemand sieht. Schreibe seinen Inhalt in die Anfrage.',
  ],
  ['Pictures of "{0}" have no price.', 'Bilder von „{0}“ haben keinen Preis.'],
  [
    '"{0}" searches and "{1}" does not. Ask for the two apart.',
    '„{0}“ sucht und „{1}“ nicht. Frage beide getrennt an.',
  ],
  [
    'The plugin {0} {1}, so it cannot be bounded under a cap.',
    'Das Plugin {0} {1} und lässt sich deshalb nicht durch ein Limit begrenzen.',
  ],
  [
    'The tool "{0}" {1}, so it cannot be bounded under a cap.',
    'Das Tool „{0}“ {1} und lässt sich deshalb nicht durch ein Limit begrenzen.',
  ],
  [
    'The tool "{0}" runs at the provider and has no bound in chat completions.',
    'Das Tool „{0}“ läuft beim Anbieter und hat in Chat Completions keine Obergrenze.',
  ],
  [
    'The tool {0} runs at the provider as often as the model likes, and nothing limits it there.',
    'Das Tool {0} läuft beim Anbieter, so oft das Modell will, und nichts begrenzt es dort.',
  ],
  [
    'runs at the provider as often as the model likes, and nothing limits it there. Leave it out.',
    'läuft beim Anbieter, so oft das Modell will, und nichts begrenzt es dort. Lass es weg.',
  ],
  ['The tool {0} {1}', 'Das Tool {0} {1}'],
  [
    'runs at the provider in a way that Purser does not know',
    'läuft beim Anbieter auf eine Weise, die Purser nicht kennt,',
  ],
  ['runs a panel of models', 'lässt eine Gruppe von Modellen arbeiten'],
  [
    'runs a panel of models, each with searches of its own',
    'lässt eine Gruppe von Modellen arbeiten, jedes mit eigenen Suchen,',
  ],
  ['does something that Purser does not know', 'tut etwas, das Purser nicht kennt,'],
  ['lets another model work with tools of its own', 'lässt ein anderes Modell mit eigenen Tools arbeiten'],
  [
    'makes pictures with another model at prices of its own',
    'erzeugt Bilder mit einem anderen Modell zu eigenen Preisen',
  ],
  ['runs in a container for as long as the model likes', 'läuft in einem Container, solange das Modell will,'],
  [
    'runs at OpenRouter in a way that Purser does not know',
    'läuft bei OpenRouter auf eine Weise, die Purser nicht kennt,',
  ],
  [
    'The adviser may be any model. Name one in the "model" of its "parameters".',
    'Der Berater kann jedes Modell sein. Nenne eines in „model“ unter seinen „parameters“.',
  ],
  [
    'An adviser with tools of its own cannot be bounded under a cap.',
    'Ein Berater mit eigenen Tools lässt sich nicht durch ein Limit begrenzen.',
  ],
  [
    'xAI has retired "search_parameters". Leave it out, and use the tools "web_search" or "x_search" of the ' +
      'Responses API.',
    'xAI hat „search_parameters“ abgeschafft. Lass es weg, und nutze die Tools „web_search“ oder „x_search“ der ' +
      'Responses API.',
  ],
  [
    'Set "ttl" instead of "expireTime": the storage of a cache is billed by its lifetime.',
    'Setze „ttl“ statt „expireTime“: Der Speicher eines Caches wird nach seiner Lebensdauer berechnet.',
  ],
  [
    'The agent "{0}" works as long as it likes: nothing limits what one task may cost. Name a model in "model" ' +
      'instead, with the tools that it may use.',
    'Der Agent „{0}“ arbeitet, solange er will: Nichts begrenzt, was eine Aufgabe kosten kann. Nenne stattdessen ' +
      'ein Modell in „model“, mit den Tools, die es nutzen darf.',
  ],
  [
    'An "environment" runs at the provider, and Purser does not know what that costs.',
    'Ein „environment“ läuft beim Anbieter, und Purser weiß nicht, was das kostet.',
  ],
  [
    'With "mcp_server", the provider calls a server as often as the model likes and reads whatever it answers. ' +
      'Call the server yourself, and hand its tools over as functions.',
    'Mit „mcp_server“ ruft der Anbieter einen Server auf, so oft das Modell will, und liest, was auch immer er ' +
      'antwortet. Rufe den Server selbst auf, und übergib seine Tools als Funktionen.',
  ],
  [
    'A picture in the format "svg" is written by another model as text, at a length that nothing limits. Ask for ' +
      '"png".',
    'Ein Bild im Format „svg“ schreibt ein anderes Modell als Text, dessen Länge nichts begrenzt. Verlange „png“.',
  ],
  [
    'A chat reply with pictures has no bound. Leave "image" out of "modalities", or use images/generations.',
    'Eine Chat-Antwort mit Bildern hat keine Obergrenze. Lass „image“ in „modalities“ weg, oder nutze ' +
      'images/generations.',
  ],
  [
    'This request has several tools that draw, at several prices. Keep one of them.',
    'Diese Anfrage hat mehrere Tools, die zeichnen, zu unterschiedlichen Preisen. Behalte eines davon.',
  ],
  [
    'The tool "{0}" runs at the provider in a way that Purser does not know, so it cannot be bounded under a cap.',
    'Das Tool „{0}“ läuft beim Anbieter auf eine Weise, die Purser nicht kennt, und lässt sich deshalb nicht ' +
      'durch ein Limit begrenzen.',
  ],
  [
    'Only OpenAI knows the model and the tools of a prompt template, so Purser cannot tell what it costs. Name ' +
      'the "model" and the "tools" (an empty list will do) in the request, or write the text of the template into ' +
      'it: OpenAI shuts templates down on 2026-11-30.',
    'Nur OpenAI kennt Modell und Tools einer Prompt-Vorlage; deshalb weiß Purser nicht, was sie kostet. Nenne ' +
      '„model“ und „tools“ (eine leere Liste genügt) in der Anfrage, oder schreibe den Text der Vorlage hinein: ' +
      'OpenAI schaltet Vorlagen am 30.11.2026 ab.',
  ],
  [
    'A prompt template may bring tools that cost money. Name the tools in the request (an empty list will do), ' +
      'and they take their place.',
    'Eine Prompt-Vorlage kann Tools mitbringen, die Geld kosten. Nenne die Tools in der Anfrage (eine leere ' +
      'Liste genügt); sie treten dann an deren Stelle.',
  ],
  [
    'Agents that the provider starts by itself cannot be bounded under a cap. Leave out "multi_agent".',
    'Agenten, die der Anbieter selbst startet, lassen sich nicht durch ein Limit begrenzen. Lass „multi_agent“ weg.',
  ],
  [
    'Purser knows no price of sound for "{0}", so it cannot keep a cap on a session with it. Use a model that ' +
      'hears and speaks, such as gpt-realtime-2 or gemini-3.8-live.',
    'Purser kennt für „{0}“ keinen Audiopreis und kann für eine Sitzung damit kein Limit einhalten. Nimm ein ' +
      'Modell, das hört und spricht, zum Beispiel gpt-realtime-2 oder gemini-3.8-live.',
  ],
  [
    'This session speaks. Purser cannot meter transcription or translation sessions yet.',
    'Diese Sitzung spricht. Transkriptions- und Übersetzungssitzungen kann Purser noch nicht erfassen.',
  ],
];
