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

// Whoever signs out leaves nothing behind for the next one at this computer: what was typed and not saved, kept by office.js and below.
for (const form of document.querySelectorAll('form[action$="sign-out"]')) {
  form.addEventListener('submit', () => Object.keys(localStorage).filter(key => /^(confirm|report)\//.test(key)).forEach(key => localStorage.removeItem(key)));
}

const charts = document.querySelectorAll('figure.chart');
if (charts.length > 0) {
  const version = new URL(import.meta.url).search;
  const { hydrate } = await import(`./charts.js${version}`);
  hydrate(charts);
}

// This browser's own keeping, which may be full or forbidden: then a page goes on without it.
const kept = {
  get: key => { try { return localStorage.getItem(key); } catch { return null; } },
  set: (key, words) => { try { localStorage.setItem(key, words); } catch { /* The draft on the server is what counts. */ } },
  drop: key => { try { localStorage.removeItem(key); } catch { /* Nothing was kept. */ } },
};

// Keeps what is being typed: the form has a button for the same.
for (const form of document.querySelectorAll('form[data-autosave]')) {
  const state = form.querySelector('[data-autosave-state]');
  let timer = 0;
  let waiting = 0;
  let isHeld = false;
  let isSettled = false;
  let last = Promise.resolve();
  const unanswered = new Set();
  const local = `report/${form.dataset.autosaveOwner}/${form.dataset.autosave}`;
  const fields = ['Quantity', 'Text', 'Difficulties', 'Next'];
  const wordsOf = body => JSON.stringify([...fields.map(name => (body.get(name) ?? '').replaceAll('\r\n', '\n')), body.get('IsDone') === 'true']);
  const post = async body => {
    const response = await fetch(form.dataset.autosave, { method: 'POST', body, signal: AbortSignal.timeout(15000) });
    return { isKept: response.ok, answer: await response.json() };
  };
  const send = async () => {
    const body = new FormData(form);
    body.delete('Files');
    try {
      let { isKept, answer } = await post(body);
      const other = answer.draft;
      if (other && unanswered.has(JSON.stringify([other.quantity, other.text, other.difficulties, other.next, other.isDone]))) {
        // What was taken for another window is a saving of this one whose answer was lost on the way.
        body.set('SeenDraft', answer.version);
        ({ isKept, answer } = await post(body));
      }

      if (isKept) {
        form.elements.SeenDraft.value = answer.version;
        unanswered.clear();
        if (kept.get(local) === wordsOf(body)) {
          kept.drop(local);
        }
      }

      state.textContent = isKept ? answer.text : answer.title;
    } catch {
      // Without a connection the words stay in the form and in this browser; the next key, or a while, tries again. They may have arrived all the same.
      unanswered.add(wordsOf(body));
      state.textContent = form.dataset.autosaveLost;
      clearTimeout(timer);
      timer = setTimeout(save, 15000);
    }
  };

  // One after the other: each tells the next which version it saw.
  const save = () => {
    waiting++;
    last = last.then(send).finally(() => waiting--);
  };
  form.addEventListener('input', () => {
    kept.set(local, wordsOf(new FormData(form)));
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  });
  addEventListener('online', () => unanswered.size > 0 && save());

  // What this browser kept when the page was left without a connection. Offered, not put in: a colleague or another window may have gone on since.
  // Until it is taken or thrown away it has a place of its own, which what is typed beside it does not write over.
  const offered = `${local}/left`;
  const unsent = kept.get(local);
  kept.drop(local);
  if (unsent && unsent !== wordsOf(new FormData(form))) {
    kept.set(offered, unsent);
  }

  const left = kept.get(offered);
  if (left === wordsOf(new FormData(form))) {
    kept.drop(offered);
  } else if (left && !document.querySelector('[data-autosave-left]')) {
    // A line of the inbox has no place to offer them: it takes them back, where it has a field for each; else the page of the report offers them.
    const [words, isDone] = [JSON.parse(left).slice(0, -1), JSON.parse(left).at(-1)];
    if (!isDone && fields.every((name, at) => !words[at] || form.elements[name]?.value === '')) {
      fields.forEach((name, at) => form.elements[name] && (form.elements[name].value = words[at]));
      form.closest('details')?.setAttribute('open', '');
      kept.drop(offered);
      form.dispatchEvent(new Event('input'));
    }
  } else if (left) {
    const offer = document.querySelector('[data-autosave-left]');
    const [words, isDone] = [JSON.parse(left).slice(0, -1), JSON.parse(left).at(-1)];
    offer.querySelector('[data-autosave-words]').textContent = words.filter(word => word).join('\n');
    offer.querySelector('[data-autosave-restore]').addEventListener('click', () => {
      fields.forEach((name, at) => form.elements[name] && (form.elements[name].value = words[at]));
      if (form.elements.IsDone) {
        form.elements.IsDone.checked = isDone;
      }

      offer.hidden = true;
      form.dispatchEvent(new Event('input'));
      kept.drop(offered);
      form.elements.Text.focus();
    });
    offer.querySelector('[data-autosave-discard]').addEventListener('click', () => {
      kept.drop(offered);
      offer.hidden = true;
    });
    offer.hidden = false;
  }

  // Sent while a draft is on its way, or after one that got no answer, the form would not know that draft's version and be refused as another window's.
  form.addEventListener('submit', event => {
    clearTimeout(timer);
    if (waiting === 0 && (isSettled || unanswered.size === 0)) {
      return;
    }

    event.preventDefault();
    if (!isHeld) {
      isHeld = true;
      if (waiting === 0) {
        save();
      }

      last.then(() => {
        isHeld = false;
        isSettled = true;
        clearTimeout(timer);
        form.requestSubmit(event.submitter);
        isSettled = false;
      });
    }
  });
}

// A page about work under way: asks how far it is, and is read anew at its end.
for (const panel of document.querySelectorAll('[data-poll]')) {
  const ask = async () => {
    try {
      const response = await fetch(panel.dataset.poll, { signal: AbortSignal.timeout(15000) });
      const answer = await response.json();
      if (!answer.isRunning) {
        location.reload();
        return;
      }

      panel.querySelector('progress').value = answer.percent;
      const text = panel.querySelector('[data-poll-text]');
      if (text.textContent !== answer.text) {
        text.textContent = answer.text;
      }
    } catch {
      // The server may be starting anew; the next question finds it.
    }

    setTimeout(ask, 1000);
  };
  setTimeout(ask, 500);
}

// Lists by keyboard: j and k go down and up, Enter opens as always.
const steps = [...document.querySelectorAll('[data-step]')];
if (steps.length > 0) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea, select') || (event.key !== 'j' && event.key !== 'k')) {
      return;
    }

    const line = document.activeElement.closest('li');
    const at = steps.findIndex(step => step === document.activeElement || line?.contains(step));
    steps[Math.min(steps.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))].focus();
  });
}

