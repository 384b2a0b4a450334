(function () {
  var folders = location.pathname.split("/").slice(1, -1);
  function show(root) {
    document.querySelectorAll("[data-path]").forEach(function (link) { link.href = root + link.getAttribute("data-path"); });
    document.getElementById("find").action = root + "search/";
    document.getElementById("find").hidden = document.getElementById("from").hidden = false;
    document.getElementById("up").hidden = true;
  }
  function look(depth) {
    if (depth < 0 || !window.fetch) return;
    var root = "/" + folders.slice(0, depth).map(function (name) { return name + "/"; }).join("");
    fetch(root + "assets/ledger.css", { method: "HEAD" }).then(function (answer) {
      return answer.ok && /css/.test(answer.headers.get("Content-Type")) ? show(root) : look(depth - 1);
    }, function () { look(depth - 1); });
  }
  look(folders.length);
})();
