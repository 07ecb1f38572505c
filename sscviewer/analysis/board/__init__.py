"""What a safety board looks at: arms without names, the events in one glance, the stopping bound."""
