/* What the theme's script expects: how it keeps a reader's choice of colours. The theme writes these functions into
   each page; a file of their own may be run by a page whose policy allows no scripts inside of it. The few lines in
   the head of each page read the same name, before anything is painted. */

(function () {
  "use strict";
  var scope = new URL("/", location);

  function name(key, base) { return (base || scope).pathname + "." + key; }

  window.__md_scope = scope;
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (sum, sign) { return (sum << 5) - sum + sign.charCodeAt(0); }, 0);
  };
  window.__md_get = function (key, store, base) {
    try {
      return JSON.parse((store || localStorage).getItem(name(key, base)));
    } catch (error) {
      return null; // a browser may forbid it
    }
  };
  window.__md_set = function (key, value, store, base) {
    try {
      (store || localStorage).setItem(name(key, base), JSON.stringify(value));
    } catch (error) {
      /* As above. */
    }
  };
})();
