import type { ToldEntries } from '../told.ts';

/** Why the form of a request was refused. */
export const TOLD_MALFORMED: ToldEntries = [
  ['The request body is not valid UTF-8.', 'Der Body der Anfrage ist kein gültiges UTF-8.'],
  ['The request body is not a JSON object.', 'Der Body der Anfrage ist kein JSON-Objekt.'],
  [
    'The request body has too many parts: more objects, fields, items or escaped letters than any request to a ' +
      'model needs.',
    'Der Body der Anfrage hat zu viele Teile: mehr Objekte, Felder, Einträge oder maskierte Zeichen, als ' +
      'irgendeine Anfrage an ein Modell braucht.',
  ],
  ['The request body is larger than {0} MiB.', 'Der Body der Anfrage ist größer als {0} MiB.'],
  [
    'Purser cannot read a body compressed with "{0}". Send it plain, or with {1}.',
    'Purser kann einen mit „{0}“ komprimierten Body nicht lesen. Sende ihn unkomprimiert oder mit {1}.',
  ],
  [
    'The request body says it is compressed with {0}, but it does not decompress.',
    'Der Body der Anfrage soll mit {0} komprimiert sein, lässt sich aber nicht entpacken.',
  ],
  ['This request must be a form: multipart/form-data.', 'Diese Anfrage muss ein Formular sein: multipart/form-data.'],
  [
    'The request body is not a form that can be read (multipart/form-data).',
    'Der Body der Anfrage ist kein lesbares Formular (multipart/form-data).',
  ],
  [
    'Servers may read this form differently. Write it as clients usually do.',
    'Server könnten dieses Formular unterschiedlich lesen. Schreibe es so, wie Clients es üblicherweise tun.',
  ],
  ['Line {0}: {1}', 'Zeile {0}: {1}'],
  ['A frame must be text.', 'Ein Frame muss Text sein.'],
  ['Purser has no room for this file now.', 'Purser hat für diese Datei gerade keinen Platz im Arbeitsspeicher.'],
  [
    'The field "{0}" is written with escapes in the request body. Write its name plainly.',
    'Der Name des Felds „{0}“ ist im Body der Anfrage maskiert. Schreibe ihn unmaskiert.',
  ],
  ['The field "{0}" is in the request body twice.', 'Das Feld „{0}“ kommt im Body der Anfrage zweimal vor.'],
  ['The field "{0}" is in the form twice.', 'Das Feld „{0}“ kommt im Formular zweimal vor.'],
  [
    'The field "{0}" may be read as "{1}". Write it that way.',
    'Das Feld „{0}“ könnte als „{1}“ gelesen werden. Schreibe es so.',
  ],
  [
    'The field "{0}" is in the request body under both of its names.',
    'Das Feld „{0}“ kommt im Body der Anfrage unter beiden Namen vor.',
  ],
  ['The field "{0}" is in the batch under both of its names.', 'Das Feld „{0}“ kommt im Batch unter beiden Namen vor.'],
  ['The field "{0}" is in the setup under both of its names.', 'Das Feld „{0}“ kommt im Setup unter beiden Namen vor.'],
  ['The field "{0}" is there under both of its names.', 'Das Feld „{0}“ kommt unter beiden Namen vor.'],
  ['The field "{0}" is nested too deeply.', 'Das Feld „{0}“ ist zu tief verschachtelt.'],
  ['A "{0}" is nested too deeply.', 'Ein „{0}“ ist zu tief verschachtelt.'],
  ['The field "{0}" must be a list.', 'Das Feld „{0}“ muss eine Liste sein.'],
  [
    'The field "{0}" must be a list with at least one item.',
    'Das Feld „{0}“ muss eine Liste mit mindestens einem Eintrag sein.',
  ],
  ['The field "{0}" must be a list of objects.', 'Das Feld „{0}“ muss eine Liste von Objekten sein.'],
  [
    'The field "{0}" must be a list of objects with a "content".',
    'Das Feld „{0}“ muss eine Liste von Objekten mit „content“ sein.',
  ],
  ['The field "{0}" must be an object.', 'Das Feld „{0}“ muss ein Objekt sein.'],
  ['The field "{0}" must be a text.', 'Das Feld „{0}“ muss ein Text sein.'],
  ['The field "{0}" must be a string.', 'Das Feld „{0}“ muss ein String sein.'],
  ['The field "{0}" must be a text or a list.', 'Das Feld „{0}“ muss ein Text oder eine Liste sein.'],
  ['The field "{0}" must be true or false.', 'Das Feld „{0}“ muss true oder false sein.'],
  ['The fields "{0}" and "{1}" must be true or false.', 'Die Felder „{0}“ und „{1}“ müssen true oder false sein.'],
  ['The field "{0}" must name a model.', 'Das Feld „{0}“ muss ein Modell nennen.'],
  ['The field "{0}" must name a file.', 'Das Feld „{0}“ muss eine Datei nennen.'],
  ['The field "{0}" must be a whole number from {1} up.', 'Das Feld „{0}“ muss eine ganze Zahl ab {1} sein.'],
  [
    'The fields "{0}" and "{1}" must be whole numbers from {2} up.',
    'Die Felder „{0}“ und „{1}“ müssen ganze Zahlen ab {2} sein.',
  ],
  [
    'The fields "{0}" and "{1}" must be lists of models.',
    'Die Felder „{0}“ und „{1}“ müssen Listen von Modellen sein.',
  ],
  [
    'The output limit ("max_completion_tokens" or "max_tokens") must be a whole number from 1 up.',
    'Das Output-Limit („max_completion_tokens“ oder „max_tokens“) muss eine ganze Zahl ab 1 sein.',
  ],
  [
    'The field "fallbacks" must be "default" or a list that names models.',
    'Das Feld „fallbacks“ muss „default“ oder eine Liste von Modellen sein.',
  ],
  [
    'The field "document" must be a document or a picture.',
    'Das Feld „document“ muss ein Dokument oder ein Bild sein.',
  ],
  [
    'The field "extra_body" must hold an object "google" and nothing else.',
    'Das Feld „extra_body“ darf nur ein Objekt „google“ enthalten.',
  ],
  [
    'The field "stream_options" must hold true, false, numbers or text only.',
    'Das Feld „stream_options“ darf nur true, false, Zahlen oder Text enthalten.',
  ],
  [
    'The field "ttl" must be a number of seconds, such as "300s".',
    'Das Feld „ttl“ muss eine Zahl von Sekunden sein, zum Beispiel „300s“.',
  ],
  [
    'The field "size" must be "auto" or a width and a height, such as "1024x1024".',
    'Das Feld „size“ muss „auto“ oder Breite und Höhe sein, zum Beispiel „1024x1024“.',
  ],
  [
    'The "size" of a picture must be "auto" or such as "1024x1024".',
    '„size“ eines Bilds muss „auto“ oder zum Beispiel „1024x1024“ sein.',
  ],
  [
    'The field "model" must name a model, such as "gpt-image-2.6-flare": OpenAI has no default for pictures any ' +
      'more.',
    'Das Feld „model“ muss ein Modell nennen, zum Beispiel „gpt-image-2.6-flare“: OpenAI hat für Bilder keine ' +
      'Vorgabe mehr.',
  ],
  [
    'The field "model" in the request body names another model than the path does.',
    'Das Feld „model“ im Body nennt ein anderes Modell als der Pfad.',
  ],
  ['The field "batch" must have an "inputConfig".', 'Das Feld „batch“ braucht eine „inputConfig“.'],
  [
    'The field "response" belongs to what a provider sends. Write the fields of the request beside its "type".',
    'Das Feld „response“ gehört zu dem, was ein Anbieter sendet. Schreibe die Felder der Anfrage neben ihr „type“.',
  ],
  [
    'The field "url" names audio whose length Purser cannot know. Send the file itself.',
    'Das Feld „url“ nennt Audio, dessen Länge Purser nicht kennen kann. Sende die Datei selbst.',
  ],
  [
    'The form must hold the audio as a file, in the field "file".',
    'Das Formular muss das Audio als Datei im Feld „file“ enthalten.',
  ],
  ['Write the field "{0}" in snake case.', 'Schreibe das Feld „{0}“ in Snake Case.'],
  [
    'The parameter "{0}" may change what a reply says of its usage.',
    'Der Parameter „{0}“ kann ändern, was eine Antwort über ihren Verbrauch sagt.',
  ],
  ['The list "{0}" must hold objects only.', 'Die Liste „{0}“ darf nur Objekte enthalten.'],
  ['The list "tools" names two advisers.', 'Die Liste „tools“ nennt zwei Berater.'],
  ['The tool "{0}" is in one object under two names.', 'Das Tool „{0}“ kommt in einem Objekt unter zwei Namen vor.'],
  ['The tool "{0}" must name a model.', 'Das Tool „{0}“ muss ein Modell nennen.'],
  ['Every tool must be an object with a "type".', 'Jedes Tool muss ein Objekt mit „type“ sein.'],
  ['A part of the contents is there under two names.', 'Ein Teil des Inhalts kommt unter zwei Namen vor.'],
  ['Leave it out.', 'Lass es weg.'],
  ['Leave them out.', 'Lass sie weg.'],
  ['Leave one of them out.', 'Lass eines davon weg.'],
  ['Leave "{0}" out.', 'Lass „{0}“ weg.'],
  ['Leave its "{0}" out.', 'Lass dessen „{0}“ weg.'],
  ['Leave "{0}" out of "{1}".', 'Lass „{0}“ in „{1}“ weg.'],
  ['Leave "{0}" out of its lines.', 'Lass „{0}“ in den Zeilen weg.'],
  ['Leave its tiers out.', 'Lass dessen Stufen weg.'],
  ['Leave it out, or update Purser.', 'Lass es weg, oder aktualisiere Purser.'],
  ['Leave it out, or use the Responses API.', 'Lass es weg, oder nutze die Responses API.'],
  ['Leave it out: name one in "model".', 'Lass es weg und nenne eines in „model“.'],
  ['Leave them out, or send the requests one by one.', 'Lass sie weg, oder sende die Anfragen einzeln.'],
  ['Send the requests one by one.', 'Sende die Anfragen einzeln.'],
  ['Send these requests one by one.', 'Sende diese Anfragen einzeln.'],
  ['Send text inline.', 'Sende Text direkt in der Anfrage.'],
  [
    'The name of the model looks like a key. Purser keeps no keys in its records, so it refuses this; look which ' +
      "of the tool's settings were mixed up.",
    'Der Name des Modells sieht aus wie ein Schlüssel. Purser hält keine Schlüssel in seinen Aufzeichnungen fest ' +
      'und lehnt das deshalb ab; prüfe, welche Einstellungen des Tools vertauscht wurden.',
  ],
  [
    'The name of the model has {0} characters; 200 is the most.',
    'Der Name des Modells hat {0} Zeichen; höchstens 200 sind erlaubt.',
  ],
  [
    "The name of the model has characters that no model's name has. Letters, digits and . : / @ + ~ _ - may be " +
      'in it.',
    'Der Name des Modells enthält Zeichen, die in keinem Modellnamen vorkommen. Erlaubt sind Buchstaben, Ziffern ' +
      'und . : / @ + ~ _ -',
  ],
  [
    'This batch asks for several models, which have several prices. Send a batch for each.',
    'Dieser Batch verlangt mehrere Modelle mit unterschiedlichen Preisen. Sende für jedes einen eigenen Batch.',
  ],
  ['Every item of "{0}" must have "{1}".', 'Jeder Eintrag in „{0}“ braucht „{1}“.'],
  ['Every item of "{0}" must have a "{1}".', 'Jeder Eintrag in „{0}“ braucht ein „{1}“.'],
  ['The batch must have at least one request.', 'Der Batch braucht mindestens eine Anfrage.'],
  [
    'Tools that run at the provider cannot be bounded in a batch.',
    'Tools, die beim Anbieter laufen, lassen sich in einem Batch nicht begrenzen.',
  ],
  ['A batch has a price of its own.', 'Ein Batch hat einen eigenen Preis.'],
  [
    'A batch in a file can hold any requests, and Purser does not see them. Send them inline.',
    'Ein Batch in einer Datei kann beliebige Anfragen enthalten, die Purser nicht sieht. Sende sie direkt in der ' +
      'Anfrage.',
  ],
  ['A batch of {0} does not report all that it costs.', 'Ein Batch von {0} meldet nicht alle seine Kosten.'],
  ['Every line of the file of a batch must have a "body".', 'Jede Zeile der Datei eines Batches braucht ein „body“.'],
  ['A batch does not report the calls of hosted tools.', 'Ein Batch meldet die Aufrufe gehosteter Tools nicht.'],
  ['A batch has a tier of its own.', 'Ein Batch hat eine eigene Servicestufe.'],
  ['A batch does not report its sound apart.', 'Ein Batch meldet Audio nicht getrennt.'],
  [
    'Purser could not read the file of this batch at the provider, so it cannot tell what the batch costs. Check ' +
      'its "input_file_id"; a file of more than 32 MB must be split.',
    'Purser konnte die Datei dieses Batches beim Anbieter nicht lesen und weiß deshalb nicht, was der Batch ' +
      'kostet. Prüfe die „input_file_id“; eine Datei mit mehr als 32 MB muss aufgeteilt werden.',
  ],
  [
    'The file of a batch must have a request in each line.',
    'Die Datei eines Batches muss in jeder Zeile eine Anfrage enthalten.',
  ],
  [
    'Every line of the file must have the "url" that the batch has as its "endpoint".',
    'Jede Zeile der Datei braucht als „url“ den „endpoint“ des Batches.',
  ],
  [
    'The file of this batch asks for several models. OpenAI takes one for each file: split it.',
    'Die Datei dieses Batches verlangt mehrere Modelle. OpenAI nimmt eines pro Datei: Teile sie auf.',
  ],
  ['A message must be one of {0}.', 'Eine Nachricht muss eine von diesen sein: {0}.'],
  ['The first message must be the setup.', 'Die erste Nachricht muss das Setup sein.'],
  ['A session is set up once.', 'Eine Sitzung wird nur einmal eingerichtet.'],
  [
    'Purser passes on frames of the type "response.create" only.',
    'Purser leitet nur Frames vom Typ „response.create“ weiter.',
  ],
  [
    'This session is for the model "{0}". Connect again for another one.',
    'Diese Sitzung ist für das Modell „{0}“. Verbinde dich für ein anderes neu.',
  ],
  [
    'A response cannot name a model: it is that of its session.',
    'Eine Antwort kann kein Modell nennen: Es gilt das der Sitzung.',
  ],
  ['The event_id "{0}" was used before.', 'Die event_id „{0}“ wurde schon benutzt.'],
  [
    'Purser knows how long sound is in audio/pcm only, and how large pictures are in image/*.',
    'Purser kennt die Länge von Audio nur bei audio/pcm und die Größe von Bildern nur bei image/*.',
  ],
  [
    'Purser does not know how long sound is in the format {0}. Use pcm16 or g711.',
    'Purser kennt die Länge von Audio im Format {0} nicht. Nimm pcm16 oder g711.',
  ],
];
