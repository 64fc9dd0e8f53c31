"""``python bidi_relay.py FIREFOX ARGUMENT…``: a Firefox for Playwright, whose WebDriver BiDi is newer than that of
Debian's.

Playwright (channel « moz-firefox ») reads the address of the protocol in what the browser prints: this program starts
the browser, prints an address of its own, and passes every message on. It answers itself the one command that this
Firefox does not know, where it asks for what is there already, and gives downloads the identifier and the place that
Playwright expects. It emulates the media of ``tests.support.browsers.firefox.teach_media`` by the means that the
developer tools of Firefox have.
"""

import asyncio
import itertools
import json
import os
import sys
from pathlib import Path

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve

ANNOUNCE = "WebDriver BiDi listening on ws://"
UNKNOWN = "emulation.setMediaFeaturesOverride"
"""Sent by Playwright for each context, even where no media feature is to be emulated."""
PRESENT = ({}, {"prefers-color-scheme": None}, {"prefers-color-scheme": "light"})
MEDIA = "emulate "
"""Begins the name of a permission that is none: what media to emulate in the pages of a context, as JSON."""
EMULATE = """(contexts, overrides) => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  if (!window.emulated) {
    window.emulated = new Map(); // by container, which is what a context is in Firefox
    const observer = (page) => {
      if (page.isContent && page.top === page) Object.assign(page, emulated.get(page.originAttributes.userContextId));
    };
    // a navigation may put another one in the place of a page
    Services.obs.addObserver(observer, 'browsing-context-attached');
  }
  for (const page of contexts.map((context) => NavigableManager.getBrowsingContextById(context))) {
    const { userContextId } = page.originAttributes;
    emulated.set(userContextId, { ...emulated.get(userContextId), ...overrides });
    Object.assign(page, overrides);
  }
}"""
"""Runs in a window of Firefox itself, which « --remote-allow-system-access » opens to the protocol."""
OWN = itertools.count(2**50)
"""Identifiers of the commands of the relay, far from those of the driver."""
BEGUN, ENDED = "browsingContext.downloadWillBegin", "browsingContext.downloadEnd"
OPTIONS = {"max_size": None, "compression": None, "ping_interval": None}


class _Relay:
    """One connection of the driver, and its own to the browser."""

    def __init__(self, driver, browser):
        self._driver, self._browser = driver, browser
        self._awaited, self._tasks = {}, set()

    async def commands(self):
        async for message in self._driver:
            given = json.loads(message) if UNKNOWN in message or MEDIA in message else {}
            params = given.get("params", {})
            if given.get("method") == UNKNOWN and params["features"] in PRESENT:
                await self._driver.send(json.dumps({"type": "success", "id": given["id"], "result": {}}))
            elif given.get("method") == "permissions.setPermission" and params["descriptor"]["name"].startswith(MEDIA):
                self._tasks.add(asyncio.create_task(self._emulate(given["id"], params)))
            else:
                await self._browser.send(message)

    async def events(self):
        names = {}
        async for message in self._browser:
            given = json.loads(message) if BEGUN in message or ENDED in message or self._awaited else {}
            if given.get("id") in self._awaited:
                self._awaited.pop(given["id"]).set_result(given)
                continue
            if given.get("method") in (BEGUN, ENDED):
                message = json.dumps(_download(given, names))
            await self._driver.send(message)

    async def _ask(self, method, **params):
        number = next(OWN)
        self._awaited[number] = asyncio.get_running_loop().create_future()
        await self._browser.send(json.dumps({"id": number, "method": method, "params": params}))
        return await self._awaited[number]

    async def _emulate(self, number, params):
        """Emulate the media that a permission names in the pages of its context; the driver is answered as the browser
        answers."""
        pages = (await self._ask("browsingContext.getTree"))["result"]["contexts"]
        windows = (await self._ask("browsingContext.getTree", **{"moz:scope": "chrome"}))["result"]["contexts"]
        given = [{"type": "array",
                  "value": [_text(one["context"]) for one in pages if one["userContext"] == params["userContext"]]},
                 {"type": "object", "value": [[name, _text(value)] for name, value in json.loads(
                     params["descriptor"]["name"].removeprefix(MEDIA)).items()]}]
        answer = await self._ask("script.callFunction", functionDeclaration=EMULATE, arguments=given,
                                 target={"context": windows[0]["context"]}, awaitPromise=False)
        if answer.get("result", {}).get("type") == "exception":
            answer = {"type": "error", "error": "unknown error",
                      "message": answer["result"]["exceptionDetails"]["text"], "stacktrace": ""}
        await self._driver.send(json.dumps(answer | {"id": number}))


def _text(value):
    return {"type": "string", "value": value}


def _download(event, names):
    """The event of a download as Playwright expects it; ``names`` keeps the name of each download that began."""
    about = event["params"]
    about["download"] = about["url"]
    if event["method"] == BEGUN:
        names[about["url"]] = about["suggestedFilename"]
    elif about.get("filepath"):  # numbered by the browser where another download left a file of this name
        written = Path(about["filepath"])
        written.replace(written.with_name(names[about["url"]]))
    return event


async def _relay(driver, address):
    async with connect(address + driver.request.path, **OPTIONS) as browser:
        relay = _Relay(driver, browser)
        ways = [asyncio.create_task(relay.commands()), asyncio.create_task(relay.events())]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for one in ways:
            one.cancel()


async def main(command):
    """Run the browser until it ends; its exit code."""
    browser = await asyncio.create_subprocess_exec(*command, "--remote-allow-system-access",
                                                   stderr=asyncio.subprocess.PIPE, limit=2**24)
    server = None
    async for line in browser.stderr:
        text = line.decode(errors="replace")
        if server is None and ANNOUNCE in text:
            address = "ws://" + text.partition(ANNOUNCE)[2].strip()
            server = await serve(lambda driver: _relay(driver, address), "127.0.0.1", 0, **OPTIONS)
            text = f"{ANNOUNCE}127.0.0.1:{server.sockets[0].getsockname()[1]}\n"
        sys.stderr.write(text)
        sys.stderr.flush()
    return await browser.wait()


if __name__ == "__main__":
    code = asyncio.run(main(sys.argv[1:]))
    os._exit(code if code >= 0 else 1)  # whatever connection is still open ends with the browser
