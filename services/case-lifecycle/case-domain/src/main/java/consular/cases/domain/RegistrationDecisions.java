package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.DUPLICATE_CASE_NUMBER;
import static consular.cases.domain.law.RejectionCode.FINDING_REQUIRED;
import static consular.cases.domain.law.RejectionCode.NOT_TERMINATED;
import static consular.cases.domain.law.RejectionCode.NO_PRINCIPAL;
import static consular.cases.domain.law.RejectionCode.REINSTATEMENT_WINDOW_CLOSED;
import static consular.cases.domain.law.RejectionCode.UNKNOWN_POST;
import static consular.cases.domain.law.RejectionCode.UNKNOWN_VISA_CLASS;
import static consular.cases.domain.law.Rule.APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL;
import static consular.cases.domain.law.Rule.DERIVATIVE_FOLLOWS_PRINCIPAL;
import static consular.cases.domain.law.Rule.NIV_ENDS_IN_ISSUE_OR_REFUSAL;
import static consular.cases.domain.law.Rule.REINSTATED;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_REGULATION;
import static consular.cases.domain.law.Rule.REINSTATEMENT_NEEDS_CAUSE_BEYOND_CONTROL;
import static consular.cases.domain.law.Rule.RETROGRESSION_STOPS_THE_YEAR;
import static consular.cases.domain.law.Rule.YEAR_RUNS_FROM_TRANSMISSION;

import consular.cases.domain.CaseCommand.RecordRetrogression;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.CaseCommand.RestoreAvailability;
import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.CaseEvent.RetrogressionRecorded;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.Nationalities;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.registration.YearFacts.Kind;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.domain.visas.VisaClasses;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Registering a case, retrogression and its end, and reinstatement after termination. */
final class RegistrationDecisions {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{1," + Petition.LONGEST_NUMBER + "}");

    private RegistrationDecisions() {}

    static Decision register(RegisterCase command, CommandContext context) {
        var post = context.post();
        var senseless = malformed(command)
                .or(() -> EffectiveTime.senseless(context, post == null ? ZoneOffset.UTC : post.zone()));
        if (senseless.isPresent()) {
            return senseless.get();
        }
        var expected = context.expectedVersion();
        if (expected != null && expected != 0) {
            return new Decision.Stale(expected, 0);
        }
        var untimely = post == null ? EffectiveTime.future(context) : EffectiveTime.objection(context, post, null);
        if (untimely.isPresent()) {
            return untimely.get();
        }
        if (context.caseNumberTaken()) {
            return Act.reject(DUPLICATE_CASE_NUMBER, "another case has this case number");
        }
        if (command.applicants().stream()
                        .filter(person -> person.role() == FamilyRole.PRINCIPAL)
                        .count()
                != 1) {
            return Act.reject(NO_PRINCIPAL, "a case has exactly one principal applicant");
        }
        if (post == null) {
            return Act.reject(UNKNOWN_POST, "there is no such post; GET /api/v1/posts lists them");
        }
        if (!VisaClasses.categoryOf(command.visaClass()).equals(Optional.of(command.category()))) {
            return Act.reject(UNKNOWN_VISA_CLASS, "the class is not one of the Department's symbols for that category");
        }
        return new Act(CaseDecider.initialState(), context, post)
                .record(
                        new CaseRegistered(
                                context.caseId(),
                                command.caseNumber(),
                                post.code(),
                                post.zone(),
                                command.category(),
                                command.visaClass(),
                                command.petition(),
                                command.applicants(),
                                command.counsel()),
                        rules(command.category()))
                .accepted();
    }

    private static Rule[] rules(VisaCategory category) {
        return switch (category) {
            case IMMIGRANT -> new Rule[] {APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL, DERIVATIVE_FOLLOWS_PRINCIPAL};
            case NONIMMIGRANT -> new Rule[] {NIV_ENDS_IN_ISSUE_OR_REFUSAL};
        };
    }

