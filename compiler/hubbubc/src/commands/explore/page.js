"use strict";
// The page of `hubbubc explore`: a procedure's source and two of its forms side by side. What comes from one line of source has one colour.

const data = JSON.parse(document.getElementById("data").textContent);
const panes = [...document.querySelectorAll(".form")].map((element) => ({
    select: element.querySelector("select"), list: element.querySelector("ol"), size: element.querySelector(".size"), lines: [],
}));
const source = { element: document.getElementById("source"), file: -1 };
source.select = source.element.querySelector("select");
source.list = source.element.querySelector("ol");
source.size = source.element.querySelector(".size");
let chosen = null;                     // the procedure that is shown
let pinned = null;                     // the place that a click has fixed, [file, line]

const last = data.forms.length - 1;    // the form that counts: assembly at the highest level

// ---- Data ----------------------------------------------------------------------------------------------------------------------

// A line of a listing is [text, file, line, file, line, …]: where it comes from, then the calls that it was part of.
function places(line) {
    const found = [];
    for (let i = 1; i < line.length; i += 2) found.push([line[i], line[i + 1]]);
    return found;
}

const isInstruction = (line) => /^\s/.test(line[0]);
const same = (a, b) => Boolean(a && b) && a[0] === b[0] && a[1] === b[1];

// Machine instructions that come from each line of a file, in all procedures that are shown; those of the library count for the line that calls it.
const counts = data.files.map(() => new Map());
for (const procedure of data.procedures) {
    for (const line of (procedure.forms[last] || { lines: [] }).lines) {
        if (!isInstruction(line)) continue;
        const found = places(line);
        new Set(found.map((place) => place.join(":"))).forEach((key) => {
            const [file, number] = key.split(":").map(Number);
            counts[file].set(number, (counts[file].get(number) || 0) + 1);
        });
    }
}

// The place that gives a line its colour: the innermost one in the file that is shown.
const own = (line) => places(line).find((place) => place[0] === source.file);
const hue = (number) => (number * 67) % 360;

// ---- Texts with colours --------------------------------------------------------------------------------------------------------

const words = {
    hubbub: /(?<remark>\/\/.*)|(?<quote>"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*')|(?<context>\bcontext\b)|(?<word>#[\w-]+|\b(?:and|as|break|case|continue|defer|distinct|else|end|enum|for|if|ifx|in|match|none|null|or_break|or_continue|or_else|or_return|proc|return|struct|true|false|uninit|union|where|while|with)\b)|(?<number>\b\d[\w.]*)/g,
    mir: /(?<quote>"(?:[^"\\]|\\.)*")|(?<context>\bcontext\b)|(?<word>^\s*(?:proc|end|let|body|bb\d+:?)|\b(?:call|goto|branch|then|else|return|live|dead|addr|lt|le|eq|ne|add|sub|mul|div|panic|switch|unreachable)\b)|(?<number>\b\d[\w.]*)/g,
    ir: /(?<remark>;.*)|(?<quote>c?"(?:[^"\\]|\\.)*")|(?<context>%context\b|swiftself)|(?<word>^\s*(?:define|ret|br|switch|unreachable|store)\b|= (?:tail |musttail |notail )?[a-z]+\b|^\S+:$)|(?<number>(?<![%\w.])-?\d[\w.]*)/g,
    assembly: /(?<remark># .*)|(?<quote>"[^"]*")|(?<context>%r13\b)|(?<word>^\s+[a-z][\w.]*|^\S+:$)|(?<number>\$-?\w+)/g,
};

function coloured(text, kind) {
    const fragment = document.createDocumentFragment();
    let at = 0;
    for (const match of text.matchAll(words[kind])) {
        fragment.append(text.slice(at, match.index));
        const span = document.createElement("span");
        span.className = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
        span.textContent = match[0];
        fragment.append(span);
        at = match.index + match[0].length;
    }
    fragment.append(text.slice(at));
    return fragment;
}

// ---- Panes ---------------------------------------------------------------------------------------------------------------------

