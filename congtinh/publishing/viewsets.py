"""`PortalViewSet`: Wagtail's editor for a kind of content, within the portals one may work in."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.paginator import Page, Paginator
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import (
    CreateView,
    EditView,
    IndexView,
    LockView,
    SnippetViewSet,
    UnlockView,
)

from congtinh.audit import actions as audit
from congtinh.audit.models import Entry
from congtinh.organisation import permissions
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import actions as publishing
from congtinh.publishing import holding, standing
from congtinh.publishing.forms import ContentForm
from congtinh.publishing.side_panels import ReviewSidePanel

#: One entry for a stretch of autosaves; each save by hand has its own.
_STRETCH = timezone.timedelta(minutes=15)


class Walled:
    """Every view of a viewset answers 404 for what lies in portals one has no post in."""

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        number = kwargs.get("pk") or kwargs.get("object_id")
        if number is not None:
            policy = policy_registry.get_by_type(self.model)
            rows = policy.instances_user_has_any_permission_for(request.user, ["change", "view"])
            if not rows.filter(pk=unquote(str(number))).exists():
                raise Http404
        super().setup(request, *args, **kwargs)

    def user_has_permission(self, permission: str) -> bool:
        policy = policy_registry.get_by_type(self.model)
        instance = getattr(self, "object", None)
        if instance is not None and instance.pk:
            return policy.user_has_permission_for_instance(self.request.user, permission, instance)
        return policy.user_has_permission(self.request.user, permission)


class Drafting:
    """Saving is never publishing: required fields may be empty until the text is submitted."""

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.saving_as_draft = request.method == "POST"

    def get_success_url(self) -> str:
        if self.request.POST.get("action-submit-review"):
            return reverse("publishing_submit", args=[self.object.item])
        return self.get_edit_url()

    def save_instance(self) -> Any:
        with audit.recording():
            instance = super().save_instance()
            self._record(instance)
        return instance

    def _record(self, instance: Any) -> None:
        created = self.view_name == "create"
        by = self.request.user
        if not created and self.expects_json_response:
            recent = Entry.objects.filter(
                object_id=str(instance.item), actor=by.get_username(), action="content.edit",
                at__gt=timezone.now() - _STRETCH,
            )  # fmt: skip
            if recent.exists():
                return
        audit.record(
            "content.write" if created else "content.edit", by=by, portal=instance.portal.code,
            kind=instance._meta.model_name, id=instance.item, label=str(instance),
            capacity=permissions.may(by, Capability.WRITE, instance).capacity,
            after={"revision": instance.latest_revision_id},
        )  # fmt: skip


class PortalCreateView(Drafting, CreateView):
    """Writing something new."""

    def get_initial_form_instance(self) -> Any:
        instance = super().get_initial_form_instance() or self.model()
        instance.created_by = self.request.user
        section = self.request.GET.get("section")
        if section and section.isdigit():
            instance.section_id = int(section)
        return instance


class PortalEditView(Drafting, EditView):
    """Working on a text, with what was said about it beside it."""

    def is_valid(self, form: Any) -> bool:
        if self.locked_for_user:
            reasons = holding.why_held(self.object, by=self.request.user, at=timezone.now())
            self._refuse(Refused(*reasons))
            return False
        if not self.expects_json_response and self.is_out_of_date:
            self.produced_error_code = "invalid_revision"
            self.produced_error_message = _(
                "Người khác đã lưu bài này sau khi quý vị mở. Nội dung quý vị vừa gõ vẫn còn ở "
                "đây: hãy xem «Lịch sử» để so sánh, rồi bấm Lưu lần nữa nếu muốn giữ bản này."
            )
            return False
        return super().is_valid(form)

    def form_valid(self, form: Any) -> Any:
        try:
            return super().form_valid(form)
        except Refused as refusal:
            self._refuse(refusal)
            return self.form_invalid(form)

    def save_instance(self) -> Any:
        with audit.recording():
            instance = self.form.instance
            # Whoever took the text over since this request began must not lose it.
            instance.refresh_from_db(fields=["locked", "locked_at", "locked_by"])
            reasons = holding.why_held(instance, by=self.request.user, at=timezone.now())
            if reasons:
                raise Refused(*reasons)
            if not instance.is_held(timezone.now()):
                instance.locked, instance.locked_at, instance.locked_by = False, None, None
            return super().save_instance()

    def get_lock_context(self) -> dict[str, Any]:
        """Instead of Wagtail's message about the lock: who works on the text, with our verbs."""
        if not self.expects_json_response:
            self._tell_who_works()
        lock = {"lock": self.lock, "locked_for_user": self.locked_for_user}
        return {**lock, "user_can_lock": False, "user_can_unlock": False}

    def _tell_who_works(self) -> None:
        by, now = self.request.user, timezone.now()
        holder = holding.holder(self.object, at=now)
        others = [] if holder else holding.others(self.object, but=by, at=now)
        if not (holder or others):
            return
        own = holder == by
        context = {
            "content": self.object, "holder": holder, "own": own, "others": others,
            "letting_go": holder and not holding.why_not_let_go(self.object, by=by, at=now),
        }  # fmt: skip
        words = render_to_string("publishing/holding.html", context, self.request)
        messages.add_message(
            self.request, messages.INFO if own else messages.WARNING, words, extra_tags="lock"
        )

    def _refuse(self, refusal: Refused) -> None:
        self.produced_error_code = "locked"
        self.produced_error_message = str(refusal)

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()
        panels.append(ReviewSidePanel(self.object, self.request))
        return panels


