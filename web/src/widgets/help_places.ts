/// Help for people who are struggling themselves, by place. Bundled with the page, so that it is
/// there without a network. Numbers are checked against each service's own page before a release.

export interface Service {
  readonly name: string;
  /// "Call" or "Text SHOUT to".
  readonly act: string;
  readonly number: string;
  readonly more: string;
}

export interface Place {
  readonly place: string;
  readonly services: readonly Service[];
}

const call = (name: string, number: string, more = ""): Service => ({
  name, act: "Call", number, more,
});

/// The address that opens a telephone or its messages.
export function linkOf({ act, number }: Service): string {
  return `${act === "Call" ? "tel" : "sms"}:${number.replaceAll(/[^0-9]/g, "")}`;
}

export const PLACES: readonly Place[] = [
  {
    place: "Singapore",
    services: [
      call("Samaritans of Singapore (SOS)", "1767", ", day and night"),
      call("national mindline", "1771", ", day and night"),
      call("Emergency", "995"),
    ],
  },
  {
    place: "Canada",
    services: [
      call("Suicide Crisis Helpline", "9-8-8", " or text 988, day and night"),
      call("Kids Help Phone", "1-800-668-6868", " or text 686868"),
      call("Emergency", "911"),
    ],
  },
  {
    place: "United Kingdom",
    services: [
      call("Samaritans", "116 123", ", day and night"),
      { name: "Shout", act: "Text SHOUT to", number: "85258", more: ", day and night" },
      call("NHS", "111", " and choose the mental health option"),
      call("Emergency", "999"),
    ],
  },
  {
    place: "Ireland",
    services: [
      call("Samaritans", "116 123", ", day and night"),
      call("Emergency", "112", " or 999"),
    ],
  },
  {
    place: "United States",
    services: [
      call("988 Lifeline", "988", " or text 988, day and night"),
      call("Emergency", "911"),
    ],
  },
  {
    place: "Australia",
    services: [call("Lifeline", "13 11 14", ", day and night"), call("Emergency", "000")],
  },
  {
    place: "New Zealand",
    services: [
      call("Need to talk?", "1737", " or text 1737, day and night"),
      call("Emergency", "111"),
    ],
  },
];

export const ELSEWHERE =
  "Anywhere else: findahelpline.com lists free, confidential helplines by country.";
export const DANGER = "If you are in danger now, call your emergency number.";

/// The same list as plain HTML, for a browser without JavaScript.
export function helpHtml(): string {
  const places = PLACES.map(({ place, services }) => {
    const lines = services.map(({ name, act, number, more }) =>
      `${name}: ${act} ${number}${more}`);
    return `<dt>${place}</dt><dd>${lines.join("; ")}</dd>`;
  });
  return `<p>${DANGER}</p><dl>${places.join("")}</dl><p>${ELSEWHERE}</p>`;
}
