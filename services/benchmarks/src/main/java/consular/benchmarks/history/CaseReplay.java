package consular.benchmarks.history;

import consular.benchmarks.history.Applicants.Applicant;
import consular.benchmarks.history.Applicants.Move;
import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Order;
import consular.benchmarks.target.Outcome;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.ReasonGiven.Processing;
import consular.cases.domain.VisaAnnotation;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replays one case: finds the acts of law that explain each change of status, and gives them as commands in order. A
 * change that no act explains is counted and left alone, and the person's standing in law stays what it was.
 */
final class CaseReplay {
    /** The principal's class; the members of the family follow in the same case. */
    private static final String VISA_CLASS = "DV1";

    /** Half of the cases never leave the visa center, so the source names no post, and a case needs one. */
    static final PostCode POST_WHEN_NONE_IS_KNOWN = new PostCode("FRN");

    /** The source does not name the ground; this one is a placeholder, plausible for a diversity case. */
    static final String GROUND_WHEN_NONE_IS_NAMED = "212(a)(5)(A)";

    private static final String SILENT = "status history does not say";
    private static final LocalTime NOON = LocalTime.NOON;

    private final CaseDriver cases;
    private final SourceCase source;
    private final Journal journal;
    private final Post post;
    private final ActDays days;
    private final String lateEntryReason;

    private @Nullable CaseId caseId;
    private CaseState state = CaseDecider.initialState();
    private long version;
    private @Nullable LocalDate lastAct;
    private boolean decided;

    private CaseReplay(CaseDriver cases, SourceCase source, Posts posts, Journal journal) {
        this.cases = cases;
        this.source = source;
        this.journal = journal;
        this.post = post(source, posts, journal);
        this.days = new ActDays(post, journal);
        this.lateEntryReason = "entered from a public status history";
    }

    /** Replays the whole history of a case. */
    static ReplayedCase replay(CaseDriver cases, SourceCase source, Posts posts, Journal journal) {
        var replay = new CaseReplay(cases, source, posts, journal);
        var differences = replay.replay();
        return new ReplayedCase(
                source.last().counts(),
                replay.caseId,
                replay.version,
                replay.state.hashCode(),
                replay.decided,
                differences,
                replay.endsElsewhere());
    }

    private static Post post(SourceCase source, Posts posts, Journal journal) {
        for (var snapshot : source.snapshots()) {
            var known = posts.find(new PostCode(snapshot.consulate()));
            if (known.isPresent()) {
                return known.get();
            }
        }
        journal.choice("cases of which the source knows no post, registered at " + POST_WHEN_NONE_IS_KNOWN);
        return posts.find(POST_WHEN_NONE_IS_KNOWN).orElseThrow();
    }

    private List<String> replay() {
        var everyone = source.everyone();
        if (everyone == 0) {
            register(List.of(), source.snapshots().getFirst().seenOn());
            return List.of("nobody in the case");
        }
        var counts = source.snapshots().stream()
                .map(snapshot -> snapshot.counts().outOf(everyone))
                .toList();
        var principal = PrincipalPath.of(counts);
        var applicants = new Applicants(counts.getFirst(), principal.getFirst());
        if (source.snapshots().getFirst().counts().persons() < everyone) {
            journal.choice("cases to which the source adds persons later, registered with everyone at once");
        }
        first(applicants);
        for (var i = 1; caseId != null && i < counts.size(); i++) {
            reportTransfer(source.snapshots().get(i - 1), source.snapshots().get(i));
            var moves = applicants.moves(counts.get(i - 1), counts.get(i), principal.get(i));
            follow(source.snapshots().get(i), source.snapshots().get(i - 1), moves);
        }
        return differences(applicants);
    }

    /** Registers the case and enters what had happened before the first snapshot. */
    private void first(Applicants applicants) {
        var snapshot = source.snapshots().getFirst();
        var moves = applicants.everyone().stream()
                .map(person -> new Move(person, person.status()))
                .toList();
        var day = moves.stream().anyMatch(CaseReplay::isApplication)
                ? days.of(snapshot, null, null, true)
                : snapshot.seenOn();
        register(applicants.everyone(), day);
        if (caseId != null) {
            moves.forEach(move -> follow(move.applicant(), move.to(), day));
        }
    }

