// The page to try: what is chosen above holds for all rooms of the page.

const choices = document.querySelector(".choices");

choices.addEventListener("change", () => {
  const { lang, theme } = Object.fromEntries(new FormData(choices));
  document.documentElement.dataset.theme = theme;
  for (const room of document.querySelectorAll("tertulia-room")) {
    room.theme = theme;
    // Without a choice it is the reader's own language, not that of this page.
    room.lang = lang || navigator.language;
  }
});
choices.dispatchEvent(new Event("change"));

for (const id of ["script", "main"]) {
  const name = document.querySelector(`#${id}`);
  name.textContent = new URL(name.textContent, location.href).href;
}
