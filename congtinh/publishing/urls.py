"""Addresses of the publishing screens, under the staff area."""

from django.urls import path

from congtinh.publishing.views import (
    decision,
    handover,
    handovers,
    holding,
    item,
    queue,
    review,
    submission,
)

urlpatterns = [
    path("trinh-duyet/<uuid:item>/", submission.submit, name="publishing_submit"),
    path("cho-duyet/", queue.queue, name="publishing_queue"),
    path("duyet/<int:number>/", review.review, name="publishing_review"),
    path("duyet/<int:number>/ban-trinh/", review.text, name="publishing_review_text"),
    path("duyet/<int:number>/rut-ve/", submission.recall, name="publishing_recall"),
    path("duyet/<int:number>/dang/", decision.approve, name="publishing_approve"),
    path("duyet/<int:number>/tra-lai/", decision.send_back, name="publishing_send_back"),
    path("duyet/<int:number>/tu-choi/", decision.decline, name="publishing_decline"),
    path("duyet/<int:number>/huy-lich/", decision.cancel, name="publishing_cancel"),
    path("duyet/<int:number>/y-kien/", decision.note, name="publishing_note"),
    path("duyet/<int:number>/giao/", decision.assign, name="publishing_assign"),
    path("duyet/<int:number>/xac-nhan/", decision.confirm, name="publishing_confirm"),
    path("bai/<uuid:item>/", item.item, name="publishing_item"),
    path("bai/<uuid:item>/ban-<int:version>/", item.version, name="publishing_version"),
    path("bai/<uuid:item>/khoi-phuc/<int:version>/", item.restore, name="publishing_restore"),
    path("bai/<uuid:item>/dich/", item.translate, name="publishing_translate"),
    path("bai/<uuid:item>/sua-thay/", holding.hold, name="publishing_hold"),
    path("bai/<uuid:item>/mo-khoa/", holding.let_go, name="publishing_let_go"),
    path("go-bai/<uuid:item>/", item.withdraw, name="publishing_withdraw"),
    path("chuyen-len/<uuid:item>/", item.offer, name="publishing_offer"),
    path("bai-chuyen/", handovers.handovers, name="publishing_handovers"),
    path("bai-chuyen/chon/", handovers.choose, name="publishing_choose"),
    path("bai-chuyen/<int:number>/", handover.handover, name="publishing_handover"),
    path("bai-chuyen/<int:number>/bai-goc/", handover.text, name="publishing_handover_text"),
    path("bai-chuyen/<int:number>/nhan/", handover.take_up, name="publishing_take_up"),
    path(
        "bai-chuyen/<int:number>/khong-nhan/", handover.decline, name="publishing_decline_handover"
    ),
    path("bai-chuyen/<int:number>/lay-thay-doi/", handover.take_over, name="publishing_take_over"),
    path("bai-chuyen/<int:number>/giu/", handover.keep, name="publishing_keep"),
    path("bai-chuyen/<int:number>/go/", handover.close, name="publishing_close"),
]
