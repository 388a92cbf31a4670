"""The language of a page's first markup: Streamlit's own says English until a script has run."""

from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

import texts


class FirstLanguage:
    """Say in the markup that is sent first which language its address asks for; all else passes as it is."""

    def __init__(self, app: ASGIApp, but: str) -> None:
        """Stand before an application, behind whatever compresses what it sends; the address `but` says its own."""
        self.app, self.but = app, but

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])
        row = texts.ROWS.get(asked[-1])
        tag = row.tag if row and scope["type"] == "http" and scope["path"] != self.but else ""
        if tag:  # Streamlit would compress it before it comes by here
            scope = {**scope, "headers": [each for each in scope["headers"] if each[0] != b"accept-encoding"]}

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":  # a longer tag: the length that was counted is wrong
                message["headers"] = [each for each in message["headers"] if each[0] != b"content-length"]
            elif "body" in message:
                message["body"] = message["body"].replace(b'<html lang="en">', f'<html lang="{tag}">'.encode(), 1)
            await send(message)

        await self.app(scope, receive, said if tag else send)
