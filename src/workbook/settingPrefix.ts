/** Excel keeps the settings of all add-ins in one list: ours have this in front of their names. */
export const SETTING_PREFIX = 'ziping.';
