/// The requests of the team's pages (docs/formats/api.md).
import { type Answer, ask, carrying, done } from "./ask";
import { type Entry, parseEntry } from "./catalog";
import { fields, flag, list, number, oneOf, text, textOr } from "./decode";
import type { Event } from "./events";
import { parseEvent } from "./event_wire";
import {
  type Account, GROUPS, type Group, type Me, ROLES, type Role, parseAccount, remembered,
} from "./me";

export interface Invite {
  readonly role: Role;
  readonly group: Group;
  readonly expires: number;
}

/// One that nobody has used yet.
export interface OpenInvite extends Invite {
  readonly id: string;
  /// Name of whoever made it; "" at the machine.
  readonly by: string;
}

/// One just made, with its link.
export interface Letter {
  readonly id: string;
  readonly link: string;
  readonly expires: number;
}

export interface Member extends Account {
  readonly active: boolean;
  readonly made: number;
}

export interface Members {
  readonly people: readonly Member[];
  readonly invites: readonly OpenInvite[];
}

/// A talk that supervisors may read, and whose it is.
export interface SharedTalk extends Entry {
  readonly supporter: string;
}

function parseInvite(value: unknown): Invite {
  const from = fields(value, "invite");
  return {
    role: oneOf(from, "role", ROLES),
    group: oneOf(from, "group", GROUPS),
    expires: number(from, "expires"),
  };
}

function parseOpenInvite(value: unknown): OpenInvite {
  const from = fields(value, "invite");
  return { ...parseInvite(value), id: text(from, "id"), by: text(from, "by") };
}

function parseMember(value: unknown): Member {
  const from = fields(value, "person");
  return { ...parseAccount(value), active: flag(from, "active"), made: number(from, "made") };
}

function parseShared(value: unknown): SharedTalk {
  return { ...parseEntry(value), supporter: textOr(fields(value, "session"), "supporter") };
}

const inviteAt = (token: string): string => `/api/invites/${encodeURIComponent(token)}`;

export const invite = (token: string): Promise<Answer<Invite>> =>
  ask(inviteAt(token), {}, parseInvite);

export const accept = (token: string, name: string, password: string): Promise<Answer<Me>> =>
  ask(inviteAt(token), carrying("POST", { name, password }), remembered);

export const setPassword = (old: string, fresh: string): Promise<Answer<true>> =>
  ask("/api/password", carrying("POST", { old, new: fresh }), done);

export const members = (): Promise<Answer<Members>> =>
  ask("/api/people", {}, (body) => {
    const from = fields(body, "answer");
    return {
      people: list(from, "people", parseMember),
      invites: list(from, "invites", parseOpenInvite),
    };
  });

/// The link is told once: what is kept of it cannot be read back.
export const inviteAs = (role: Role, group: Group): Promise<Answer<Letter>> =>
  ask("/api/people/invites", carrying("POST", { role, group }), (body) => {
    const from = fields(body, "invite");
    return { id: text(from, "id"), link: text(from, "link"), expires: number(from, "expires") };
  });

export const withdrawInvite = (id: string): Promise<Answer<true>> =>
  ask(`/api/people/invites/${encodeURIComponent(id)}`, { method: "DELETE" }, done);

export const changeMember = ({ id, role, group, active }: Member): Promise<Answer<true>> =>
  ask(`/api/people/${encodeURIComponent(id)}`, carrying("PUT", { role, group, active }), done);

export const sharedTalks = (): Promise<Answer<SharedTalk[]>> =>
  ask("/api/supervise", {}, (body) => list(fields(body, "answer"), "sessions", parseShared));

export const eventsOf = (session: string): Promise<Answer<Event[]>> =>
  ask(`/api/sessions/${encodeURIComponent(session)}/events?after=0`, {}, (body) =>
    list(fields(body, "answer"), "events", parseEvent));
