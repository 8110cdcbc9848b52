package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseEvent.ApplicationExecuted;
import consular.cases.domain.CaseEvent.NewApplicationTaken;
import consular.cases.domain.CaseEvent.VisaIssued;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Rule;
import consular.cases.domain.posts.Post;
import consular.cases.domain.screening.PostCapability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applying for a visa, and issuing it. */
final class ApplicationDecisions {
    private ApplicationDecisions() {}

    static Decision apply(ApplyForVisa command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        var executed = applicant.executedOn() != null;
        var lapsed = applicant
                .feeWindows()
                .statusAt(act.at())
                .filter(FeeStatus.LAPSED::equals)
                .isPresent();
        if (executed && (!lapsed || applicant.state() == ApplicationState.ISSUED)) {
            return Act.reject(
                    ALREADY_EXECUTED, "the application is executed; a new one is taken only after the fee has lapsed");
        }
        if (!command.fee().paid() && !applicant.fee().exception()) {
            return Act.reject(FEE_UNPAID, "the fee must be paid, or a fee exception granted, before an application");
        }
        if (!act.post().calendar().isOpen(act.day())) {
            return Act.reject(
                    NOT_A_WORKING_DAY,
                    "the post is closed on " + act.day() + ": "
                            + act.post().calendar().day(act.day()).why());
        }
        var elsewhere = notServed(act);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var due = decisionDue(act.post(), act.day());
        if (!executed) {
            act.record(
                    new ApplicationExecuted(command.applicantId(), command.form(), command.fee(), act.day(), due),
                    DECISION_NEEDS_EXECUTION_AND_FEE,
                    FEE_COVERS_PROCESSING_AND_ISSUANCE,
                    limitRule(act.post()),
                    APPLYING_ENDS_REVALIDATION);
            FollowingRefusals.afterExecutionBy(command.applicantId(), act);
            return act.accepted();
        }
        var awaitsDecision = applicant.state().awaitsDecision();
        return act.record(
                        new NewApplicationTaken(
                                command.applicantId(),
                                command.form(),
                                command.fee(),
                                act.day(),
                                awaitsDecision ? due : null),
                        newApplicationRules(applicant, awaitsDecision, act.post()))
                .accepted();
    }

    private static List<Rule> newApplicationRules(Applicant applicant, boolean awaitsDecision, Post post) {
        var rules = new ArrayList<>(
                applicant.fee().isRefunded()
                        ? List.of(DECISION_NEEDS_EXECUTION_AND_FEE, REFUND_ONLY_FOR_GOVERNMENT_ACTION)
                        : List.of(NEW_APPLICATION_AFTER_A_YEAR, NEW_FEE_AFTER_A_YEAR));
        if (awaitsDecision) {
            rules.add(limitRule(post));
        }
        return rules;
    }

    /**
     * The last day for deciding what came before the post on {@code day}: that working day, or the
     * next one at a post that issues on the next day. A closed day counts as the next working day.
     */
    static LocalDate decisionDue(Post post, LocalDate day) {
        var counted = post.calendar().workingDayOnOrAfter(day);
        return post.nextDayIssuance() ? post.calendar().nextWorkingDay(counted) : counted;
    }

    static Rule limitRule(Post post) {
        return post.nextDayIssuance()
                ? DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY
                : DECISION_BY_END_OF_WORKING_DAY;
    }

    static Decision issue(IssueVisa command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        return notIssuable(applicant, act)
                .or(() -> wronglyAnnotated(command, applicant))
                .or(() -> PetitionDecisions.forbidIssuing(act))
                .orElseGet(() -> {
                    act.record(
                            new VisaIssued(command.applicantId(), act.day(), command.annotation()),
                            issuanceRules(command, endsIn(act.file())));
                    return SelectionForReview.afterIssuance(command.applicantId(), act)
                            .accepted();
                });
    }

    /** The rule that an application ends in issue or refusal, and in nothing else but what the law names. */
    static Rule endsIn(CaseFile file) {
        return file.isNonimmigrant() ? NIV_ENDS_IN_ISSUE_OR_REFUSAL : APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL;
    }

    private static Rule[] issuanceRules(IssueVisa command, Rule decided) {
        var annotation = command.annotation();
        if (annotation == null) {
            return new Rule[] {decided};
        }
        return switch (annotation) {
            case OVERCOME -> new Rule[] {decided, ANNOTATE_WHAT_WAS_OVERCOME};
            case WAIVER -> new Rule[] {decided, ANNOTATE_WHAT_WAS_WAIVED};
        };
    }

    private static Optional<Decision> notIssuable(Applicant applicant, Act act) {
        var file = act.file();
        if (applicant.executedOn() == null) {
            return Optional.of(RefusalDecisions.notExecuted(file));
        }
        if (applicant.state() == ApplicationState.ISSUED) {
            return Optional.of(Act.reject(ALREADY_ISSUED, "the visa is issued already"));
        }
        if (file.order() != null) {
            return Optional.of(Act.reject(
                    BAD_STATE, "an order under INA 243(d) stands: refuse, or let the Department discontinue"));
        }
        var assumed = Responsibility.objection(applicant, act);
        if (assumed.isPresent()) {
            return assumed;
        }
        if (Family.isDecidedTogether(file)
                && !applicant.isPrincipal()
                && file.principal().state() != ApplicationState.ISSUED) {
            return Optional.of(Act.reject(
                    DERIVATIVE_WITHOUT_PRINCIPAL, "a spouse or child follows the principal, who has no visa yet"));
        }
        if (OpinionDecisions.isPending(file, applicant.applicantId())) {
            return Optional.of(Act.reject(AO_PENDING, "an advisory opinion is awaited"));
        }
        if (OpinionsReceived.on(applicant, file).forbidIssuing()) {
            return Optional.of(OpinionDecisions.binding());
        }
        if (applicant.hasActiveFinding()) {
            return Optional.of(Act.reject(FINDINGS_ACTIVE, "overcome, waive or reverse every active finding first"));
        }
        if (applicant
                .feeWindows()
                .statusAt(act.at())
                .filter(FeeStatus.LAPSED::equals)
                .isPresent()) {
            return Optional.of(Act.reject(
                    NEW_APPLICATION_AND_FEE_REQUIRED,
                    applicant.fee().isRefunded()
                            ? "the fee was refunded: take a new application and fee"
                            : "no evidence came within a year of the refusal: take a new application and fee"));
        }
        return notServed(act);
    }

    private static Optional<Decision> notServed(Act act) {
        return PostCapability.canServe(act.post().code(), act.file().visaClass())
                ? Optional.empty()
                : Optional.of(Act.reject(
                        CREW_NOT_AT_NUEVO_LAREDO,
                        "Nuevo Laredo issues no visas to crews; transfer the case to another post"));
    }

    private static Optional<Decision> wronglyAnnotated(IssueVisa command, Applicant applicant) {
        var required = applicant.annotationRequired();
        var given = Optional.ofNullable(command.annotation());
        if (given.equals(required)) {
            return Optional.empty();
        }
        return Optional.of(
                given.isEmpty()
                        ? Act.reject(ANNOTATION_MISSING, "the visa needs the annotation " + required.orElseThrow())
                        : Act.reject(
                                WRONG_ANNOTATION,
                                required.map(annotation -> "the visa needs the annotation " + annotation)
                                        .orElse("the visa needs no annotation")));
    }
}
