"""How screens answer: a refusal on the form it belongs to, a done deed as a message."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congtinh.organisation.refusal import Reason, Refused

#: What was asked cannot be done as things stand; the page shows why and keeps what was typed.
REFUSED = 422


def add_refusal(form: forms.Form, refusal: Refused) -> None:
    """Put the reasons on the form, above what the person typed."""
    for reason in refusal.reasons:
        form.add_error(None, str(reason))


def tell_refusal(request: HttpRequest, refusal: Refused) -> None:
    """For verbs without a form: the reasons as a message."""
    messages.error(request, str(refusal))


def done(request: HttpRequest, words: Reason, where: str, *args: Any) -> HttpResponse:
    """The deed is done: say so, and go on to where its result is seen."""
    messages.success(request, str(words))
    return redirect(where, *args)


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *forms_sent: forms.Form
) -> HttpResponse:
    """A screen; with the refusal's status when a form that was sent has errors."""
    refused = any(form.is_bound and form.errors for form in forms_sent)
    return render(
        request, f"publishing/{template}.html", context, status=REFUSED if refused else 200
    )
