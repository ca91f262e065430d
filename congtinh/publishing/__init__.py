"""Kinds of content, reviews, decisions, the publication log and everything that follows it."""
