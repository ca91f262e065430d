"""Taking in several images or files at once: the portal first, then the files."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from wagtail.documents.views import multiple as documents
from wagtail.images.views import multiple as images

from congtinh.media.forms import OFFERED
from congtinh.organisation import permissions
from congtinh.organisation.roles import Capability


class OwnUploads:
    """Each file is taken in whole by our form or refused; nothing waits half described."""

    def post(self, request: HttpRequest) -> HttpResponse:
        upload = request.FILES.get("files[]")
        if upload is None:
            return HttpResponseBadRequest()
        title = request.POST.get("title") or upload.name or ""
        form = self.get_upload_form_class()(
            {"title": title[:255], "portal": request.POST.get("portal") or self._portals[0].pk},
            {"file": upload},
            user=request.user,
        )
        if not form.is_valid():
            said = [message for messages in form.errors.values() for message in messages]
            return JsonResponse({"success": False, "error_message": "\n".join(said)})
        self.object = form.save()
        return JsonResponse(self.get_edit_object_response_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        portals = self._portals
        return {**context, "portals": portals if len(portals) > 1 else [], "view": self}

    @property
    def _portals(self) -> list[Any]:
        user = self.request.user
        return list(permissions.portals(user, Capability.WRITE).order_by("kind", "name"))


class AddImagesView(OwnUploads, images.AddView):
    """Several images."""

    template_name = "media/add_images.html"


class AddFilesView(OwnUploads, documents.AddView):
    """Several files."""

    template_name = "media/add_files.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "accepted_files": ",".join(OFFERED)}
