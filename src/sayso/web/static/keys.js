// Keys: j and k move among the rows of a page, Enter opens one, / searches, ? tells the keys, g goes to a page.
// What a key does beyond that stands in the page: data-key names the key that clicks or focuses an element.
(() => {
  "use strict";

  const places = { c: "/claims", a: "/articles", s: "/sources", m: "/map", t: "/timeline", x: "/conflicts", f: "/figures", l: "/journal", n: "/add" };
  const dialog = document.getElementById("keys");
  let going = false;

  const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);

  const focused = () => document.activeElement && document.activeElement.closest("[data-row]");

  function move(step) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(focused());
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function reach(key) {
    const near = focused();
    const found = (near && near.querySelector(`[data-key="${key}"]`)) || document.querySelector(`[data-key="${key}"]`);
    if (!found) return false;
    if (found.matches("input:not([type=checkbox]), textarea, select")) found.focus();
    else found.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Escape" && typing) return typing.blur();
    if (typing || (dialog && dialog.open)) return;
    if (going) {
      going = false;
      if (places[event.key]) location.href = places[event.key];
      return;
    }
    if (event.key === "g") going = true;
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "Enter" && event.target.matches("[data-row]")) {
      const link = event.target.querySelector("a[data-open], a");
      if (link) link.click();
    } else if (event.key === "?" && dialog) dialog.showModal();
    else if (!reach(event.key)) return;
    event.preventDefault();
  });

  const tabs = document.querySelector(".tabs");
  const tab = tabs && tabs.querySelector("[aria-current]");
  if (tab) tabs.scrollLeft = tab.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;

  for (const button of document.querySelectorAll("[data-keys]")) {
    button.addEventListener("click", () => dialog.showModal());
  }
})();
