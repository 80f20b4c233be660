"""What readers do: they rate stories, and what they gave is kept, judged and counted."""
