import "./look/tokens.css";
import "./look/base.css";
import { show } from "./views/app";
import { applyTheme } from "./widgets/theme";

applyTheme();
const place = document.getElementById("page");
if (place) show(place);
if ("serviceWorker" in navigator) {
  // Without it the page works as well, only not without the server.
  void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}
