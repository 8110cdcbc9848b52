package consular.cases.domain;

import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.EventByTime.*;
import consular.cases.domain.law.Rule;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which clocks an event may move, and by which rules: told anew, from the rule sheet and not from the code that derives the
 * clocks. What is not in the table moves no clock. To move is to start, stop, wait, go on, be met, pass or change a day.
 */
final class ClocksMoved {
    private static final Map<Class<? extends CaseEvent>, Map<DeadlineKind, Set<Rule>>> TABLE = new HashMap<>();

    static {
        // an application: it is decided within the day, and applying ends the year to apply
        row(
                ApplicationExecuted.class,
                DECISION,
                DECISION_BY_END_OF_WORKING_DAY,
                DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY);
        row(ApplicationExecuted.class, TERM_A, TERMINATION_FOR_FAILING_TO_APPLY, YEAR_TO_ACT);
        row(ApplicationExecuted.class, TERM_WARNING, WARNING_BEFORE_TERMINATION);
        for (var end : List.of(VisaIssued.class, ApplicationWithdrawn.class)) {
            row(end, TERM_A, TERMINATION_FOR_FAILING_TO_APPLY, YEAR_TO_ACT);
        }
        row(VisaIssued.class, TERM_WARNING, WARNING_BEFORE_TERMINATION);
        row(
                NewApplicationTaken.class,
                DECISION,
                DECISION_BY_END_OF_WORKING_DAY,
                DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY);
        row(NewApplicationTaken.class, FEE_WINDOW, NEW_FEE_AFTER_A_YEAR, REFUND_ONLY_FOR_GOVERNMENT_ACTION);
        row(
                ApplicationReopened.class,
                DECISION,
                DECISION_BY_END_OF_WORKING_DAY,
                DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY);
        row(
                VisaIssued.class,
                DECISION,
                DECISION_BY_END_OF_WORKING_DAY,
                DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY);
        row(GrantDiscontinued.class, DECISION, DISCONTINUED_UNDER_AN_ORDER);

        // a refusal sets going whatever is reckoned from its day
        row(
                VisaRefused.class,
                DECISION,
                DECISION_BY_END_OF_WORKING_DAY,
                DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY);
        row(VisaRefused.class, REVIEW, REVIEW_WITHIN_THIRTY_DAYS, NONIMMIGRANT_REVIEW_WITHOUT_DELAY);
        row(VisaRefused.class, NOTICE, NOTICE_OF_REFUSAL);
        row(VisaRefused.class, DOCUMENT_RETURN, DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT);
        row(VisaRefused.class, FEE_WINDOW, ONE_YEAR_TO_OVERCOME);
        row(VisaRefused.class, TERM_B, TERMINATION_AFTER_221G);
        row(VisaRefused.class, TERM_WARNING, WARNING_BEFORE_TERMINATION);
        row(VisaRefused.class, NIV_LAPSE, NIV_DOCUMENTS_WITHIN_A_YEAR);

        // evidence in time, and whatever closes a finding, ends what ran for it
        for (var evidence : List.of(EvidencePresented.class, MedicalResultRecorded.class)) {
            row(evidence, FEE_WINDOW, NO_NEW_FEE_WITHIN_A_YEAR);
            row(evidence, TERM_B, TERMINATION_AFTER_221G);
            row(evidence, TERM_WARNING, WARNING_BEFORE_TERMINATION);
            row(evidence, NIV_LAPSE, NIV_DOCUMENTS_WITHIN_A_YEAR);
        }
        closing(FindingsSuperseded.class, SUBSTANTIVE_FINDING_IS_A_NEW_REFUSAL);
        closing(RefusalOvercome.class, OVERCOME_BY_EVIDENCE_OR_PROCESSING);
        row(WaiverRecorded.class, FEE_WINDOW, WAIVER_IS_FOR_DHS);
        row(WaiverRecorded.class, DOCUMENT_RETURN, WAIVER_IS_FOR_DHS);
        closing(RefusalReversedBySupervisor.class, TWO_WAYS_TO_DISAGREE);
        closing(RefusalReversedByAdjudicator.class, REFUSING_OFFICER_ACTS_FIRST);
        closing(ApplicationWithdrawn.class, APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL, NIV_ENDS_IN_ISSUE_OR_REFUSAL);
        row(ApplicationWithdrawn.class, DECISION, APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL, NIV_ENDS_IN_ISSUE_OR_REFUSAL);
        row(
                ApplicationWithdrawn.class,
                AO_FOLLOW_UP,
                APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL,
                NIV_ENDS_IN_ISSUE_OR_REFUSAL);

        // a review ends with its outcome
        row(SupervisorConcurred.class, REVIEW, REFUSAL_GOES_TO_THE_SUPERVISOR);
        row(RefusalReversedBySupervisor.class, REVIEW, TWO_WAYS_TO_DISAGREE);
        row(RefusalReferredToDepartment.class, REVIEW, TWO_WAYS_TO_DISAGREE);
        row(RefusalReversedByAdjudicator.class, REVIEW, REFUSING_OFFICER_ACTS_FIRST);

        // an opinion that is awaited, and a medical deferral, hold back what would end the case
        row(AdvisoryOpinionRequested.class, AO_FOLLOW_UP, FOLLOW_UP_OF_AN_OPINION);
        row(AdvisoryOpinionReceived.class, AO_FOLLOW_UP, FOLLOW_UP_OF_AN_OPINION);
        for (var opinion : List.of(AdvisoryOpinionRequested.class, AdvisoryOpinionReceived.class)) {
            row(opinion, TERM_B, NO_RESOLUTION_BEFORE_THE_OPINION);
            row(opinion, TERM_WARNING, NO_RESOLUTION_BEFORE_THE_OPINION);
            row(opinion, NIV_LAPSE, NO_RESOLUTION_BEFORE_THE_OPINION);
            row(opinion, DOCUMENT_RETURN, DOCUMENTS_STAY_WHILE_AN_OPINION_IS_AWAITED);
        }
        for (var deferral : List.of(
                MedicallyDeferred.class,
                MedicalResultRecorded.class,
                MedicalDeferralEnded.class,
                ApplicationLapsed.class,
                RegistrationTerminated.class,
                RegistrationReinstated.class)) {
            row(deferral, MEDICAL_DEFERRAL, MEDICAL_DEFERRAL_NEEDS_A_REFUSAL);
        }
        row(MedicallyDeferred.class, TERM_B, MEDICAL_DEFERRAL_NEEDS_A_REFUSAL);
        row(MedicallyDeferred.class, TERM_WARNING, MEDICAL_DEFERRAL_NEEDS_A_REFUSAL);
        row(MedicallyDeferred.class, NIV_LAPSE, MEDICAL_DEFERRAL_NEEDS_A_REFUSAL);

        // a notice that is given, documents that go back
        for (var notice : List.of(OralNoticeGiven.class, WrittenNoticeIssued.class, NoticeInstructed.class)) {
            row(notice, NOTICE, NOTICE_OF_REFUSAL);
        }
        for (var custody : List.of(DocumentConsentRecorded.class, DocumentsReturned.class)) {
            row(custody, DOCUMENT_RETURN, DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT);
        }

        // the year to act runs from the notice, an interview that was missed, or the follow-up package; an answer meets
        // it; retrogression may stop it
        for (var clock : List.of(TERM_A, TERM_WARNING)) {
            row(VisaAvailabilityNotified.class, clock, YEAR_RUNS_FROM_TRANSMISSION);
            row(RetrogressionRecorded.class, clock, RETROGRESSION_STOPS_THE_YEAR);
            row(AvailabilityRestored.class, clock, RETROGRESSION_STOPS_THE_YEAR);
            row(InterviewMissed.class, clock, YEAR_TO_ACT);
            row(FollowUpPackageSent.class, clock, YEAR_TO_ACT);
        }

        row(FollowUpAnswered.class, TERM_A, YEAR_TO_ACT);
        row(FollowUpAnswered.class, TERM_WARNING, WARNING_BEFORE_TERMINATION);

        // a transfer moves no last day; what waits for a working day waits for one of the post where the case is
        row(CaseTransferred.class, AO_FOLLOW_UP, FOLLOW_UP_OF_AN_OPINION);
        row(CaseTransferred.class, TERM_A, TERMINATION_FOR_FAILING_TO_APPLY, YEAR_TO_ACT);
        row(CaseTransferred.class, TERM_B, TERMINATION_AFTER_221G);

        // reinstated, what was missed begins anew
        row(RegistrationReinstated.class, TERM_A, REINSTATED);
        row(RegistrationReinstated.class, TERM_B, REINSTATED);
        row(RegistrationReinstated.class, TERM_WARNING, REINSTATED);
        row(RegistrationReinstated.class, FEE_WINDOW, REINSTATED);
        row(RegistrationReinstated.class, REINSTATEMENT, REINSTATEMENT_BY_REGULATION);

        // while the registration is terminated nobody may decide; reinstated, the limit begins anew
        row(RegistrationTerminated.class, DECISION, ENTITLEMENT_NEEDS_THE_REGISTRATION);
        row(RegistrationReinstated.class, DECISION, REINSTATED);

        // time passes one clock, and what ends with it
        row(
                DecisionOverdue.class,
                DECISION,
                DECISION_BY_END_OF_WORKING_DAY,
                DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY);
        row(ReviewOverdue.class, REVIEW, REVIEW_WITHIN_THIRTY_DAYS, NONIMMIGRANT_REVIEW_WITHOUT_DELAY);
        row(NoticeOverdue.class, NOTICE, NOTICE_OF_REFUSAL);
        row(DocumentReturnDue.class, DOCUMENT_RETURN, DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT);
        row(FeeWindowClosed.class, FEE_WINDOW, NEW_FEE_AFTER_A_YEAR);
        row(AdvisoryOpinionFollowUpDue.class, AO_FOLLOW_UP, FOLLOW_UP_OF_AN_OPINION);
        row(TerminationWarningSent.class, TERM_WARNING, WARNING_BEFORE_TERMINATION);
        row(RegistrationTerminated.class, TERM_A, TERMINATION_FOR_FAILING_TO_APPLY, YEAR_TO_ACT);
        row(RegistrationTerminated.class, TERM_B, TERMINATION_AFTER_221G);
        row(RegistrationTerminated.class, TERM_WARNING, WARNING_BEFORE_TERMINATION);
        row(RegistrationTerminated.class, REINSTATEMENT, REINSTATEMENT_BY_REGULATION);
        row(ReinstatementWindowClosed.class, REINSTATEMENT, REINSTATEMENT_BY_REGULATION);
        row(ApplicationLapsed.class, NIV_LAPSE, NIV_DOCUMENTS_WITHIN_A_YEAR);
        row(ApplicationLapsed.class, DOCUMENT_RETURN, NIV_DOCUMENTS_WITHIN_A_YEAR);
    }

