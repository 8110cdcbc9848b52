package consular.cases.domain;

import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.ineligibility.AnnotationParser;
import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.Grounds;
import consular.cases.domain.ineligibility.ParsedAnnotation.Recognised;
import consular.cases.domain.ineligibility.RefusalReason;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.ReviewMode;
import consular.cases.domain.refusals.CfrTrigger;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.NewFinding;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal as it is being entered: its findings and the dates that follow from its day. */
final class RefusalEntry {
    private final Act act;
    private final ApplicantId applicantId;
    private final boolean straightforward;
    private final RefusalId refusalId;
    private final List<NewFinding> findings = new ArrayList<>();
    private OfficerId officer;
    private @Nullable List<String> missingDocuments;
    private int nextFinding;

    private RefusalEntry(Act act, ApplicantId applicantId, boolean straightforward) {
        this.act = act;
        this.applicantId = applicantId;
        this.straightforward = straightforward;
        this.officer = act.officer();
        this.refusalId = new RefusalId("R" + (act.file().numberOfRefusals() + 1));
        this.nextFinding = act.file().numberOfFindings() + 1;
    }

    static RefusalEntry of(Act act, Applicant applicant, boolean straightforward) {
        return new RefusalEntry(act, applicant.applicantId(), straightforward);
    }

    RefusalId refusalId() {
        return refusalId;
    }

    /** Says whose decision it is, if not that of the officer who acts. */
    RefusalEntry by(OfficerId decided) {
        officer = decided;
        return this;
    }

    /** Adds the finding that nothing is asked of the applicant, who waits for another member of the family. */
    RefusalEntry following(ApplicantId blocking) {
        add(
                "221(g)",
                RefusalReason.OTHER.shortForm(),
                FindingKind.FOLLOWS_FAMILY,
                false,
                false,
                "waits for applicant " + blocking + " of the same case, who stands refused",
                null,
                true,
                false,
                false,
                blocking,
                null);
        return this;
    }

    /** Adds a finding for each 221(g) reason; the annotations have been checked. */
    RefusalEntry reasons(List<ReasonGiven> reasons) {
        for (var reason : reasons) {
            if (AnnotationParser.parse(reason.annotation()) instanceof Recognised annotation) {
                var kind = kindOf(annotation.reason(), reason);
                add(
                        "221(g)",
                        annotation.canonical(),
                        kind,
                        annotation.originalRequested(),
                        annotation.forPetitioner(),
                        reason.note(),
                        null,
                        true,
                        false,
                        false,
                        null,
                        reason.cfrTrigger());
            }
        }
        return this;
    }

    /** Adds a finding for each ground of ineligibility; the grounds have been checked. */
    RefusalEntry grounds(List<GroundGiven> grounds) {
        for (var given : grounds) {
            add(
                    new Ground(given.ground()).citation(),
                    null,
                    FindingKind.SUBSTANTIVE,
                    false,
                    false,
                    null,
                    given.factualBasis(),
                    isTrue(given.curableByEvidence()),
                    isTrue(given.waiverAvailable()),
                    isTrue(given.classified()),
                    null,
                    null);
        }
        return this;
    }

    /** Names documents that are missing besides; the annotations have been checked. */
    RefusalEntry missing(@Nullable List<String> annotations) {
        missingDocuments =
                annotations == null || annotations.isEmpty() ? null : MissingDocuments.canonical(annotations);
        return this;
    }

    /** Adds the finding that the applicant has not overcome the presumption of immigrant intent. */
    RefusalEntry section214b(@Nullable String factualBasis) {
        add(
                Grounds.SECTION_214B,
                null,
                FindingKind.SUBSTANTIVE,
                false,
                false,
                null,
                factualBasis,
                false,
                false,
                false,
                null,
                null);
        return this;
    }

    private void add(
            String ground,
            @Nullable String annotation,
            FindingKind kind,
            boolean originalRequested,
            boolean forPetitioner,
            @Nullable String note,
            @Nullable String factualBasis,
            boolean curableByEvidence,
            boolean waiverAvailable,
            boolean classified,
            @Nullable ApplicantId follows,
            @Nullable CfrTrigger cfrTrigger) {
        var clock = kind.startsTerminationClock() && hasRegistrationToLose();
        findings.add(new NewFinding(
                new FindingId("F" + nextFinding++),
                ground,
                annotation,
                kind,
                originalRequested,
                forPetitioner,
                note,
                factualBasis,
                curableByEvidence,
                waiverAvailable,
                classified,
                Grounds.is214b(ground) ? null : act.reckoning().lastDayOfYear(act.day()),
                clock ? act.reckoning().terminateFrom(act.day()) : null,
                clock ? act.reckoning().lastDayOfSecondYear(act.day()) : null,
                follows,
                cfrTrigger));
    }

    private boolean hasRegistrationToLose() {
        return !act.file().isDiversity() && !act.file().isNonimmigrant();
    }

