"""What Rolemeter costs, beside what its peers cost."""
