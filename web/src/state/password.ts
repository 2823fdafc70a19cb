/// What can be said of a password before it is sent; the server has the last word.

/// Characters, as in src/people/secrets.h.
export const SHORTEST_PASSWORD = 10;

/// "" when there is nothing to say.
export function passwordTrouble(password: string, name: string): string {
  const missing = SHORTEST_PASSWORD - [...password].length;
  if (missing > 0) {
    return `The password needs ${missing === 1 ? "one more character" : `${missing} more characters`}.`;
  }
  const known = name.trim().toLowerCase();
  if (known.length > 1 && password.toLowerCase().includes(known)) {
    return "The password holds your name, which is what others try first. Please choose another.";
  }
  return "";
}
