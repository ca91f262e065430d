"""Keys for finding text whatever its diacritics, case or way of placing tone marks."""

from congtinh.vietnamese.letters import without_marks
from congtinh.vietnamese.syllables import with_tones_placed
from congtinh.vietnamese.text import clean


def fold(text: str) -> str:
    """The key under which texts match without diacritics and case: "Đường Hoà Bình" → "duong hoa
    binh". It is the same before and after `clean`.
    """
    bare = without_marks(clean(text).casefold())
    # Besides đ, the Icelandic ð and the African ɖ: their capitals look exactly like Đ and stand
    # for it in many old texts.
    bare = bare.replace("đ", "d").replace("ð", "d").replace("ɖ", "d")
    # A mark that stood alone leaves a trailing space behind.
    return clean(bare)


def fold_keep(text: str) -> str:
    """The key under which texts match with their diacritics, whatever the case and whether the
    tone is placed the old way (hòa, thủy) or the new (hoà, thuỷ).
    """
    return with_tones_placed(clean(clean(text).casefold()))
