/* In each page of a preview: reloads it when there is a new version, and shows what goes on meanwhile. */

(async () => {
  const { version, news } = document.currentScript.dataset;
  const sign = document.createElement("div");
  sign.setAttribute("role", "status");
  sign.style.cssText = "position:fixed;right:1rem;bottom:1rem;padding:.4rem .8rem;border-radius:.3rem;"
    + "background:#333;color:#fff;font:14px/1.4 sans-serif;z-index:100;max-width:32rem;overflow-wrap:anywhere";
  let words = "";
  for (;;) {
    try {
      const answer = await (await fetch(`${news}?${new URLSearchParams({ version, words })}`)).json();
      if (answer.version !== version) return location.reload();
      words = answer.words;
      sign.textContent = words;
      if (words) document.body.append(sign); else sign.remove();
    } catch { // the preview has ended, or will be back
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
})();
