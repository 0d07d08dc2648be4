import type { ToolSpec } from '../../tool-spec.ts';

/** Neovim plugins. Their config is the person's own program, so it is not edited. */
export const neovim: ToolSpec = {
  id: 'neovim',
  title: 'Neovim (avante, codecompanion)',
  group: 'editor',
  coverage: {
    level: 'partly',
    words: 'The adapter entered by hand. Other adapters stay as they are.',
    evidence: 'source: 2026-08',
  },
  detect: { commands: ['nvim'], paths: (paths) => [paths.config('nvim')] },
  speaks: ['openai'],
  scope: 'machine',
  offersModels: true,
  instructions: ({ routes, key }) =>
    [
      `export PURSER_NVIM_API_KEY='${key}'   -- in your shell's startup file`,
      '',
      '-- avante.nvim',
      `require("avante").setup({ provider = "purser", providers = { purser = { __inherited_from = "openai", endpoint ` +
        `= "${routes.openai?.v1 ?? ''}", api_key_name = "PURSER_NVIM_API_KEY", model = ` +
        `"${routes.openai?.models[0] ?? ''}" } } })`,
      '',
      '-- codecompanion.nvim: adapters.http.purser',
      `function() return require("codecompanion.adapters").extend("openai_compatible", { env = { url = ` +
        `"${routes.openai?.root ?? ''}", api_key = "PURSER_NVIM_API_KEY", chat_url = "/v1/chat/completions", ` +
        `models_endpoint = "/v1/models" }, schema = { model = { default = "${routes.openai?.models[0] ?? ''}" } } ` +
        `}) end`,
    ].join('\n'),
  afterwards: () =>
    'Take the adapter "purser" out of your config and PURSER_NVIM_API_KEY out of your shell\'s startup file: its ' +
    'sub-key is revoked.',
  login: { effect: 'none', words: 'These adapters have none.', evidence: 'source: 2026-08' },
  reload: 'After a restart of Neovim.',
  cap: '5/day',
  variables: [],
};
