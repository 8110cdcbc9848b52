package consular.cases.domain.law.sheet;

/** The duty to decide, the grounds of refusal, and families: chapters 1.1 and 1.2. */
final class ImmigrantVisaRules {
    static final String TEXT = """
        R-IV-01 | seed, found | no exception
        Once an immigrant has properly applied, the visa is either issued or refused; there is nothing in between.

        R-IV-02 | found | while the order stands | from 2019-04-22
        While an order under INA 243(d) stands, the grant of visas is discontinued instead, and the fee is not given
        back.

        R-IV-03 | seed | the working day of the application
        A visa that is not issued by the end of the working day on which it was applied for has to be entered as
        refused.

        R-IV-04 | seed | one working day more
        At a post that as a rule issues on the following day, the decision may wait until the end of the next
        working day.

        R-IV-05 | seed, found | at least one ground
        A refusal names at least one ground: INA 212(a), 212(e), 221(g) or another provision that applies.

        R-IV-06 | seed | any ground of 212(a)
        Where a provision of INA 212(a) applies, the officer refuses under it and not under 221(g).

        R-IV-07 | seed | four cases
        Medical deferral, an advisory opinion, an inquiry on the spot or a clearance still awaited do not excuse
        from refusing.

        R-IV-08 | seed
        After a formal application nobody is turned away informally, and no case is left pending.

        R-IV-09 | found
        A visa is refused only on a ground that law or regulation sets out, and evidence that the ground is gone
        must be heard.

        R-IV-10 | seed | three conditions
        A formal decision supposes that the application is executed, the documents are in and the fee is paid.

        R-IV-11 | found
        No immigrant visa is refused before the application form has been executed before an officer.

        R-IV-12 | secondary
        221(g) fits where evidence that is easy to get might still show eligibility; a firm adverse view calls for
        its own ground.

        R-IV-13 | seed | a new date
        When a deferred case turns out to be ineligible on the merits, that is a new refusal with a date of its own.

        R-IV-14 | found | seven causes
        The regulation lists seven causes of a 221(g) refusal, from information withheld to a missing oath.

        R-IV-15 | found
        A refusal for want of information stands in the way neither of another look once it is given nor of a later
        application.

        R-IV-16 | found | three limbs
        221(g) rests on an application that shows ineligibility, one that does not comply, or reason to believe in
        ineligibility.

        R-IV-17 | found | two years in all
        Certain exchange visitors first have to live at home for two years in all, unless that duty is waived.

        R-IV-18 | found | ten paragraphs
        The catalogue of INA 212(a) has ten paragraphs, from health to miscellaneous grounds.

        R-FAM-01 | seed | the whole family
        When a family waits for an ineligible spouse or child, that person is refused on the true ground and the
        others under 221(g).

        R-FAM-02 | seed | all derivatives
        When the principal is ineligible, the members who derive from the principal are refused under 221(g),
        without any choice.

        R-FAM-03 | seed | a new refusal for one person
        A family that waits for tuberculosis tests is refused under 221(g); a positive test leads to a new refusal
        of that one person.

        R-FAM-04 | derived
        When the person for whom the family waited is cleared, the refusals of those who waited are overcome without
        evidence of theirs.

        R-FAM-05 | derived
        A family may stop waiting and travel ahead, unless it is the principal who stands in the way.

        R-FAM-06 | found
        An informal look at the family that stays behind promises nothing.
        """;

    private ImmigrantVisaRules() {}
}
