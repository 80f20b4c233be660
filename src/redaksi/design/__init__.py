"""How the paper looks: page frame, components, style sheet, dates in words."""
