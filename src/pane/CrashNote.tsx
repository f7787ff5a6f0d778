/** Shows a sentence in place of a pane that failed to draw, so that nobody is left before a blank page. */
import { Component, type ReactNode } from 'react';

export interface CrashNoteProps {
  readonly text: string;
  /** What the button says that copies the details for whoever helps. */
  readonly copy: string;
  readonly children: ReactNode;
}

/** React catches errors of drawing in class components only. */
export class CrashNote extends Component<CrashNoteProps, { readonly details: string | null }> {
  override readonly state: { readonly details: string | null } = { details: null };

  static getDerivedStateFromError(error: unknown): { readonly details: string } {
    return { details: String(error) };
  }

  override render(): ReactNode {
    const { text, copy, children } = this.props;
    const { details } = this.state;
    if (details === null) return children;
    return (
      <p role="alert">
        {text}{' '}
        <button type="button" onClick={() => void navigator.clipboard.writeText(details)}>
          {copy}
        </button>
      </p>
    );
  }
}
