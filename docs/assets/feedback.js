/* Fills the draft of a message with what the address of the page says: which record, page and version the reader
   comes from. Without it the reader copies them by hand. */
(() => {
  const told = new URLSearchParams(location.search);
  for (const field of document.querySelectorAll("[data-told]")) {
    const value = told.get(field.dataset.told);
    if (value) field.textContent = value.slice(0, 200);
  }
})();
