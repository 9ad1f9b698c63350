"""Arms, interventions and their links in a draft: keys in page order, each label or name written once."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.normalise.terms import fold
from extractor.records.arms import LinkBasis
from extractor.structure.slices import Slice


class ArmRecords:
    """Writes arms and interventions by their printed words; a label that comes again is the same arm."""

    def __init__(self, builder: DraftBuilder) -> None:
        self._builder = builder
        self._arms: dict[str, str] = {}
        self._interventions: dict[str, str] = {}

    def arm(self, label: Slice) -> str:
        """The pointer of the arm with this label, made if it is new."""
        return self._object(self._arms, "/arms", "A", "label", label)

    def intervention(self, name: Slice) -> str:
        """The pointer of the intervention with this name, made if it is new."""
        return self._object(self._interventions, "/interventions", "I", "name", name)

    def link(self, label: Slice, name: Slice, *words: Slice) -> None:
        """Say that an arm receives an intervention; a label of no arm is said to be unread."""
        arm = self._arms.get(fold(label.text))
        if arm is None:
            unread(self._builder, "/arm_interventions", "The label of an arm that is not listed", label)
            return
        link = self._builder.item("/arm_interventions", None, *words)
        self._builder.put(f"{link}/arm", self._builder.get(f"{arm}/key"))
        self._builder.put(f"{link}/intervention", self._builder.get(f"{self.intervention(name)}/key"))
        self._builder.put(f"{link}/basis", LinkBasis.SECTION)

    def _object(self, places: dict[str, str], pointer: str, letter: str, field: str, words: Slice) -> str:
        known = places.get(fold(words.text))
        if known:
            self._builder.words(f"{known}/{field}", words)
            return known
        place = places[fold(words.text)] = self._builder.item(pointer)
        self._builder.put(f"{place}/key", f"{letter}{len(places)}")
        self._builder.say(f"{place}/{field}", words)
        return place
