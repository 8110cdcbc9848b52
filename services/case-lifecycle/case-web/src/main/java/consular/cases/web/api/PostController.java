package consular.cases.web.api;

import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.web.problem.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The posts and their calendars: reference data, for every role. */
@Resource
@OpenTo(Audience.EVERY_ROLE)
class PostController {
    /** In years: the whole calendar from 2000 to 2050 is one page. */
    private static final int LONGEST_RANGE = 51;

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private final Posts posts;

    PostController(Posts posts) {
        this.posts = posts;
    }

    /** The cursor is the code of the last post shown. */
    @GetMapping("/posts")
    Items<PostItem> posts(HttpServletRequest request) {
        var parameters = Parameters.of(request, "limit", "after");
        var after = parameters.text("after").map(PostController::place).orElse("");
        var limit = parameters.limit();
        var rest = posts.all().stream()
                .filter(post -> post.code().value().compareTo(after) > 0)
                .map(PostItem::of)
                .limit(limit + 1L)
                .toList();
        return rest.size() <= limit
                ? new Items<>(rest, null)
                : new Items<>(rest.subList(0, limit), rest.get(limit - 1).code().value());
    }

    /** A code that no post has marks a place all the same, as any place past the end of a list does. */
    private static String place(String after) {
        if (!CODE.matcher(after).matches()) {
            throw Parameters.bad("after", "must be the next of the page before");
        }
        return after;
    }

    /** Every day of the range at once: the range is the page. */
    @GetMapping("/posts/{code}/calendar")
    Items<CalendarDay> calendar(@PathVariable String code, HttpServletRequest request) {
        var post = posts.find(new PostCode(code)).orElseThrow(() -> ApiException.notFound("there is no such post"));
        var parameters = Parameters.of(request, "from", "to");
        var from = day(parameters, "from");
        var to = day(parameters, "to");
        if (to.isBefore(from)) {
            throw Parameters.bad("to", "must not be before from");
        }
        if (!to.isBefore(from.plusYears(LONGEST_RANGE))) {
            throw Parameters.bad("to", "must be less than " + LONGEST_RANGE + " years after from");
        }
        return new Items<>(days(post, from, to), null);
    }

    private static LocalDate day(Parameters parameters, String name) {
        return parameters.day(name).orElseThrow(() -> Parameters.bad(name, "is missing"));
    }

    private static List<CalendarDay> days(Post post, LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(post.calendar()::day).toList();
    }
}