    private static Optional<Decision> malformed(RegisterCase command) {
        if (!NUMBER.matcher(command.caseNumber()).matches()) {
            return CommandReferences.malformed(
                    "/caseNumber", "a case number is 1 to %d letters or digits".formatted(Petition.LONGEST_NUMBER));
        }
        var petition = command.petition();
        if (petition != null && !NUMBER.matcher(petition.receiptNumber()).matches()) {
            return CommandReferences.malformed(
                    "/petition/receiptNumber",
                    "a receipt number is 1 to %d letters or digits".formatted(Petition.LONGEST_NUMBER));
        }
        var distinct = command.applicants().stream().map(Person::applicantId).collect(Collectors.toSet());
        if (distinct.size() != command.applicants().size()) {
            return CommandReferences.malformed("/applicants", "each applicantId is unique in the case");
        }
        for (var i = 0; i < command.applicants().size(); i++) {
            if (!Nationalities.isCode(command.applicants().get(i).nationality())) {
                return CommandReferences.malformed("/applicants/" + i + "/nationality", Nationalities.FORM);
            }
        }
        return Optional.empty();
    }

    /** There is no year to stop in a diversity case; and retrogression of before the latest notice was over by then. */
    static Decision retrogress(RecordRetrogression command, Act act) {
        var from = command.from();
        if (!hasYearToStop(act)) {
            return act.record(new RetrogressionRecorded(from, false, null), YEAR_RUNS_FROM_TRANSMISSION)
                    .accepted();
        }
        var year = YearInTurn.with(from, Kind.RETROGRESSED, act).orElse(null);
        var availability = act.file().registration().availability();
        return availability != null && from.isBefore(availability.transmittedOn())
                ? act.record(new RetrogressionRecorded(from, false, year), YEAR_RUNS_FROM_TRANSMISSION)
                        .accepted()
                : act.record(new RetrogressionRecorded(from, true, year), RETROGRESSION_STOPS_THE_YEAR)
                        .accepted();
    }

    private static boolean hasYearToStop(Act act) {
        return !act.file().isDiversity() && act.law().retrogressionStopsTheClock();
    }

    static Decision restore(RestoreAvailability command, Act act) {
        var from = command.from();
        var rule = hasYearToStop(act) ? RETROGRESSION_STOPS_THE_YEAR : YEAR_RUNS_FROM_TRANSMISSION;
        return act.record(
                        YearInTurn.with(from, Kind.RESTORED, act)
                                .map(year -> year.stopped() || !YearInTurn.isMoved(year, act)
                                        ? new AvailabilityRestored(from, null, null, year)
                                        : new AvailabilityRestored(
                                                from, year.terminateFrom(), year.reinstateBy(), year))
                                .orElseGet(() -> YearInTurn.restored(from, act)),
                        rule)
                .accepted();
    }

    static Decision reinstate(ReinstateRegistration command, Act act) {
        var termination = act.file().registration().termination();
        if (termination == null) {
            return Act.reject(NOT_TERMINATED, "the registration is not terminated");
        }
        if (termination.cause().dayOf(act.at()).isAfter(termination.lastDayToReinstate())) {
            return Act.reject(
                    REINSTATEMENT_WINDOW_CLOSED,
                    "the last day for reinstatement was " + termination.lastDayToReinstate());
        }
        var finding = command.beyondControlFinding();
        if (finding == null || finding.isBlank()) {
            return Act.reject(
                    FINDING_REQUIRED, "say which circumstances beyond the applicant's control caused the failure");
        }
        var isDecisionAwaited =
                Lists.any(act.file().applicants(), it -> it.state().awaitsDecision());
        var rules = List.of(REINSTATEMENT_NEEDS_CAUSE_BEYOND_CONTROL, REINSTATEMENT_BY_REGULATION, REINSTATED);
        return act.record(
                        new RegistrationReinstated(
                                termination.kind(),
                                finding,
                                act.day(),
                                act.reckoning().terminateFrom(act.day()),
                                act.reckoning().lastDayOfSecondYear(act.day()),
                                act.context().policy().registration().feeYearAfterReinstatement()
                                        ? act.reckoning().lastDayOfYear(act.day())
                                        : null,
                                isDecisionAwaited ? ApplicationDecisions.decisionDue(act.post(), act.day()) : null),
                        isDecisionAwaited ? Lists.and(rules, ApplicationDecisions.limitRule(act.post())) : rules)
                .accepted();
    }
}
