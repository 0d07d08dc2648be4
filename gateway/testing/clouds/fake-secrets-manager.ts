import { once } from 'node:events';
import { createServer } from 'node:http';
import { z } from 'zod';
import { checkSignature } from './check-signature.ts';

/** AWS Secrets Manager in small: one call, whose signature it works out again by the letter of the documentation. */
export interface FakeSecretsManager {
  readonly address: string;
  /** The text of a secret, by its name and stage: `ai AWSCURRENT`. */
  readonly secrets: Map<string, string | Buffer>;
  /** The fault that it answers with; undefined: none. */
  fault: { readonly type: string; readonly message: string; readonly status: number } | undefined;
  readonly wrongSignatures: string[];
  stop(): void;
}

const askedSchema = z.object({ SecretId: z.string(), VersionStage: z.string() });

export const AWS_PAIR = { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYCANARYKEY1' };

/** @see FakeSecretsManager */
export async function startFakeSecretsManager(): Promise<FakeSecretsManager> {
  const fake = {
    secrets: new Map<string, string | Buffer>(),
    fault: undefined as FakeSecretsManager['fault'],
    wrongSignatures: [] as string[],
  };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces);
      const answer = (status: number, value: object): void =>
        void response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(value));
      const fault = (type: string, message = ''): void => answer(400, { __type: type, message });
      const arrived = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      const wrong = checkSignature(arrived, AWS_PAIR.id, AWS_PAIR.secret);
      if (wrong !== undefined) {
        fake.wrongSignatures.push(wrong);
        return fault('InvalidSignatureException', wrong);
      }
      if (!String(request.headers.authorization).includes('/secretsmanager/aws4_request'))
        return fault('InvalidSignatureException', 'scoped to another service');
      if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue') return fault('InvalidAction');
      if (fake.fault) return answer(fake.fault.status, { __type: fake.fault.type, message: fake.fault.message });
      const { SecretId: name, VersionStage: stage } = askedSchema.parse(JSON.parse(body.toString()));
      const found = fake.secrets.get(`${name} ${stage}`);
      if (found === undefined) return fault('ResourceNotFoundException');
      const kept = typeof found === 'string' ? { SecretString: found } : { SecretBinary: found.toString('base64') };
      return answer(200, { ARN: 'arn', Name: name, VersionId: `id-of-${stage}`, VersionStages: [stage], ...kept });
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const place = server.address();
  return Object.assign(fake, {
    address: `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  });
}
