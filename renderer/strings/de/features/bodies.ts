import type { Strings } from '../../say.ts';
import { count, requestCount } from '../count.ts';

/** In the accusative, as behind "für". */
const days = (amount: number): string => (amount === 1 ? 'einen Tag' : count(amount, 'Tag', 'Tage'));

/** Prompts and replies that are logged: of an agent, and of one request. */
export const bodies: Strings['bodies'] = {
  menu: 'Prompts und Antworten protokollieren …',
  menuKept: 'Protokoll von Prompts und Antworten …',
  kept: (forDays) => `Prompts und Antworten werden ${days(forDays)} lang aufbewahrt`,

  title: (agent) => `Prompts und Antworten von ${agent} protokollieren?`,
  titleKept: (agent) => `Protokoll von ${agent}`,
  what:
    'Ab jetzt speichert Purser das erste MiB jeder Anfrage und jeder Antwort auf diesem Rechner, verschlüsselt und ' +
    'ohne Header. Öffne eine Anfrage, um sie zu lesen.',
  warning:
    'Das Protokoll enthält die ganze Unterhaltung: Code, Dateien und alle Passwörter oder Schlüssel darin. Wer ' +
    'dieses Dashboard öffnen kann, kann es lesen.',
  memory:
    'Anbieterschlüssel liegen hier nur im Arbeitsspeicher, ebenso der Schlüssel für dieses Protokoll: Ist Purser ' +
    'beendet, kann es niemand mehr lesen.',
  time: 'Löschen nach',
  choices: { 1: '1 Tag', 7: '7 Tagen', 30: '30 Tagen' },
  stopWhat: 'Wenn du die Protokollierung beendest, wird das Protokoll sofort und endgültig gelöscht.',
  keep: 'Protokollieren',
  change: 'Ändern',
  stop: 'Beenden und löschen',
  isKept: (agent, forDays) =>
    `Prompts und Antworten von ${agent} werden protokolliert und ${days(forDays)} lang aufbewahrt.`,
  isDeleted: (agent, requests) =>
    requests === 0
      ? `Prompts und Antworten von ${agent} werden nicht mehr protokolliert.`
      : `Prompts und Antworten von ${agent} werden nicht mehr protokolliert; die von ${requestCount(requests)} ` +
        `wurden gelöscht.`,
  isShorter: (agent, forDays, requests) =>
    `Prompts und Antworten von ${agent} werden ${days(forDays)} lang aufbewahrt. Ältere, von ` +
    `${requestCount(requests)}, wurden gelöscht.`,

  show: 'Prompt und Antwort anzeigen',
  notKept: 'Prompt und Antwort werden nicht protokolliert.',
  keepFromNow: 'Ab jetzt protokollieren …',
  reading: 'Wird entschlüsselt …',
  none:
    'Für diese Anfrage ist nichts protokolliert: Sie lief vor dem Einschalten, oder ihr Protokoll ist schon ' +
    'abgelaufen.',
  sent: 'Gesendet',
  got: 'Empfangen',
  until: (moment) => `Aufbewahrt bis ${moment}`,
  empty: 'Nichts.',
  noText: (size) =>
    `${size}, die kein Text sind, z.\u00A0B. ein Bild, Ton oder ein Formular mit Dateien. Sie wurden nicht ` +
    `protokolliert.`,
  size: (size) => size,
  sizeCut: (kept, size) => `die ersten ${kept} von ${size}`,
  bytes: (amount) => count(amount, 'Byte', 'Byte'),
  kilobytes: (amount) => `${amount} kB`,
  megabytes: (amount) => `${amount} MB`,
  copySent: 'Gesendetes kopieren',
  copyGot: 'Empfangenes kopieren',
  sentForm: 'Gesendetes anzeigen als',
  gotForm: 'Empfangenes anzeigen als',
  forms: { read: 'Lesbar', raw: 'Roh' },
  parts: { text: 'Text', thought: 'Gedankengang', call: 'Tool-Aufruf' },
  call: (tool) => `Tool-Aufruf: ${tool}`,
};
