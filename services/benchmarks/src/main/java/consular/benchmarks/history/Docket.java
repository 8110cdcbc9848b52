package consular.benchmarks.history;

import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Order;
import consular.benchmarks.target.Outcome;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Gives the commands of one case, each as a late entry, and keeps what became of it. */
final class Docket {
    private static final String LATE_ENTRY_REASON = "entered from a public status history";

    private final CaseDriver cases;
    private final Post post;
    private final Journal journal;
    private @Nullable CaseId caseId;
    private CaseState state = CaseDecider.initialState();
    private long version;
    private @Nullable LocalDate lastAct;
    private boolean decided;

    Docket(CaseDriver cases, Post post, Journal journal) {
        this.cases = cases;
        this.post = post;
        this.journal = journal;
    }

    /** Registers the case at the beginning of a day. */
    void register(CaseCommand.RegisterCase command, LocalDate day) {
        lastAct = day;
        var order = new Order(null, command, CaseDriver.INTAKE, post.startOf(day), LATE_ENTRY_REASON, null);
        if (note(cases.give(order)) instanceof Outcome.Accepted accepted) {
            caseId = accepted.caseId();
        }
    }

    /** Gives a command that took effect at noon of a day. */
    Outcome give(CaseCommand.ByPerson command, Actor actor, LocalDate day) {
        lastAct = day;
        decided |= command instanceof ApplyForVisa;
        var at = day.atTime(LocalTime.NOON).atZone(post.zone()).toInstant();
        return note(cases.give(new Order(caseId, command, actor, at, LATE_ENTRY_REASON, null)));
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

    /** Null until the registration has been accepted. */
    @Nullable
    CaseId caseId() {
        return caseId;
    }

    /** The case folded from the events that were acknowledged. */
    CaseState state() {
        return state;
    }

    long version() {
        return version;
    }

    /** The day of the latest act, accepted or not. */
    @Nullable
    LocalDate lastAct() {
        return lastAct;
    }

    /** Whether anybody's application was put to the post. */
    boolean decided() {
        return decided;
    }
}
