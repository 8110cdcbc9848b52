package consular.cases.web.api;

import consular.cases.domain.people.CaseId;
import consular.cases.web.json.Times;
import consular.cases.web.json.Unicode;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The query of a request. A parameter that is not known, is given twice or can't be meant is 400. */
public final class Parameters {
    /** How many items a page has where the query gives no {@code limit}. */
    public static final int DEFAULT_LIMIT = 50;

    /** How many items a page has at most. */
    public static final int HIGHEST_LIMIT = 500;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Map<String, String[]> given;

    private Parameters(Map<String, String[]> given) {
        this.given = given;
    }

    /** The query of a request that knows these parameters. */
    static Parameters of(HttpServletRequest request, Predicate<String> known) {
        var given = given(request);
        given.forEach((name, values) -> {
            if (!known.test(name)) {
                throw bad(name, "is not a parameter or filter of this path");
            }
            for (var value : values) {
                if (value.isBlank() || !Unicode.isSound(value)) {
                    throw bad(name, "must have a value in plain text");
                }
            }
        });
        return new Parameters(given);
    }

    /** The container reads them when they are first asked for, and stops when they are too many. */
    private static Map<String, String[]> given(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException _) {
            throw ApiException.malformed(
                    Fault.ofParameter("", "the query can't be read, or has more parameters than any path knows"));
        }
    }

    static Parameters of(HttpServletRequest request, String... known) {
        return of(request, List.of(known)::contains);
    }

    /** Every value of a parameter that may be repeated. */
    List<String> all(String name) {
        return List.of(given.getOrDefault(name, new String[0]));
    }

    Optional<String> text(String name) {
        var values = all(name);
        if (values.size() > 1) {
            throw bad(name, "may be given once");
        }
        return values.stream().findFirst();
    }

    boolean flag(String name) {
        return text(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw bad(name, "must be true or false");
                })
                .orElse(false);
    }

    int limit() {
        return limit(DEFAULT_LIMIT);
    }

    /** How many are asked for, or so many where nobody says. */
    int limit(int otherwise) {
        return text("limit")
                .map(text -> number(text)
                        .filter(limit -> limit >= 1 && limit <= HIGHEST_LIMIT)
                        .orElseThrow(() -> bad("limit", "must be from 1 to " + HIGHEST_LIMIT))
                        .intValue())
                .orElse(otherwise);
    }

    Optional<Long> number(String name, long lowest) {
        return read(name, Parameters::number, "must be a whole number from " + lowest)
                .map(number -> {
                    if (number < lowest) {
                        throw bad(name, "must be a whole number from " + lowest);
                    }
                    return number;
                });
    }

    Optional<LocalDate> day(String name) {
        return read(name, Times::day, "must be a date such as 2024-03-05");
    }

    Optional<Instant> moment(String name) {
        return read(name, Times::moment, "must be an instant with its offset (RFC 3339), in the years 0001 to 9999");
    }

    /** {@code <caseId>:<version>}, which an answer must have seen. */
    Optional<AtLeast> atLeast() {
        return read("atLeast", AtLeast::parse, "must be <caseId>:<version>, as a command's answer gives them");
    }

    private <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String form) {
        return text(name).map(text -> reader.apply(text).orElseThrow(() -> bad(name, form)));
    }

    /** A whole number from 0; empty for anything else. */
    static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    static ApiException bad(String name, String detail) {
        var shown = name.length() > 64 ? name.substring(0, 64) : name;
        return ApiException.malformed(Fault.ofParameter(shown, shown + " " + detail));
    }

    /** A version of a case that must have been seen. */
    record AtLeast(CaseId caseId, long version) {
        private static Optional<AtLeast> parse(String text) {
            var colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : CaseIds.parse(text.substring(0, colon))
                            .flatMap(caseId -> number(text.substring(colon + 1))
                                    .filter(version -> version > 0)
                                    .map(version -> new AtLeast(caseId, version)));
        }
    }
}
