// The map moves without a new page: by its own links, by dragging, by the wheel and by the arrow keys when it has focus.
(() => {
  "use strict";

  const atlas = () => document.querySelector("[data-map]");
  const picture = () => atlas().querySelector("svg.map");
  let asked = 0;

  async function go(address, remember = true) {
    const mine = ++asked;
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || mine !== asked) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-map]");
    if (!found) return void (location.href = address);
    const focus = document.activeElement && document.activeElement.dataset.move;
    atlas().replaceWith(document.adoptNode(found));
    if (remember) history.pushState({}, "", address);
    if (focus) atlas().querySelector(`[data-move="${focus}"]`).focus();
  }

  const press = (move) => atlas().querySelector(`[data-move="${move}"]`).click();

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-map] a");
    const href = link && (link.getAttribute("href") || "");
    if (!href || !/^\/map(\?|$)/.test(href) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  });

  addEventListener("popstate", () => go(location.href, false));

  const arrows = { ArrowUp: "north", ArrowDown: "south", ArrowLeft: "west", ArrowRight: "east" };
  document.addEventListener("keydown", (event) => {
    if (!arrows[event.key] || !event.target.closest(".map-figure")) return;
    event.preventDefault();
    press(arrows[event.key]);
  });

  // Where a point of the picture lies, in degrees, by the same projection as the server's.
  function degrees(dx, dy) {
    const [north, east] = atlas().dataset.at.split(",").map(Number);
    const side = 256 * 2 ** Number(atlas().dataset.zoom);
    const x = (east + 180) / 360 + dx / side;
    const y = 0.5 - Math.asinh(Math.tan((north * Math.PI) / 180)) / (2 * Math.PI) + dy / side;
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
    const lon = Math.max(-180, Math.min(180, x * 360 - 180));
    return `${Math.max(-85, Math.min(85, lat)).toFixed(4)},${lon.toFixed(4)}`;
  }

  const unit = () => picture().getScreenCTM().a;

  let held = null;
  document.addEventListener("pointerdown", (event) => {
    if (event.button || !event.target.closest("svg.map")) return;
    held = { x: event.clientX, y: event.clientY, moved: false };
  });
  document.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    held.moved = held.moved || Math.hypot(dx, dy) > 6;
    if (held.moved) picture().setAttribute("viewBox", shifted(dx, dy));
  });
  const shifted = (dx, dy) => {
    const [, , width, height] = picture().getAttribute("viewBox").split(" ");
    return `${-dx / unit()} ${-dy / unit()} ${width} ${height}`;
  };
  document.addEventListener("pointerup", (event) => {
    if (held && held.moved) {
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      go(`/map?at=${degrees(-dx / unit(), -dy / unit())}&zoom=${atlas().dataset.zoom}`);
      const still = (click) => (click.preventDefault(), click.stopPropagation());
      addEventListener("click", still, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", still, { capture: true }), 50);
    }
    held = null;
  });
  document.addEventListener("pointercancel", () => (held = null));
  document.addEventListener("dragstart", (event) => event.target.closest("svg.map") && event.preventDefault());

  let turned = 0;
  document.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey || !event.target.closest("svg.map")) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < 60) return;
      press(turned < 0 ? "in" : "out");
      turned = 0;
    },
    { passive: false },
  );
})();
