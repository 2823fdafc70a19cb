/// The review pages: reading talks blind, settling, batches, imports, the map, trust in scores.
import type { JSX } from "preact";
import { reviewRoute } from "../../state/review_route";
import { Missing } from "../missing";
import type { PartProps } from "../part";
import { BatchesPage } from "./batches";
import { ImportPage } from "./import";
import { MapPage } from "./map";
import { QueuePage } from "./queue";
import { SettlePage } from "./settle";
import { TaskPage } from "./task";
import { TrustPage } from "./trust";

export function View({ path }: PartProps): JSX.Element {
  const route = reviewRoute(path);
  switch (route.page) {
    case "queue":
      return <QueuePage />;
    case "task":
      return <TaskPage key={route.task} task={route.task} />;
    case "settle":
      return <SettlePage />;
    case "batches":
      return <BatchesPage />;
    case "import":
      return <ImportPage />;
    case "map":
      return <MapPage />;
    case "trust":
      return <TrustPage />;
    case "missing":
      return <Missing />;
  }
}
