"""Who said what, on the record: statements of stories, the speakers' register, review and pages."""
