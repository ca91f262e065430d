from collections.abc import Mapping
from typing import Any

import pytest
from django.db.models import TextChoices

from congtinh.publishing import phrases, states
from congtinh.publishing.states import HandoverState, ReviewState, Step

MACHINES = [
    pytest.param(
        ReviewState, ReviewState.OPEN, states.REVIEW_STEPS, states.REVIEW_OWNER, id="review"
    ),
    pytest.param(
        HandoverState, HandoverState.OFFERED, states.HANDOVER_STEPS, states.HANDOVER_OWNER,
        id="handover",
    ),
]  # fmt: skip
FINAL = states.FINAL | {HandoverState.DECLINED, HandoverState.CLOSED}


@pytest.mark.parametrize(("kind", "first", "steps", "owners"), MACHINES)
def test_every_state_is_owned(kind: type[TextChoices], first: Any, steps: Any, owners: Any) -> None:
    assert set(owners) == set(kind)


@pytest.mark.parametrize(("kind", "first", "steps", "owners"), MACHINES)
def test_every_state_is_reachable(
    kind: type[TextChoices], first: Any, steps: Mapping[str, Step], owners: Any
) -> None:
    reached, before = {first}, set()
    while reached != before:
        before = set(reached)
        reached |= {step.target for step in steps.values() if step.source & before}

    assert reached == set(kind)


@pytest.mark.parametrize(("kind", "first", "steps", "owners"), MACHINES)
def test_every_state_is_leavable_or_final(
    kind: type[TextChoices], first: Any, steps: Mapping[str, Step], owners: Any
) -> None:
    left = {source for step in steps.values() for source in step.source if source != step.target}

    assert left.isdisjoint(FINAL)
    assert left | FINAL >= set(kind)


def test_every_step_has_a_name_in_the_record() -> None:
    steps = [*states.REVIEW_STEPS.values(), *states.HANDOVER_STEPS.values()]

    assert {step.deed for step in steps} <= set(phrases.DEEDS)


def test_pending_and_final_divide_the_states_of_a_review() -> None:
    assert set(ReviewState) == states.PENDING | states.FINAL
    assert not states.PENDING & states.FINAL
