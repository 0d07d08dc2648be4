import type { ToldEntries } from '../told.ts';

/** What is wrong with what a person has entered. */
export const TOLD_INPUTS: ToldEntries = [
  ['Enter an amount above $0, such as 5/day.', 'Gib einen Betrag über 0 $ ein, zum Beispiel 5/day.'],
  ['Enter an amount above $0.', 'Gib einen Betrag über 0 $ ein.'],
  ['A total cannot be rolling. Write {0}.', 'Ein Gesamtlimit kann nicht gleitend sein. Schreibe {0}.'],
  ['Give at most one cap per window.', 'Gib pro Zeitraum höchstens ein Limit an.'],
  ['Enter a whole number above 0, such as 100/day.', 'Gib eine ganze Zahl über 0 ein, zum Beispiel 100/day.'],
  ['Enter a whole number above 0.', 'Gib eine ganze Zahl über 0 ein.'],
  ['Give at most one limit per window.', 'Gib pro Zeitraum höchstens eine Begrenzung an.'],
  ['Prompts and replies are kept for 1 to {0} days.', 'Prompts und Antworten werden 1 bis {0} Tage aufbewahrt.'],
  [
    'A model name has letters, digits and . : / @ _ - only.',
    'Ein Modellname enthält nur Buchstaben, Ziffern und . : / @ _ -',
  ],
  ['The provider key is empty.', 'Der Anbieterschlüssel ist leer.'],
  [
    'A provider key has no spaces and only plain characters. Was it shortened when it was copied?',
    'Ein Anbieterschlüssel hat keine Leerzeichen und nur einfache Zeichen. Wurde er beim Kopieren gekürzt?',
  ],
  [
    'A provider key has at most 4096 characters. Was something else pasted?',
    'Ein Anbieterschlüssel hat höchstens 4096 Zeichen. Wurde etwas anderes eingefügt?',
  ],
  ['A cost is 0 or more.', 'Kosten sind 0 oder mehr.'],
  ['Write a day as YYYY-MM-DD, such as {0}.', 'Schreibe einen Tag als JJJJ-MM-TT, zum Beispiel {0}.'],
  [
    'The last day is before the first. Choose them the other way round.',
    'Der letzte Tag liegt vor dem ersten. Wähle sie umgekehrt.',
  ],
  ['Write a month as YYYY-MM, such as {0}.', 'Schreibe einen Monat als JJJJ-MM, zum Beispiel {0}.'],
  [
    'A header or parameter name has letters, digits and dashes, such as X-Subscription-Token.',
    'Der Name eines Headers oder Parameters besteht aus Buchstaben, Ziffern und Bindestrichen, zum Beispiel ' +
      'X-Subscription-Token.',
  ],
  ['The text before a key has at most 40 characters.', 'Der Text vor einem Schlüssel hat höchstens 40 Zeichen.'],
  ['The text before a key has only plain characters.', 'Der Text vor einem Schlüssel hat nur einfache Zeichen.'],
  ['A call costs from 0 to 100000 dollars.', 'Ein Aufruf kostet zwischen 0 und 100.000 Dollar.'],
  [
    'A price is from 0 to 100000 dollars per million tokens.',
    'Ein Preis liegt zwischen 0 und 100.000 Dollar pro Million Tokens.',
  ],
  ['A stretch of time ends after it begins.', 'Ein Zeitraum endet nach seinem Beginn.'],
  [
    'A chart shows ten years at most. Choose a shorter stretch of time.',
    'Ein Diagramm zeigt höchstens zehn Jahre. Wähle einen kürzeren Zeitraum.',
  ],
  [
    'A base URL begins with https:// or http://, such as {0}.',
    'Eine Basis-URL beginnt mit https:// oder http://, zum Beispiel {0}.',
  ],
  [
    'The old secret can go on working for at most 90 days, such as 24h or 7d.',
    'Das alte Secret kann höchstens 90 Tage weiter gelten, zum Beispiel 24h oder 7d.',
  ],
  ['Enter the name of the model.', 'Gib den Namen des Modells ein.'],
  ['Enter the name of the tool.', 'Gib den Namen des Werkzeugs ein.'],
  ['A model name has at most 200 characters.', 'Ein Modellname hat höchstens 200 Zeichen.'],
  ['The name of a tool has at most 200 characters.', 'Der Name eines Werkzeugs hat höchstens 200 Zeichen.'],
  [
    'A project folder is a full path of at most 4096 characters.',
    'Ein Projektordner ist ein vollständiger Pfad mit höchstens 4096 Zeichen.',
  ],
  [
    'A token works for 1 minute to 24 hours, such as 30m or 8h.',
    'Ein Token gilt 1 Minute bis 24 Stunden, zum Beispiel 30m oder 8h.',
  ],
  [
    'A request id looks like req_ab12cd34ef56gh78; the dashboard shows it.',
    'Die ID einer Anfrage sieht aus wie req_ab12cd34ef56gh78; das Dashboard zeigt sie.',
  ],
  [
    'The id of a refused request looks like ref_ab12cd34ef56gh78; the dashboard shows it.',
    'Die ID einer abgelehnten Anfrage sieht aus wie ref_ab12cd34ef56gh78; das Dashboard zeigt sie.',
  ],
  [
    'A provider name is 1 to 32 small letters, digits or dashes and begins with a letter.',
    'Ein Anbietername besteht aus 1 bis 32 Kleinbuchstaben, Ziffern oder Bindestrichen und beginnt mit einem ' +
      'Buchstaben.',
  ],
  ['Enter a name for the sub-key.', 'Gib dem Unterschlüssel einen Namen.'],
  ['The name of a sub-key has at most 60 characters.', 'Der Name eines Unterschlüssels hat höchstens 60 Zeichen.'],
  [
    'The name of a sub-key cannot hold control characters.',
    'Der Name eines Unterschlüssels darf keine Steuerzeichen enthalten.',
  ],
  ['An agent needs a name.', 'Ein Agent braucht einen Namen.'],
  ['An agent name has at most 60 characters.', 'Der Name eines Agenten hat höchstens 60 Zeichen.'],
  ['An agent name cannot hold control characters.', 'Der Name eines Agenten darf keine Steuerzeichen enthalten.'],
  ['A secret is empty.', 'Ein Secret ist leer.'],
  ['An OpenAPI description has at most 32 MB.', 'Eine OpenAPI-Beschreibung hat höchstens 32 MB.'],
  [
    'A name such as github/create_issue, with * for any characters, has 1 to 200 characters.',
    'Ein Name wie github/create_issue, mit * für beliebige Zeichen, hat 1 bis 200 Zeichen.',
  ],
  [
    'Say what the argument may be, such as /home/me/shop/*.',
    'Gib an, was das Argument sein darf, zum Beispiel /home/me/shop/*.',
  ],
  [
    'A pattern of an argument has at most 1,000 characters.',
    'Ein Muster für ein Argument hat höchstens 1.000 Zeichen.',
  ],
  [
    'Name the argument: only a schema can be for all of them together.',
    'Nenne das Argument: Nur ein Schema kann für alle zusammen gelten.',
  ],
  [
    'Say what the argument may be (allow, schema) or may not be (deny).',
    'Gib an, was das Argument sein darf (allow, schema) oder nicht sein darf (deny).',
  ],
  [
    'A schema of arguments cannot have {0}. It has {1}; patterns are allow and deny, with *.',
    'Ein Schema für Argumente kann {0} nicht enthalten. Möglich sind {1}; Muster stehen in allow und deny, mit *.',
  ],
  ['A schema of arguments has at most 10,000 characters.', 'Ein Schema für Argumente hat höchstens 10.000 Zeichen.'],
  ['Give at least one limit, such as 100/day.', 'Gib mindestens eine Begrenzung an, zum Beispiel 100/day.'],
  ['Name the argument.', 'Nenne das Argument.'],
  ['An argument has at most 200 characters.', 'Ein Argument hat höchstens 200 Zeichen.'],
  [
    'A variable has letters, digits and underscores, such as GITHUB_TOKEN.',
    'Eine Variable besteht aus Buchstaben, Ziffern und Unterstrichen, zum Beispiel GITHUB_TOKEN.',
  ],
  [
    'A header has letters, digits and dashes, such as Authorization.',
    'Ein Header besteht aus Buchstaben, Ziffern und Bindestrichen, zum Beispiel Authorization.',
  ],
  [
    'An argument of a command has at most 32,000 characters.',
    'Ein Argument eines Befehls hat höchstens 32.000 Zeichen.',
  ],
  [
    '"purser" is Purser\'s own server, and "mcp" the one that has the tools of all. Choose another name.',
    '„purser“ ist der eigene Server von Purser, und „mcp“ der mit den Werkzeugen aller Server. Wähle einen ' +
      'anderen Namen.',
  ],
  ['Give the command that starts the server.', 'Gib den Befehl an, der den Server startet.'],
  ['An address begins with https://, such as {0}.', 'Eine Adresse beginnt mit https://, zum Beispiel {0}.'],
  ['A time of day is HH:MM, such as 09:00.', 'Eine Uhrzeit ist HH:MM, zum Beispiel 09:00.'],
  [
    'A folder is a full path, such as /home/me/shop.',
    'Ein Ordner ist ein vollständiger Pfad, zum Beispiel /home/me/shop.',
  ],
  [
    'The name of a group has small letters, digits and dashes, such as night-shift.',
    'Der Name einer Gruppe besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, zum Beispiel night-shift.',
  ],
  ['Give at least one cap, such as 3/day.', 'Gib mindestens ein Limit an, zum Beispiel 3/day.'],
  ['Name each model once.', 'Nenne jedes Modell nur einmal.'],
  ['Choose at least one day.', 'Wähle mindestens einen Tag.'],
  ['There is no preset "{0}". There are {1}.', 'Eine Vorlage „{0}“ gibt es nicht. Vorhanden: {1}.'],
  [
    'A deployment has letters, digits, dashes, dots and underscores in its name.',
    'Der Name eines Deployments besteht aus Buchstaben, Ziffern, Bindestrichen, Punkten und Unterstrichen.',
  ],
  ['A port is a number from 1024 to 65535.', 'Ein Port ist eine Zahl von 1024 bis 65535.'],
  ['Requests are kept for at least {0} days.', 'Anfragen werden mindestens {0} Tage aufbewahrt.'],
  [
    'Requests are kept for at most 3650 days. To keep them for ever, say so.',
    'Anfragen werden höchstens 3650 Tage aufbewahrt. Für immer geht auch: Wähle es aus.',
  ],
];
