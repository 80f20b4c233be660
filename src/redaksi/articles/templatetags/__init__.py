"""What the reader's page of an article shows besides the article."""
