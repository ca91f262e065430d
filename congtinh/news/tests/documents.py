"""Small Word files made for the tests, part by part."""

from congtinh.media.tests import samples

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="emf" ContentType="image/x-emf"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = {
    "Title": "Title", "Subtitle": "Subtitle", "Quote": "Quote", "Caption": "caption",
    "H1": "heading 1", "H2": "heading 2", "H3": "heading 3",
}  # fmt: skip


def word(*body: str, **extra: str | bytes) -> bytes:
    """A .docx of these paragraphs and tables, with two pictures at hand: `png` and `emf`."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in STYLES.items()
    )
    relations = (
        f'<Relationship Id="png" Type="{OFFICE}/image" Target="media/a.png"/>'
        f'<Relationship Id="emf" Type="{OFFICE}/image" Target="media/a.emf"/>'
        f'<Relationship Id="lost" Type="{OFFICE}/image" Target="media/lost.png"/>'
        f'<Relationship Id="web" Type="{OFFICE}/hyperlink" Target="https://halong.vn/" '
        'TargetMode="External"/>'
        f'<Relationship Id="bad" Type="{OFFICE}/hyperlink" Target="javascript:x" '
        'TargetMode="External"/>'
        f'<Relationship Id="styles" Type="{OFFICE}/styles" Target="styles.xml"/>'
    )
    entries = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(body)}"
        "</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}'
        "</Relationships>",
        "word/media/a.png": samples.picture("PNG"),
        "word/media/a.emf": b"emf",
    }
    return samples.zipped(entries | extra)


def paragraph(*runs: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(one if '<' in one else run(one) for one in runs)}</w:p>"


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def bold(text: str) -> str:
    return run(text, "<w:b/>")


def italic(text: str) -> str:
    return run(text, "<w:i/>")


def link(text: str, relation: str = "web") -> str:
    return f'<w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink>'


def image(relation: str = "png", alt: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(*rows: list[str]) -> str:
    lines = (
        "<w:tr>"
        + "".join(
            cell if cell.startswith("<w:tc") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{''.join(lines)}</w:tbl>"
