import type { ReactNode } from 'react';
import type { ToolView } from '../../../../shared/contract/connection-views.ts';
import type { PresetId } from '../../../../shared/preset.ts';
import { say } from '../../../strings/say.ts';
import { Field } from '../../../ui/form/field.tsx';
import { Segmented } from '../../../ui/form/segmented.tsx';
import { CapRows } from '../../caps/cap-rows.tsx';
import { limitsText } from '../tool-words.ts';
import type { usePreset } from './use-preset.ts';

interface ProjectFieldProps {
  readonly tool: ToolView;
  readonly project: string;
  onProject(project: string): void;
}

/** The project folder, for tools that have settings in one. */
export function ProjectField({ tool, project, onProject }: ProjectFieldProps): ReactNode {
  const words = say.connections;
  if (tool.scope === 'machine') return null;
  return (
    <Field
      label={words.project}
      value={project}
      placeholder={tool.scope === 'both' ? words.everywhere : words.projectExample}
      hint={words.projectHint}
      onText={onProject}
    />
  );
}

interface PresetFieldsProps {
  readonly tool: ToolView;
  readonly preset: ReturnType<typeof usePreset>;
}

/** Asks how much the tool gets: a preset, its caps, and both in one sentence. */
export function PresetFields({ tool, preset }: PresetFieldsProps): ReactNode {
  const words = say.connections;
  const { presetId, rows, read, policy, isShared, pick, setRows } = preset;
  return (
    <>
      <Segmented<PresetId>
        captioned
        label={words.howMuch}
        options={tool.presets.map(({ id }) => ({ value: id, text: words.presets[id] }))}
        value={presetId}
        hint={words.presetSays[presetId]}
        onPick={pick}
      />
      {isShared && <p className="faint">{words.hasCaps(tool.title)}</p>}
      <CapRows rows={rows} startsHere={tool.scope !== 'project'} onRows={setRows} />
      <p className="faint">{words.gets('caps' in read ? limitsText(read.caps, policy) : words.itsCaps)}</p>
    </>
  );
}

interface CommandFieldProps {
  readonly tool: ToolView;
  readonly asks: boolean;
  onAsks(asks: boolean): void;
}

/** Keeps the sub-key out of the file, where a tool can ask a command for it. */
export function CommandField({ tool, asks, onAsks }: CommandFieldProps): ReactNode {
  if (!tool.takesCommand) return null;
  return (
    <label className="check">
      <input type="checkbox" checked={asks} onChange={(event) => onAsks(event.currentTarget.checked)} />
      {say.connections.keepOut}
    </label>
  );
}

interface McpFieldProps {
  readonly tool: ToolView;
  readonly checked: boolean;
  onMcp(mcp: boolean): void;
}

/** Gives the tool an entry for the MCP servers in Purser, where it can have one beside its models. */
export function McpField({ tool, checked, onMcp }: McpFieldProps): ReactNode {
  if (!tool.takesMcp || tool.speaks.length === 0) return null;
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onMcp(event.currentTarget.checked)} />
      {say.connections.withMcp}
    </label>
  );
}
