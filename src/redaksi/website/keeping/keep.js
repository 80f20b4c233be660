/**
 * Keeps the stories read last and the home page, and shows them when there is no network.
 *
 * The server writes TOLD before this. Whoever has a network always gets the newspaper's own answer:
 * a story that was corrected is never shown as it was, and one that was withdrawn is forgotten.
 */

const PAGES = "pages";
const FILES = "files";
const STORY = /\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/;
const FILE = /^\/(statis|media)\//;
const MOST_FILES = 60;
const ANY = { ignoreVary: true };

addEventListener("install", (event) => event.waitUntil(prepare()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith(TOLD.newsroom)) return;
  if (request.mode === "navigate") event.respondWith(page(event, pathname));
  else if (FILE.test(pathname)) event.respondWith(file(event, pathname));
});

async function prepare() {
  await (await caches.open(FILES)).addAll(TOLD.files);
  await (await caches.open(PAGES)).add(TOLD.offline);
  const open = await clients.matchAll({ includeUncontrolled: true });
  const paths = new Set(["/", ...open.map((client) => new URL(client.url).pathname)]);
  for (const path of paths) await keep(path, await fetch(path));
  await skipWaiting();
}

async function page(event, path) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(path, response.clone()));
    return response;
  } catch {
    return (await copyOf(path)) ?? (await listOfKept());
  }
}

async function file(event, path) {
  const files = await caches.open(FILES);
  try {
    const response = await fetch(event.request);
    if (response.status === 200) event.waitUntil(putLast(files, path, response.clone()).then(() => trim(files, MOST_FILES)));
    return response;
  } catch {
    return (await files.match(path, ANY)) ?? Response.error();
  }
}

async function keep(path, response) {
  const pages = await caches.open(PAGES);
  if (response.status === 404 || response.status === 410) await pages.delete(path, ANY);
  if (response.status !== 200 || response.redirected || !isPublic(response)) return;
  if (path !== "/" && !STORY.test(path)) return;
  await putLast(pages, path, response);
  await trim(pages, TOLD.stories, ({ url }) => STORY.test(new URL(url).pathname));
}

/** What somebody who is signed in sees is theirs alone. */
const isPublic = (response) => !/private|no-store/.test(response.headers.get("Cache-Control") ?? "");

async function putLast(cache, path, response) {
  await cache.delete(path, ANY);
  await cache.put(path, response);
}

async function trim(cache, most, counts = () => true) {
  const kept = (await cache.keys()).filter(counts);
  for (const request of kept.slice(0, -most)) await cache.delete(request, ANY);
}

async function copyOf(path) {
  const kept = await (await caches.open(PAGES)).match(path, ANY);
  if (!kept) return undefined;
  const note = `<p class="offline-note" role="status">${TOLD.copy}</p>`;
  return asPage((await kept.text()).replace(/<main[^>]*>/, (main) => main + note));
}

/** The offline page, with the kept stories in the place for them, the last read first. */
async function listOfKept() {
  const pages = await caches.open(PAGES);
  const lines = [];
  for (const request of (await pages.keys()).reverse()) {
    const path = new URL(request.url).pathname;
    if (!STORY.test(path)) continue;
    const heading = /<h1[^>]*>([^]*?)<\/h1>/.exec(await (await pages.match(request, ANY)).text());
    if (heading) lines.push(`<li><a href="${path}">${heading[1]}</a></li>`);
  }
  const offline = await (await pages.match(TOLD.offline, ANY)).text();
  return asPage(offline.replace("<!--kept-->", () => lines.join("")));
}

const asPage = (html) => new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
