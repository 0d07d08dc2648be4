import type { Strings } from '../../say.ts';

/** Everything that can be done from the keyboard, as commands. */
export const palette: Strings['palette'] = {
  title: 'Seite oder Befehl suchen',
  question: 'Was möchtest du tun?',
  hint: 'Seite öffnen, Agent pausieren, Limit ändern …',
  commands: 'Befehle',
  none: 'Kein passender Befehl.',

  goTo: (page) => `Gehe zu ${page}`,
  theme: (theme) => `Design: ${theme}`,
  connectTool: 'Tool verbinden',
  startSimulation: 'Mit simulierten Daten umsehen',
  leaveSimulation: 'Simulation verlassen',
  issueSubKey: 'Unterschlüssel ausstellen',
  addProvider: 'Anbieterschlüssel hinzufügen',
  everything: 'Alles',
  policyOfEverything: 'Limits und Regeln für alles zusammen',
  pauseEverything: 'Alles pausieren',
  resumeEverything: 'Alles fortsetzen',
  revokeEverything: 'Alles widerrufen …',
  policyOfProvider: (provider) => `Limits und Regeln für Anbieter ${provider}`,
  pause: (agent) => `${agent} pausieren`,
  resume: (agent) => `${agent} fortsetzen`,
  policyOf: (agent) => `Limits und Regeln für ${agent}`,
  issueFor: (agent) => `Unterschlüssel für ${agent} ausstellen`,
  requestsOf: (agent) => `Anfragen von ${agent}`,
  keepBodies: (agent) => `Prompts und Antworten von ${agent} protokollieren`,
  revokeAllOf: (agent) => `Alle Unterschlüssel von ${agent} widerrufen …`,
  raise: (whose, raise) => `${whose}: ${raise}`,
  subKeyOf: (agent, hint) => `${agent} …${hint}`,
  rotate: (subKey) => `Unterschlüssel ${subKey} rotieren`,
  answers: {
    'allow-once': (agent, model) => `${agent} einmal erlauben: ${model}`,
    'raise-today': (agent, model) => `Limit von ${agent} für heute erhöhen: ${model}`,
    deny: (agent, model) => `${agent} ablehnen: ${model}`,
  },

  pausedEverything: 'Alles ist pausiert.',
  resumedEverything: 'Agenten dürfen wieder Geld ausgeben.',
  paused: (agent) => `${agent} ist pausiert.`,
  resumed: (agent) => `${agent} darf wieder Geld ausgeben.`,
  answered: {
    'allow-once': 'Die Anfrage läuft weiter.',
    'raise-today': 'Das Limit ist erhöht, die Anfrage läuft weiter.',
    deny: 'Die Anfrage wurde abgelehnt.',
  },
};
