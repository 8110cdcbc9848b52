package consular.cases.web.json;

import java.lang.invoke.MethodHandle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a JSON value must look like to become a value of some Java type; made once per type, shared by all requests. */
public sealed interface Shape {
    /** How many characters of Unicode a text may have: more than anybody types, and few enough for a case of many. */
    int LONGEST_TEXT = 20_000;

    /** Any text of at most {@link #LONGEST_TEXT} characters. */
    Text ANY_TEXT = new Text(null, "text", LONGEST_TEXT);

    /** A digest. */
    Text SHA256 = new Text(Pattern.compile("[0-9A-Fa-f]{64}"), "64 hexadecimal digits", LONGEST_TEXT);

    /** How long an identifier may be that a client makes up; they are kept in indexes. */
    int LONGEST_IDENTIFIER = 64;

    /**
     * A text.
     *
     * @param pattern what it must match as a whole; null for anything
     * @param form the pattern in words
     * @param longest how many characters of Unicode it may have, {@link #LONGEST_TEXT} at most
     */
    record Text(@Nullable Pattern pattern, String form, int longest) implements Shape {}

    /** Text of at most {@link #LONGEST_IDENTIFIER} characters that becomes a record of one value. */
    record Identifier(Class<?> type, MethodHandle constructor) implements Shape {}

    /** How many elements a list may have: more than any family, file or refusal has, and few enough for one event. */
    int LONGEST_LIST = 200;

    /** True or false. */
    record Flag() implements Shape {}

    /** A whole number from a lowest one. */
    record Whole(long lowest) implements Shape {}

    /** A legal date from one day to another. */
    record Day(LocalDate first, LocalDate last) implements Shape {}

    /** An instant with its offset. */
    record Moment() implements Shape {}

    /** One of the constants of an enum, by name and in their order. */
    record Choice(Class<?> type, Map<String, Object> constants) implements Shape {}

    /** An array of at most {@link #LONGEST_LIST} elements. */
    record Items(Shape element) implements Shape {}

    /**
     * An object that becomes a record.
     *
     * @param constructor takes the values of the members, in order, as one array
     */
    record Members(Class<?> type, List<Member> members, MethodHandle constructor) implements Shape {}

    /**
     * A member of an object.
     *
     * @param optional whether it may be left out or null
     */
    record Member(String name, Shape shape, boolean optional) {}
}
