import { count } from '../count.ts';

const subKey = (hint: string, agent: string): string => `sub-key ending in ${hint} of ${agent}`;

/** Agents and their sub-keys: what they did, may do, and how they are stopped. */
export const agents = {
  list: 'Agents',
  none: 'No agents yet. Your first sub-key creates one.',
  issueAnother: 'Issue another',
  everything: 'Everything together',
  everythingRules: 'Caps and rules',
  everythingUncapped: 'No cap on all agents together.',

  groups: 'Groups',
  groupRules: 'Caps',
  groupRulesOf: (group: string) => `Caps of the group ${group}`,
  groupOf: (names: readonly string[]) => `Shared by ${names.join(', ')}.`,
  groupEmpty: 'No agent is in this group now.',
  groupUncapped: (who: string) => `${who} It has no cap yet.`,

  paused: 'Paused',
  notYetStored: 'Not yet on disk',
  spentTotal: (amount: string) => `${amount} in total`,
  /** Beside the amount itself. */
  today: (requests: number) => `today, ${count(requests, 'request')}`,
  lastHour: (amount: string) => `${amount} in the last hour, minute by minute`,
  running: (requests: number) => `${count(requests, 'request')} running`,
  neverSeen: 'Never seen',
  seen: (ago: string) => `Last seen ${ago}`,
  /** Its activity now, and how fast it spends. */
  atPace: (activity: string, amount: string) => `${activity}, ${amount} an hour`,
  own: 'All its sub-keys together',
  /** Of conversations with a cap each. */
  fullestConversation: (name: string) => `Fullest conversation, ${name}`,
  noConversation: 'Requests outside of conversations',
  unusable: (revoked: number) =>
    revoked === 0 ? 'No usable sub-key.' : `No usable sub-key (${count(revoked, 'revoked', 'revoked')}).`,
  issueOne: 'Issue one',

  more: (agent: string) => `More for ${agent}`,
  rules: 'Caps and rules of the agent…',
  issueMore: 'Issue another sub-key…',
  requests: 'Show its requests',
  revokeAll: 'Revoke all its sub-keys…',

  pause: 'Pause',
  resume: 'Resume',
  pauseAgent: (agent: string) => `Pause ${agent}`,
  resumeAgent: (agent: string) => `Resume ${agent}`,
  pauseAgentHint: (agent: string) => `Stop ${agent}, running requests too`,
  resumeAgentHint: (agent: string) => `Let ${agent} spend again`,
  agentPaused: (agent: string) => `${agent} is paused.`,

  subKey: 'Sub-key',
  ends: (hint: string) => `…${hint}`,
  subKeyHint: (id: string, hint: string) => `Sub-key ${id}, ends in ${hint}`,
  pauseKey: (hint: string, agent: string) => `Pause the ${subKey(hint, agent)}`,
  resumeKey: (hint: string, agent: string) => `Resume the ${subKey(hint, agent)}`,
  keyPaused: (hint: string, agent: string) => `The ${subKey(hint, agent)} is paused.`,
  revoke: 'Revoke',
  revokeKey: (hint: string, agent: string) => `Revoke the ${subKey(hint, agent)}`,
  revokeHint: 'Ends this sub-key and cuts its running requests. You have 5 seconds to undo it.',
  moreKey: (hint: string, agent: string) => `More for the ${subKey(hint, agent)}`,
  keyRules: 'Change its caps and rules…',
  rotate: 'Rotate its secret…',
  copyId: 'Copy its id',
  usedUp: 'Requests that could cost more than is left are refused.',
  issueInstead: 'Issue another sub-key',

  project: (folder: string) => `For the project ${folder}`,
  worksUntil: (moment: string) => `Works until ${moment}`,
  expired: 'Expired',
  refusedSince: (moment: string) => `Every request has been refused since ${moment}`,
  refused: (ago: string) => `Refused ${ago}`,
  oldWorksUntil: (moment: string) => `The old secret works until ${moment}`,
  oldUsed: (ago: string) => `Old one still used ${ago}`,
  rotationDue: 'Rotation due',
  rotateNow: 'Rotate now',

  revokedForGood: (hint: string, agent: string, cutRequests: number, time: string) =>
    `The ${subKey(hint, agent)} is ` +
    `revoked. ${
      cutRequests === 0 ? 'No request was running.' : `${count(cutRequests, 'running request')} cut in ${time}.`
    }`,
};
