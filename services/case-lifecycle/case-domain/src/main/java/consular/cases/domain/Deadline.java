package consular.cases.domain;

import consular.cases.domain.law.Rule;
import consular.cases.domain.registration.TerminationKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case, and why it says what it says.
 *
 * @param subject the applicant, refusal, finding or opinion it is about; the case number for the registration
 * @param due the last day in time, as reckoned at the post where the clock began
 * @param firesOn the day on which the service acts if nothing happens
 * @param zone in which that day begins: of the post where the clock began; or, of what waits for a working day, of the
 *     post where the case is
 * @param warnsOf the termination that a warning is before; null of every other clock
 * @param resumes whether the clock, though it waits, goes on by itself when it fires, without an act of anybody
 * @param because the events and rules it was derived from
 */
public record Deadline(
        DeadlineKind kind,
        String subject,
        LocalDate due,
        LocalDate firesOn,
        DeadlineState state,
        ZoneId zone,
        @Nullable TerminationKind warnsOf,
        boolean resumes,
        List<Because> because) {
    public Deadline {
        because = List.copyOf(because);
    }

    /** A clock that, if it waits, waits for somebody's act. */
    public Deadline(
            DeadlineKind kind,
            String subject,
            LocalDate due,
            LocalDate firesOn,
            DeadlineState state,
            ZoneId zone,
            List<Because> because) {
        this(kind, subject, due, firesOn, state, zone, null, false, because);
    }

    /** The first instant of the day on which it fires; in a gap at midnight, the first that exists. */
    public Instant firesAt() {
        return firesOn.atStartOfDay(zone).toInstant();
    }

    /** Whether it is the same limit for the same subject, whatever state it is in. */
    boolean isSameAs(Deadline other) {
        return kind == other.kind && subject.equals(other.subject) && due.equals(other.due);
    }

    /** Whether the service has to act on it by {@code now}. */
    public boolean isDueBy(Instant now) {
        return firesByItself() && !firesAt().isAfter(now);
    }

    /** Whether nobody need act for it to fire. */
    public boolean firesByItself() {
        return switch (state) {
            case RUNNING -> true;
            case SUSPENDED -> resumes;
            case MET, STOPPED, PASSED -> false;
        };
    }

    /**
     * One reason, resting on an event of the case or on a rule.
     *
     * @param sequence the event's place in its case, from 0
     */
    public record Because(@Nullable Long sequence, @Nullable Rule rule, String text) {
        static Because event(long sequence, String text) {
            return new Because(sequence, null, text);
        }

        static Because rule(Rule rule, String text) {
            return new Because(null, rule, text);
        }
    }
}
