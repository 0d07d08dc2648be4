import type { ToldEntries } from '../told.ts';

/** Why a path of a provider is not served. */
export const TOLD_NOT_SERVED: ToldEntries = [
  ['A client secret', 'Ein Client-Secret'],
  ['A token of its own', 'Ein eigenes Token'],
  [
    '{0} works at the provider itself, past Purser and its caps, so Purser lets none be made. Connect over a ' +
      'WebSocket to Purser, with the sub-key: {1}',
    '{0} gilt direkt beim Anbieter, an Purser und seinen Limits vorbei; deshalb lässt Purser keines anlegen. ' +
      'Verbinde dich per WebSocket mit Purser, mit dem Unterschlüssel: {1}',
  ],
  [
    'A call over WebRTC or SIP goes past Purser and its caps, so Purser does not let one be made. Connect over a ' +
      'WebSocket to Purser, with the sub-key: {0}',
    'Ein Anruf über WebRTC oder SIP läuft an Purser und seinen Limits vorbei; deshalb lässt Purser keinen zu. ' +
      'Verbinde dich per WebSocket mit Purser, mit dem Unterschlüssel: {0}',
  ],
  [
    'ai.live.connect with httpOptions.baseUrl ending in /gemini.',
    'ai.live.connect mit einer httpOptions.baseUrl, die auf /gemini endet.',
  ],
  [
    'the base URL that this tool has, with ws: for http:, and /realtime?model=gpt-realtime-2.',
    'die Basis-URL dieses Tools, mit ws: statt http:, und /realtime?model=gpt-realtime-2.',
  ],
  [
    'A call over WebRTC goes past Purser, so Purser cannot meter it. Connect over a WebSocket with "model" in ' +
      'the address instead.',
    'Ein Anruf über WebRTC läuft an Purser vorbei und kann nicht erfasst werden. Verbinde dich stattdessen per ' +
      'WebSocket, mit „model“ in der Adresse.',
  ],
  [
    'Purser meters Realtime sessions that answer: name their model in the address (?model=gpt-realtime-2). For ' +
      'transcripts alone use POST /v1/audio/transcriptions.',
    'Purser erfasst Realtime-Sitzungen, die antworten: Nenne ihr Modell in der Adresse (?model=gpt-realtime-2). ' +
      'Nur für Transkripte nimm POST /v1/audio/transcriptions.',
  ],
  [
    'OpenAI shut the Assistants API down on 2026-08-26. Use /responses with "conversation" instead.',
    'OpenAI hat die Assistants API am 26.08.2026 abgeschaltet. Nutze stattdessen /responses mit „conversation“.',
  ],
  [
    'OpenAI retired images/variations with dall-e-2 on 2026-05-12. Use images/edits with a GPT Image model instead.',
    'OpenAI hat images/variations zusammen mit dall-e-2 am 12.05.2026 abgeschafft. Nutze stattdessen ' +
      'images/edits mit einem GPT-Image-Modell.',
  ],
  [
    'OpenAI shuts its evals down on 2026-11-30, and the models that they call are billed without a request that ' +
      'could be held to a cap. Send the requests of an evaluation one by one.',
    'OpenAI schaltet Evals am 30.11.2026 ab, und die Modelle, die sie aufrufen, werden ohne eine Anfrage ' +
      'berechnet, die sich an ein Limit halten ließe. Sende die Anfragen einer Auswertung einzeln.',
  ],
  [
    'OpenAI shuts prompt templates down on 2026-11-30. Write their text into your requests.',
    'OpenAI schaltet Prompt-Vorlagen am 30.11.2026 ab. Schreibe ihren Text in deine Anfragen.',
  ],
  [
    'A container is billed by the minute until it expires, without a request that could be held to a cap. Let ' +
      '/responses begin one: {0}',
    'Ein Container wird pro Minute berechnet, bis er abläuft, ohne eine Anfrage, die sich an ein Limit halten ' +
      'ließe. Lass /responses einen beginnen: {0}',
  ],
  [
    'A vector store is billed by the gigabyte and day for as long as it exists, without a request that could be ' +
      'held to a cap. Make it in the dashboard of OpenAI; "file_search" in /responses may use it by its id.',
    'Ein Vector Store wird pro Gigabyte und Tag berechnet, solange er besteht, ohne eine Anfrage, die sich an ' +
      'ein Limit halten ließe. Lege ihn im Dashboard von OpenAI an; „file_search“ in /responses kann ihn über ' +
      'seine ID nutzen.',
  ],
  [
    'Training is billed by what it reads in a file, without a request that could be held to a cap. Start it in ' +
      'the dashboard of OpenAI; its models can be used here once you set their price.',
    'Ein Training wird nach dem berechnet, was es in einer Datei liest, ohne eine Anfrage, die sich an ein Limit ' +
      'halten ließe. Starte es im Dashboard von OpenAI; die Modelle lassen sich hier nutzen, sobald du ihren Preis ' +
      'festlegst.',
  ],
  [
    'Training is billed by what it reads in a file, without a request that could be held to a cap. Start it with ' +
      'a key of your own.',
    'Ein Training wird nach dem berechnet, was es in einer Datei liest, ohne eine Anfrage, die sich an ein Limit ' +
      'halten ließe. Starte es mit deinem eigenen Schlüssel.',
  ],
  [
    'OpenAI has no usage in its replies about videos, so their cost is only known on its bill. Purser does not ' +
      'pass them on.',
    'OpenAI nennt in Antworten zu Videos keinen Verbrauch; ihre Kosten stehen erst auf der Rechnung. Purser ' +
      'leitet sie nicht weiter.',
  ],
  [
    'A file search store is billed by what is embedded from a file, which nobody can tell from its bytes. Make ' +
      'it with a key of your own, and name it in requests here: searching it works.',
    'Ein File Search Store wird nach dem berechnet, was aus einer Datei eingebettet wird; das lässt sich an ' +
      'ihren Bytes nicht erkennen. Lege ihn mit deinem eigenen Schlüssel an, und nenne ihn hier in Anfragen: Darin ' +
      'zu suchen funktioniert.',
  ],
  [
    'Pictures and film of this kind are billed by the piece or the second, for which there is no hold yet. Use a ' +
      'Gemini model that makes pictures, with :generateContent.',
    'Bilder und Videos dieser Art werden pro Stück oder Sekunde berechnet; dafür kann Purser noch nichts ' +
      'reservieren. Nimm ein Gemini-Modell, das Bilder erzeugt, mit :generateContent.',
  ],
  [
    'An agent of Mistral brings tools whose prices its pages give in two ways, and it chooses how often it uses ' +
      'them. Use chat/completions, with tools of your own.',
    'Ein Agent von Mistral bringt Tools mit, für die Mistral zwei verschiedene Preise nennt, und entscheidet ' +
      'selbst, wie oft er sie nutzt. Nutze chat/completions mit eigenen Tools.',
  ],
  [
    'This is billed later, by what is in a file, without a request that could be held to a cap.',
    'Das wird später nach dem Inhalt einer Datei berechnet, ohne eine Anfrage, die sich an ein Limit halten ließe.',
  ],
];
