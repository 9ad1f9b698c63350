"""Words for broken pages: headings in no table and in other languages, lines of web sites, other domains."""

GARBLE = (
    "Spindle Overview",
    "Section 4b",
    "Xqz",
    "What the Owl Says",
    "### ###",
    "Particulars Thereof",
    "Item Group (continued)",
    "Stdy Dsgn",
    "Wh0 C4n J0in",
    "Blorp",
)
FURNITURE = (
    "Skip to main content",
    "Home > Trials > Search",
    "Share this page",
    "Was this page helpful? Yes No",
    "We use cookies. Accept all",
    "Sign in",
    "© 2025 Example Registry. All rights reserved.",
    "Contact us | Terms | Privacy",
    "Advertisement",
    "Print",
    "Back to top",
    "Show more",
    "Results: 10 per page",
    "Follow us on social media",
    "Status: connected",
    "Language: English",
)
COMMENTS = (
    "Anna wrote on 3 March 2024: My father is 71 and had 5 mg daily for 6 weeks. Can he take part?",
    "Exclusion Criteria seem strict! My platelets are < 100, what now?",
    "reader77: I was in the placebo arm of NCT09991234 and felt nothing.",
    "Status of this trial? The hospital in Graz, Austria says it is terminated.",
    "Thank you for posting.\n\nInclusion Criteria\n- must love cats",
    "Phase 3",
)
"""What readers write below a page."""
TRANSLATED: dict[str, dict[str, str]] = {
    "German": {
        "status": "Rekrutierungsstatus",
        "sex": "Geschlecht",
        "conditions": "Erkrankungen",
        "interventions": "Interventionen",
        "enrollment": "Teilnehmerzahl",
        "brief_summary": "Kurzbeschreibung",
        "description": "Ausführliche Beschreibung",
        "inclusion": "Einschlusskriterien",
        "exclusion": "Ausschlusskriterien",
        "primary_outcomes": "Primäre Endpunkte",
        "secondary_outcomes": "Sekundäre Endpunkte",
        "lead_sponsor": "Sponsor der Studie",
        "study_type": "Studientyp",
        "design": "Studiendesign",
        "arms": "Studienarme",
        "location_list": "Studienorte",
        "keywords": "Schlagwörter",
        "minimum_age": "Mindestalter",
        "maximum_age": "Höchstalter",
        "start_date": "Studienbeginn",
        "completion_date": "Studienende",
    },
    "Spanish": {
        "status": "Estado",
        "sex": "Sexo",
        "conditions": "Condiciones",
        "interventions": "Intervenciones",
        "enrollment": "Participantes",
        "brief_summary": "Resumen",
        "description": "Descripción detallada",
        "inclusion": "Criterios de inclusión",
        "exclusion": "Criterios de exclusión",
        "primary_outcomes": "Resultados primarios",
        "secondary_outcomes": "Resultados secundarios",
        "lead_sponsor": "Patrocinador",
        "study_type": "Tipo de estudio",
        "arms": "Brazos",
        "location_list": "Lugares",
        "start_date": "Fecha de inicio",
    },
    "French": {
        "status": "Statut",
        "sex": "Sexe",
        "conditions": "Pathologies",
        "enrollment": "Effectif",
        "brief_summary": "Résumé",
        "inclusion": "Critères d'inclusion",
        "exclusion": "Critères d'exclusion",
        "primary_outcomes": "Critères de jugement principaux",
        "secondary_outcomes": "Critères de jugement secondaires",
        "study_type": "Type d'étude",
        "location_list": "Lieux de recherche",
    },
}
OTHER_DOMAINS = (
    """\
Oat Biscuits

Serves 12

Ingredients

200 g oats
100 g butter
2 eggs

Method

1. Heat the oven to 180 °C.
2. Mix and bake for 15 minutes.

Status: tested
Difficulty: easy
""",
    """\
Terms of Service

Last updated: 2024-05-06

1. Acceptance

By using the service you agree. You must be 18 years or older.

2. Termination

We may terminate accounts.

Contact: office@example.org
""",
    """\
City Marathon 2025

Status
Completed

Participants
4,200

Sex
All

Locations
Bruges, Belgium

Start Date
May 2025

Sponsors
The Shoe Company

Summary
A fast course along the canals.
""",
    """\
Job opening: study nurse

Location
Ghent, Belgium

Phase 1 of our growth begins. You recruit patients for randomized trials (see NCT09990001).

Inclusion
- A degree in nursing

Description
Full time
""",
    """\
Changelog

## 2.1.0

- Allocation of buffers is randomized.
- Masking of secrets in logs: double.

Conditions
MIT License

Interventions
None needed

Enrollment
12 maintainers
""",
    """\
Invoice 2024-117

Sponsor
Tea Company

Item;Count;Price
Tea;12;36.00

Status
Withdrawn

Study Type
n/a

Completion Date
2024-12-31
""",
    """\
Abstract

We study random graphs. Methods: 300 graphs were randomly assigned to two arms of a tree.

Keywords
graphs, trees

DOI: 10.9999/graphs.1
""",
)
"""Pages about other things that print the words of trials."""