    private static FindingKind kindOf(RefusalReason reason, ReasonGiven given) {
        return switch (reason.kind()) {
            case DOCUMENT -> FindingKind.DOCUMENT;
            case APPLICANT_ACTION -> FindingKind.APPLICANT_ACTION;
            case ADMIN_PROCESSING -> FindingKind.ADMIN_PROCESSING;
            case OFFICER_STATES ->
                given.processing() == ReasonGiven.Processing.ADMINISTRATIVE
                        ? FindingKind.ADMIN_PROCESSING
                        : FindingKind.DOCUMENT;
        };
    }

    /** Records the refusal with all its findings. */
    Act record(Rule... basis) {
        var reviewClass = reviewClass();
        var rules = new ArrayList<>(List.of(basis));
        rules.addAll(List.of(NOTICE_OF_REFUSAL, CATEGORY_OF_THE_REFUSAL_FILE));
        if (Lists.any(findings, finding -> finding.feeWindowEnd() != null)) {
            rules.add(ONE_YEAR_TO_OVERCOME);
        }
        if (act.file().isNonimmigrant()) {
            rules.addAll(nonimmigrantRules());
        }
        if (Lists.any(findings, finding -> finding.terminateFrom() != null)) {
            rules.add(TERMINATION_AFTER_221G);
        }
        if (hasRegistrationToLose()
                && !Lists.any(findings, finding -> finding.kind().is221g())) {
            rules.add(ONLY_221G_STARTS_THE_YEAR);
        }
        if (Lists.any(findings, finding -> finding.kind() == FindingKind.ADMIN_PROCESSING)) {
            rules.add(NO_CLOCK_FOR_ADMINISTRATIVE_PROCESSING);
        }
        if (findings.stream().anyMatch(finding -> finding.cfrTrigger() != null)) {
            rules.add(CAUSES_OF_A_221G_REFUSAL);
        }
        rules.addAll(reviewRules(reviewClass));
        act.record(
                new VisaRefused(
                        refusalId,
                        applicantId,
                        act.day(),
                        officer,
                        straightforward,
                        FileCategory.of(Lists.map(findings, finding -> new Ground(finding.ground()))),
                        reviewClass,
                        act.day(),
                        reviewDeadline(reviewClass),
                        act.reckoning().noticeDue(act.day()),
                        List.copyOf(findings),
                        missingDocuments),
                rules);
        SelectionForReview.afterRefusal(refusalId, officer, reviewClass, findings, act);
        return act;
    }

    private List<Rule> nonimmigrantRules() {
        return Lists.any(findings, finding -> finding.kind().startsTerminationClock())
                ? List.of(ORIGINALS_STAY_WITH_THE_REFUSAL, NIV_DOCUMENTS_WITHIN_A_YEAR)
                : List.of(ORIGINALS_STAY_WITH_THE_REFUSAL);
    }

    private ReviewClass reviewClass() {
        if (act.post().reviewMode() == ReviewMode.CONSULTATIVE) {
            return ReviewClass.CONSULTATIVE;
        }
        var nonimmigrant = act.file().isNonimmigrant();
        return Lists.any(
                        findings,
                        finding -> finding.kind() == FindingKind.SUBSTANTIVE
                                && (nonimmigrant || !finding.curableByEvidence()))
                ? ReviewClass.MANDATORY
                : ReviewClass.DISCRETIONARY;
    }

    private @Nullable LocalDate reviewDeadline(ReviewClass reviewClass) {
        return switch (reviewClass) {
            case MANDATORY ->
                act.file().isNonimmigrant()
                        ? act.reckoning().deferredReviewDeadline(act.day())
                        : act.reckoning().reviewDeadline(act.day());
            case DISCRETIONARY, CONSULTATIVE -> null;
        };
    }

    private List<Rule> reviewRules(ReviewClass reviewClass) {
        var rules = new ArrayList<Rule>();
        rules.add(REFUSAL_GOES_TO_THE_SUPERVISOR);
        switch (reviewClass) {
            case MANDATORY ->
                rules.addAll(
                        act.file().isNonimmigrant()
                                ? nonimmigrantReviewRules()
                                : List.of(REVIEW_IS_MANDATORY, REVIEW_WITHIN_THIRTY_DAYS));
            case DISCRETIONARY -> rules.add(REVIEW_IS_DISCRETIONARY);
            case CONSULTATIVE -> rules.add(REVIEW_NEEDS_A_COMMISSION);
        }
        if (!straightforward) {
            rules.add(REVIEW_AT_ONCE_IF_NOT_STRAIGHTFORWARD);
        }
        return rules;
    }

    private List<Rule> nonimmigrantReviewRules() {
        return act.reckoning().deferredReviewDeadline(act.day()) == null
                ? List.of(NIV_REFUSAL_IS_REVIEWED)
                : List.of(NIV_REFUSAL_IS_REVIEWED, NONIMMIGRANT_REVIEW_WITHOUT_DELAY);
    }

    private static boolean isTrue(@Nullable Boolean given) {
        return given != null && given;
    }
}
