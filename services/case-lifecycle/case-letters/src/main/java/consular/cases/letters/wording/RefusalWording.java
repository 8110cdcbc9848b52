package consular.cases.letters.wording;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.letters.facts.LetterFinding.Missing;
import java.time.LocalDate;

/** What a letter says of a refusal, in the order of its five sections (9 FAM 504.11-3(A)(1)b; R-LTR-02). */
public sealed interface RefusalWording permits EnglishRefusalWording, SpanishRefusalWording {
    String provisionHeading();

    String refusedUnder(String visaClass, LocalDate day, int provisions);

    /** What a provision says; of 212(a) the same whatever the subsection, so that it gives no ground away. */
    String meaning(Ground ground);

    String factsHeading();

    String factsOfTheOfficer();

    String somethingIsMissing();

    String processingIsOpen();

    String familyIsAwaited();

    String entitlementNotShown();

    String documentsHeading();

    String missing();

    String item(Missing finding);

    String nothingRequested();

    String evidenceIsConsidered();

    /** Beside documents that are missing. */
    String otherEvidenceIsConsidered();

    /** Where the citation is limited and the letter names no provision that evidence could speak to. */
    String evidenceOfEligibilityIsConsidered();

    String stepsHeading();

    String noNewFeeUntil(LocalDate day);

    /** Of a nonimmigrant application, which no registration outlasts (R-NIV-10). */
    String lapsesAfter(LocalDate day);

    String consideredWhenPresented();

    String postCompletesProcessing();

    String familyIsDecidedTogether();

    String supervisorReviews();

    String departmentGivesOpinion();

    String decisionStands();

    String reliefHeading();

    String noWaiverOf221g();

    String waiverAvailable(Ground ground);

    String waiverNotAvailable(Ground ground);

    String newApplicationStandsOnItsOwn();
}
