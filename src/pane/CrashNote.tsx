/** Shows a sentence in place of a pane that failed to draw, so that nobody is left before a blank page. */
import { Component, type ReactNode } from 'react';

export interface CrashNoteProps {
  readonly text: string;
  readonly children: ReactNode;
}

/** React catches errors of drawing in class components only. */
export class CrashNote extends Component<CrashNoteProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <p role="alert">{this.props.text}</p> : this.props.children;
  }
}
