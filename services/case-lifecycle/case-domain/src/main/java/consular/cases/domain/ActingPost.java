package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The post where a case is, which acts on what waits for a working day. */
final class ActingPost {
    private ActingPost() {}

    /**
     * Its first day of work that begins no earlier than {@code day} does where the clock
     * is reckoned, nor before the case had come: nobody loses an hour because the case was sent there, and no post acts on
     * what it does not have.
     */
    static LocalDate workingDay(LocalDate day, ZoneId reckonedIn, CaseFile file, Post post) {
        var begins =
                later(day.atStartOfDay(reckonedIn).toInstant(), file.details().arrivedAt());
        var there = begins.atZone(file.zone()).toLocalDate();
        var whole = there.atStartOfDay(file.zone()).toInstant().isBefore(begins) ? there.plusDays(1) : there;
        return post.calendar().workingDayOnOrAfter(whole);
    }

    private static Instant later(Instant begins, @Nullable Instant arrived) {
        return arrived != null && arrived.isAfter(begins) ? arrived : begins;
    }
}