class PortalLockView(LockView):
    """Wagtail's lock, by our verb."""

    def perform_operation(self) -> None:
        publishing.hold(self.object, by=self.request.user)


class PortalUnlockView(UnlockView):
    """Wagtail's way to unlock, by our verb."""

    def perform_operation(self) -> None:
        try:
            publishing.let_go(self.object, by=self.request.user)
        except Refused as refusal:
            messages.error(self.request, str(refusal))

    def get_success_message(self) -> None:
        return None


class StandingColumn(Column):
    """Where the text stands: word and colour."""

    cell_template_name = "publishing/columns/standing.html"

    def get_value(self, instance: Any) -> Any:
        return getattr(instance, "stage", None)


class NarrowPaginator(Paginator):
    """Finds the rows of a page by number first: to sort whole texts of several portals is slow."""

    def page(self, number: int | str) -> Page:
        valid = self.validate_number(number)
        start = (valid - 1) * self.per_page
        numbers = self.object_list.values_list("pk", flat=True)[start : start + self.per_page]
        return self._get_page(self.object_list.filter(pk__in=list(numbers)), valid, self)


class PortalIndexView(IndexView):
    """A list in an order that an index serves, with where each text stands."""

    paginator_class = NarrowPaginator
    default_ordering = "-updated_at"
    paginate_by = 30

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by("-updated_at", "-pk")

    def get_base_queryset(self) -> Any:
        policy = policy_registry.get_by_type(self.model)
        rows = policy.instances_user_has_any_permission_for(self.request.user, ["view"])
        return rows.select_related("portal", "section", "area", "created_by")

    @property
    def columns(self) -> list[Any]:
        return [
            self._get_title_column("__str__"),
            StandingColumn("stage", label=_("Trạng thái")),
            Column("section", label=pgettext_lazy("một", "Chuyên mục")),
            Column("created_by", label=_("Người viết")),
            UpdatedColumn("updated_at", label=_("Sửa lúc")),
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        standing.attach(list(context["object_list"]))
        return context


class UpdatedColumn(Column):
    """A moment as people say it, the full date on hover."""

    cell_template_name = "publishing/columns/moment.html"


class PortalChooserViewSet(SnippetChooserViewSet):
    """Choosers offer only what lies in the person's own portals."""

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        return super().construct_view(_narrowed(view_class), **kwargs)


class PortalViewSet(SnippetViewSet):
    """The editor of one kind. Subclasses name the model, its panels and its icon."""

    add_view_class = PortalCreateView
    edit_view_class = PortalEditView
    index_view_class = PortalIndexView
    lock_view_class = PortalLockView
    unlock_view_class = PortalUnlockView
    chooser_viewset_class = PortalChooserViewSet
    copy_view_enabled = False
    inspect_view_enabled = False
    search_backend_name = None
    add_to_admin_menu = False
    # Not through Wagtail's list of snippets, which nobody reaches.
    breadcrumbs_items = [{"url": reverse_lazy("wagtailadmin_home"), "label": _("Việc của tôi")}]
    list_per_page = 30
    base_form_class = ContentForm

    def get_edit_handler(self) -> Any:
        # Wagtail looks for the form on the model or the panels, never on the viewset.
        panels = ObjectList(self.panels, base_form_class=self.base_form_class)
        return panels.bind_to_model(self.model)

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        if not issubclass(view_class, Walled):
            view_class = type(f"Walled{view_class.__name__}", (Walled, view_class), {})
        return super().construct_view(view_class, **kwargs)


def _narrowed(view_class: Any) -> Any:
    def get_object_list(self: Any) -> Any:
        policy = policy_registry.get_by_type(self.model_class)
        return policy.instances_user_has_any_permission_for(self.request.user, ["choose"])

    return type(f"Own{view_class.__name__}", (view_class,), {"get_object_list": get_object_list})
