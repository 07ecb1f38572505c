"""Which dose is tolerated, which one works, which trial would tell: asked of a titration trial."""