function showSource(file) {
    if (file === source.file || file === undefined || file === null) return;
    source.file = file;
    source.select.value = file;
    const most = Math.max(1, ...counts[file].values());
    source.list.replaceChildren(...data.files[file].lines.map((text, i) => {
        const number = i + 1, count = counts[file].get(number) || 0;
        const item = document.createElement("li"), gutter = document.createElement("span");
        gutter.className = "gutter";
        gutter.textContent = number;
        if (count) {
            gutter.style.setProperty("--heat", Math.round((60 * count) / most + 5) + "%");
            gutter.title = count + (count === 1 ? " instruction comes" : " instructions come") + " from here";
        }
        item.append(gutter, coloured(text, "hubbub"));
        item.dataset.line = number;
        return item;
    }));
    panes.forEach(tint);
    tintSource();
}

// Where a procedure has no code of its own in a form: what its callers have of it, `[procedure, lines]` each.
function inlined(procedure, form) {
    const lines = new Set();
    for (const line of procedure.forms[0]?.lines || []) for (const place of places(line)) lines.add(place.join(":"));
    if (procedure.line) lines.add(procedure.file + ":" + procedure.line);
    return data.procedures.map((other) => {
        const all = other.forms[form] ? other.forms[form].lines : [];
        return [other, all.filter((line) => places(line).some((place) => lines.has(place.join(":"))))];
    }).filter(([, found]) => found.length);
}

// Whether the chosen procedure gets a context in this form: elsewhere its register is one like any other.
function hasContext(form) {
    const ir = chosen.forms[data.forms[form].kind === "assembly" ? form - 1 : form];
    return Boolean(ir) && / swiftself | context /.test(ir.lines[0][0] + (ir.lines[1] || [""])[0]);
}

function remark(text, action) {
    const item = document.createElement("li");
    item.className = "empty";
    item.append(text);
    if (action) {
        item.classList.add("link");
        item.addEventListener("click", action);
    }
    return item;
}

function showForm(pane) {
    const number = Number(pane.select.value), kind = data.forms[number].kind, listing = chosen && chosen.forms[number];
    // what is shown, an item each: a line of the listing, or null for a remark
    pane.lines = [];
    const items = [];
    const add = (line) => {
        const item = document.createElement("li");
        item.append(coloured(line[0], kind));
        item.classList.toggle("keeps", hasContext(number));
        item.dataset.index = pane.lines.length;
        pane.lines.push(line);
        items.push(item);
    };
    const note = (text, action) => { pane.lines.push([""]); items.push(remark(text, action)); };
    pane.size.textContent = listing ? (listing.bytes ? listing.bytes + " bytes" : listing.lines.length + " lines") : "";
    if (listing) {
        listing.lines.forEach(add);
    } else if (chosen) {
        const parts = inlined(chosen, number);
        note(parts.length ? "It has no code of its own here, for it is a part of its callers:" : "There is nothing of it here: nobody calls it, or nothing is left to do.");
        for (const [other, lines] of parts) {
            note("in " + other.name, () => choose(other));
            lines.forEach(add);
        }
    }
    pane.list.replaceChildren(...items);
    tint(pane);
}

function tint(pane) {
    pane.lines.forEach((line, i) => setHue(pane.list.children[i], own(line)));
}

// Lines that the chosen procedure's code comes from have its colours.
function tintSource() {
    const lines = new Set();
    if (chosen) for (const form of chosen.forms) for (const line of form ? form.lines : []) {
        const place = own(line);
        if (place) lines.add(place[1]);
    }
    [...source.list.children].forEach((item, i) => setHue(item, lines.has(i + 1) ? [source.file, i + 1] : null));
}

function setHue(item, place) {
    item.classList.toggle("tinted", Boolean(place));
    if (place) item.style.setProperty("--hue", hue(place[1])); else item.style.removeProperty("--hue");
}

// ---- What belongs together -----------------------------------------------------------------------------------------------------

// Marks what comes from a place: strongly where it is written there, at the edge where a call there has brought it in.
function mark(place) {
    for (const pane of panes) pane.lines.forEach((line, i) => {
        const found = places(line), item = pane.list.children[i];
        item.classList.toggle("hit", same(found[0], place));
        item.classList.toggle("outer", !same(found[0], place) && found.some((other) => same(other, place)));
    });
    [...source.list.children].forEach((item, i) => item.classList.toggle("hit", same([source.file, i + 1], place)));
}

const name = (place) => data.files[place[0]].path + ":" + place[1];

