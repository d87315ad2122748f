"""Who asks the servers that are measured: one client on a kept connection, and several at once."""

from __future__ import annotations

import http.client
import json
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from urllib.parse import urlencode, urlsplit

ACCEPT = {"SELECT": "application/sparql-results+json", "CONSTRUCT": "application/n-triples"}


class Client:
    """One connection that is kept."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.path = parts.path
        self.connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=300)

    def ask(self, text: str, *, again: bool = False) -> tuple[float, bytes, float]:
        """Seconds to the end, the body, seconds to the first byte; by GET where the answer may be a kept one (`again`).

        Asks anew, once, where the server had closed the connection in the meantime (Virtuoso does after ten idle
        seconds).
        """
        try:
            return self._ask(text, again)
        except ConnectionError:
            self.connection.close()
            return self._ask(text, again)

    def _ask(self, text: str, again: bool) -> tuple[float, bytes, float]:
        headers = {"Accept": ACCEPT[form_of(text)]}
        began = time.perf_counter()
        if again:
            self.connection.request("GET", f"{self.path}?{urlencode({'query': text})}", headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            self.connection.request("POST", self.path, urlencode({"query": text}), headers)
        response = self.connection.getresponse()
        first = time.perf_counter() - began
        body = response.read()
        seconds = time.perf_counter() - began
        if response.status != 200:
            raise SystemExit(f"{self.path}: {response.status} {body[:300]!r} for {text}")
        return seconds, body, first


def form_of(text: str) -> str:
    """SELECT or CONSTRUCT."""
    return "CONSTRUCT" if "CONSTRUCT" in text else "SELECT"


def size_of(body: bytes, text: str) -> int:
    """How many rows or triples an answer has."""
    if form_of(text) == "CONSTRUCT":
        return len(set(body.splitlines()) - {b""})
    return len(json.loads(body)["results"]["bindings"])


def rate(address: str, texts: list[str], clients: int, seconds: float) -> float:
    """Answers a second that so many clients get in all, each a process that asks one text after the other."""
    with ProcessPoolExecutor(clients, get_context("fork")) as pool:
        start = time.time() + 0.3  # when all of them are there
        jobs = [pool.submit(_asking, address, texts[at:] + texts[:at], start, seconds) for at in range(clients)]
        return sum(job.result() for job in jobs)


def _asking(address: str, texts: list[str], start: float, seconds: float) -> float:
    client, done = Client(address), 0
    time.sleep(max(0.0, start - time.time()))
    began = time.perf_counter()
    while (took := time.perf_counter() - began) < seconds:
        client.ask(texts[done % len(texts)])
        done += 1
    return done / took
