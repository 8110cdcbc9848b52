package consular.benchmarks.history;

import consular.cases.domain.posts.Post;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** On which day an act took effect that is only known to lie between two snapshots. */
final class ActDays {
    /** No diversity visa of fiscal year 2024 is issued or refused before it begins. */
    static final LocalDate FIRST = LocalDate.of(2023, 10, 1);

    private final Post post;
    private final Journal journal;

    ActDays(Post post, Journal journal) {
        this.post = post;
        this.journal = journal;
    }

    /**
     * The day that the source gives for the status, if it lies between the snapshots and not before the last act on
     * the case, else the day of the snapshot. An application is made on a working day: the nearest of the same
     * interval, the earlier if two are as near; if it has none, the last one before it that is not before the last
     * act.
     *
     * @param before the snapshot before; null for the first
     * @param lastAct the day of the last act on the case; null when there was none
     */
    LocalDate of(Snapshot snapshot, @Nullable Snapshot before, @Nullable LocalDate lastAct, boolean application) {
        var earliest = latest(before == null ? FIRST : before.seenOn(), lastAct == null ? FIRST : lastAct);
        var latest = latest(snapshot.seenOn(), earliest);
        var given = snapshot.statusOn();
        LocalDate day;
        if (given != null && !given.isBefore(earliest) && !given.isAfter(latest)) {
            day = given;
        } else {
            journal.choice("acts dated by the snapshot: the source's date lies outside the interval, or is missing");
            day = latest;
        }
        return application ? working(day, earliest, latest, lastAct == null ? FIRST : lastAct) : day;
    }

    private LocalDate working(LocalDate day, LocalDate earliest, LocalDate latest, LocalDate lastAct) {
        var calendar = post.calendar();
        if (calendar.isOpen(day)) {
            return day;
        }
        for (var away = 1;
                !day.minusDays(away).isBefore(earliest) || !day.plusDays(away).isAfter(latest);
                away++) {
            for (var candidate : new LocalDate[] {day.minusDays(away), day.plusDays(away)}) {
                if (!candidate.isBefore(earliest) && !candidate.isAfter(latest) && calendar.isOpen(candidate)) {
                    journal.choice("applications on a closed day, moved to a working day between the same snapshots");
                    return candidate;
                }
            }
        }
        for (var candidate = earliest; !candidate.isBefore(lastAct); candidate = candidate.minusDays(1)) {
            if (calendar.isOpen(candidate)) {
                journal.choice("applications on a closed day, moved to a working day before the interval");
                return candidate;
            }
        }
        journal.choice("applications on a closed day, left there: no working day is near enough");
        return day;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
