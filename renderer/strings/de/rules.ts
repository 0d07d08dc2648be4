import type { Strings } from '../say.ts';
import { dayCount, requestCount } from './count.ts';
import { numberText } from '../../state/time-and-money/number-text.ts';
import { WEEKDAY_NAMES } from './weekdays.ts';

/** The rules of a policy, each a part of one line. */
export const rules: Strings['rules'] = {
  line: (parts) => parts.join(', '),
  modelCap: (models: string, caps: string) => `${caps} für ${models}`,
  conversationCap: (caps: string) => `je Unterhaltung ${caps}`,
  inGroup: (group: string) => `in der Gruppe ${group}`,
  only: (names) => `nur ${names}`,
  never: (names) => `nie ${names}`,
  onlyTools: (names) => `von den Tools des Anbieters nur ${names}`,
  neverTools: (names) => `nie die Anbieter-Tools ${names}`,
  onlyAt: (names) => `nur bei ${names}`,
  onlyServers: (names) => `von MCP-Servern nur ${names}`,
  noServer: 'kein MCP-Server',
  noMcpTool: 'kein MCP-Werkzeug',
  onlyMcpTools: (names) => `von MCP-Werkzeugen nur ${names}`,
  neverMcpTools: (names) => `nie die MCP-Werkzeuge ${names}`,
  checksArguments: (names) => `nur bestimmte Argumente für ${names}`,
  toolCalls: (names, limits) => `Aufrufe von ${names} höchstens ${limits}`,
  asksBefore: (names) => `fragt dich vor ${names}`,
  runsUnasked: (names) => `fragt nie vor ${names}`,
  forEnvironment: (environment) => `für ${environment}`,
  onlyIn: (folder) => `nur in ${folder}`,
  requestsPerMinute: (requests) => `${requestCount(requests)} pro Minute`,
  tokensPerMinute: (tokens) => `${tokens} Tokens pro Minute`,
  atATime: (requests) => `${requests} gleichzeitig`,
  maxCost: (amount) => `höchstens ${amount} pro Anfrage`,
  maxOutput: (tokens) => `höchstens ${tokens} Output-Tokens`,
  hours: (days, from, to) => `${days} von ${from} bis ${to}`,
  asks: 'fragt dich, wenn ein Limit nicht reicht',
  newSecret: (days) => (days === 1 ? 'jeden Tag ein neues Secret' : `alle ${dayCount(days)} ein neues Secret`),
  noModel: 'kein Modell',
  noTool: 'keine Anbieter-Tools',
  noProvider: 'kein Anbieter',
  noEndpoint: 'kein Endpunkt',
  names: (names) => names.join(' oder '),
  /** The same in every case. */
  namesAndMore: (names, more) => `${names.join(', ')} (+${numberText(more)})`,
  pausedWhenRacing: 'pausiert bei zu schnellen Ausgaben',
  pausedWhenRepeating: 'pausiert bei Wiederholungen',
  pausedWhenEither: 'pausiert bei zu schnellen Ausgaben oder Wiederholungen',
  noBrake: 'keine Bremse',
  dayRow: (first, last) => `${WEEKDAY_NAMES[first]} bis ${WEEKDAY_NAMES[last]}`,
  days: (days) => days.map((day) => WEEKDAY_NAMES[day]).join(', '),
};
