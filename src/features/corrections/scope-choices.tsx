import { CORRECTION_SCOPES, type CorrectionScope } from '../../book/corrections.ts';
import { Choices } from '../../ui/choices.tsx';

interface ScopeChoicesProps {
  readonly value: CorrectionScope;
  readonly onChoose: (scope: CorrectionScope) => void;
}

/** How far a correction reaches: ここだけ, この本, どこでも. */
export function ScopeChoices({ value, onChoose }: ScopeChoicesProps) {
  return (
    <Choices
      label="corrections.scope"
      value={value}
      onChoose={onChoose}
      choices={CORRECTION_SCOPES.map((scope) => ({
        value: scope,
        label: `corrections.scopes.${scope}` as const,
      }))}
    />
  );
}
