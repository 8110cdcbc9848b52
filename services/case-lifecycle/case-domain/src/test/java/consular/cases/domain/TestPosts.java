package consular.cases.domain;

import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.HostHolidays;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.posts.ReviewMode;
import consular.cases.domain.posts.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A handful of posts, open from Monday to Friday except on the holidays that scenarios name. */
final class TestPosts {
    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.parse("2024-01-01"),
            LocalDate.parse("2024-05-27"),
            LocalDate.parse("2024-07-04"),
            LocalDate.parse("2024-12-25"));

    private TestPosts() {}

    /** Those that have a name, as reference data. */
    static Posts all() {
        return new Posts() {
            @Override
            public Optional<Post> find(PostCode code) {
                return TestPosts.find(code);
            }

            @Override
            public List<Post> all() {
                throw new UnsupportedOperationException("nobody has to list them");
            }

            @Override
            public String edition() {
                return "test";
            }
        };
    }

    static Post named(String code) {
        return find(new PostCode(code))
                .orElseThrow(() -> new IllegalArgumentException("no test needs a post named " + code));
    }

    /** What a transfer or a registration finds. */
    static Optional<Post> find(PostCode code) {
        return Optional.ofNullable(known(code.value()));
    }

    private static @Nullable Post known(String code) {
        return switch (code) {
            case "MNL" -> post(code, "Manila", "PH", "Asia/Manila");
            case "GUZ" -> post(code, "Guangzhou", "CN", "Asia/Shanghai");
            case "BGT" -> post(code, "Bogota", "CO", "America/Bogota");
            case "GYQ" -> post(code, "Guayaquil", "EC", "America/Guayaquil");
            case "SDO" -> post(code, "Santo Domingo", "DO", "America/Santo_Domingo");
            case "TJT" -> post(code, "Tijuana", "MX", "America/Tijuana");
            case "LND" -> post(code, "London", "GB", "Europe/London", true, ReviewMode.STANDARD);
            case "NSS" -> post(code, "Nassau", "BS", "America/Nassau", false, ReviewMode.CONSULTATIVE);
            case "CDJ" -> post(code, "Ciudad Juarez", "MX", "America/Ciudad_Juarez");
            case "RID" -> post(code, "Riyadh", "SA", "Asia/Riyadh", false, ReviewMode.STANDARD, TestPosts::toThursday);
            case "NVL" -> post(code, "Nuevo Laredo", "MX", "America/Matamoros");
            default -> null;
        };
    }

    /** A post in any zone, with nothing else of interest. */
    static Post inZone(ZoneId zone) {
        return post("XXX", "Anywhere", "US", zone.getId());
    }

    /** A post at Greenwich that is open as a calendar has it. */
    static Post open(WorkingCalendar calendar) {
        return post("XXX", "Anywhere", "US", "UTC", false, ReviewMode.STANDARD, calendar);
    }

    private static Post post(String code, String city, String country, String zone) {
        return post(code, city, country, zone, false, ReviewMode.STANDARD);
    }

    private static Post post(
            String code, String city, String country, String zone, boolean nextDayIssuance, ReviewMode reviewMode) {
        return post(code, city, country, zone, nextDayIssuance, reviewMode, TestPosts::toFriday);
    }

    private static Post post(
            String code,
            String city,
            String country,
            String zone,
            boolean nextDayIssuance,
            ReviewMode reviewMode,
            WorkingCalendar calendar) {
        return new Post(
                new PostCode(code),
                city,
                country,
                ZoneId.of(zone),
                nextDayIssuance,
                reviewMode,
                false,
                HostHolidays.UNKNOWN,
                calendar);
    }

    private static CalendarDay toFriday(LocalDate date) {
        return day(date, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    private static CalendarDay toThursday(LocalDate date) {
        return day(date, EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));
    }

    private static CalendarDay day(LocalDate date, Set<DayOfWeek> weekend) {
        if (HOLIDAYS.contains(date)) {
            return new CalendarDay(date, false, "holiday");
        }
        var isWeekend = weekend.contains(date.getDayOfWeek());
        return new CalendarDay(date, !isWeekend, isWeekend ? "weekend" : "working day");
    }
}
