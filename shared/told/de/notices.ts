import type { ToldEntries } from '../told.ts';

/** What a person is told by itself: caps, brakes, bills. */
export const TOLD_NOTICES: ToldEntries = [
  ['{0} has used all of its cap: {1} of {2} {3}.', '{0} hat das Limit aufgebraucht: {3} {1} von {2}.'],
  ['{0} has used {1}% of its cap: {2} of {3} {4}.', '{0} hat {1} % des Limits verbraucht: {4} {2} von {3}.'],
  [
    '{0} has used {1} of {2} {3}, and its next request does not fit in the rest.',
    '{0} hat {3} {1} von {2} verbraucht; für die nächste Anfrage reicht das nicht.',
  ],
  ['{0} has used {1} of {2} {3}.', '{0} hat {3} {1} von {2} verbraucht.'],
  ['{0} has used {1} of its {2} for today.', '{0} hat heute {1} von {2} verbraucht.'],
  [
    '{0} has used {1} of its {2} for today; this request could cost {3}.',
    '{0} hat heute {1} von {2} verbraucht; diese Anfrage könnte {3} kosten.',
  ],
  [
    '{0} has used {1} of its {2} for today and holds {3} for running requests; this request could cost {4}.',
    '{0} hat heute {1} von {2} verbraucht, und weitere {3} sind für laufende Anfragen reserviert; diese Anfrage ' +
      'könnte {4} kosten.',
  ],
  [
    '{0} has used {1} of its {2} {3}; this request could cost {4}.',
    '{0} hat {3} {1} von {2} verbraucht; diese Anfrage könnte {4} kosten.',
  ],
  [
    '{0} has used {1} of its {2} {3} and holds {4} for running requests; this request could cost {5}.',
    '{0} hat {3} {1} von {2} verbraucht, und weitere {4} sind für laufende Anfragen reserviert; diese Anfrage ' +
      'könnte {5} kosten.',
  ],
  ['today', 'heute'],
  ['this hour', 'in dieser Stunde'],
  ['this week', 'in dieser Woche'],
  ['this month', 'in diesem Monat'],
  ['in total', 'insgesamt'],
  ['in the last hour', 'in der letzten Stunde'],
  ['in the last 24 hours', 'in den letzten 24 Stunden'],
  ['in the last 7 days', 'in den letzten 7 Tagen'],
  ['in the last 30 days', 'in den letzten 30 Tagen'],
  ['Resets at {0}.', 'Das Limit wird um {0} zurückgesetzt.'],
  ['Resets on {0} at {1}.', 'Das Limit wird am {0} um {1} zurückgesetzt.'],
  [
    'Room comes back as earlier spending drops out of the window.',
    'Das Limit wird wieder frei, sobald ältere Ausgaben aus dem Zeitraum fallen.',
  ],
  [
    'Raise the cap with `purser policy`, or issue another sub-key.',
    'Erhöhe das Limit mit `purser policy`, oder stelle einen anderen Unterschlüssel aus.',
  ],
  ['{0} may be stuck: {1}.', '{0} hängt vielleicht fest: {1}.'],
  ['{0} spends unusually fast: {1}.', '{0} gibt ungewöhnlich schnell Geld aus: {1}.'],
  [
    'It is still running; pause it if this is not what you want.',
    'Der Agent läuft noch; pausiere ihn, wenn du das nicht willst.',
  ],
  [
    '{0} was paused: {1}. Resume it if this is what you want.',
    '{0} wurde pausiert: {1}. Setze den Agenten fort, wenn du das willst.',
  ],
  [
    'The sub-key of {0} has a new secret, in its tool already. The old one works for another day.',
    'Ein Unterschlüssel von {0} hat ein neues Secret, und das Tool kennt es schon. Das alte gilt noch einen Tag.',
  ],
  [
    'The secret of the sub-key of {0} ending in {1} is due to be replaced: purser key rotate {2}',
    'Der Unterschlüssel …{1} von {0} braucht ein neues Secret: `purser key rotate {2}`',
  ],
  [
    '{0} reports more tokens for {1} than that model can use at all. Purser counted the most that the model can ' +
      'use; compare it with your bill.',
    '{0} meldet für {1} mehr Tokens, als dieses Modell verbrauchen kann. Purser hat das mögliche Maximum ' +
      'gezählt; vergleiche es mit deiner Rechnung.',
  ],
  [
    '{0} reports more for {1} than Purser had held: the bound was too low. The cost counts as reported. Please ' +
      'report this as a bug in Purser.',
    '{0} meldet für {1} mehr, als Purser reserviert hatte. Die Kosten zählen wie gemeldet. Bitte melde das als ' +
      'Fehler in Purser.',
  ],
  [
    'Nobody knows whether {0} stops billing when a tool leaves a stream early, so such a request counts at the ' +
      'most it can cost. If you know, tell Purser: `purser provider set {1} --stops-when-left yes` (or `no`).',
    'Niemand weiß, ob {0} die Berechnung stoppt, wenn ein Tool einen Stream vorzeitig abbricht; deshalb zählt ' +
      'eine solche Anfrage mit ihren höchstmöglichen Kosten. Wenn du es weißt: `purser provider set {1} ' +
      '--stops-when-left yes` (oder `no`).',
  ],
  [
    '{0} went on with a response after the tool had left, and bills it: {1} instead of {2}. From now on Purser ' +
      'reads such streams to their end. If that is wrong: purser provider set {3} --stops-when-left auto',
    '{0} hat eine Antwort zu Ende geführt, obwohl das Tool die Verbindung schon getrennt hatte, und berechnet ' +
      '{1} statt {2}. Purser liest solche Streams ab jetzt bis zum Ende. Falls das nicht stimmt: `purser provider ' +
      'set {3} --stops-when-left auto`',
  ],
  [
    'Once a day Purser checks genai-prices (GitHub) and models.dev for changed prices of the models you use, and ' +
      'tells you. It changes no price by itself and sends nothing about you. To turn it off: `purser price auto ' +
      'off`',
    'Einmal am Tag prüft Purser bei genai-prices (GitHub) und models.dev, ob sich Preise deiner Modelle geändert ' +
      'haben. Dabei wird kein Preis von selbst geändert und nichts über dich gesendet. Ausschalten: `purser price ' +
      'auto off`',
  ],
  [
    'The deployment "{0}" at {1} answers with several models, so it counts as {2}: the dearest of them is held, ' +
      'and the one that answers is billed.',
    'Das Deployment „{0}“ bei {1} antwortet mit mehreren Modellen und zählt deshalb als {2}: Reserviert wird das ' +
      'teuerste, berechnet wird das, das antwortet.',
  ],
  [
    'The deployment "{0}" at {1} answers with {2}, and has its price from now on.',
    'Das Deployment „{0}“ bei {1} antwortet mit {2} und hat ab jetzt dessen Preis.',
  ],
  ['If that is wrong: {0}', 'Falls das nicht stimmt: {0}'],
  [
    'The MCP server {0} describes its tool {1} otherwise than when it was trusted. It is stopped until you have ' +
      'seen the difference: purser mcp changes {2}',
    'Der MCP-Server {0} beschreibt sein Werkzeug {1} anders als zu der Zeit, als ihm vertraut wurde. Es ist ' +
      'angehalten, bis du den Unterschied gesehen hast: `purser mcp changes {2}`',
  ],
  [
    'The ledger in {0} is not the one that was used here before: caps, sub-keys, policies and what was spent ' +
      'until now are not in it. If you did not replace or remove it yourself, stop Purser and put ledger.sqlite ' +
      'back from a backup. Otherwise set your caps again; provider keys are still in the secret store.',
    'Das Kassenbuch in {0} ist nicht das bisherige: Limits, Unterschlüssel, Regeln und die bisherigen Ausgaben ' +
      'stehen nicht darin. Wenn du es nicht selbst ersetzt oder entfernt hast, beende Purser und stelle ' +
      'ledger.sqlite aus einem Backup wieder her. Andernfalls lege deine Limits neu fest; Anbieterschlüssel sind ' +
      'noch im Schlüsselspeicher.',
  ],
];
