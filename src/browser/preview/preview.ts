// The tool's page, with a view for each route. It shows data of the server and of the LMS page.
import { coordinatorChanged, showCoordinator, startCoordinator } from "./coordinator";
import { place } from "./dom";
import { showHome, startHome } from "./home";
import { hidePlay, playChanged, showPlay, startPlay } from "./play";
import { here, hrefOf, onRoute } from "./router";
import { refresh, onChange, workspace } from "./workspace";

function show(): void {
  const route = here();
  const item = route.view === "play" ? workspace().items.find(({ id }) => id === route.id) : undefined;
  const view = route.view === "play" && !item ? "home" : route.view;
  for (const name of ["home", "play", "coordinator"]) place(`view-${name}`).hidden = name !== view;
  document.title = item ? `${item.title ?? item.name} – Preview` : "Preview";
  document.documentElement.lang = "en";
  for (const link of document.querySelectorAll<HTMLElement>("[data-to]")) {
    if (link.dataset.to === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  showHome();
  if (item) void showPlay(item);
  else hidePlay();
  if (route.view === "coordinator") showCoordinator(route.id);
}

startPlay();
startHome();
startCoordinator();
onRoute(() => {
  show();
  scrollTo(0, 0);
});
onChange((id) => {
  void refresh().then(() => {
    showHome();
    const changed = workspace().items.find((item) => item.id === id);
    if (changed) playChanged(changed);
    coordinatorChanged();
  });
});

void refresh().then(() => {
  const [only, ...others] = workspace().items;
  if (!location.hash && only && others.length === 0) location.hash = hrefOf({ view: "play", id: only.id });
  show();
});