function tell(found) {
    document.getElementById("place").textContent = found.map(name).join("  ←  ");
}

function scrollTo(list, item) {
    if (item) list.scrollTo({ top: item.offsetTop - list.offsetTop - list.clientHeight / 3, behavior: "smooth" });
}

function pin(place, from) {
    pinned = same(pinned, place) ? null : place;
    document.querySelectorAll(".pinned").forEach((item) => item.classList.remove("pinned"));
    if (!pinned) return mark(null);
    if (from !== source) showSource(place[0]);
    mark(place);
    const item = source.list.children[place[1] - 1];
    if (place[0] === source.file && item) item.classList.add("pinned");
    if (from !== source) scrollTo(source.list, item);
    for (const pane of panes) if (pane !== from) {
        scrollTo(pane.list, pane.list.querySelector(".hit, .outer"));
    }
}

source.list.addEventListener("mouseover", (event) => {
    const item = event.target.closest("li");
    if (!item || pinned) return;
    mark([source.file, Number(item.dataset.line)]);
    tell([[source.file, Number(item.dataset.line)]]);
});
source.list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (item) pin([source.file, Number(item.dataset.line)], source);
});
for (const pane of panes) {
    const line = (event) => pane.lines[event.target.closest("li")?.dataset.index];
    pane.list.addEventListener("mouseover", (event) => {
        const found = line(event);
        if (!found || pinned) return;
        mark(own(found) || places(found)[0]);
        tell(places(found));
    });
    pane.list.addEventListener("click", (event) => {
        const found = line(event);
        if (found && found.length > 1) pin(event.altKey ? places(found)[0] : own(found) || places(found)[0], pane);
    });
    pane.select.addEventListener("change", () => { showForm(pane); mark(pinned); });
}
document.body.addEventListener("mouseleave", () => { if (!pinned) mark(null); });

// ---- Procedures ----------------------------------------------------------------------------------------------------------------

const list = document.getElementById("procedures"), search = document.getElementById("search");

function choose(procedure) {
    chosen = procedure;
    pinned = null;
    showSource(procedure.file);
    panes.forEach(showForm);
    tintSource();
    mark(null);
    const at = procedure.line ? source.list.children[procedure.line - 1] : null;
    scrollTo(source.list, at);
    for (const item of list.children) item.classList.toggle("chosen", item.procedure === procedure);
    history.replaceState(null, "", "#" + encodeURIComponent(procedure.name));
}

function listProcedures() {
    const wanted = search.value.toLowerCase();
    list.replaceChildren(...data.procedures.filter((p) => p.name.toLowerCase().includes(wanted)).map((procedure) => {
        const item = document.createElement("li"), label = document.createElement("span"), size = document.createElement("span");
        label.textContent = label.title = procedure.name;
        size.textContent = procedure.forms[last]?.bytes ?? "–";
        size.title = "bytes of machine code, " + data.forms[last].name;
        item.append(label, size);
        item.procedure = procedure;
        item.classList.toggle("chosen", procedure === chosen);
        item.addEventListener("click", () => choose(procedure));
        return item;
    }));
}

search.addEventListener("input", listProcedures);
document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, select")) {
        if (event.key === "Escape") event.target.blur();
        return;
    }
    if (event.key === "/") { event.preventDefault(); search.focus(); }
    if (event.key === "Escape") { pinned = null; mark(null); }
    const step = { j: 1, k: -1 }[event.key];
    const items = [...list.children], at = items.findIndex((item) => item.procedure === chosen);
    if (step && items[at + step]) { choose(items[at + step].procedure); items[at + step].scrollIntoView({ block: "nearest" }); }
});

document.getElementById("note").textContent = data.note;
source.select.append(...data.files.map((file, i) => new Option(file.own ? file.path.split("/").pop() : file.path, i)));
source.select.addEventListener("change", () => { showSource(Number(source.select.value)); mark(pinned); });
panes.forEach((pane, i) => {
    pane.select.append(...data.forms.map((form, k) => new Option(form.name, k)));
    pane.select.value = Math.max(0, last - 1 + i);
});
listProcedures();
const asked = decodeURIComponent(location.hash.slice(1));
const first = data.procedures.find((p) => p.name === asked) || data.procedures.find((p) => p.forms[last]) || data.procedures[0];
if (first) choose(first);
