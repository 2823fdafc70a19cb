/// What each role may do and see, in plain words: docs/roles.md, told to people.
import type { Group, Role } from "../api/me";

interface RoleWords {
  readonly name: string;
  readonly does: string;
  readonly sees: string;
}

export const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  trainee: {
    name: "Trainee",
    does: "Practice with simulated people.",
    sees: "Own talks and progress; nobody else’s.",
  },
  supporter: {
    name: "Supporter",
    does: "Practice, and review talks of others.",
    sees: "Talks to review, without names and without what others said of them.",
  },
  expert: {
    name: "Expert",
    does: "Practice, review, and settle where reviews part.",
    sees: "Talks to review, without names; when settling, all reviews of a talk side by side; " +
      "what a simulated person keeps hidden.",
  },
  supervisor: {
    name: "Supervisor",
    does: "All that experts do; edit simulated people; run studies.",
    sees: "Talks that were shared, or announced beforehand, with names; the map of where people " +
      "agree. No private talk.",
  },
  admin: {
    name: "Admin",
    does: "Practice; look after people, settings and studies; hand out research data.",
    sees: "Who is here, in which role; the map; what people agreed to for research, without " +
      "names. No private talk, and no shared one.",
  },
};

export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  peer: "Peer",
  lived_experience: "Lived experience",
  expert: "Expert",
};

/// As which a person’s reviews count.
export function reviewsAs(group: Group): string {
  switch (group) {
    case "peer":
      return "a peer";
    case "lived_experience":
      return "somebody with lived experience";
    case "expert":
      return "an expert";
  }
}

export const NOT_FOR = "Nothing here is for hiring, ranking or discipline.";
