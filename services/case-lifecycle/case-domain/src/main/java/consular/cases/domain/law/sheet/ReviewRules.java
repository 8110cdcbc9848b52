package consular.cases.domain.law.sheet;

/** Review by a supervisor, overcoming, and advisory opinions: chapters 1.6, 1.7 and 1.10. */
final class ReviewRules {
    static final String TEXT = """
        R-SUP-01 | seed | each refusal
        Every refusal goes to the designated supervisor, who confirms it or disagrees.

        R-SUP-02 | seed, found-partial | all of them
        Review is mandatory where more evidence can't overcome the refusal.

        R-SUP-03 | seed
        Refusals under 221(g) and issuances are reviewed at the supervisor's discretion.

        R-SUP-04 | seed | 30 calendar days at most
        A refusal is reviewed on its day or as soon as may be, and in any event within thirty days.

        R-SUP-05 | found-partial | 30 days
        The regulation asks for review without delay; the number of days comes from the manual.

        R-SUP-06 | seed | at once
        A refusal whose basis is not straightforward is reviewed at once.

        R-SUP-07 | seed, found-partial | two
        A reviewer who disagrees either asks the Department for an opinion or reverses and answers for the case.

        R-SUP-08 | seed | before either
        The reviewer first talks with the refusing officer and says what will be done and why.

        R-SUP-09 | seed
        At best the refusing officer, having been heard, changes the decision.

        R-SUP-10 | seed | officer, then applicant
        After a reversal the refusing officer is told first, and the applicant soon after.

        R-SUP-11 | seed
        Reviews are recorded apart from the processing of the visa.

        R-SUP-12 | seed
        A formal review is for supervisors with a consular commission; some posts have consultation in its place.

        R-SUP-13 | derived
        Nobody reviews a refusal of his or her own.

        R-SUP-14 | found-partial
        The Department's rulings on what the law means bind the officer; its view of the facts may be answered with
        reasons.

        R-SUP-15 | derived
        A review after the thirtieth day is late, and valid.

        R-OVC-01 | seed, found-partial | two ways
        A refusal under 221(g) is overcome by evidence, or by the end of the processing that it waited for.

        R-OVC-02 | found-partial
        Overcoming opens the case again; it does not promise a visa.

        R-OVC-03 | seed
        Somebody refused as a public charge who later shows enough is processed to the end.

        R-OVC-04 | seed, found-partial | one year
        Evidence within one year of the refusal is considered without a new fee.

        R-OVC-05 | seed | after one year
        After the year a case can still be reconsidered, on a new application with a new fee.

        R-OVC-06 | seed
        Reconsideration supposes that petition and registration still stand.

        R-OVC-07 | found
        Applicants get every reasonable chance to show that they are eligible.

        R-OVC-08 | seed
        A waiver leaves the ineligibility standing; overcoming removes it.

        R-OVC-09 | secondary
        One court of appeals holds that the officer owes another look at evidence that came in time.

        R-OVC-10 | derived
        Every finding is closed on its own, and the case opens again when none is left.

        R-AO-01 | seed | before the request
        Before an advisory opinion is asked, the applicant is refused under 221(g).

        R-AO-02 | seed | 60 days, a policy
        The post reminds the Department after a reasonable time and again.

        R-AO-03 | seed | absolute
        Nothing is finally resolved before the opinion is there.

        R-AO-04 | seed | a new refusal
        An adverse opinion leads to a new refusal on its own ground.

        R-AO-05 | seed | as the examiner says
        A medical deferral, too, needs a refusal under 221(g) first; when it has ended, the officer is told.

        R-AO-06 | seed
        So does any other deferral, for evidence, a clearance or a name check, need that refusal.

        R-AO-07 | seed
        A reviewer's referral to the Department is a request for an opinion too.

        R-AO-08 | seed
        Classified facts are reported to the Department in a way of their own.

        R-AO-09 | recalled-unverified
        The manual describes elsewhere how an opinion is asked; that text was not read.

        R-AO-10 | secondary | 180 days
        Posts used to ask applicants to wait half a year before asking after administrative processing.
        """;

    private ReviewRules() {}
}
