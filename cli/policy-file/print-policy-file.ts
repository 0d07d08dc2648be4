import { Document, isScalar, visit } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import { replaceHidden } from '../../shared/visible-text.ts';
import { FIELDS } from './fields.ts';
import type { GatewayState } from './gateway-state.ts';

const HEADER = (
  timeZone: string,
): string => ` What each tool may spend and do, as Purser has it. Keep it in git, edit it, then:
   purser policy check FILE    says what is wrong with it
   purser policy apply FILE    shows the difference and makes it so (--dry-run only shows)

 Every limit of every level must allow a request: a level only ever narrows. What this file does not mention stays as
 it is; \`unset\` lifts a limit. The fields, all of them optional:
   caps: [5/day, 20/total, 3/rolling-hour]    dollars per hour, day, week, month, total, or rolling-...;
                                              5/day/full holds every request at the most that it can cost
   modelCaps: { "claude-opus-*": [3/day] }    caps for some models, beside the others
   conversationCaps: [2/total]                caps for each conversation; requests that name none count as one
   group: night-shift                         of an agent: it shares the caps of this group
   calls: [100/day, 30/rolling-hour]          most requests in a window
   providers: [anthropic]                     only these
   models: { allow: ["claude-*"], deny: ["*-opus-*"] }    deny wins; * is any characters, ? is one
   hostedTools: { deny: ["web_search*"] }     tools that run at the provider; allow: [] allows none
   mcp: { servers: [github], tools: { deny: ["*/delete_*"] } }    MCP servers and their tools, as SERVER/TOOL
     arguments: [{ tools: files/*, argument: path, allow: ["/home/me/shop/*"] }]    what arguments must be
     calls: { "search/*": [100/day] }           most calls of these tools in a window
     onCall: [{ tools: github/*, act: ask }]    run, or ask a person; else what may destroy something asks
   endpoints: [messages]                      only these paths
   environment: dev                           dev, staging or prod; a provider of one serves only those of the same
   folder: /home/me/shop                      only programs that run in this folder or below it
   requestsPerMinute: 60    tokensPerMinute: 100000    parallelRequests: 4
   maxCost: $0.25                             most that one request may cost
   maxOutput: 4096                            most output tokens of one request
   onCap: ask                                 ask a person when no cap has room: purser approve
   brake: { velocity: warn, loop: pause }     off, warn or pause: spends unusually fast, repeats one request
   rotate: 30d                                says when a sub-key's secret should be replaced
   expires: 2026-12-31                        a day begins at midnight in ${timeZone}; or 2026-12-31T18:00+01:00
   workingHours: mon-fri 09:00-18:00          in ${timeZone}; sat,sun 22:00-06:00 goes over midnight`;

/** The whole policy of a gateway as one commented file, which {@link readPolicyFile} reads back exactly. */
export function printPolicyFile(state: GatewayState): string {
  const document = new Document({});
  const map = (): YAMLMap => document.createNode({});
  const limitsOf = (scope: PolicyScope): YAMLMap =>
    writeLimits(document, state.policies.get(scope) ?? {}, state.timeZone);
  const root = map();
  const add = (to: YAMLMap, name: string, value: Node, comment?: string): void => {
    const key = document.createNode(name);
    if (isScalar(key) && comment !== undefined) key.commentBefore = comment;
    to.add(document.createPair(key, value));
  };
  add(root, 'version', document.createNode(1));

  add(root, 'everything', limitsOf(EVERYTHING), ' Over all sub-keys together.');
  const providers = map();
  for (const { name } of [...state.providers, ...state.servers])
    add(providers, name, limitsOf(scopeOf('provider', name)));
  add(root, 'providers', providers, ' Over all that goes to one provider, or one MCP server.');

  const groups = map();
  for (const scope of [...state.policies.keys()].filter((one) => one.startsWith('group:')))
    add(groups, scope.replace('group:', ''), limitsOf(scope));
  if (groups.items.length > 0) add(root, 'groups', groups, ' Over all agents of one group.');

  const agents = map();
  for (const agent of state.agents) {
    const limits = limitsOf(scopeOf('agent', agent.id));
    const keys = map();
    for (const key of state.keys) {
      if (key.agentId === agent.id && key.state !== 'revoked')
        add(keys, key.id, limitsOf(scopeOf('key', key.id)), ` ends with ${key.hint}, ${key.state}`);
    }
    if (keys.items.length > 0) add(limits, 'keys', keys);
    add(agents, agent.name, limits);
  }
  add(root, 'agents', agents, ' Over all sub-keys of one agent, and under `keys` on each of them.');
  for (const { key } of root.items.slice(1)) if (isScalar(key)) key.spaceBefore = true;

  document.contents = root;
  document.commentBefore = HEADER(state.timeZone);
  // Lines are not folded: a model name must not be torn.
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && escapeHidden(node.value) !== node.value) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(/[^\n]+/g, escapeHidden);
}

/** As YAML writes between double quotes what an editor, a terminal or a review would not show: `\u202e`. */
function escapeHidden(text: string): string {
  return replaceHidden(text, (character) => {
    const digits = (character.codePointAt(0) ?? 0).toString(16);
    return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
  });
}

function writeLimits(document: Document, policy: Policy, timeZone: string): YAMLMap {
  const limits: YAMLMap = document.createNode({});
  for (const field of FIELDS) {
    const value = field.write(policy, timeZone);
    if (value !== undefined) limits.add(document.createPair(field.name, document.createNode(value, { flow: true })));
  }
  return limits;
}
