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

// Whoever signs out leaves nothing behind for the next one at this computer: what was typed and not saved is kept by office.js.
for (const form of document.querySelectorAll('form[action$="sign-out"]')) {
  form.addEventListener('submit', () => Object.keys(localStorage).filter(key => key.startsWith('confirm/')).forEach(key => localStorage.removeItem(key)));
}

const charts = document.querySelectorAll('figure.chart');
if (charts.length > 0) {
  const version = new URL(import.meta.url).search;
  const { hydrate } = await import(`./charts.js${version}`);
  hydrate(charts);
}
