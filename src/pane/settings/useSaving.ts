/** Shows a choice as soon as it is made, while it is still being saved; once that is over, what was really kept counts. */
import { useState } from 'react';

export function useSaving<Value>(
  kept: Value,
  save: (value: Value) => Promise<unknown>,
): readonly [shown: Value, change: (value: Value) => void] {
  const [saving, setSaving] = useState<{ readonly value: Value } | null>(null);
  const change = (value: Value): void => {
    const mine = { value };
    setSaving(mine);
    void save(value).then(() => {
      setSaving((now) => (now === mine ? null : now));
    });
  };
  return [saving ? saving.value : kept, change];
}
