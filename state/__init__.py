"""What must outlive a restart: ids of answered updates and counts, and no person's words."""
