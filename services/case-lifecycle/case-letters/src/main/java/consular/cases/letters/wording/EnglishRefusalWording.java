package consular.cases.letters.wording;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.letters.document.Language;
import consular.cases.letters.facts.LetterFinding.Missing;
import java.time.LocalDate;
import java.util.Optional;

final class EnglishRefusalWording implements RefusalWording {
    private static final Days DAYS = new Days(Language.ENGLISH, "MMMM d, uuuu");

    @Override
    public String provisionHeading() {
        return "Provision of law";
    }

    @Override
    public String refusedUnder(String visaClass, LocalDate day, int provisions) {
        return "Your application for a visa of class " + visaClass + " was refused on " + DAYS.of(day) + " under the "
                + (provisions == 1 ? "following provision" : "following provisions")
                + " of the Immigration and Nationality Act (INA):";
    }

    @Override
    public String meaning(Ground ground) {
        return switch (ground.kind()) {
            case SECTION_221G ->
                "Section 221(g) does not allow a visa to be issued on an application that lacks a document, information"
                        + " or processing that the law requires.";
            case SECTION_212A ->
                "Section 212(a) names the classes of persons to whom the law does not allow a visa to be issued.";
            case SECTION_212E ->
                "Section 212(e) requires certain exchange visitors to have lived in their country for two years, or to"
                        + " hold a waiver, before they may receive this kind of visa.";
            case NIV_ONLY, QUASI, UNKNOWN ->
                ground.citation().equals("214(b)")
                        ? "Section 214(b) presumes that an applicant for a nonimmigrant visa intends to immigrate,"
                                + " until the applicant shows an entitlement to nonimmigrant status."
                        : "This provision does not allow a nonimmigrant visa to be issued to those whom it describes.";
        };
    }

    @Override
    public String factsHeading() {
        return "Factual basis";
    }

    @Override
    public String factsOfTheOfficer() {
        return "The consular officer found:";
    }

    @Override
    public String somethingIsMissing() {
        return "On the day of the decision the application lacked what the next section names.";
    }

    @Override
    public String lacked() {
        return "On the day of the decision the application lacked the following:";
    }

    @Override
    public String processingIsOpen() {
        return "On the day of the decision administrative processing of the application was not complete.";
    }

    @Override
    public String familyIsAwaited() {
        return "On the day of the decision your application waited for that of a member of your family.";
    }

    @Override
    public String entitlementNotShown() {
        return "Your application and interview did not show an entitlement to nonimmigrant status.";
    }

    @Override
    public String documentsHeading() {
        return "Missing documents or evidence";
    }

    @Override
    public String missing() {
        return "The following is missing:";
    }

    @Override
    public String item(Missing finding) {
        return EnglishReasons.nameOf(finding.reason())
                + (finding.original() ? ", original" : "")
                + (finding.fromPetitioner() ? ", of the petitioner" : "");
    }

    @Override
    public String nothingRequested() {
        return "No document is requested from you.";
    }

    @Override
    public String nothingRequestedAnyMore() {
        return "No document is requested from you on account of this refusal.";
    }

    @Override
    public String evidenceIsConsidered() {
        return "No document is requested from you. Evidence that the provision does not apply to you may be presented"
                + " and is considered.";
    }

    @Override
    public String otherEvidenceIsConsidered() {
        return "Other evidence that the provision does not apply to you may be presented as well and is considered.";
    }

    @Override
    public String evidenceOfEligibilityIsConsidered() {
        return "Evidence that you are eligible for the visa may be presented and is considered.";
    }

    @Override
    public String stepsHeading() {
        return "Procedural steps";
    }

    @Override
    public Optional<String> became(FindingStatus status, String provision, boolean whole) {
        var refusal = (whole ? "The refusal under INA\u00a0" : "Part of the refusal under INA\u00a0") + provision;
        return switch (status) {
            case ACTIVE -> Optional.empty();
            case OVERCOME -> Optional.of(refusal + " has since been overcome.");
            case WAIVED ->
                Optional.of("A waiver of the ineligibility under INA\u00a0" + provision + " has since been granted.");
            case REVERSED -> Optional.of(refusal + " has since been reversed.");
            case SUPERSEDED -> Optional.of(refusal + " has since been replaced by a later refusal.");
        };
    }

    @Override
    public String noNewFeeUntil(LocalDate day) {
        return "Evidence presented on or before " + DAYS.of(day)
                + " is considered without a new application and without a new fee.";
    }

    @Override
    public String lapsesAfter(LocalDate day) {
        return "If no evidence is presented on or before " + DAYS.of(day) + ", the application lapses.";
    }

    @Override
    public String consideredWhenPresented() {
        return "When what is missing has been presented, the consular officer considers the application further.";
    }

    @Override
    public String postCompletesProcessing() {
        return "When administrative processing is complete, the consular officer considers the application further.";
    }

    @Override
    public String familyIsDecidedTogether() {
        return "The consular officer considers your application further once that of the member of your family no"
                + " longer stands in its way.";
    }

    @Override
    public String supervisorReviews() {
        return "A supervisory consular officer reviews the refusal.";
    }

    @Override
    public String departmentGivesOpinion() {
        return "The Department of State has been asked for an opinion, which the post awaits before it acts further.";
    }

    @Override
    public String decisionStands() {
        return "No step of the consular officer or of the Department of State is open.";
    }

    @Override
    public String reliefHeading() {
        return "Relief";
    }

    @Override
    public String noWaiverOf221g() {
        return "The law provides no waiver of a refusal under INA\u00a0221(g).";
    }

    @Override
    public String waiverAvailable(Ground ground) {
        return "A waiver of the ineligibility under INA\u00a0" + ground
                + " is available by law. The Department of Homeland Security decides on it.";
    }

    @Override
    public String waiverNotAvailable(Ground ground) {
        return "A waiver of the ineligibility under INA\u00a0" + ground + " is not available.";
    }

    @Override
    public String newApplicationStandsOnItsOwn() {
        return "The law provides no waiver of a refusal under INA\u00a0214(b). A later application is decided on its"
                + " own facts and has a fee of its own.";
    }
}
