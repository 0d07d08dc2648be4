import { count } from '../count.ts';

/** Requests that wait for a person. */
export const approvals = {
  waiting: (requests: number) => `${count(requests, 'request')} waiting for your answer`,
  /** Opens the ones behind the first two. */
  more: (requests: number) => `${count(requests, 'more request', 'more requests')} waiting`,
  fewer: 'Show fewer',
  list: 'Waiting for your answer',
  asks: (agent: string, amount: string) => `${agent} asks for up to ${amount}`,
  asksToCall: (agent: string, tool: string) => `${agent} wants to call ${tool}`,
  mayDestroy: 'This tool may change or delete something.',
  policySays: 'A rule says to ask you before this tool is called.',
  withArguments: 'With these arguments:',
  noArguments: 'Without arguments.',
  denyCall: (agent: string, tool: string) => `Deny: ${agent} calls ${tool}`,
  always: 'Always allow this tool',
  alwaysCall: (agent: string, tool: string) => `Always allow this tool: ${agent} calls ${tool}`,
  allowCall: (agent: string, tool: string) => `Allow once: ${agent} calls ${tool}`,
  wants: (model: string) => `It wants ${model}.`,
  noAnswer: 'Refused if you do not answer in time',
  left: (clock: string) => `${clock} left`,
  noTimeLeft: 'no time left',
  deny: 'Deny',
  denyAgent: (agent: string) => `Deny the request of ${agent}`,
  raise: (amount: string) => `Raise today by ${amount}`,
  raiseAgent: (agent: string, amount: string) => `Raise the cap of ${agent} for today by ${amount}`,
  allow: 'Allow once',
  allowAgent: (agent: string) => `Allow this one request of ${agent}`,
};
