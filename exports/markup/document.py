"""A whole document around its body: the one place that says what every page opens with."""

from collections.abc import Iterable

from markupsafe import Markup

from exports.markup.element import element, joined, style


def document(
    *body: str,
    lang: str,
    title: str,
    policy: str = "",
    sheet: str = "",
    links: Iterable[Markup] = (),
    class_: str | None = None,
) -> bytes:
    """Write a document of HTML in UTF-8.

    `lang` is a language's tag; `policy` what the browser is to refuse (Content-Security-Policy); `sheet` the style
    sheet carried within, `links` the elements that lead to others; `class_` is that of the body.
    """
    head = element(
        "head",
        element("meta", charset="utf-8"),
        policy and element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        sheet and style(sheet),
        *links,
    )
    page = element("html", head, element("body", *body, class_=class_), lang=lang)
    return joined([Markup("<!doctype html>\n"), page, "\n"]).encode("utf-8")
