package consular.cases.domain.law.sheet;

/** Notices, letters and the vocabulary of 221(g): chapters 1.3 to 1.5. */
final class NoticeRules {
    static final String TEXT = """
        R-LTR-01 | found | two elements
        Whoever is refused under INA 212(a) is told so in writing in good time, with the provision.

        R-LTR-02 | seed | five elements, two addressees
        A notice gives applicant and counsel the provision, the facts, the evidence missing, the next steps and the
        relief there is.

        R-LTR-03 | found, seed | the Department only
        Only the Department may dispense with the notice.

        R-LTR-04 | found, seed | three exceptions
        Grounds of crime and security are notified as well, unless the Department said otherwise or agreed that they
        are not.

        R-LTR-05 | seed
        A limited citation names INA 212(a) as the ground and no subsection.

        R-LTR-06 | seed | three clauses
        A letter under 212(a) names the provision, says whether there is a waiver, and neither invites nor deters a
        new application.

        R-LTR-07 | seed | two fixed sentences
        A letter under 221(g) names the provision, takes no side on reapplying and holds the fixed sentences.

        R-LTR-08 | seed
        The fixed sentence on INA 203(g) belongs only in letters on cases that rest on a petition.

        R-LTR-09 | seed
        A post may word letters of its own as long as they hold what a letter must.

        R-LTR-10 | seed | oral and written
        A refusal is explained by word of mouth and in writing, from what the applicant said or showed.

        R-LTR-11 | found
        A nonimmigrant is told the ground and whether the law offers a way round it.

        R-LTR-12 | seed | none
        No waiver exists for a refusal under 221(g).

        R-LTR-13 | seed
        Most ineligibilities of immigrants can be waived by Homeland Security, never by the post.

        R-VOC-01 | seed | one reason, one finding
        Each document or reason under 221(g) is a finding of its own.

        R-VOC-02 | seed | a closed list of 31
        A reason is written by its standard name or its abbreviation.

        R-VOC-03 | seed
        Names that only one country or post uses are not used; what they mean goes into the notes.

        R-VOC-04 | seed | two spellings
        A prefix asks for the original of a document.

        R-VOC-05 | seed | two spellings
        A prefix asks for the petitioner's document rather than the applicant's.

        R-VOC-06 | derived
        Both prefixes may stand before one name, in either order.

        R-VOC-07 | derived
        A prefix goes before a document and before nothing else.

        R-VOC-08 | seed
        In the published list an "or" may join two reasons; there it is not the prefix for an original.
        """;

    private NoticeRules() {}
}
