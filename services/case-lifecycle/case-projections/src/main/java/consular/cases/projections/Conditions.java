package consular.cases.projections;

import consular.cases.domain.posts.PostCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The conditions of one page, each with its parameter. What a client wrote only ever becomes a parameter. */
public final class Conditions {
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    private final Map<String, String> filters;
    private final Instant now;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    Conditions(Map<String, String> filters, Instant now) {
        this.filters = filters;
        this.now = now;
    }

    /**
     * Applies a condition with one date parameter, if the filter was given.
     *
     * @throws BadFilter when it is no ISO date of four digits of year
     */
    public Conditions date(String filter, String condition) {
        date(filter).ifPresent(date -> add(condition, date));
        return this;
    }

    /**
     * Makes sure that two dates, if both filters were given, are in order.
     *
     * @throws BadFilter when the second is before the first
     */
    public Conditions inOrder(String first, String second) {
        date(first)
                .ifPresent(from -> date(second).filter(from::isAfter).ifPresent(_ -> {
                    throw new BadFilter(second, "it is not before " + first);
                }));
        return this;
    }

    private Optional<LocalDate> date(String filter) {
        var text = filters.get(filter);
        if (text == null) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new BadFilter(filter, "the year has four digits");
            }
            return Optional.of(date);
        } catch (DateTimeException _) {
            throw new BadFilter(filter, "it is a date such as 2024-03-05");
        }
    }

    /**
     * Applies a condition with one year as its parameter, if the filter was given.
     *
     * @throws BadFilter when it is no year of four digits
     */
    public Conditions year(String filter, String condition) {
        var text = filters.get(filter);
        if (text != null) {
            if (!FOUR_DIGITS.matcher(text).matches()) {
                throw new BadFilter(filter, "it is a year such as 2024");
            }
            add(condition, text);
        }
        return this;
    }

    /**
     * Applies a condition with one text parameter, if the filter was given.
     *
     * @throws BadFilter when it is none of the constants
     */
    public <E extends Enum<E>> Conditions constant(String filter, Class<E> constants, String condition) {
        given(filter, constants).ifPresent(constant -> add(condition, constant.name()));
        return this;
    }

    /**
     * Applies what a constant stands for at the time of asking, which is the parameter of a condition that has one; if the
     * filter was given.
     *
     * @throws BadFilter when it is none of the constants
     */
    public <E extends Enum<E>> Conditions atTheTime(String filter, Class<E> constants, Function<E, String> condition) {
        given(filter, constants)
                .map(condition)
                .ifPresent(it -> add(it, it.contains("?") ? List.of(now.toString()) : List.of()));
        return this;
    }

    private <E extends Enum<E>> Optional<E> given(String filter, Class<E> constants) {
        var text = filters.get(filter);
        if (text == null) {
            return Optional.empty();
        }
        var all = List.of(constants.getEnumConstants());
        var named =
                all.stream().filter(constant -> constant.name().equals(text)).findFirst();
        if (named.isEmpty()) {
            throw new BadFilter(
                    filter, all.stream().map(Enum::name).collect(Collectors.joining(", ", "it is one of ", "")));
        }
        return named;
    }

    /**
     * Accepts a filter that leaves out no row.
     *
     * @throws BadFilter when it was given and is none of the constants
     */
    public <E extends Enum<E>> Conditions option(String filter, Class<E> constants) {
        given(filter, constants);
        return this;
    }

    /** Whether the filter was given. */
    public boolean has(String filter) {
        return filters.containsKey(filter);
    }

    /** Applies a condition without parameters. The planner takes one that is said twice for a rarer one: say it once. */
    public Conditions always(String condition) {
        add(condition, List.of());
        return this;
    }

    /**
     * Applies a condition with one text parameter, if the filter was given.
     *
     * @throws BadFilter when it is blank or holds a character that no text of ours can hold
     */
    public Conditions text(String filter, String condition) {
        return text(filter, condition, text -> text);
    }

    /**
     * Applies a condition with one parameter that is made of the text, if the filter was given.
     *
     * @throws BadFilter when it is blank or holds a character that no text of ours can hold
     */
    public Conditions text(String filter, String condition, UnaryOperator<String> parameter) {
        var text = filters.get(filter);
        if (text != null) {
            if (text.isBlank() || text.indexOf('\0') >= 0) {
                throw new BadFilter(filter, "it is empty or holds U+0000");
            }
            add(condition, parameter.apply(text));
        }
        return this;
    }

    /** One post is the usual case and has an index of its own, which {@code any} could not read in order. */
    void posts(Set<PostCode> posts) {
        if (posts.size() == 1) {
            add("post = ?", posts.iterator().next().value());
        } else if (!posts.isEmpty()) {
            Object codes = posts.stream().map(PostCode::value).toArray(String[]::new);
            add("post = any (?::text[])", codes);
        }
    }

    void add(String condition, List<?> values) {
        conditions.add(condition);
        parameters.addAll(values);
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        parameters.add(value);
    }

    /** Empty, or a where clause that ends its line. */
    String where() {
        return conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining("\n  and ", "where ", "\n"));
    }

    List<Object> parameters() {
        return List.copyOf(parameters);
    }
}
