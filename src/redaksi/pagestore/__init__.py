"""The store of finished pages: a plain file tree for readers, an index for those who write it."""
