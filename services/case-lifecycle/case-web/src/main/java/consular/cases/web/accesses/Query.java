package consular.cases.web.accesses;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** What of a request is kept: ids, dates, codes. */
final class Query {
    private static final int LONGEST = 1_000;

    /** Nothing with a blank or beyond ASCII: so no name with either, should one ever get there. */
    private static final Pattern CODE = Pattern.compile("[!-~]{1,200}");

    private Query() {}

    /** Filters and pages, sorted by name; null when there are none. Only what was understood gets here. */
    static @Nullable String of(HttpServletRequest request) {
        var text = new TreeMap<>(request.getParameterMap())
                .entrySet().stream()
                        .flatMap(given -> Arrays.stream(given.getValue())
                                .map(value -> given.getKey() + "="
                                        + (CODE.matcher(value).matches() ? value : "(left out)")))
                        .collect(Collectors.joining("&"));
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** The case or quasi-refusal that the path names. */
    static Optional<UUID> subject(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            return Optional.<Object>ofNullable(variables.get("caseId"))
                    .or(() -> Optional.ofNullable(variables.get("quasiRefusalId")))
                    .flatMap(Query::uuid);
        }
        return Optional.empty();
    }

    static Optional<UUID> uuid(Object text) {
        try {
            return Optional.of(UUID.fromString(text.toString()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
