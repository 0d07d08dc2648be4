import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';
import { dayCount, requestCount } from '../count.ts';

/** Everything that can be set, facts about this Purser, and the browsers that see it. */
export const settings: Strings['settings'] = {
  appearance: 'Darstellung und Formate',
  theme: 'Design',
  themeHint: 'Gleich im Fenster der App und in jedem Browser.',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  languages: { system: 'Wie das System', en: 'English', de: 'Deutsch', zh: '简体中文' },
  clock: 'Uhrzeit',
  clocks: { region: 'Wie in meiner Region', h12: '12 Stunden', h24: '24 Stunden' },
  money: 'Geldbeträge',
  moneyFormats: {
    region: 'Wie in meiner Region',
    point: '$1,234.50',
    comma: '1.234,50 $',
    space: '1 234,50 $',
  },
  weekStart: 'Erster Tag der Woche',
  weekStartHint: 'Wöchentliche Limits und Diagramme beginnen an diesem Tag, ab dem nächsten Start von Purser.',
  weekStarts: { monday: 'Montag', sunday: 'Sonntag', saturday: 'Samstag' },

  notifications: {
    title: 'Benachrichtigungen',
    switch: { on: 'Ein', off: 'Aus' },
    desktopOnly:
      'Die Desktop-App zeigt dies als Benachrichtigungen an. In einem Browser erscheint es nur auf der Seite.',
    topicsTitle: 'Benachrichtige mich über',
    topicsHint: 'Auf der Seite und im Auditprotokoll steht alles, egal was du hier wählst.',
    topics: {
      caps: 'Limits, die bald erreicht sind',
      approvals: 'Anfragen, die auf mich warten',
      brakes: 'Agenten, die außer Kontrolle sein könnten',
      prices: 'Geänderte Preise',
      providers: 'Auffällige Rechnungen und Fragen zu einem Anbieter',
      rotation: 'Unterschlüssel, die rotiert wurden oder fällig sind',
    },
    levels: 'Bei diesem Anteil eines Limits warnen',
    levelsHint: 'Jede Stufe wird in jedem Zeitraum eines Limits einmal gemeldet.',
    percent: (share) => `${numberText(share)}\u00A0%`,
    quiet: 'Ruhezeiten',
    quietHint: (timeZone) =>
      `Dann erscheint keine Benachrichtigung. Zeiten in ${timeZone}; ein Ende vor dem Beginn liegt am nächsten Tag.`,
    quietSwitch: 'Nicht stören',
    quietEnds: { from: 'von', to: 'bis' },
    test: 'Test',
    testHint: 'Wenn nichts erscheint, sieh in den Benachrichtigungseinstellungen deines Systems nach.',
    sendTest: 'Testbenachrichtigung senden',
  },

  newKeys: {
    title: 'Neue Agenten und Tools',
    caps: 'Anfängliche Limits',
    capsHint: 'Damit beginnt das Formular für einen neuen Unterschlüssel. Du kannst sie dort jedes Mal ändern.',
    save: 'Limits speichern',
    preset: 'Voreinstellung für verbundene Tools',
    presetHint: 'Ausgewählt, wenn du ein Tool verbindest. „Vorsichtig“ ist am strengsten.',
  },

  gateway: 'Dieses Gateway',
  address: 'Adresse',
  addressHint: 'Hierhin senden Tools ihre Anfragen. Das Gateway antwortet nur auf diesem Computer.',
  copyAddress: 'Adresse kopieren',
  port: 'Port',
  portHint: 'Verbundene Tools werden auf den neuen Port umgestellt, wenn Purser damit startet.',
  savePort: 'Port speichern',
  notAPort: 'Gib einen Port von 1024 bis 65535 ein.',
  portWaits: (port) => `Ab dem nächsten Start benutzt Purser Port ${port}. Bis dahin bleibt alles, wie es ist.`,
  portFollowers: (tools) => `Diese Tools ziehen mit und müssen dann neu gestartet werden: ${tools.join(', ')}.`,
  restartNow: 'Gateway jetzt neu starten',
  startAtLogin: 'Bei der Anmeldung starten',
  startAtLoginHint: 'Purser startet im Infobereich, wenn du dich anmeldest.',
  timeZone: 'Zeitzone',
  timeZoneHint:
    'Tage, Wochen und Monate von Limits und Diagrammen beginnen dort um Mitternacht. Es ist die Zeitzone dieses ' +
    'Computers.',
  keysIn: 'Ort der Anbieterschlüssel',
  keysInHint:
    'Wird beim Start von Purser gewählt; siehe `purser serve --secrets`. Kein Tool und kein Fenster bekommt je einen ' +
    'Schlüssel.',
  keysInDesktopHint: 'Kein Tool und kein Fenster bekommt je einen Schlüssel.',
  stores: {
    keychain: 'Schlüsselbund dieses Computers',
    vault: 'Tresordatei, mit deiner Passphrase verschlüsselt',
    memory: 'Nur im Arbeitsspeicher: weg, sobald Purser beendet wird',
  },
  dataFolder: 'Datenordner',
  dataFolderHint:
    'Enthält das Kassenbuch, die Regeln und das Auditprotokoll. Anbieterschlüssel liegen hier nur in einem ' +
    'verschlüsselten Tresor.',
  copyDataFolder: 'Datenordner kopieren',

  history: {
    title: 'Verlauf und Backup',
    keep: 'Einzelne Anfragen aufbewahren',
    keepHint:
      'Ältere werden gelöscht, mit allem, was dazu protokolliert wurde. Diagramme, Summen, Limits und das ' +
      'Auditprotokoll bleiben.',
    forEver: 'Für immer',
    days: (days) => dayCount(days),
    delete: 'Verlauf löschen',
    deleteHint: 'Jede Anfrage, alles Protokollierte und Diagramme, die älter sind als der laufende Monat.',
    deleteAll: 'Ganzen Verlauf löschen',
    question: 'Ganzen Verlauf löschen?',
    whatGoes:
      'Das löscht jede einzelne Anfrage, alle protokollierten Prompts und Antworten und alle Diagramme, die älter ' +
      'sind als der laufende Monat. Es lässt sich nicht rückgängig machen.',
    whatStays:
      'Was jeder Unterschlüssel insgesamt ausgegeben hat, bleibt, damit kein Limit von vorn beginnt. Auch Agenten, ' +
      'Unterschlüssel, Limits, Regeln, Anbieterschlüssel und das Auditprotokoll bleiben.',
    deleted: (requests) => `Verlauf gelöscht: ${requestCount(requests)}.`,
    backup: 'Backup',
    backupHint:
      'Eine Datei mit allem außer Anbieterschlüsseln: Anfragen, Agenten, Unterschlüssel, Limits, Einstellungen und ' +
      'Auditprotokoll. Beende Purser, bevor du eine zurückspielst.',
    backupCommand: 'purser backup purser-backup.sqlite',
    restoreCommand: 'purser restore purser-backup.sqlite',
    copyBackup: 'Backup-Befehl kopieren',
    copyRestore: 'Befehl zum Zurückspielen kopieren',
  },

  about: {
    title: 'Über Purser',
    version: 'Version',
    versionAndProcess: (version, pid) => `${version}, Prozess ${pid}`,
    updates: 'Updates',
    updatesHint:
      'Sieh bei den Releases des Projekts nach und installiere eine neuere Version über diese. Deine Daten bleiben.',
    nothingPhonesHome: 'Purser sucht nicht nach Updates und sendet nirgendwohin etwas über dich.',
    licence: 'Lizenz',
    licenceHint: 'Purser ist freie Software unter der MIT-Lizenz und enthält Arbeiten anderer.',
    showLicences: 'Lizenzen anzeigen',
    licences: 'Lizenzen der Bestandteile von Purser',
    noLicences: 'In diesem Build fehlen die Lizenzen. Im Quellcode liegen sie neben jedem Paket.',
  },

  browsers: {
    title: 'Angemeldete Browser',
    hint: 'Jeder hat sich mit einem eigenen Einmal-Link angemeldet. `purser open` erzeugt einen neuen.',
    current: 'Dieser',
    /** @param begun a moment @param used `vor 3 min` @param ends a moment */
    life: (begun, used, ends) =>
      `Angemeldet seit ${begun}, zuletzt benutzt ${used}. Ohne weitere Nutzung angemeldet bis ${ends}.`,
    logOut: 'Abmelden',
    logOutHere: 'Diesen Browser abmelden',
    logOutOther: (browser) => `${browser} abmelden`,
  },
};
