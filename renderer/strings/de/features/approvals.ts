import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

/** Requests that wait for a person. */
export const approvals: Strings['approvals'] = {
  waiting: (requests) => `${count(requests, 'Anfrage wartet', 'Anfragen warten')} auf deine Antwort`,
  /** Opens the ones behind the first two. */
  more: (requests) => count(requests, 'weitere Anfrage wartet', 'weitere Anfragen warten'),
  fewer: 'Weniger anzeigen',
  list: 'Wartet auf deine Antwort',
  asks: (agent, amount) => `${agent} bittet um bis zu ${amount}`,
  asksToCall: (agent, tool) => `${agent} möchte ${tool} aufrufen`,
  mayDestroy: 'Dieses Werkzeug kann etwas ändern oder löschen.',
  policySays: 'Eine Regel sagt, dass du vor dem Aufruf dieses Werkzeugs gefragt wirst.',
  withArguments: 'Mit diesen Argumenten:',
  noArguments: 'Ohne Argumente.',
  denyCall: (agent, tool) => `Ablehnen: ${agent} ruft ${tool} auf`,
  always: 'Dieses Werkzeug immer erlauben',
  alwaysCall: (agent, tool) => `Dieses Werkzeug immer erlauben: ${agent} ruft ${tool} auf`,
  allowCall: (agent, tool) => `Einmal erlauben: ${agent} ruft ${tool} auf`,
  wants: (model) => `Modell: ${model}`,
  noAnswer: 'Wird abgelehnt, wenn du nicht rechtzeitig antwortest',
  left: (clock) => `noch ${clock}`,
  noTimeLeft: 'Zeit abgelaufen',
  deny: 'Ablehnen',
  denyAgent: (agent) => `Anfrage von ${agent} ablehnen`,
  raise: (amount) => `Heute ${amount} mehr`,
  raiseAgent: (agent, amount) => `Limit von ${agent} für heute um ${amount} erhöhen`,
  allow: 'Einmal erlauben',
  allowAgent: (agent) => `Diese eine Anfrage von ${agent} erlauben`,
};
