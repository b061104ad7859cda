// On pages that stay connected to the server. Starts the connection, says when it is lost, and offers such pages three things the server cannot do:
// keys that do not fire while somebody types, what is typed kept in this browser, and the address of the item at hand.
const lost = document.getElementById('components-reconnect-modal');
const again = document.getElementById('components-reconnect-button');

if (lost) {
  lost.addEventListener('components-reconnect-state-changed', event => {
    const { state } = event.detail;
    lost.dataset.state = state;
    if (state === 'hide') {
      lost.close();
    } else if (state === 'rejected') {
      // The server has forgotten this page: it was started anew, or too long ago. The drafts are kept, so a fresh page loses nothing.
      location.reload();
    } else if (!lost.open) {
      lost.show();   // not modal: reading and typing go on
    }

    if (state === 'failed') {
      document.addEventListener('visibilitychange', retryWhenSeen);
    }
  });
  again.addEventListener('click', retry);
}

async function retry() {
  document.removeEventListener('visibilitychange', retryWhenSeen);
  lost.dataset.state = 'retrying';
  try {
    if (!await Blazor.reconnect()) {
      location.reload();
    }
  } catch {
    // The server answers, but the session is over: the page leads to the sign-in.
    const page = await fetch(location.href, { redirect: 'manual' }).catch(() => null);
    if (page?.type === 'opaqueredirect') {
      location.reload();
      return;
    }

    lost.dataset.state = 'failed';
    document.addEventListener('visibilitychange', retryWhenSeen);
  }
}

function retryWhenSeen() {
  if (document.visibilityState === 'visible') {
    retry();
  }
}

const typing = element => element.closest('input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], [role=combobox], [role=listbox]:not([data-keys])') !== null;

// Held down, these go on; every other key means what was on the screen when it was pressed.
const repeating = ['j', 'k', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'];
const scrolling = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];

const scrolls = element => {
  const region = element.closest('[role=region][tabindex="0"]');
  return region !== null && region.scrollHeight > region.clientHeight;
};

// Sends the keys in `known` to the page, each with the item on the screen. Escape is sent from within a field as well: it is the way out of a form.
function listen(page, known) {
  const onKey = event => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]:not(.connection)')) {
      return;
    }

    // Over an open dialog only the way out of it is a key of the page: the dialog's own ear for it opens later than the dialog is seen.
    if (event.key !== 'Escape' && document.querySelector('.rz-dialog-wrapper')) {
      return;
    }

    if (!known.includes(event.key) || (typing(event.target) && event.key !== 'Escape')) {
      return;
    }

    if ((event.repeat && !repeating.includes(event.key)) || (scrolling.includes(event.key) && scrolls(event.target))) {
      return;
    }

    // An open list of choices closes by itself; the form around it stays.
    if (event.key === 'Escape' && event.target.closest('.rz-dropdown, .rz-dropdown-panel')) {
      return;
    }

    // Enter and Space belong to the button that has the focus.
    if ((event.key === 'Enter' || event.key === ' ') && event.target.closest('button, a, summary')) {
      return;
    }

    event.preventDefault();

    // The way out of a field that was entered by its key; what was searched for stays, and keys are keys again.
    if (event.key === 'Escape' && event.target.closest('input[aria-keyshortcuts]')) {
      event.target.blur();
      return;
    }

    // A field that has a key of its own has the focus at once: what is typed next must not reach the page as keys while the server is being asked.
    const field = document.querySelector(`input[aria-keyshortcuts="${CSS.escape(event.key)}"]`);
    if (field?.offsetParent) {
      field.focus();
      field.select();
      return;
    }

    page.invokeMethodAsync('OnKey', event.key, document.querySelector('[data-item]')?.dataset.item ?? null);
  };
  document.addEventListener('keydown', onKey);
  return { stop: () => document.removeEventListener('keydown', onKey) };
}

// What is typed into a form is kept under `key` until it is taken away; without the server, so also while the connection is lost.
function keepDraft(selector, key) {
  const form = document.querySelector(selector);
  if (!form) {
    return;
  }

  const keep = () => localStorage.setItem(key, JSON.stringify(Object.fromEntries(new FormData(form))));
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  form.dataset.kept = key;
}

// After a choice that the page made for the reader: the browser fires no event for it.
const touch = selector => document.querySelector(selector)?.dispatchEvent(new Event('change'));

const readDraft = key => JSON.parse(localStorage.getItem(key) ?? 'null');
const dropDraft = key => localStorage.removeItem(key);

function focus(selector) {
  const element = document.querySelector(selector);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
  element?.select?.();
}

// Brings the item at hand into sight, in the list and on the page of the document. Rows of a virtual list may not be there yet: then by their height.
function show(list, index, height) {
  const box = document.querySelector(list);
  if (box) {
    const [top, bottom] = [index * height, (index + 1) * height];
    if (top < box.scrollTop) {
      box.scrollTop = top;
    } else if (bottom > box.scrollTop + box.clientHeight) {
      box.scrollTop = bottom - box.clientHeight;
    }
  }
}

function reveal(selector) {
  const mark = document.querySelector(selector);
  const box = mark?.closest('[data-scrolls]');
  if (box) {
    const [m, b] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
    box.scrollTo({ top: box.scrollTop + m.top - b.top - b.height / 3, left: box.scrollLeft + Math.min(0, m.left - b.left - 16) });
  }
}

// A reload, or a link sent to a colleague, comes back to the same item.
function address(name, value) {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(history.state, '', url);
}

// What the reader has marked in the document, and in which clause.
function selected(within) {
  const selection = getSelection();
  const text = selection?.toString().replace(/\s+/g, ' ').trim();
  const node = selection?.anchorNode;
  const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return text && element?.closest(within) ? { text, clause: element.closest('[data-clause]')?.dataset.clause ?? null } : null;
}

// The components on the page call these by name: a second copy of this file would start a second connection.
globalThis.greenprint = { listen, keepDraft, touch, readDraft, dropDraft, focus, show, reveal, address, selected };

if (window.Blazor) {
  // Every link loads its page whole: the scripts of our plain pages run once, when they are loaded.
  await Blazor.start({ ssr: { disableDomPreservation: true } });
}
