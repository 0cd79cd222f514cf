"""One module a relation; RULES orders them."""

from jejaring.extraction.draft import Rule
from jejaring.extraction.relations.alumni_of import alumni_of
from jejaring.extraction.relations.contests import contests
from jejaring.extraction.relations.deeds import deeds
from jejaring.extraction.relations.focuses_on import focuses_on
from jejaring.extraction.relations.funded import funded
from jejaring.extraction.relations.held_at import held_at
from jejaring.extraction.relations.holds_position import holds_position
from jejaring.extraction.relations.located_in import located_in
from jejaring.extraction.relations.member_of import member_of
from jejaring.extraction.relations.met import met
from jejaring.extraction.relations.opposes import opposes
from jejaring.extraction.relations.organized import organized
from jejaring.extraction.relations.part_of import part_of
from jejaring.extraction.relations.participated_in import participated_in
from jejaring.extraction.relations.partnered_with import partnered_with
from jejaring.extraction.relations.runs import runs
from jejaring.extraction.relations.supports import supports
from jejaring.extraction.relations.visited import visited

RULES: tuple[Rule, ...] = (
    contests,
    deeds,
    holds_position,
    located_in,
    part_of,
    member_of,
    alumni_of,
    runs,
    organized,
    participated_in,
    held_at,
    visited,
    met,
    partnered_with,
    focuses_on,
    supports,
    opposes,
    funded,
)
