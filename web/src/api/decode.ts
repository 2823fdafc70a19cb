/// Reads unknown JSON into known shapes. Unknown fields are ignored; a missing or mistyped one is a
/// `WireError` that names the field and never its content.

export class WireError extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WireError(`${what} is not an object`);
  }
  return value as Fields;
}

export function text(from: Fields, name: string): string {
  const value = from[name];
  if (typeof value !== "string") throw new WireError(`"${name}" is not a text`);
  return value;
}

export function number(from: Fields, name: string): number {
  const value = from[name];
  if (typeof value !== "number") throw new WireError(`"${name}" is not a number`);
  return value;
}

export function flag(from: Fields, name: string): boolean {
  return from[name] === true;
}

/// An absent text is "".
export function textOr(from: Fields, name: string): string {
  return name in from && from[name] !== null ? text(from, name) : "";
}

/// An absent number is null.
export function numberOr(from: Fields, name: string): number | null {
  return name in from && from[name] !== null ? number(from, name) : null;
}

/// An absent list is empty.
export function list<T>(from: Fields, name: string, read: (item: unknown) => T): T[] {
  const value = from[name] ?? [];
  if (!Array.isArray(value)) throw new WireError(`"${name}" is not a list`);
  return value.map(read);
}

export function oneOf<T extends string>(from: Fields, name: string, known: readonly T[]): T {
  const value = from[name];
  const found = known.find((word) => word === value);
  if (found === undefined) throw new WireError(`"${name}" is not a word this page knows`);
  return found;
}

export function asText(value: unknown): string {
  if (typeof value !== "string") throw new WireError("a list holds something other than texts");
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== "number") throw new WireError("a list holds something other than numbers");
  return value;
}
