/// What the supporter chose for every talk to come.
import { asText, fields, list } from "./decode";
import { HELPS } from "./events";

/// `fading`: measured skill chooses.
export const HELP_WISHES = ["on_request", "always", "fading", "off"] as const;
export type HelpWish = (typeof HELP_WISHES)[number];

export interface Preferences {
  readonly help: HelpWish;
  /// Ids of themes to leave out.
  readonly avoid: readonly string[];
}

/// A wish that this page does not know counts as `on_request`.
export function parsePreferences(value: unknown): Preferences {
  const from = fields(value, "preferences");
  return {
    help: HELP_WISHES.find((wish) => wish === from["help"]) ?? HELPS[0],
    avoid: list(from, "avoid", asText),
  };
}
