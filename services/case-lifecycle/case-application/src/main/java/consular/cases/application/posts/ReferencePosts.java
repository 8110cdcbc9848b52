package consular.cases.application.posts;

import static java.util.stream.Collectors.toMap;

import consular.cases.domain.posts.HostHolidays;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.posts.ReviewMode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every post of the reference data, with a working calendar that is worked out as it is asked for: loading computes no
 * holiday. May be shared between threads.
 */
public final class ReferencePosts implements Posts {
    private final Map<PostCode, Post> byCode;
    private final List<Post> all;
    private final String edition;

    private ReferencePosts(List<Post> posts, String edition) {
        this.edition = edition;
        byCode = posts.stream().collect(toMap(Post::code, post -> post));
        all = posts.stream()
                .sorted(Comparator.comparing(post -> post.code().value()))
                .toList();
    }

    /** The posts, with the special openings and closures that ship with the service. */
    public static ReferencePosts load() {
        return load(Table.ofResource("exceptions.csv", CalendarExceptions.HEADER));
    }

    /**
     * The posts, with the special openings and closures of a file instead.
     *
     * @param exceptions header {@code post,date,day,reason}, then a post's code, an ISO date, {@code OPEN} or
     *     {@code CLOSED}, and the reason in words
     * @throws IllegalArgumentException if a row is malformed, given twice, or names no post
     */
    public static ReferencePosts load(Path exceptions) {
        return load(Table.ofFile(exceptions, CalendarExceptions.HEADER));
    }

    @Override
    public Optional<Post> find(PostCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public List<Post> all() {
        return all;
    }

    @Override
    public String edition() {
        return edition;
    }

    private static ReferencePosts load(List<List<String>> exceptionRows) {
        var exceptions = new CalendarExceptions(exceptionRows);
        var settings = Table.ofResource("settings.csv", PostSettings.HEADER);
        var weekends = Table.ofResource("weekends.csv", "country,weekend,reason");
        var rows = Table.ofResource("posts.csv", "code,city,country,zone");
        var reader = new Reader(exceptions, PostSettings.of(settings), weekends(weekends));
        var posts = new ReferencePosts(
                rows.stream().map(reader::post).toList(), Edition.of(rows, settings, weekends, exceptionRows));
        for (var post : exceptions.posts()) {
            if (posts.find(post).isEmpty()) {
                throw new IllegalArgumentException("a special opening or closure of no post: " + post);
            }
        }
        return posts;
    }

    private static Map<String, Weekend> weekends(List<List<String>> rows) {
        return rows.stream().collect(toMap(List::getFirst, row -> {
            var days = row.get(1).split(" ", 2);
            return new Weekend(DayOfWeek.valueOf(days[0]), DayOfWeek.valueOf(days[1]));
        }));
    }

    /** Puts the posts together; posts with the same holidays share them. */
    private static final class Reader {
        private final CalendarExceptions exceptions;
        private final PostSettings settings;
        private final Map<String, Weekend> weekends;
        private final Map<Weekend, ByYear> federal = new HashMap<>();
        private final Map<List<String>, ByYear> host = new HashMap<>();

        Reader(CalendarExceptions exceptions, PostSettings settings, Map<String, Weekend> weekends) {
            this.exceptions = exceptions;
            this.settings = settings;
            this.weekends = weekends;
        }

        Post post(List<String> row) {
            var code = new PostCode(row.getFirst());
            var country = row.get(2);
            var known = HostCountryHolidays.areKnownFor(country);
            var weekend = weekends.getOrDefault(country, Weekend.SATURDAY_AND_SUNDAY);
            return new Post(
                    code,
                    row.get(1),
                    country,
                    ZoneId.of(row.get(3)),
                    settings.isSet(code, "nextDayIssuance"),
                    settings.of(code, "reviewMode").map(ReviewMode::valueOf).orElse(ReviewMode.STANDARD),
                    settings.isSet(code, "borderPost"),
                    known ? HostHolidays.KNOWN : HostHolidays.UNKNOWN,
                    new PostCalendar(
                            exceptions.of(code),
                            weekend,
                            federal.computeIfAbsent(
                                    weekend, of -> new ByYear(year -> FederalHolidays.observedIn(year, of))),
                            known ? hostHolidays(code, country) : ByYear.NONE));
        }

        private ByYear hostHolidays(PostCode code, String country) {
            var region = settings.of(code, "holidayRegion").stream().toList();
            var key = region.isEmpty() ? List.of(country) : List.of(country, region.getFirst());
            return host.computeIfAbsent(key, of -> new ByYear(new HostCountryHolidays(country, region)::observedIn));
        }
    }
}
