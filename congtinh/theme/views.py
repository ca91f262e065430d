"""The gallery: every component in every state it has an example of."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from congtinh.theme import examples

HUES = ("bay", "pine", "moss", "brass", "clay", "rose", "plum", "indigo", "slate")


def gallery(request: HttpRequest) -> HttpResponse:
    """All components, or the one that `?component=` names, in the hue that `?hue=` names."""
    names = examples.components()
    chosen = request.GET.get("component", "")
    if chosen and chosen not in names:
        raise Http404
    hue = request.GET.get("hue", "bay")
    shown = [
        {
            "name": name,
            "examples": [
                {"example": example, "html": examples.render(example)}
                for example in examples.examples(name)
            ],
        }
        for name in ([chosen] if chosen else names)
    ]
    context = {
        "names": names,
        "chosen": chosen,
        "shown": shown,
        "hues": HUES,
        "hue": hue if hue in HUES else "bay",
    }
    return render(request, "theme/gallery.html", context)
