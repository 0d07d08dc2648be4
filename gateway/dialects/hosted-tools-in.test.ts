import { expect, it } from 'vitest';
import type { JsonObject } from './dialect.ts';
import { hostedToolsIn } from './hosted-tools-in.ts';

it.each<[string, JsonObject, readonly string[]]>([
  ['nothing', {}, []],
  [
    'tools of the client',
    {
      tools: [
        { type: 'function', name: 'f' },
        { name: 'mine', input_schema: {} },
      ],
    },
    [],
  ],
  ['Ollama', { tools: [{ function: { name: 'f' } }] }, []],
  ['OpenAI', { tools: [{ type: 'web_search' }, { type: 'mcp' }, { type: 'web_search' }] }, ['web_search', 'mcp']],
  ['a namespace', { tools: [{ type: 'namespace', name: 'n', tools: [{ type: 'shell' }] }] }, ['shell']],
  ['a search model', { web_search_options: {} }, ['web_search']],
  ['Anthropic', { tools: [{ type: 'code_execution_20250825' }] }, ['code_execution_20250825']],
  ['its connector', { mcp_servers: [{ url: 'https://x' }], tools: [{ type: 'bash_20250124', name: 'bash' }] }, ['mcp']],
  ['an empty list', { mcp_servers: [], plugins: [], tools: [] }, []],
  ['Gemini', { tools: [{ googleSearch: {}, functionDeclarations: [] }] }, ['google_search']],
  ['its other spelling', { tools: [{ code_execution: {} }, { computer_use: {} }] }, ['code_execution']],
  [
    'Amazon',
    { toolConfig: { tools: [{ systemTool: { name: 'nova_grounding' } }, { toolSpec: {} }] } },
    ['nova_grounding'],
  ],
  [
    'OpenRouter',
    { plugins: [{ id: 'file-parser' }], tools: [{ type: 'openrouter:web_search' }] },
    ['web_search', 'file_parser'],
  ],
  ['its suffix', { model: 'openai/gpt-5:online' }, ['web_search']],
  ['Moonshot', { tools: [{ type: 'builtin_function', function: { name: '$web_search' } }] }, ['web_search']],
  ['Qwen', { enable_search: true }, ['web_search']],
  ['a search that is off', { search_parameters: { mode: 'off' }, enable_search: false }, []],
])('the tools that run at the provider: %s', (_where, body, names) => {
  expect([...hostedToolsIn(body)].toSorted()).toEqual([...names].toSorted());
});
