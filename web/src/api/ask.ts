/// One request and its answer: a value or a `Refusal`; it never throws. In team mode every request
/// that changes something carries the token that `GET /api/me` told.
import { fields, text } from "./decode";
import { type Code, codeOf } from "./frames";

/// `away`: the server could not be reached at all.
export interface Refusal {
  readonly code: Code | "away";
  readonly message: string;
}

export type Answer<T> = { readonly ok: T } | { readonly refused: Refusal };

const AWAY: Refusal = { code: "away", message: "Attune cannot be reached at the moment." };
const ODD: Refusal = {
  code: "internal",
  message: "The answer could not be read. Reloading the page may help.",
};

let token = "";

/// From now on requests carry this token; "" for none.
export function carryToken(told: string): void {
  token = told;
}

/// "out": a request met the door because nobody is signed in. "in": somebody is again.
export const door = new EventTarget();

/// As a sentence stands on a page.
function sentence(message: string): string {
  const begun = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return /[.?!…]$/.test(begun) ? begun : `${begun}.`;
}

function refusalOf(body: unknown): Refusal {
  try {
    const error = fields(fields(body, "answer")["error"], "error");
    return { code: codeOf(text(error, "code")), message: sentence(text(error, "message")) };
  } catch {
    return ODD;
  }
}

export async function ask<T>(
  path: string,
  init: RequestInit,
  read: (body: unknown) => T,
): Promise<Answer<T>> {
  const headers = new Headers(init.headers);
  if (token && init.method !== undefined) headers.set("X-Attune-Token", token);
  let response: Response;
  try {
    response = await fetch(path, { cache: "no-store", ...init, headers });
  } catch {
    return { refused: AWAY };
  }
  try {
    const body: unknown = response.status === 204 ? {} : await response.json();
    if (response.ok) return { ok: read(body) };
    const refused = refusalOf(body);
    if (refused.code === "sign_in") door.dispatchEvent(new Event("out"));
    return { refused };
  } catch {
    return { refused: ODD };
  }
}

export function carrying(method: "POST" | "PUT", body: unknown): RequestInit {
  return {
    method,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}

export const done = (): true => true;
