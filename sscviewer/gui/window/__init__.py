"""The window itself: what it is made of and how the parts are wired."""
