/// The pages of the team and of studies: fetched when first opened.
import type { JSX } from "preact";
import { teamRoute } from "../../state/team_route";
import { Missing } from "../missing";
import type { PartProps } from "../part";
import { AccountPage } from "./account";
import { InvitePage } from "./invite";
import { PeoplePage } from "./people";
import { SignInPage } from "./sign_in";
import { StudyPage } from "./study";
import { Supervised } from "./supervised";
import { SupervisePage } from "./supervise";
import { TrialPage } from "./trial";
import { TrialsPage } from "./trials";

export { SignInDialog } from "./sign_in";
export { StudyCard } from "./study_card";
export { BeforeTalk, TalkTerms, TermsButton } from "./terms";

export function View({ path }: PartProps): JSX.Element {
  const { page, of } = teamRoute(path);
  switch (page) {
    case "sign-in":
      return <SignInPage />;
    case "invite":
      return <InvitePage token={of} />;
    case "account":
      return <AccountPage />;
    case "people":
      return <PeoplePage />;
    case "supervise":
      return of ? <Supervised key={of} session={of} /> : <SupervisePage />;
    case "study":
      return <StudyPage />;
    case "trials":
      return of ? <TrialPage key={of} id={of} /> : <TrialsPage />;
    default:
      return <Missing />;
  }
}
