package consular.benchmarks.history;

import consular.benchmarks.history.Applicants.Applicant;
import consular.benchmarks.history.Applicants.Move;
import consular.benchmarks.target.CaseDriver;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.ReasonGiven.Processing;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Replays one case: finds the acts of law that explain each change of status, and gives them as commands in order. A
 * change that no act explains is counted and left alone, and the person's standing in law stays what it was.
 */
final class CaseReplay {
    /** The principal's class; the members of the family follow in the same case. */
    private static final String VISA_CLASS = "DV1";

    /** Half of the cases never leave the visa center, so the source names no post, and a case needs one. */
    static final PostCode POST_WHEN_NONE_IS_KNOWN = new PostCode("FRN");

    private final SourceCase source;
    private final Journal journal;
    private final Post post;
    private final ActDays days;
    private final Docket docket;

    private CaseReplay(CaseDriver cases, SourceCase source, Posts posts, Journal journal) {
        this.source = source;
        this.journal = journal;
        this.post = post(source, posts, journal);
        this.days = new ActDays(post, journal);
        this.docket = new Docket(cases, post, journal);
    }

    /** Replays the whole history of a case. */
    static ReplayedCase replay(CaseDriver cases, SourceCase source, Posts posts, Journal journal) {
        var replay = new CaseReplay(cases, source, posts, journal);
        var differences = replay.replay();
        return new ReplayedCase(
                source.last().counts(),
                replay.docket.caseId(),
                replay.docket.version(),
                replay.docket.state().hashCode(),
                replay.docket.decided(),
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
        for (var i = 1; docket.caseId() != null && i < counts.size(); i++) {
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
        if (docket.caseId() != null) {
            moves.forEach(move -> follow(move.applicant(), move.to(), day));
        }
    }

    private void register(List<Applicant> applicants, LocalDate day) {
        docket.register(
                new RegisterCase(
                        source.number(),
                        post.code(),
                        VisaCategory.IMMIGRANT,
                        VISA_CLASS,
                        null,
                        applicants.stream().map(Applicant::person).toList(),
                        null),
                day);
    }

    private void follow(Snapshot snapshot, Snapshot before, List<Move> moves) {
        if (moves.stream().noneMatch(CaseReplay::isAct)) {
            moves.forEach(move -> follow(move.applicant(), move.to(), snapshot.seenOn()));
            return;
        }
        var day = days.of(snapshot, before, docket.lastAct(), moves.stream().anyMatch(CaseReplay::isApplication));
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
        var act = new Acts(docket, journal, applicant, day);
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
        if (docket.caseId() == null) {
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
}