    private void register(List<Applicant> applicants, LocalDate day) {
        var outcome = cases.give(new Order(
                null,
                new RegisterCase(
                        source.number(),
                        post.code(),
                        VisaCategory.IMMIGRANT,
                        VISA_CLASS,
                        null,
                        applicants.stream().map(Applicant::person).toList(),
                        null),
                CaseDriver.INTAKE,
                post.startOf(day),
                lateEntryReason,
                null));
        lastAct = day;
        if (note(outcome) instanceof Outcome.Accepted accepted) {
            caseId = accepted.caseId();
        }
    }

    private void follow(Snapshot snapshot, Snapshot before, List<Move> moves) {
        if (moves.stream().noneMatch(CaseReplay::isAct)) {
            moves.forEach(move -> follow(move.applicant(), move.to(), snapshot.seenOn()));
            return;
        }
        var day = days.of(snapshot, before, lastAct, moves.stream().anyMatch(CaseReplay::isApplication));
        moves.forEach(move -> follow(move.applicant(), move.to(), day));
    }

    private static boolean isApplication(Move move) {
        return isAct(move) && move.applicant().standing() == Standing.NOT_EXECUTED;
    }

    private static boolean isAct(Move move) {
        return move.to().standing() != Standing.NOT_EXECUTED
                && move.applicant().standing() != move.to().standing()
                && move.applicant().standing() != Standing.ISSUED;
    }

    /** Brings one person where the source now has him or her, if acts of law lead there. */
    private void follow(Applicant applicant, Status to, LocalDate day) {
        var from = applicant.status();
        applicant.seenAs(to);
        var act = new Acts(applicant, day);
        switch (to.standing()) {
            case NOT_EXECUTED, OPEN -> {
                var nothingSaid = from.standing() == Standing.NOT_EXECUTED && to != Status.ABSENT;
                if (from != to && !nothingSaid) {
                    journal.unknown(
                            to == Status.ABSENT ? "a person " + from + " disappears" : "a person " + from + " → " + to);
                }
            }
            case ISSUED -> act.issue();
            case PROCESSING -> act.refuse221g(Processing.ADMINISTRATIVE, Standing.PROCESSING, from);
            case DOCUMENT -> act.refuse221g(Processing.EVIDENCE, Standing.DOCUMENT, from);
            case INELIGIBLE -> act.refuseIneligible(from);
        }
    }

    private void reportTransfer(Snapshot before, Snapshot now) {
        if (!before.consulate().isEmpty()
                && !now.consulate().isEmpty()
                && !before.consulate().equals(now.consulate())) {
            journal.unknown("the consulate changes");
        }
    }

    private boolean endsElsewhere() {
        return source.snapshots().stream()
                .map(Snapshot::consulate)
                .filter(consulate -> !consulate.isEmpty())
                .reduce((_, later) -> later)
                .filter(consulate -> !consulate.equals(post.code().value()))
                .isPresent();
    }

    private List<String> differences(Applicants applicants) {
        if (caseId == null) {
            return List.of("the registration was rejected");
        }
        var differences = new ArrayList<String>();
        for (var person : applicants.everyone()) {
            if (person.status() == Status.ABSENT) {
                differences.add("in law " + person.standing() + ", gone from the source");
            } else if (person.standing() != person.status().standing()) {
                differences.add("in law " + person.standing() + ", in the source " + person.status());
            }
        }
        return differences;
    }

    private Outcome note(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                journal.accepted(accepted.events());
                version = accepted.version();
                accepted.record().forEach(line -> state = CaseDecider.evolve(state, line.event(), line.stamp()));
            }
            case Outcome.Rejected(var code) -> journal.rejected(code);
        }
        return outcome;
    }

    /** The acts on one person on one day. Each goes on only if those before it were accepted. */
    private final class Acts {
        private final Applicant applicant;
        private final LocalDate day;
        private final Instant at;

        Acts(Applicant applicant, LocalDate day) {
            this.applicant = applicant;
            this.day = day;
            this.at = day.atTime(NOON).atZone(post.zone()).toInstant();
        }

        void issue() {
            if (applicant.standing() == Standing.ISSUED || !opens()) {
                return;
            }
            var issue =
                    new IssueVisa(applicant.id(), applicant.ineligibilityOvercome() ? VisaAnnotation.OVERCOME : null);
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
            decided = true;
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
            lastAct = day;
            return note(cases.give(new Order(caseId, command, actor, at, lateEntryReason, null)));
        }
    }
}
