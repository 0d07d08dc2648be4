import type { Draft } from '../change/plan-connection.ts';
import { exposedText, exposedToGit } from '../files/keep-from-git.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { checkLoginOf } from './check-logins.ts';
import { LOOPBACK_LIST } from '../verify/loopback.ts';
import { checkVariables } from './check-variables.ts';
import { fileNotes } from './file-notes.ts';

/** Warnings before a tool is connected: settings that would win over the change, and others who could read it. */
export async function warnBefore(
  deps: ConnectionDeps,
  { tool, project, wants, routes, input }: Draft,
): Promise<readonly string[]> {
  const files = wants.map(({ file }) => file);
  const connected = [{ tool, files }];
  const providers = Object.values(routes).map(({ provider }) => provider);
  const variables = checkVariables({
    env: deps.machine.env,
    where: 'the environment Purser was started in',
    connected,
    gatewayUrl: deps.gatewayUrl,
    providers,
  });
  // The change itself may keep proxies off.
  const keepsOff = (want: (typeof wants)[number]): boolean => JSON.stringify(want).includes(LOOPBACK_LIST);
  const logins = await checkLoginOf(deps, tool, project === null ? [] : [project]);
  const notes = [
    ...variables.filter((found) => found.tool === tool.id || (found.id.startsWith('proxy:') && !wants.some(keepsOff))),
    ...logins,
  ].map(({ text, byHand }) => [text, byHand].filter(Boolean).join(' '));
  if (input.command === null) for (const file of files) notes.push(...(await fileNotes(file, project)));
  for (const exposed of await exposedToGit(deps, wants)) {
    const { text, byHand } = exposedText(exposed, 'will hold');
    const isKept = exposed.status.state === 'open' && files.includes(exposed.status.exclude ?? '');
    notes.push(
      `${text} ${
        isKept
          ? `So the line ${exposed.status.line} goes into ${exposed.status.exclude}, and away ` +
            `again when you disconnect.`
          : byHand
      }`,
    );
  }
  return notes;
}
