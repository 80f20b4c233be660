"""What one fault test did and what it found."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field


@dataclass
class Report:
    """The outcome of one fault on one database; no findings means that every promise was kept."""

    fault: str
    database: str
    seed: int
    rounds: int = 0
    seconds: float = 0.0
    findings: list[str] = field(default_factory=list)
    facts: dict[str, float] = field(default_factory=dict)
    """What was measured on the way, by name."""

    skipped: str = ""
    """Why the fault could not be tried here, if it could not."""

    def line(self) -> str:
        """Return one line for a person."""
        if self.skipped:
            return f"SKIPPED {self.fault} on {self.database}: {self.skipped}"
        facts = ", ".join(f"{name} {value:g}" for name, value in self.facts.items())
        return (
            f"{'FAILED' if self.findings else 'ok'} {self.fault} on {self.database}: "
            f"{self.rounds} rounds, {len(self.findings)} findings, {self.seconds:.0f} s, "
            f"seed {self.seed}; {facts}"
        )

    def packed(self) -> str:
        """Return it as one line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, text: str) -> Report:
        """Return what was packed."""
        return cls(**json.loads(text))
