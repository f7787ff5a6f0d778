/** The add-in's pane at the right of the sheet: a title, a frame that can be hidden but stays loaded, and a handle to make it wider. */

export interface PaneFrame {
  readonly isShown: boolean;
  show(isShown: boolean): void;
  /** A fresh, empty frame in place of the old one. */
  renew(): HTMLIFrameElement;
}

const narrowest = 240;
const widest = 900;

export function createPaneFrame(
  aside: HTMLElement,
  handle: HTMLElement,
  options: {
    readonly title: string;
    readonly width: number;
    toggled(isShown: boolean): void;
    /** A click or Enter in the pane. */
    used(): void;
  },
): PaneFrame {
  const bar = document.createElement('header');
  const title = document.createElement('h2');
  title.textContent = options.title;
  const close = document.createElement('button');
  close.type = 'button';
  close.setAttribute('aria-label', '关闭面板');
  close.title = '关闭面板（仍在后台运行）';
  close.textContent = '✕';
  bar.append(title, close);
  aside.replaceChildren(bar);

  let width = 0;
  const setWidth = (pixels: number): void => {
    width = Math.min(widest, Math.max(narrowest, Math.round(pixels)));
    aside.style.width = `${width}px`;
    handle.setAttribute('aria-valuenow', String(width));
  };
  handle.setAttribute('aria-valuemin', String(narrowest));
  handle.setAttribute('aria-valuemax', String(widest));
  setWidth(options.width);
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    // The frame would swallow the pointer's moves.
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) setWidth(window.innerWidth - event.clientX);
  });
  handle.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowLeft' ? 20 : event.key === 'ArrowRight' ? -20 : 0;
    if (step === 0) return;
    event.preventDefault();
    setWidth(width + step);
  });

  let isShown = true;
  const show = (shown: boolean): void => {
    if (shown === isShown) return;
    isShown = shown;
    aside.hidden = !shown;
    handle.hidden = !shown;
    options.toggled(shown);
  };
  close.addEventListener('click', () => {
    show(false);
  });

  /** The pane is of our own origin: what a person does in it can be listened to. */
  const watch = (frame: HTMLIFrameElement): void => {
    const page = frame.contentDocument;
    page?.addEventListener(
      'click',
      () => {
        options.used();
      },
      true,
    );
    page?.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') options.used();
      },
      true,
    );
  };

  return {
    get isShown() {
      return isShown;
    },
    show,
    renew() {
      aside.querySelector('iframe')?.remove();
      const frame = document.createElement('iframe');
      frame.title = '绩效自评助手';
      frame.addEventListener('load', () => {
        watch(frame);
      });
      aside.append(frame);
      return frame;
    },
  };
}
