"""Columns derived from a person's name, by which lists are ordered and searched."""

from typing import Any

from django.db import models

from congtinh.vietnamese import folding, sorting


class SortKey(models.BinaryField):
    """The order of Vietnamese lists of people; bytes, so that every database compares alike."""

    def pre_save(self, model_instance: Any, add: bool) -> bytes:
        key = sorting.name_key(str(model_instance)).encode()
        setattr(model_instance, self.attname, key)
        return key


class FoldedName(models.CharField):
    """Name and sign-in name without diacritics, for the search."""

    def pre_save(self, model_instance: Any, add: bool) -> str:
        folded = folding.fold(f"{model_instance} {model_instance.username}")[: self.max_length]
        setattr(model_instance, self.attname, folded)
        return folded
