"""The demo province: invented people, figures, texts and pictures for showing the whole portal."""
