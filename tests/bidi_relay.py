"""``python bidi_relay.py FIREFOX ARGUMENT…``: a Firefox for Playwright, whose WebDriver BiDi is newer than that of Debian's.

Playwright (channel « moz-firefox ») reads the address of the protocol in what the browser prints: this program starts the
browser, prints an address of its own, and passes every message on. It answers itself the one command that this Firefox does
not know, where it asks for what is there already, and gives downloads the identifier and the place that Playwright expects.
"""

import asyncio
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
BEGUN, ENDED = "browsingContext.downloadWillBegin", "browsingContext.downloadEnd"
OPTIONS = {"max_size": None, "compression": None, "ping_interval": None}


async def _commands(driver, browser):
    async for message in driver:
        given = json.loads(message) if UNKNOWN in message else {}
        if given.get("method") == UNKNOWN and given["params"]["features"] in PRESENT:
            await driver.send(json.dumps({"type": "success", "id": given["id"], "result": {}}))
        else:
            await browser.send(message)


async def _events(browser, driver):
    names = {}
    async for message in browser:
        given = json.loads(message) if BEGUN in message or ENDED in message else {}
        if given.get("method") in (BEGUN, ENDED):
            message = json.dumps(_download(given, names))
        await driver.send(message)


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
        ways = [asyncio.create_task(_commands(driver, browser)), asyncio.create_task(_events(browser, driver))]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for one in ways:
            one.cancel()


async def main(command):
    """Run the browser until it ends; its exit code."""
    browser = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE, limit=2**24)
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