    private ClocksMoved() {}

    /** The rules by which an event may move a clock; none if it may not. */
    static Set<Rule> rules(CaseEvent event, DeadlineKind clock) {
        return clocks(event.getClass()).getOrDefault(clock, Set.of());
    }

    /** Every event that may move a clock, in the order of their names. */
    static Stream<Class<? extends CaseEvent>> events() {
        return TABLE.keySet().stream().sorted(Comparator.comparing(Class::getSimpleName));
    }

    /** The clocks that an event may move, each with the rules by which it may. */
    static Map<DeadlineKind, Set<Rule>> clocks(Class<? extends CaseEvent> event) {
        return TABLE.getOrDefault(event, Map.of());
    }

    private static void row(Class<? extends CaseEvent> event, DeadlineKind clock, Rule... rules) {
        TABLE.computeIfAbsent(event, _ -> new EnumMap<>(DeadlineKind.class)).put(clock, Set.of(rules));
    }

    /** What ends when a finding no longer stands. */
    private static void closing(Class<? extends CaseEvent> event, Rule... rules) {
        for (var clock : List.of(FEE_WINDOW, DOCUMENT_RETURN, MEDICAL_DEFERRAL, TERM_B, TERM_WARNING, NIV_LAPSE)) {
            row(event, clock, rules);
        }
    }
}
