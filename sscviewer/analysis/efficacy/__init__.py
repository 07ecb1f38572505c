"""The modelled course of the endpoints, and how far it can be trusted."""
