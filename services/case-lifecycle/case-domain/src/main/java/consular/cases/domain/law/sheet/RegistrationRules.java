package consular.cases.domain.law.sheet;

/** Fees, documents, termination and reinstatement: chapters 1.8 and 1.9. */
final class RegistrationRules {
    static final String TEXT = """
        R-FEE-01 | seed | one year
        No new fee is due when evidence comes within one year of the refusal.

        R-FEE-02 | seed, recalled-unverified
        Other cases in which no fee is due exist; each is granted with its citation.

        R-FEE-03 | seed | after one year
        After the year a new application and a new fee are needed.

        R-FEE-04 | found-partial
        One fee pays for processing and issuance, wherever it was collected.

        R-FEE-05 | found
        The fee is given back only if the government's own act kept the case from being decided.

        R-FEE-06 | found-partial
        When a sanction under INA 243(d) is lifted, no new fee is due.

        R-FEE-07 | secondary
        After a refusal under 214(b) a nonimmigrant applies anew; documents under 221(g) can follow without a fee.

        R-FEE-08 | seed
        The amounts of fees change, so none is written into the rules.

        R-DOC-01 | found
        Documents that bear on the refusal stay in the file; the others go back.

        R-DOC-02 | found | one year, with consent
        With the applicant's consent all documents may be kept for up to a year while evidence is expected.

        R-DOC-03 | seed | until final action
        While an advisory opinion is awaited the documents stay.

        R-DOC-04 | seed
        A copy of the request for an opinion is kept with the documents.

        R-TRM-01 | found | one year
        The registration of somebody who does not apply within a year of being told that a visa is available is
        terminated.

        R-TRM-02 | found
        The year to apply is counted from the day on which the notice of availability was sent.

        R-TRM-03 | found | one year
        Registration is terminated, too, when for a year after a 221(g) refusal no evidence is presented against it.

        R-TRM-04 | found
        Only a refusal under 221(g) starts the year in which evidence has to come.

        R-TRM-05 | found-partial | four times one year
        The manual knows four ways of letting a year pass: no application, a missed interview, no evidence after a 221(g)
        refusal, no answer to the follow-up instructions.

        R-TRM-06 | found | one full year of availability | from 2024-06-21
        When visas cease to be available within the year, it is not held against the applicant until there was a
        whole year of them.

        R-TRM-07 | found
        Whoever notifies a termination also says how to get reinstated.

        R-TRM-08 | found | two years
        By the regulation reinstatement is open until the end of the second year.

        R-TRM-09 | found | two years from the notice
        By the statute reinstatement is open for two years from the notice of availability.

        R-TRM-10 | found
        Reinstatement needs a cause that was beyond the applicant's control.

        R-TRM-11 | recalled-unverified
        With the registration its petition stands again.

        R-TRM-12 | found-partial, secondary
        Termination under 203(g) revokes the petition by itself.

        R-TRM-13 | secondary | 30 days before, a policy
        A warning goes out before a registration is terminated.

        R-TRM-14 | secondary
        No year runs while the applicant waits for processing and has nothing to present.

        R-TRM-15 | found
        Letters cite INA 203(g), whatever older pages say.

        R-TRM-16 | found
        After a refusal the year is counted from the refusal, not from the application.

        R-TRM-17 | recalled-unverified
        An officer who finds that a petition should not have been approved, or whose petitioner asks for it, suspends
        action and returns the petition; its revocation ends action.

        R-TRM-18 | derived
        The second year is counted from the first day of the first, never from its end.
        """;

    private RegistrationRules() {}
}
