/** Something that is made once, when somebody first asks for it. */
export interface PutOff<Made extends object> {
  (): Made;
  /** Null when nobody has asked yet. */
  readonly ifMade: () => Made | null;
}

/** Puts something off until somebody asks for it, and makes it once. */
export function once<Made extends object>(make: () => Made): PutOff<Made> {
  let made: Made | null = null;
  return Object.assign(() => (made ??= make()), { ifMade: () => made });
}
