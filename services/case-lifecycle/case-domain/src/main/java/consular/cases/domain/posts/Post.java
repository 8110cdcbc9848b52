package consular.cases.domain.posts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A consular post.
 *
 * @param country ISO 3166-1 alpha-2
 * @param zone the zone in which every legal date of the post's cases is reckoned
 * @param nextDayIssuance whether the post normally issues on the next working day, which moves the
 *     limit for a decision (9 FAM 504.11-2(A)a)
 * @param borderPost whether the post is one of the five on the Mexican border
 * @param hostHolidays whether the host country's public holidays are in the calendar
 */
public record Post(
        PostCode code,
        String city,
        String country,
        ZoneId zone,
        boolean nextDayIssuance,
        ReviewMode reviewMode,
        boolean borderPost,
        HostHolidays hostHolidays,
        WorkingCalendar calendar) {

    /** The post as a case knows it that was registered when the post was in another zone. */
    public Post inZone(ZoneId kept) {
        return kept.equals(zone)
                ? this
                : new Post(code, city, country, kept, nextDayIssuance, reviewMode, borderPost, hostHolidays, calendar);
    }

    /** Another post just like it. */
    public Post named(PostCode other) {
        return new Post(other, city, country, zone, nextDayIssuance, reviewMode, borderPost, hostHolidays, calendar);
    }

    /** The post-local day of an instant. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of a post-local day; in a gap at midnight, the first that exists. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}
