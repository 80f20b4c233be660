"""Vocabularies that are shipped: news agencies and the IPTC Media Topics."""
