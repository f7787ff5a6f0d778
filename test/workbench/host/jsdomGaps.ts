/** Globals that browsers have and jsdom lacks; import it before anything that needs them. */
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, { TextDecoder, TextEncoder });
