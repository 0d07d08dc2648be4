import { keyShapeOf } from '../../shared/providers/key-shapes.ts';
import { MODELS_DEV } from '../../shared/providers/provider-record.ts';
import type { VariableNames } from '../../shared/providers/provider-record.ts';
import { PROVIDER_KINDS, PROVIDER_RECORDS } from '../../shared/providers/provider-records.ts';
import { words } from '../../shared/providers/words.ts';

/** Vendors of models that Purser has no kind of provider for. */
const OTHER_VENDORS: VariableNames = {
  names: words(`
    AWS_BEARER_TOKEN_BEDROCK REPLICATE_API_KEY REPLICATE_API_TOKEN AI21_API_KEY HYPERBOLIC_API_KEY VOYAGE_API_KEY
    JINA_API_KEY WATSONX_* TENCENT_*_API_KEY HUNYUAN_API_KEY VOLCENGINE_API_KEY ARK_API_KEY ARK_CODING_PLAN_API_KEY
    DOUBAO_API_KEY BAICHUAN_API_KEY MODELSCOPE_API_KEY SENSENOVA_API_KEY LONGCAT_API_KEY IFLOW_API_KEY QINIU_API_KEY
    REQUESTY_API_KEY HELICONE_API_KEY PORTKEY_API_KEY AIHUBMIX_API_KEY AIMLAPI_API_KEY GLAMA_API_KEY UNBOUND_API_KEY
    EDENAI_API_KEY OPPER_API_KEY POE_API_KEY NANO_GPT_API_KEY NANOGPT_API_KEY FEATHERLESS_*API_KEY MORPH_API_KEY
    RELACE_API_KEY UPSTAGE_API_KEY SARVAM_API_KEY ZENMUX_API_KEY FASTROUTER_API_KEY LLMGATEWAY_API_KEY
    SYNTHETIC_API_KEY WAFER_API_KEY V0_API_KEY ABACUS_API_KEY AICORE_SERVICE_KEY OCI_GENAI_API_KEY NEON_AI_GATEWAY_*
    CLARIFAI_PAT SNOWFLAKE_CORTEX_PAT INFERENCE_API_KEY POOLSIDE_API_KEY ARCEE_API_KEY CORTECS_API_KEY CRUSOE_API_KEY
    GMICLOUD_API_KEY HPC_AI_API_KEY IOINTELLIGENCE_API_KEY KILO_API_KEY MERGE_GATEWAY_API_KEY NEARAI_API_KEY
    OFOX_API_KEY ORCAROUTER_API_KEY PRIVATEMODE_API_KEY REGOLO_API_KEY SAKANA_API_KEY SUBMODEL_INSTAGEN_ACCESS_KEY
    THEGRID_API_KEY TINFOIL_API_KEY TINKER_API_KEY ELEVENLABS_API_KEY ASSEMBLYAI_API_KEY DEEPGRAM_API_KEY
    STABILITY_API_KEY FAL_KEY RUNWAYML_API_SECRET ALEPH_ALPHA_API_KEY NLP_CLOUD_API_KEY PREDIBASE_API_KEY
    ANYSCALE_API_KEY LEPTON_API_KEY LAMBDA_API_KEY CODEIUM_API_KEY
  `),
  source: `${MODELS_DEV}; docs.litellm.ai/docs/providers`,
};

/** Variables of tools: keys or logins that they use instead of a provider, and switches that send them elsewhere. */
const TOOL_VARIABLES: VariableNames = {
  names: words(`
    COPILOT_PROVIDER_* COPILOT_GITHUB_TOKEN CODEX_API_KEY CODEX_ACCESS_TOKEN CLAUDE_CODE_OAUTH_TOKEN
    CLAUDE_CODE_USE_* CLAUDE_CODE_API_KEY_* CURSOR_API_KEY AMP_API_KEY FACTORY_API_KEY AUGMENT_* CONTINUE_API_KEY
    CLINE_API_KEY KILO_GATEWAY_API_KEY KILO_API_URL OPENCODE_AUTH_CONTENT WARP_API_KEY JUNIE_API_KEY KIRO_API_KEY
    DEVIN_API_KEY WINDSURF_API_KEY GOOSE_PROVIDER GOOSE_PROVIDER_* GOOSE_LEAD_* AIDER_*_API_KEY AIDER_*_API_BASE
    AIDER_API_KEY AIDER_SET_ENV AVANTE_*_API_KEY PURSER_*_API_KEY
  `),
  source: "the tools' documentation, and `copilot help providers` 1.0.102, codex 0.169.0, claude 2.1.329; 2026-11",
};

/**
 * Credentials of clouds that sell models beside much else. They stay in a child's environment: without them a program
 * could not deploy, push or read a bucket, and those that stand in a file in the home folder would be left anyway.
 */
export const CLOUD_CREDENTIALS: readonly string[] = words(`
  AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_PROFILE AWS_WEB_IDENTITY_TOKEN_FILE
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI GOOGLE_APPLICATION_CREDENTIALS AZURE_CLIENT_SECRET GITHUB_TOKEN GH_TOKEN
  GITLAB_TOKEN CLOUDFLARE_API_TOKEN CLOUDFLARE_API_KEY DIGITALOCEAN_ACCESS_TOKEN DATABRICKS_TOKEN HETZNER_API_KEY
  VULTR_API_KEY SCALEWAY_API_KEY OVHCLOUD_API_KEY WANDB_API_KEY
`);

/** No vendor's key is shorter. */
const LEAST_LETTERS = 19;
const KEY_LETTERS = /^[A-Za-z0-9+/=_-]+$/;

const variables = [...PROVIDER_KINDS.map((kind) => PROVIDER_RECORDS[kind].variables), OTHER_VENDORS, TOOL_VARIABLES];
const patterns = variables
  .flatMap(({ names }) => names)
  .map((name) => new RegExp(`^${name.replaceAll('*', '[A-Z0-9_]*')}$`, 'i'));

/** True for a variable that pays for models, or chooses who is paid, by its name. On Windows names have no case. */
export function paysByName(name: string): boolean {
  return patterns.some((pattern) => pattern.test(name));
}

/** True for a value that looks like a key of a vendor of models, whatever the variable is called. */
export function looksLikeProviderKey(value: string): boolean {
  const key = value.trim();
  return key.length >= LEAST_LETTERS && KEY_LETTERS.test(key) && keyShapeOf(key)?.paysForModels === true;
}
