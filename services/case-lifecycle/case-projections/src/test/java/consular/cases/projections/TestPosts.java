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

/** Three posts far apart, open from Monday to Friday. */
final class TestPosts implements Posts {
    static final Post MANILA = post("MNL", "PH", "Asia/Manila", ReviewMode.STANDARD);
    static final Post BOGOTA = post("BGT", "CO", "America/Bogota", ReviewMode.STANDARD);
    static final Post NASSAU = post("NSS", "BS", "America/Nassau", ReviewMode.CONSULTATIVE);

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @Override
    public Optional<Post> find(PostCode code) {
        return all().stream().filter(post -> post.code().equals(code)).findFirst();
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
