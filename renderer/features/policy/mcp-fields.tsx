import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { Part } from './form-part.tsx';
import type { FieldsProps } from './form-part.tsx';

/** Asks which MCP servers and tools may be used, and before which calls a person is asked. */
export function McpFields({
  draft,
  keepsRules,
  onChange,
}: FieldsProps & {
  /** The policy has rules about arguments or calls, which the form does not show. */
  readonly keepsRules: boolean;
}): ReactNode {
  const { mcpServers, mcpAllow, mcpDeny, mcpAsk, mcpRun } = draft;
  const { policy } = say;
  return (
    <Part title={policy.mcp} says={mcpServers + mcpAllow + mcpDeny + mcpAsk + mcpRun !== '' || keepsRules}>
      <Field
        label={policy.mcpServers}
        value={mcpServers}
        placeholder={policy.mcpServersAll}
        hint={policy.mcpServersHint}
        onText={(text) => onChange({ mcpServers: text })}
      />
      <div className="form-pair">
        <Field
          label={policy.mcpAllow}
          value={mcpAllow}
          placeholder={policy.mcpAllowAll}
          hint={policy.mcpToolsHint}
          onText={(text) => onChange({ mcpAllow: text })}
        />
        <Field
          label={policy.mcpDeny}
          value={mcpDeny}
          placeholder={policy.denyNone}
          hint={policy.mcpDenyHint}
          onText={(text) => onChange({ mcpDeny: text })}
        />
        <Field
          label={policy.mcpAsk}
          value={mcpAsk}
          placeholder={policy.denyNone}
          hint={policy.mcpAskHint}
          onText={(text) => onChange({ mcpAsk: text })}
        />
        <Field
          label={policy.mcpRun}
          value={mcpRun}
          placeholder={policy.denyNone}
          hint={policy.mcpRunHint}
          onText={(text) => onChange({ mcpRun: text })}
        />
      </div>
      {keepsRules && <p className="field-hint">{policy.mcpRulesKept}</p>}
    </Part>
  );
}
