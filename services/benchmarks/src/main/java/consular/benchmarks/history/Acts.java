package consular.benchmarks.history;

import consular.benchmarks.history.Applicants.Applicant;
import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Outcome;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.ReasonGiven.Processing;
import consular.cases.domain.VisaAnnotation;
import consular.cases.domain.people.Actor;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import java.time.LocalDate;
import java.util.List;

/** The acts on one person on one day. Each goes on only if those before it were accepted. */
final class Acts {
    /** The source does not name the ground; this one is a placeholder, plausible for a diversity case. */
    private static final String GROUND_WHEN_NONE_IS_NAMED = "212(a)(5)(A)";

    private static final String SILENT = "status history does not say";

    private final Docket docket;
    private final Journal journal;
    private final Applicant applicant;
    private final LocalDate day;

    Acts(Docket docket, Journal journal, Applicant applicant, LocalDate day) {
        this.docket = docket;
        this.journal = journal;
        this.applicant = applicant;
        this.day = day;
    }

    void issue() {
        if (applicant.standing() == Standing.ISSUED || !opens()) {
            return;
        }
        var issue = new IssueVisa(applicant.id(), applicant.ineligibilityOvercome() ? VisaAnnotation.OVERCOME : null);
        if (give(issue, CaseDriver.OFFICER) instanceof Outcome.Accepted) {
            applicant.stands(Standing.ISSUED, List.of());
        }
    }

    void refuse221g(Processing processing, Standing standing, Status from) {
        if (applicant.standing() == standing || isIssued(from) || !opens()) {
            return;
        }
        var reason = new ReasonGiven("Other", processing, SILENT);
        refused(give(new Refuse221g(applicant.id(), List.of(reason), null), CaseDriver.OFFICER), standing);
    }

    /** What stands under 221(g) is superseded in the same transaction. */
    void refuseIneligible(Status from) {
        if (applicant.standing() == Standing.INELIGIBLE || isIssued(from)) {
            return;
        }
        if (applicant.standing() == Standing.NOT_EXECUTED && !applies()) {
            return;
        }
        var ground = new GroundGiven(GROUND_WHEN_NONE_IS_NAMED, SILENT, null, null, null);
        refused(
                give(new RefuseIneligible(applicant.id(), List.of(ground), null), CaseDriver.OFFICER),
                Standing.INELIGIBLE);
    }

    /** Whether the law is done with the person, who has a visa: nothing takes it back here. */
    private boolean isIssued(Status from) {
        if (applicant.standing() != Standing.ISSUED) {
            return false;
        }
        journal.unknown("a person " + from + " → " + applicant.status() + ", visa issued");
        return true;
    }

    private void refused(Outcome outcome, Standing standing) {
        if (outcome instanceof Outcome.Accepted accepted) {
            applicant.stands(standing, accepted.findings());
        }
    }

    /** Makes the application one that can be decided, whatever stands in the way. */
    private boolean opens() {
        return switch (applicant.standing()) {
            case OPEN -> true;
            case ISSUED -> false;
            case NOT_EXECUTED -> applies();
            case PROCESSING -> overcomes(OvercomeBasis.PROCESSING_COMPLETE);
            case DOCUMENT, INELIGIBLE -> presents(applicant.findings()) && overcomes(OvercomeBasis.EVIDENCE);
        };
    }

    private boolean applies() {
        var apply = new ApplyForVisa(applicant.id(), "DS-260", new Fee(true, "R1", Fee.Place.POST));
        return opened(give(apply, CaseDriver.INTAKE));
    }

    private boolean presents(List<FindingId> findings) {
        var evidence =
                new PresentEvidence(applicant.id(), findings, List.of(new Document("Other", false, SILENT, null)));
        return give(evidence, CaseDriver.INTAKE) instanceof Outcome.Accepted;
    }

    private boolean overcomes(OvercomeBasis basis) {
        return opened(give(new OvercomeRefusal(applicant.findings(), basis), CaseDriver.OFFICER));
    }

    private boolean opened(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            applicant.stands(Standing.OPEN, List.of());
            return true;
        }
        return false;
    }

    private Outcome give(CaseCommand.ByPerson command, Actor actor) {
        return docket.give(command, actor, day);
    }
}
