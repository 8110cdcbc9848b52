package consular.cases.application;

import consular.cases.domain.CaseCommand.ActOnDeadlines;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.EventByTime;
import consular.cases.domain.EventByTime.PetitionRevokedAutomatically;
import consular.cases.domain.EventByTime.TerminationNoticeIssued;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts on deadlines as they pass, with an ordinary command on each case that has one. The decider works
 * out what is due once more, so a case that another node has just dealt with is left alone.
 */
final class DeadlineRunner extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineRunner.class);
    private static final int BATCH = 100;

    private final DueDeadlines deadlines;
    private final CaseCommands commands;
    private final Clock clock;
    private final MeterRegistry registry;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    DeadlineRunner(DueDeadlines deadlines, CaseCommands commands, Clock clock, MeterRegistry registry, Duration pause) {
        super("deadline-runner", pause, pause);
        this.deadlines = deadlines;
        this.commands = commands;
        this.clock = clock;
        this.registry = registry;
        Gauge.builder("consular.deadlines.due", this, DeadlineRunner::due)
                .description("cases with a deadline that has passed and has not been acted on")
                .register(registry);
    }

    /**
     * Acts on everything due by the clock, on this thread.
     *
     * @return how many deadlines fired
     */
    int actOnDue() {
        oneAtATime.lock();
        try {
            var fired = new int[1];
            int taken;
            do {
                taken = deadlines.takeDue(clock.instant(), BATCH, caseId -> fired[0] += act(caseId));
            } while (taken == BATCH);
            return fired[0];
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Does something that must not meet the runner at work; what it does may itself call the runner. */
    <T> T whileItRests(Supplier<T> action) {
        oneAtATime.lock();
        try {
            return action.get();
        } finally {
            oneAtATime.unlock();
        }
    }

    private int act(CaseId caseId) {
        var answer =
                commands.submit(new Submission(new ActOnDeadlines(), caseId, Actor.SERVICE, null, null, null, null));
        var fired = answer.events().stream()
                .map(StoredEvent::event)
                .filter(DeadlineRunner::isDeadline)
                .toList();
        fired.forEach(this::count);
        return fired.size();
    }

    /** The notice and the revocation follow a termination; they are not deadlines of their own. */
    private static boolean isDeadline(CaseEvent event) {
        return event instanceof EventByTime
                && !(event instanceof TerminationNoticeIssued)
                && !(event instanceof PetitionRevokedAutomatically);
    }

    private void count(CaseEvent event) {
        registry.counter("consular.deadlines.fired", "kind", event.getClass().getSimpleName())
                .increment();
    }

    private double due() {
        try {
            return deadlines.countDue(clock.instant());
        } catch (RuntimeException unavailable) {
            LOG.debug("the deadlines can't be counted now", unavailable);
            return Double.NaN;
        }
    }

    @Override
    void round() {
        actOnDue();
    }
}
