import type { DoctorAct, Finding } from '../../../shared/contract/connection-views.ts';
import { isSubKeyShaped } from '../../domain/sub-key.ts';
import { LOOPBACK_LIST, interceptingProxy } from '../verify/loopback.ts';
import { FAMILIES } from '../tool-spec.ts';
import type { ToolSpec } from '../tool-spec.ts';
import { shell } from '../tools/shell/shell.ts';
import { FAMILY_VARIABLES } from '../variables.ts';
import { finding } from './finding.ts';

/** Variables, and where they were found: `this shell`, or a file. */
export interface VariableScene {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly where: string;
  /** Tools that are connected, with the files that were written for them. */
  readonly connected: readonly { readonly tool: ToolSpec; readonly files: readonly string[] }[];
  /** `http://127.0.0.1:PORT` */
  readonly gatewayUrl: string;
  /** Names of the providers in Purser. */
  readonly providers: readonly string[];
}

const CONNECT_SHELL: DoctorAct = { kind: 'connect', tool: shell.id, title: shell.title, project: null };

/** Looks for variables that win over a tool's file, or that send a key to the wrong place. Never shows a value. */
export function checkVariables(scene: VariableScene): readonly Finding[] {
  return [
    ...checkProxies(scene),
    ...scene.connected.flatMap(({ tool, files }) => checkTool(scene, tool, files)),
    ...FAMILIES.flatMap((family) => checkFamily(scene, family)),
    ...checkLeaks(scene),
  ];
}

/** A program that uses a proxy for everything sends it requests to this machine too, with the sub-key in the clear. */
function checkProxies({ env, where, connected }: VariableScene): readonly Finding[] {
  const name = interceptingProxy(env);
  return name === undefined ? [] : [proxyFinding(name, where, connected.length > 0)];
}

/** @param urgent there is a tool that would do it */
export function proxyFinding(name: string, where: string, urgent: boolean): Finding {
  const what = 'tools send their prompts and their sub-key to that proxy instead of Purser';
  const text = `${name} is set in ${where}, and NO_PROXY does not exclude 127.0.0.1: ${what}.`;
  const todo = `Add ${LOOPBACK_LIST} to NO_PROXY and to no_proxy there, then open a new terminal.`;
  const byHand = `${todo} \`purser run\` does this by itself.`;
  return finding({ id: `proxy:${name}`, severity: urgent ? 'error' : 'warning', text, byHand });
}

function checkTool({ env, where }: VariableScene, tool: ToolSpec, files: readonly string[]): readonly Finding[] {
  return tool.variables.flatMap(({ name, effect }) => {
    const value = env[name];
    // A folder that Purser wrote into is the right one; a sub-key is ours.
    if (!value || isSubKeyShaped(value) || (effect === 'moves' && files.some((file) => file.startsWith(value))))
      return [];
    const id = `variable:${tool.id}:${name}`;
    const byHand = `Remove ${name} from ${where}, then open a new terminal.`;
    if (effect === 'leaks')
      return [
        finding({
          id,
          severity: 'error',
          tool: tool.id,
          text: `${name} is set in ${where}: with it, ${tool.title} bypasses Purser and goes straight to the vendor.`,
          byHand,
        }),
      ];
    if (effect === 'moves')
      return [
        finding({
          id,
          severity: 'error',
          tool: tool.id,
          text:
            `${name} is set in ${where}: ${tool.title} reads its config from a different folder than the one Purser ` +
            `wrote to.`,
          byHand: `${byHand} Or start Purser with the same ${name} and connect again.`,
        }),
      ];
    return [
      finding({
        id,
        severity: 'warning',
        tool: tool.id,
        text: `${name} is set in ${where} and overrides what Purser wrote for ${tool.title}.`,
        byHand,
      }),
    ];
  });
}

function checkFamily(
  { env, where, gatewayUrl, providers }: VariableScene,
  family: keyof typeof FAMILY_VARIABLES,
): readonly Finding[] {
  const { urls, keys } = FAMILY_VARIABLES[family];
  const set = urls.flatMap(({ name, form }) => (env[name] ? [{ name, form, url: env[name] }] : []));
  // Other servers on this machine are the person's business.
  const ours = set.filter(({ url }) => isMeant(url, gatewayUrl, providers));
  const findings = ours.flatMap(({ name, form, url }) => {
    const wrong = wrongAddress(url, form, gatewayUrl, providers);
    return wrong === undefined
      ? []
      : [
          finding({
            id: `address:${name}`,
            severity: 'error',
            text: `${name} in ${where} is ${url}: ${wrong}`,
            byHand: `Set ${name} to ${gatewayUrl}/NAME${form === 'v1' ? '/v1' : ''}, or let Purser do it.`,
            acts: [CONNECT_SHELL],
          }),
        ];
  });
  for (const name of keys) {
    const value = env[name];
    if (!value) continue;
    if (isSubKeyShaped(value) && ours.length === 0) {
      findings.push(
        finding({
          id: `sub-key-alone:${name}`,
          severity: 'error',
          text:
            `${name} in ${where} holds a sub-key, but no base URL points at Purser: programs send the sub-key to ` +
            `the vendor, which refuses it.`,
          byHand: `Set ${urls[0]?.name ?? ''} too, or let Purser do it.`,
          acts: [CONNECT_SHELL],
        }),
      );
    }
    if (!isSubKeyShaped(value) && ours.length > 0) {
      findings.push(
        finding({
          id: `key-to-gateway:${name}`,
          severity: 'error',
          text: `The base URL in ${where} points at Purser, but ${name} holds another key: Purser refuses it.`,
          byHand: 'Put a sub-key there, or let Purser do it.',
          acts: [CONNECT_SHELL],
        }),
      );
    }
  }
  return findings;
}

/** An address on this machine with our port, or with the name of a provider of ours. */
function isMeant(text: string, gatewayUrl: string, providers: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { hostname, port, pathname } = new URL(text);
  return (
    ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) &&
    (port === new URL(gatewayUrl).port || providers.includes(pathname.split('/')[1] ?? ''))
  );
}

/** Says what is wrong with an address that is meant to be ours. */
function wrongAddress(
  text: string,
  form: 'root' | 'v1',
  gatewayUrl: string,
  providers: readonly string[],
): string | undefined {
  const url = new URL(text);
  const [name, ...rest] = url.pathname.split('/').filter(Boolean);
  if (url.port !== new URL(gatewayUrl).port) return `Purser does not listen on that port; it serves ${gatewayUrl}.`;
  if (name === undefined || !providers.includes(name))
    return `it names none of your providers (${providers.join(', ')}).`;
  if (form === 'root' && rest.length > 0)
    return 'this variable must not end in /v1, because programs add it themselves.';
  return undefined;
}

/** Several libraries read this one and ignore every base URL. */
function checkLeaks({ env, where }: VariableScene): readonly Finding[] {
  return ['GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'].flatMap((name) =>
    isSubKeyShaped(env[name] ?? '')
      ? [
          finding({
            id: `leak:${name}`,
            severity: 'error',
            text:
              `${name} in ${where} holds a sub-key. Libraries that read this name ignore the base URL (LangChain ` +
              `JS, Vercel AI SDK) and would send it to Google.`,
            byHand: `Use GEMINI_API_KEY with GOOGLE_GEMINI_BASE_URL instead, and remove ${name}.`,
          }),
        ]
      : [],
  );
}
