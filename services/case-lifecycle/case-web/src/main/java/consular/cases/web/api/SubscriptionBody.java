package consular.cases.web.api;

import consular.cases.application.webhooks.Wanted;
import consular.cases.application.webhooks.targets.Targets;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.people.AtMost;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import consular.cases.web.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is asked for.
 *
 * @param url where events are to be sent
 * @param description what it is for; it names nobody
 * @param eventTypes the types that are sent; all without it
 * @param posts what is at these posts is sent; without it, what is at those of the person who asks
 * @param after the position behind which it begins; the end of the log without it
 */
public record SubscriptionBody(
        @AtMost(Targets.LONGEST) String url,

        @Nullable @AtMost(SubscriptionBody.LONGEST_DESCRIPTION)
        String description,

        @Nullable List<String> eventTypes,
        @Nullable List<PostCode> posts,
        @Nullable Long after) {
    public static final Shape.Members SHAPE = Shapes.of(SubscriptionBody.class);

    static final int LONGEST_DESCRIPTION = 200;
    private static final Set<String> TYPES = Stream.of(CaseEvent.class, QuasiRefusalEvent.class)
            .flatMap(SubscriptionBody::leaves)
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SubscriptionBody::leaves)
                : Stream.of(type);
    }

    /** What it is about, if the person may be shown that. */
    Wanted wanted(SignedIn person, Posts known) {
        return new Wanted(types(), posts(person, known));
    }

    private Set<String> types() {
        var asked = eventTypes == null ? List.<String>of() : eventTypes;
        for (var i = 0; i < asked.size(); i++) {
            if (!TYPES.contains(asked.get(i))) {
                throw bad("/eventTypes/" + i, "names no type of event");
            }
        }
        return new HashSet<>(asked);
    }

    private Set<PostCode> posts(SignedIn person, Posts known) {
        var asked = posts == null ? List.<PostCode>of() : posts;
        asked.forEach(person::requirePost);
        for (var i = 0; i < asked.size(); i++) {
            if (known.find(asked.get(i)).isEmpty()) {
                throw bad("/posts/" + i, "names no post");
            }
        }
        if (asked.isEmpty() && !person.everyPost()) {
            if (person.posts().isEmpty()) {
                throw new ApiException(ProblemCode.FORBIDDEN_POST, "you work for no post");
            }
            return person.posts();
        }
        return new HashSet<>(asked);
    }

    static ApiException bad(String pointer, String detail) {
        return ApiException.malformed(Fault.ofMember(pointer, pointer + " " + detail));
    }
}
