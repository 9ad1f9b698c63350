"use strict";
(async () => {
  const $ = (id) => document.getElementById(id);
  const make = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // The data is deflated JSON: no word of a page can be markup, and the file stays small.
  const unpack = async (text) => {
    const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  };
  const data = await unpack($("data").textContent.trim());
  const BAD = new Set(["WRONG", "SPURIOUS", "MISSING", "INVALID", "UNSUPPORTED", "LOST", "NEWLY_SPURIOUS", "NEWLY_FABRICATED"]);
  const DOUBT = new Set(["PARTIAL", "AMBIGUOUS", "OTHER_ERROR"]);
  const GOOD = new Set(["CORRECT", "VERIFIED", "GAINED", "GONE"]);
  // Who says something of a value: [key of the words, key of the spans, name, mark].
  const SIDES = {
    scored: [["gold", "gold_spans", "gold", "gold"], ["predicted", "predicted_spans", "read", "read"]],
    compared: [["gold", "gold_spans", "gold", "gold"], ["before", "before_spans", "before", "before"], ["predicted", "predicted_spans", "after", "read"]],
    read: [["predicted", "predicted_spans", "read", "read"]],
  }[data.mode];
  const tone = (kind) => (BAD.has(kind) ? "bad" : DOUBT.has(kind) ? "doubt" : GOOD.has(kind) ? "good" : "");
  const rank = (kind) => { const at = data.kinds.indexOf(kind); return at < 0 ? 99 : at; };
  const wants = (kind) => BAD.has(kind) || DOUBT.has(kind);

  const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
  // Text with its invisible characters shown by their numbers. They stay in the text, but print nothing and turn nothing.
  const putText = (into, text) => {
    let from = 0;
    for (const match of text.matchAll(UNSEEN)) {
      into.append(text.slice(from, match.index));
      const code = "U+" + match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      const shown = make("span", "unseen");
      shown.dataset.code = code;
      const kept = make("span", "", match[0]);
      kept.hidden = true;
      shown.append(kept);
      into.append(shown);
      from = match.index + match[0].length;
    }
    into.append(text.slice(from));
  };

  let doc = null;       // the document shown
  let order = [];       // its values, what wants a look first
  let listed = [];      // those that pass the filters
  let chosen = null;    // the value selected
  let segments = [];    // pieces of the page: {start, end, span, values}

  const spansOf = (value) => SIDES.flatMap(([, spans]) => value[spans] || []);

  // Offsets count code points; a JavaScript string counts UTF-16 units. So the page is an array of code points.
  const drawPage = () => {
    const points = Array.from(doc.text);
    const borders = new Set([0, points.length]);
    for (const value of doc.values) for (const [start, end] of spansOf(value)) borders.add(start).add(end);
    const cuts = [...borders].sort((a, b) => a - b);
    const at = new Map(cuts.map((cut, index) => [cut, index]));
    segments = cuts.slice(0, -1).map((start, index) => ({ start, end: cuts[index + 1], span: make("span", "s"), values: [] }));
    for (const value of order) {
      for (const [start, end] of spansOf(value)) {
        for (let index = at.get(start); index < at.get(end); index += 1) segments[index].values.push(value);
      }
    }
    const page = $("page");
    page.replaceChildren();
    segments.forEach((segment, index) => {
      putText(segment.span, points.slice(segment.start, segment.end).join(""));
      segment.span.dataset.segment = index;
      if (segment.values.length) segment.span.classList.add("any");
      if (segment.values.some((value) => wants(value.kind))) segment.span.classList.add("fault");
      page.append(segment.span);
    });
  };

  const light = (spans, name) => {
    let first = null;
    for (const [start, end] of spans || []) {
      for (const segment of segments) {
        if (segment.start >= start && segment.end <= end && start < end) {
          segment.span.classList.add(name);
          first = first || segment.span;
        }
      }
    }
    return first;
  };

  const lightChosen = () => {
    for (const segment of segments) segment.span.classList.remove("gold", "before", "read");
    if (!chosen) return;
    const firsts = SIDES.map(([, spans, , mark]) => light(chosen[spans], mark));
    const first = firsts.reverse().find(Boolean);
    if (first) {
      const page = $("page");
      const box = first.getBoundingClientRect();
      const frame = page.getBoundingClientRect();
      if (box.top < frame.top + 40 || box.bottom > frame.bottom - 60) {
        page.scrollTop += box.top - frame.top - frame.height / 3;
      }
    }
  };

  const side = (name, text, mark) => {
    const line = make("span", "side");
    line.append(make("b", "", name));
    const shown = make("i", text === undefined ? `none ${mark}` : mark);
    if (text === undefined) shown.textContent = "nothing"; else putText(shown, text);
    line.append(shown);
    return line;
  };

  const drawValue = (value, index) => {
    const item = make("li");
    item.id = `value-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(value === chosen));
    item.dataset.at = value.at;
    const head = make("span", "at");
    head.append(make("span", `kind ${tone(value.kind)}`, value.kind));
    const code = make("code");
    // A long pointer breaks between its tokens, not inside them.
    value.at.split("/").slice(1).forEach((token) => code.append("/", make("wbr"), token));
    head.append(code);
    item.append(head);
    if (value.kind === "CORRECT") item.append(side("both", value.predicted, "of-gold of-read"));
    else item.append(...SIDES.map(([words, , name, mark]) => side(name, value[words], `of-${mark}`)));
    item.addEventListener("click", () => choose(value, true));
    return item;
  };

  const FACTS = [
    ["at", "pointer"], ["elsewhere", "predicted at"], ["kind", "outcome"], ["gold", "gold"], ["before", "before"], ["predicted", "read"],
    ["outcome", "before → after"], ["why", "why"], ["partial", "right in part"], ["origin", "came from"], ["status", "verified as"],
    ["words", "its words"], ["offered", "offered words"], ["tier", "tier"], ["group", "part of the record"],
  ];
  const drawMore = () => {
    const more = $("more");
    more.replaceChildren();
    more.hidden = !chosen;
    if (!chosen) return;
    const facts = make("dl", "facts");
    const add = (name, text) => {
      if (!text) return;
      const told = make("dd");
      putText(told, text);
      facts.append(make("dt", "", name), told);
    };
    for (const [key, name] of FACTS) add(key === "kind" && data.mode === "read" ? "status" : name, chosen[key]);
    add("field", data.fields[chosen.path]);
    if (!spansOf(chosen).length) add("on the page", "no words");
    for (const finding of doc.findings) {
      const places = [chosen.elsewhere || chosen.at, chosen.at];
      if (places.includes(finding.pointer)) add(`finding ${finding.code}`, finding.message);
    }
    more.append(facts);
  };

  // Browsers refuse an address that changes with every repeat of a key that is held down.
  let waiting = 0;
  const remember = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (doc && chosen && !$("document").hidden) history.replaceState(null, "", place(doc, chosen)); }, 200);
  };

  const choose = (value, scroll) => {
    chosen = value;
    for (const item of $("values").querySelectorAll("[aria-selected=true]")) item.setAttribute("aria-selected", "false");
    const index = listed.indexOf(value);
    const item = index < 0 ? null : $(`value-${index}`);
    if (item) {
      item.setAttribute("aria-selected", "true");
      $("values").setAttribute("aria-activedescendant", item.id);
      const box = item.getBoundingClientRect();
      const frame = $("values").getBoundingClientRect();
      if (scroll && (box.top < frame.top || box.bottom > frame.bottom)) item.scrollIntoView({ block: "nearest" });
    } else $("values").removeAttribute("aria-activedescendant");
    drawMore();
    lightChosen();
    if (value && scroll) remember();
  };

  const folded = (text) => (text || "").toLowerCase();
  const passes = (value) => {
    const kind = $("kind").value;
    if (kind === "*look" && !wants(value.kind)) return false;
    if (kind === "*said" && value.kind === "CORRECTLY_NULL") return false;
    if (!kind.startsWith("*") && kind !== value.kind) return false;
    if ($("tier").value && $("tier").value !== value.tier) return false;
    if ($("group").value && $("group").value !== value.group) return false;
    const sought = folded($("sought").value).trim();
    return !sought || [value.at, value.gold, value.predicted].some((text) => folded(text).includes(sought));
  };

  const drawList = () => {
    listed = order.filter(passes);
    $("values").replaceChildren(...listed.map(drawValue));
    $("counted").textContent = `${listed.length} of ${order.length} values` + (listed.length ? "" : ": no value passes the filters");
    choose(listed.includes(chosen) ? chosen : listed[0] || null, false);
  };

  const options = (select, names, rest) => {
    const before = select.value;
    select.replaceChildren(...rest.map(([value, text]) => new Option(text, value)), ...names.map((name) => new Option(name, name)));
    if ([...select.options].some((option) => option.value === before)) select.value = before;
  };

  const distinct = (key) => [...new Set(order.map((value) => value[key]))];
  const drawFilters = () => {
    const kinds = distinct("kind").sort((a, b) => rank(a) - rank(b));
    const many = data.mode === "compared" ? [["*", "every change"], ["*look", "all that is worse"]] : data.mode === "scored"
      ? [["*said", "all but right nulls"], ["*look", "all errors"], ["*", "everything"]]
      : [["*said", "every status"], ["*look", "all doubtful"]];
    options($("kind"), kinds, many);
    options($("tier"), distinct("tier"), [["", "every tier"]]);
    options($("group"), distinct("group"), [["", "every part"]]);
  };

  const drawHead = () => {
    $("doc-name").textContent = doc.id;
    $("about").textContent = doc.about;
    const failure = $("failure");
    failure.hidden = !doc.failure;
    failure.textContent = doc.failure ? `This page could not be read: ${doc.failure}` : "";
    const at = data.documents.indexOf(doc);
    $("previous").disabled = at === 0;
    $("next").disabled = at === data.documents.length - 1;
    const list = $("findings");
    list.replaceChildren();
    for (const finding of doc.findings) {
      const item = make("li");
      putText(item, `${finding.code} ${finding.pointer}: ${finding.message}`);
      list.append(item);
    }
    $("remarks").hidden = !doc.findings.length;
    $("remarks").firstElementChild.textContent = `${doc.findings.length} findings`;
  };

  const place = (which, value) =>
    `#doc=${encodeURIComponent(which.id)}` + (value ? `&at=${encodeURIComponent(value.at)}` : "");

  const open = (which, at) => {
    if (doc !== which) {
      doc = which;
      chosen = null;
      order = doc.values.map((value, index) => [value, index])
        .sort(([a, i], [b, j]) => rank(a.kind) - rank(b.kind) || i - j).map(([value]) => value);
      drawHead();
      drawPage();
      $("page").scrollTop = 0;
      drawFilters();
      drawList();
    }
    const named = at && order.find((value) => value.at === at);
    if (named && !listed.includes(named)) { clearFilters(); drawList(); }
    choose(named || chosen, Boolean(named));
  };

  const clearFilters = () => {
    $("sought").value = "";
    $("kind").value = data.mode === "read" ? "*said" : "*";
    $("tier").value = "";
    $("group").value = "";
  };

  const route = () => {
    const hash = location.hash.slice(1);
    const asked = new URLSearchParams(hash);
    const which = data.documents.find((one) => one.id === asked.get("doc"));
    const named = which ? "document" : [...document.querySelectorAll("main > section")].some((one) => one.id === hash) ? hash : "overview";
    for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== named;
    for (const link of document.querySelectorAll(".top nav a")) {
      if (link.hash === `#${named}` || (which && link.id === "to-document")) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.documentElement.style.setProperty("--top", `${document.querySelector(".top").offsetHeight}px`);
    if (which) open(which, asked.get("at"));
    document.title = (which ? `${which.id} · ` : "") + data.title;
    $("to-document").href = place(doc || data.documents[0]);
  };

  const step = (by) => {
    if (!listed.length) return;
    const index = listed.indexOf(chosen);
    choose(listed[Math.min(listed.length - 1, Math.max(0, index + by))], true);
  };
  const turn = (by) => {
    const next = data.documents[data.documents.indexOf(doc) + by];
    if (next) location.hash = place(next);
  };

  const KEYS = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    Home: () => step(-Infinity), End: () => step(Infinity),
    n: () => turn(1), p: () => turn(-1), "/": () => $("sought").focus(),
  };
  const typing = (target) => target.matches("input, select, textarea");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    if (event.key === "Escape" && event.target === $("sought")) {
      $("sought").value = "";
      drawList();
      $("values").focus();
    } else if (event.key === "ArrowDown" && event.target === $("sought")) {
      event.preventDefault();
      $("values").focus();
    } else if (event.key === "?" && !typing(event.target)) $("help").showModal();
    else if (event.key === "o" && !typing(event.target)) location.hash = "#overview";
    else if (KEYS[event.key] && !$("document").hidden && !typing(event.target)) {
      // The page scrolls with its own arrows while it has the focus.
      if (event.key.length > 1 && event.target === $("page")) return;
      event.preventDefault();
      KEYS[event.key]();
    }
  });

  $("page").addEventListener("click", (event) => {
    const piece = event.target.closest(".s");
    const here = piece ? segments[Number(piece.dataset.segment)].values : [];
    const seen = here.filter((value) => listed.includes(value));
    // Another click on the same words goes on to the next value that stands there.
    if (seen.length) choose(seen[(seen.indexOf(chosen) + 1) % seen.length], true);
  });
  for (const id of ["sought", "kind", "tier", "group"]) $(id).addEventListener("input", drawList);
  $("all-words").addEventListener("input", () => $("page").classList.toggle("all", $("all-words").checked));
  $("previous").addEventListener("click", () => turn(-1));
  $("next").addEventListener("click", () => turn(1));
  $("show-help").addEventListener("click", () => $("help").showModal());
  for (const box of document.querySelectorAll("input[data-rows]")) {
    box.addEventListener("input", () => {
      for (const row of document.querySelectorAll(`#${box.dataset.rows} tbody tr`)) {
        row.hidden = !folded(row.textContent).includes(folded(box.value).trim());
      }
    });
  }
  window.addEventListener("hashchange", route);
  window.addEventListener("resize", () => document.documentElement.style.setProperty("--top", `${document.querySelector(".top").offsetHeight}px`));
  document.documentElement.dataset.ready = "yes";
  route();
})();
