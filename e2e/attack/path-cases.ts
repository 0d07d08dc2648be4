/** Ways out of a path that is served, and what a provider has that nobody may reach through Purser. */
export const WAYS_OUT: readonly string[] = [
  // Up and out.
  '/openai/v1/../files', '/openai/v1/../../v1/files', '/openai/v1/chat/../files', '/openai/v1/chat/completions/../../files', '/openai/v1/models/../files',
  '/openai/../v1/files', '/../openai/v1/files', '/openai/v1/./files', '/openai/v1/chat/./../files', '/openai/v1/models/..',
  // The same in other clothes.
  '/openai/v1/%2e%2e/files', '/openai/v1/%2E%2E/v1/files', '/openai/v1/.%2e/files', '/openai/v1/models/%2e%2e/files', '/openai/v1/models/%2e%2e%2ffiles',
  '/openai/v1/models/..%2ffiles', '/openai/v1/models/..%5cfiles', '/openai/v1/models/%252e%252e%252ffiles', '/openai/v1/models/..%c0%affiles',
  String.raw`/openai/v1\..\files`, String.raw`/openai/v1/models/..\files`, String.raw`\openai\v1\files`, '/openai/v1/models/..;/files', '/openai/v1/chat/completions;/../files',
  '/openai/v1/models/%00', '/openai/v1/models/gpt-4o%0d%0aX-Evil:%201', '/openai/v1/models/gpt-4o%3fx=1', '/openai/v1/models/gpt-4o%23',
  '/openai/v1/chat/completions%3f', '/openai/v1/chat/completions%20', '/openai/v1/chat%2fcompletions',
  // Another host.
  '//evil.example/openai/v1/files', '//evil.example/v1/files', '/openai//evil.example/v1/files', '/openai/v1//evil.example/', '/openai/v1/@evil.example/files',
  '/@evil.example/openai/v1/files', '/openai@evil.example/v1/files', '/openai/v1@evil.example/files', '/openai:80@evil.example/v1/files', '/openai/v1:80/files',
  'http://evil.example/openai/v1/files', 'https://evil.example/openai/v1/files', 'ftp://evil.example/openai/v1/files', 'file:///etc/passwd', 'gopher://evil.example/',
  '/http://evil.example/', '/https%3a%2f%2fevil.example/', '/openai/http://evil.example/', '/openai/v1/https%3a%2f%2fevil.example/', String.raw`/\evil.example/v1/files`,
  // What is billed later, by the day or by nobody.
  '/openai/v1/files', '/openai/v1/files/file-1/content', '/openai/v1/batches', '/openai/v1/batches/batch_1/cancel', '/openai/v1/assistants', '/openai/v1/threads',
  '/openai/v1/threads/runs', '/openai/v1/fine_tuning/jobs', '/openai/v1/fine-tuning/jobs', '/openai/v1/vector_stores', '/openai/v1/containers', '/openai/v1/uploads', '/openai/v1/evals',
  '/openai/v1/realtime', '/openai/v1/realtime/sessions', '/openai/v1/realtime/client_secrets', '/openai/v1/realtime/calls', '/openai/v1/videos', '/openai/v1/organization/admin_api_keys',
  '/openai/v1/organization/costs', '/openai/dashboard/billing/usage', '/openai/v1/responses', '/openai/v1/chat/completions/', '/openai/V1/Files', '/openai/v1', '/openai',
  '/anthropic/v1/files', '/anthropic/v1/skills', '/anthropic/v1/organizations/me', '/anthropic/v1/organizations/api_keys', '/anthropic/v1/messages/../files',
  '/anthropic/v1/messages/batches/../../files', '/anthropic/v1/messages%2fbatches', '/anthropic/v1/complete', '/anthropic/v1/agents', '/anthropic/v1/environments',
  '/gemini/v1beta/files', '/gemini/upload/v1beta/files', '/gemini/v1beta/cachedContents', '/gemini/v1beta/tunedModels', '/gemini/v1beta/models/../files', '/gemini/v1beta/models/x:batchGenerateContent',
  '/gemini/v1beta/models/x:predictLongRunning', '/gemini/v1beta/batches', '/gemini/v1beta/corpora', '/gemini/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent',
  // Purser's own, and nobody's.
  '/rpc/gateway/status', '/login', '/.env', '/nobody/v1/models', '/__proto__/v1/models', '/constructor/v1/models', '/data/v1', '/',
];
