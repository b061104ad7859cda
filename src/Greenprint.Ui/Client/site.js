// Every page works without this file. It spares a round trip for the theme and makes charts interactive.
for (const form of document.querySelectorAll('form[data-theme-switch]')) {
  form.addEventListener('submit', event => {
    const theme = event.submitter?.value;
    if (!theme) {
      return;
    }

    event.preventDefault();
    document.cookie = `theme=${theme}; path=${form.dataset.cookiePath}; max-age=31536000; samesite=lax`;
    document.documentElement.dataset.theme = theme;
    for (const button of form.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button === event.submitter));
    }
  });
}

const charts = document.querySelectorAll('figure.chart');
if (charts.length > 0) {
  const version = new URL(import.meta.url).search;
  const { hydrate } = await import(`./charts.js${version}`);
  hydrate(charts);
}
