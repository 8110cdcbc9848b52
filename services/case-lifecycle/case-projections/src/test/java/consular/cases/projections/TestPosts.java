package consular.cases.projections;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Three posts far apart, open from Monday to Friday. */
final class TestPosts implements Posts {
    static final Post MANILA = post("MNL", "PH", "Asia/Manila", ReviewMode.STANDARD);
    static final Post BOGOTA = post("BGT", "CO", "America/Bogota", ReviewMode.STANDARD);
    static final Post NASSAU = post("NSS", "BS", "America/Nassau", ReviewMode.CONSULTATIVE);

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Set<PostCode> withoutCalendar = ConcurrentHashMap.newKeySet();
    private final AtomicInteger broken = new AtomicInteger();
    private final Set<LocalDate> closures;

    TestPosts() {
        this(Set.of());
    }

    private TestPosts(Set<LocalDate> closures) {
        this.closures = closures;
    }

    /** The same posts, each closed on one more day. */
    static TestPosts closedOn(String day) {
        return new TestPosts(Set.of(LocalDate.parse(day)));
    }

    /** Whoever asks this for the post gets one whose calendar fails. */
    void loseCalendarOf(Post post) {
        withoutCalendar.add(post.code());
    }

    void findCalendars() {
        withoutCalendar.clear();
    }

    /** Whoever asks this so many times next gets an Error. */
    void breakFor(int times) {
        broken.set(times);
    }

    @Override
    public Optional<Post> find(PostCode code) {
        if (broken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new AssertionError("of whoever knows the posts");
        }
        return all().stream()
                .filter(post -> post.code().equals(code))
                .findFirst()
                .map(post -> withoutCalendar.contains(code) ? lost(post) : closed(post));
    }

    private Post closed(Post post) {
        return withCalendar(
                post,
                date -> closures.contains(date)
                        ? new CalendarDay(date, false, "closed")
                        : post.calendar().day(date));
    }

    private static Post lost(Post post) {
        return withCalendar(post, date -> {
            throw new IllegalArgumentException("the calendar ends before " + date);
        });
    }

    private static Post withCalendar(Post post, WorkingCalendar calendar) {
        return new Post(
                post.code(),
                post.city(),
                post.country(),
                post.zone(),
                post.nextDayIssuance(),
                post.reviewMode(),
                post.borderPost(),
                post.hostHolidays(),
                calendar);
    }

    @Override
    public List<Post> all() {
        return List.of(MANILA, BOGOTA, NASSAU);
    }

    @Override
    public String edition() {
        return "closed on " + closures;
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
