// A job's page renews what it shows while something of it waits.
(() => {
  "use strict";

  const EVERY = 1200; // milliseconds

  async function renew() {
    const shown = document.getElementById("job");
    if (!shown || shown.dataset.waiting === "0") return;
    try {
      const answer = await fetch(location.pathname, { credentials: "same-origin" });
      if (answer.redirected) return location.reload();
      if (answer.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("job");
        const focused = document.activeElement && shown.contains(document.activeElement);
        if (fresh && !focused) shown.replaceWith(fresh);
      }
    } catch {
      // the desk is closed for a moment: ask again
    }
    setTimeout(renew, EVERY);
  }

  setTimeout(renew, EVERY);
})();
