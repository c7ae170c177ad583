// The tool's own page: a view for each route. It shows what the server and the page of the LMS tell it.
import { showCoordinator } from "./coordinator";
import { place } from "./dom";
import { showHome } from "./home";
import { hidePlay, playChanged, showPlay, startPlay } from "./play";
import { here, hrefOf, onRoute } from "./router";
import { look, onChange, shelved } from "./shelf";

function show(): void {
  const route = here();
  const item = route.view === "play" ? shelved().items.find(({ id }) => id === route.id) : undefined;
  const view = route.view === "play" && !item ? "home" : route.view;
  for (const name of ["home", "play", "coordinator"]) place(`view-${name}`).hidden = name !== view;
  document.title = item ? `${item.title ?? item.name} – Preview` : "Preview";
  showHome();
  if (item) showPlay(item);
  else hidePlay();
  if (view === "coordinator") showCoordinator();
}

startPlay();
onRoute(show);
onChange((id) => {
  void look().then(() => {
    showHome();
    const changed = shelved().items.find((item) => item.id === id);
    if (changed) playChanged(changed);
  });
});

void look().then(() => {
  const [only, ...others] = shelved().items;
  if (!location.hash && only && others.length === 0) location.hash = hrefOf({ view: "play", id: only.id });
  show();
});