// Columns by keyboard: arrows move, Enter opens as always. After the page has changed the cursor stands where it was going.
const columns = document.querySelector('[data-columns]');
if (columns) {
  const lists = [...columns.querySelectorAll('[data-column]')];
  const cards = list => [...(list?.querySelectorAll('a[data-card]') ?? [])];
  const open = list => cards(list).find(card => card.hasAttribute('aria-current')) ?? cards(list)[0];
  const goingTo = sessionStorage.getItem('columns');
  sessionStorage.removeItem('columns');
  if (goingTo !== null) {
    open(lists[Math.min(lists.length - 1, Number(goingTo))])?.focus();
  }

  columns.addEventListener('click', event => {
    const card = event.target.closest('a[data-card="step"]');
    if (card) {
      sessionStorage.setItem('columns', String(lists.indexOf(card.closest('[data-column]'))));
    }
  });
  columns.addEventListener('keydown', event => {
    const card = event.target.closest('a[data-card]');
    if (!card || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }

    const at = lists.indexOf(card.closest('[data-column]'));
    const mine = cards(lists[at]);
    const to = {
      ArrowDown: () => mine[mine.indexOf(card) + 1],
      ArrowUp: () => mine[mine.indexOf(card) - 1],
      ArrowLeft: () => open(lists[at - 1]),
      ArrowRight: () => card.hasAttribute('aria-current') ? open(lists[at + 1]) : null,
    }[event.key];
    if (!to) {
      return;
    }

    event.preventDefault();
    const next = to();
    next?.focus();
    if (next === null && card.dataset.card === 'step') {
      card.click();
      sessionStorage.setItem('columns', String(at + 1));
    }
  });
}
