import type { Cap } from '../../../shared/cap.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import type { Engine } from '../engine.ts';

interface TokenCall {
  readonly agent: string;
  readonly forMs: number;
  readonly caps?: Cap[] | undefined;
  readonly renew: boolean;
}

/** Gives an agent a short-lived secret. @throws PurserError `NOT_FOUND`, `CONFLICT` when its last one was revoked */
export async function takeToken(
  { directory, tokens }: Pick<Engine, 'directory' | 'tokens'>,
  { agent: name, forMs, caps, renew }: TokenCall,
): Promise<{ readonly id: SubKeyId; readonly key: string; readonly agent: string; readonly endsAt: number }> {
  const agent = directory.agentNamed(name);
  const { id, secret, endsAt } = await tokens.take(agent, { forMs, caps, renew });
  return { id, key: secret, agent: agent.name, endsAt };
}
