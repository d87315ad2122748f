"""Headers of every answer: nothing comes from other hosts or from a page's own text; any site may read."""

from __future__ import annotations

from flask import Flask, Response, g, request

from server.catalogue import language

POLICY = "; ".join((
    "default-src 'self'", "img-src 'self' data:", "base-uri 'none'", "object-src 'none'", "form-action 'self'",
    "frame-ancestors 'none'",
))  # fmt: skip
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# Outside of PRIVATE there are no accounts, and the one cookie names a language: any site may read what people may.
CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Allow, ETag, Link, Location, Retry-After, X-Total-Count",
}
# What other sites show inside their own pages: it has no form, and nothing that a click could be stolen for.
FRAMED = ("reconcile.preview", "embeds.saved", "embeds.query")
# Where people judge: for its own pages alone, which have to see that a form comes from one of them.
PRIVATE = "review"
UNKEPT = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}


def add_headers(response: Response) -> Response:
    """The response with the headers of every answer."""
    response.headers.update(ALWAYS)
    response.headers.update(CROSS_ORIGIN)
    if "spoken" in g:  # something in it was said in the language of the request
        response.vary.update(("Cookie", "Accept-Language"))
        response.headers["Content-Language"] = language()
    if request.endpoint in FRAMED:
        response.headers["Content-Security-Policy"] = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
        del response.headers["X-Frame-Options"]
    if request.blueprint == PRIVATE:
        for name in CROSS_ORIGIN:
            del response.headers[name]
        response.headers.update(UNKEPT)
    elif request.method == "OPTIONS":
        response.headers.update(PREFLIGHT)
    return response


def register(app: Flask) -> None:
    """Add the headers to all answers of the app."""
    app.after_request(add_headers)
