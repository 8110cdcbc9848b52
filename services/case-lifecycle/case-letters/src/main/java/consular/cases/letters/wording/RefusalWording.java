package consular.cases.letters.wording;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.letters.facts.LetterFinding.Missing;
import java.time.LocalDate;
import java.util.Optional;

/** What a letter says of a refusal, in the order of its five sections (9 FAM 504.11-3(A)(1)b; R-LTR-02). */
public sealed interface RefusalWording permits EnglishRefusalWording, SpanishRefusalWording {
    String provisionHeading();

    String refusedUnder(String visaClass, LocalDate day, int provisions);

    /** What a provision says; of 212(a) the same whatever the subsection, so that it gives no ground away. */
    String meaning(Ground ground);

    String factsHeading();

    String factsOfTheOfficer();

    String somethingIsMissing();

    /** Before the names of what was missing, where the letter asks for less. */
    String lacked();

    String processingIsOpen();

    /** Says nothing of what was decided on that member: the Department may allow no notice of it, even to the member (R-LTR-03). */
    String familyIsAwaited();

    String entitlementNotShown();

    String documentsHeading();

    String missing();

    String item(Missing finding);

    String nothingRequested();

    /** Where nothing of the refusal stands, or no evidence is taken any more. */
    String nothingRequestedAnyMore();

    String evidenceIsConsidered();

    /** Beside documents that are missing. */
    String otherEvidenceIsConsidered();

    /** Where the citation is limited and the letter names no provision that evidence could speak to. */
    String evidenceOfEligibilityIsConsidered();

    String stepsHeading();

    /** What has become of the refusal under a provision, or of part of it; empty while it stands. */
    Optional<String> became(FindingStatus status, String provision, boolean whole);

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
