/// Who is at the page, and what they may do (docs/formats/api.md, docs/roles.md).
import { type Answer, ask, carryToken, carrying, door, done } from "./ask";
import { asText, fields, flag, list, numberOr, oneOf, text, textOr } from "./decode";

export const ROLES = ["trainee", "supporter", "expert", "supervisor", "admin"] as const;
export type Role = (typeof ROLES)[number];
export const GROUPS = ["peer", "lived_experience", "expert"] as const;
export type Group = (typeof GROUPS)[number];

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly group: Group;
}

/// What the service does with talks. `days`: until a talk's words are erased; 0: they are not.
export interface Service {
  readonly name: string;
  readonly days: number;
  /// Supervisors read practice talks here, and the service says so beforehand.
  readonly announced: boolean;
  /// The service asks whether a talk may go into research.
  readonly research: boolean;
}

export interface Me {
  readonly mode: "local" | "team";
  /// Null in local mode, and when nobody is signed in.
  readonly account: Account | null;
  /// Names of acts, as in docs/roles.md.
  readonly may: readonly string[];
  readonly service: Service;
}

/// One person at one computer.
export const LOCAL: Me = {
  mode: "local", account: null, may: [],
  service: { name: "", days: 0, announced: false, research: false },
};

export function mayDo(me: Me, act: string): boolean {
  return me.mode === "local" || me.may.includes(act);
}

export function parseAccount(value: unknown): Account {
  const from = fields(value, "account");
  return {
    id: text(from, "id"),
    name: text(from, "name"),
    role: oneOf(from, "role", ROLES),
    group: oneOf(from, "group", GROUPS),
  };
}

export function parseMe(value: unknown): Me {
  const from = fields(value, "me");
  if (oneOf(from, "mode", ["local", "team"] as const) === "local") return LOCAL;
  const service = fields(from["service"] ?? {}, "service");
  const account = from["account"] ?? null;
  return {
    mode: "team",
    account: account === null ? null : parseAccount(account),
    may: list(from, "may", asText),
    service: {
      name: textOr(service, "name"),
      days: numberOr(service, "days") ?? 0,
      announced: flag(service, "announced"),
      research: flag(service, "research"),
    },
  };
}

export function remembered(body: unknown): Me {
  const me = parseMe(body);
  carryToken(textOr(fields(body, "me"), "token"));
  if (me.account) door.dispatchEvent(new Event("in"));
  return me;
}

export const me = (): Promise<Answer<Me>> => ask("/api/me", {}, remembered);

export const signIn = (name: string, password: string): Promise<Answer<Me>> =>
  ask("/api/sign-in", carrying("POST", { name, password }), remembered);

export const signOut = (): Promise<Answer<true>> =>
  ask("/api/sign-out", carrying("POST", {}), done);
