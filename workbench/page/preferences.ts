import { DEFAULT_SETTINGS, type HostSettings, type Profile } from "../host/settings";

/** What the person has chosen about Excel itself; kept over reloads. */
export interface Preferences extends HostSettings {
  profile: Profile;
  paneWidth: number;
}

const KEY = "meja-kerja";
const DEFAULTS: Preferences = { ...DEFAULT_SETTINGS, profile: "blank-is-null", paneWidth: 350 };

export function readPreferences(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>) };
  } catch {
    return DEFAULTS;
  }
}

export function writePreferences(change: Partial<Preferences>): void {
  localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(), ...change }));
}
