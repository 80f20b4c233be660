"""NewsML-G2 (IPTC), version 2.35."""
