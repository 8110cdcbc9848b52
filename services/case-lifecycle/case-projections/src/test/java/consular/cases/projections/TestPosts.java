package consular.cases.projections;

import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.HostHolidays;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.posts.ReviewMode;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Three posts far apart, open from Monday to Friday. */
final class TestPosts implements Posts {
    static final Post MANILA = post("MNL", "PH", "Asia/Manila", ReviewMode.STANDARD);
    static final Post BOGOTA = post("BGT", "CO", "America/Bogota", ReviewMode.STANDARD);
    static final Post NASSAU = post("NSS", "BS", "America/Nassau", ReviewMode.CONSULTATIVE);

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Set<PostCode> withoutCalendar = ConcurrentHashMap.newKeySet();

    /** Whoever asks this for the post gets one whose calendar fails. */
    void loseCalendarOf(Post post) {
        withoutCalendar.add(post.code());
    }

    void findCalendars() {
        withoutCalendar.clear();
    }

    @Override
    public Optional<Post> find(PostCode code) {
        return all().stream()
                .filter(post -> post.code().equals(code))
                .findFirst()
                .map(post -> withoutCalendar.contains(code) ? lost(post) : post);
    }

    private static Post lost(Post post) {
        return new Post(
                post.code(),
                post.city(),
                post.country(),
                post.zone(),
                post.nextDayIssuance(),
                post.reviewMode(),
                post.borderPost(),
                post.hostHolidays(),
                date -> {
                    throw new IllegalArgumentException("the calendar ends before " + date);
                });
    }

    @Override
    public List<Post> all() {
        return List.of(MANILA, BOGOTA, NASSAU);
    }

    private static Post post(String code, String country, String zone, ReviewMode reviewMode) {
        return new Post(
                new PostCode(code),
                code,
                country,
                ZoneId.of(zone),
                false,
                reviewMode,
                false,
                HostHolidays.UNKNOWN,
                date -> new CalendarDay(date, !WEEKEND.contains(date.getDayOfWeek()), "weekday or weekend"));
    }
}
