package consular.cases.web.accesses;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a list show.
 *
 * @param subjects the cases and quasi-refusals
 * @param first the first place in the log; null where rows have none
 */
record Shown(
        List<UUID> subjects, @Nullable Long first, @Nullable Long last) {
    private static final String ATTRIBUTE = Shown.class.getName();
    private static final Shown NOTHING = new Shown(List.of(), null, null);

    static Shown of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Shown shown ? shown : NOTHING;
    }

    /** Notes what a page is about to show; what is no page shows nothing that its path does not name. */
    static void note(HttpServletRequest request, @Nullable Object body) {
        if (body instanceof Record page && member(page, "items").orElse(null) instanceof List<?> items) {
            var positions = items.stream()
                    .flatMap(item -> member(item, "position").stream())
                    .map(Long.class::cast)
                    .toList();
            var subjects = items.stream()
                    .flatMap(item -> Stream.concat(
                            member(item, "caseId").flatMap(Query::uuid).stream(), subjectOf(item).stream()))
                    .distinct()
                    .toList();
            request.setAttribute(
                    ATTRIBUTE,
                    new Shown(
                            subjects,
                            positions.isEmpty() ? null : positions.getFirst(),
                            positions.isEmpty() ? null : positions.getLast()));
        }
    }

    /** Of an event the case or quasi-refusal. The subject of a clock is a text, which may be whatever id a client gave to an applicant. */
    private static Optional<UUID> subjectOf(Object item) {
        return member(item, "subject").filter(UUID.class::isInstance).map(UUID.class::cast);
    }

    private static Optional<Object> member(Object owner, String name) {
        return Stream.ofNullable(owner.getClass().getRecordComponents())
                .flatMap(Stream::of)
                .filter(component -> component.getName().equals(name))
                .map(component -> {
                    try {
                        var accessor = component.getAccessor();
                        accessor.setAccessible(true);
                        return accessor.invoke(owner);
                    } catch (ReflectiveOperationException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .filter(Objects::nonNull)
                .findFirst();
    }
}
