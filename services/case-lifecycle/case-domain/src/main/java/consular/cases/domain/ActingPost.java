package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import java.time.LocalDate;
import java.time.ZoneId;

/** The post where a case is, which acts on what waits for a working day. */
final class ActingPost {
    private ActingPost() {}

    /**
     * Its first day of work that begins no earlier than {@code day} does where the clock
     * is reckoned: nobody loses an hour because the case was sent there.
     */
    static LocalDate workingDay(LocalDate day, ZoneId reckonedIn, CaseFile file, Post post) {
        var begins = day.atStartOfDay(reckonedIn).toInstant();
        var there = begins.atZone(file.zone()).toLocalDate();
        var whole = there.atStartOfDay(file.zone()).toInstant().isBefore(begins) ? there.plusDays(1) : there;
        return post.calendar().workingDayOnOrAfter(whole);
    }
}
