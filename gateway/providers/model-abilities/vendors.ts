import { abilitiesFrom } from './abilities-table.ts';

/*
 * The abilities of the models of the vendors. Source: models.dev, as it is built into opencode 1.18.33 of 2026-11; for
 * models that it does not have yet, the catalog in @earendil-works/pi-coding-agent 1.6.0 of 2026-11, which lists
 * pictures and not PDF. A model that is in neither is not here.
 */

export const openAiAbilities = abilitiesFrom([
  ['gpt-6-astra gpt-6-sol gpt-6-luna gpt-5.5 gpt-5.5-pro gpt-5.4', 'thinks', 'tools', 'image', 'pdf'],
  ['gpt-5.6 gpt-5.6-sol gpt-5.6-terra gpt-5.6-luna gpt-daybreak-blue', 'thinks', 'tools', 'image', 'pdf'],
  ['gpt-5.3-codex gpt-5.3-codex-spark', 'thinks', 'tools', 'image', 'pdf'],
  ['gpt-6.2-astra gpt-6.2-sol gpt-6.1-sol gpt-6.1-terra gpt-6-cyber gpt-5.6-cyber', 'thinks', 'tools', 'image'],
  ['gpt-5.4-pro gpt-5.4-mini gpt-5.4-nano gpt-5.2 gpt-5.2-pro gpt-5.1 gpt-daybreak-red', 'thinks', 'tools', 'image'],
  ['gpt-5 gpt-5-mini gpt-5-nano gpt-5-pro o4-mini o3-pro o1-pro', 'thinks', 'tools', 'image'],
  ['o3 o1', 'thinks', 'tools', 'image', 'pdf'],
  ['o3-mini', 'thinks', 'tools'],
  ['gpt-4.1 gpt-4.1-mini gpt-4o gpt-4o-mini', 'tools', 'image', 'pdf'],
  ['gpt-4.1-nano gpt-4-turbo gpt-4o-2024-05-13 gpt-4o-2024-08-06 gpt-4o-2024-11-20', 'tools', 'image'],
  ['gpt-4', 'tools'],
]);

/** The models that think adaptively: pi's catalog as above (`forceAdaptiveThinking`). */
const anthropicTable = abilitiesFrom([
  ['claude-opus-5-5 claude-opus-5 claude-sonnet-5-5 claude-sonnet-5', 'thinks', 'adaptive', 'tools', 'image', 'pdf'],
  ['claude-fable-5 claude-fable-5-1 claude-fable-5-2', 'thinks', 'adaptive', 'tools', 'image', 'pdf'],
  ['claude-haiku-5-5', 'thinks', 'adaptive', 'tools', 'image'],
  ['claude-opus-4-8 claude-opus-4-7 claude-opus-4-6 claude-sonnet-4-6', 'thinks', 'adaptive', 'tools', 'image', 'pdf'],
  ['claude-opus-4-5 claude-sonnet-4-5 claude-haiku-4-5', 'thinks', 'tools', 'image', 'pdf'],
]);

/** Others write versions with a dot where Anthropic writes a hyphen. */
export const anthropicAbilities: typeof anthropicTable = (model) => anthropicTable(model.replaceAll('.', '-'));

export const geminiAbilities = abilitiesFrom([
  ['gemini-3.8-flash gemini-3.7-flash gemini-3.6-flash', 'thinks', 'tools', 'image', 'pdf', 'audio', 'video'],
  ['gemini-3.5-flash gemini-3.5-flash-lite gemini-3.1-flash-lite', 'thinks', 'tools', 'image', 'pdf', 'audio', 'video'],
  ['gemini-3.1-pro-preview gemini-3-flash-preview', 'thinks', 'tools', 'image', 'pdf', 'audio', 'video'],
  ['gemini-flash-latest gemini-flash-lite-latest', 'thinks', 'tools', 'image', 'pdf', 'audio', 'video'],
  ['gemini-2.5-pro gemini-2.5-flash gemini-2.5-flash-lite', 'thinks', 'tools', 'image', 'pdf', 'audio', 'video'],
  ['gemini-4-argon gemini-4-carbon gemini-4-hydrogen gemini-4-neon', 'thinks', 'tools', 'image'],
]);

export const xaiAbilities = abilitiesFrom([
  ['grok-4.7 grok-4.6 grok-4.5 grok-4.3 grok-4.20-0309-reasoning grok-build-0.1', 'thinks', 'tools', 'image', 'pdf'],
  ['grok-4.20-0309-non-reasoning', 'tools', 'image', 'pdf'],
]);

export const deepseekAbilities = abilitiesFrom([
  ['deepseek-flash deepseek-v4-flash deepseek-v4-flash-vision-exp', 'thinks', 'tools', 'image'],
  ['deepseek-v4-pro', 'thinks', 'tools'],
]);

export const moonshotAbilities = abilitiesFrom([
  ['kimi-k3 kimi-k2.7-code kimi-k2.7-code-highspeed kimi-k2.6', 'thinks', 'tools', 'image', 'video'],
]);

export const zaiAbilities = abilitiesFrom([
  ['glm-5.3-flash glm-5.3-flashx glm-5v-turbo', 'thinks', 'tools', 'image', 'pdf', 'video'],
  ['glm-5.3 glm-5.2 glm-5.1 glm-5 glm-5-turbo glm-4.7 glm-4.7-flash glm-4.7-flashx', 'thinks', 'tools'],
  ['glm-4.6 glm-4.5 glm-4.5-air glm-4.5-flash', 'thinks', 'tools'],
  ['glm-4.6v glm-4.6v-flash glm-4.5v', 'thinks', 'tools', 'image', 'video'],
]);

export const mistralAbilities = abilitiesFrom([
  ['mistral-medium-latest mistral-medium-2604 mistral-small-latest mistral-small-2603', 'thinks', 'tools', 'image'],
  ['mistral-large-latest mistral-large-2512 mistral-medium-2508 mistral-medium-2505', 'tools', 'image'],
  ['devstral-latest devstral-2512 devstral-medium-latest codestral-latest', 'tools'],
  ['magistral-medium-latest', 'thinks', 'tools'],
]);
