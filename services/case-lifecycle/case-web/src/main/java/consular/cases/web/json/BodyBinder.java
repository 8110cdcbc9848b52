package consular.cases.web.json;

import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import java.lang.invoke.MethodHandle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a record of one body, and gathers what is wrong with it on the way. */
public final class BodyBinder {
    /** What is said of members that a body does not have. */
    public static final String NO_MEMBER = "is not a member of this body";

    /** Nobody mends more at once. */
    private static final int MOST_FAULTS = 50;

    /** What is shown for a name that is too long to be one, or no text that can be kept. */
    private static final String NOT_SHOWN = "\u2026";

    private final List<Fault> faults = new ArrayList<>();

    /** How many there are, told or not. */
    private int found;

    /**
     * The record that the body stands for.
     *
     * @throws ApiException naming every fault
     */
    public static <T> T bind(Class<T> type, Shape.Members shape, JsonNode body) {
        var binder = new BodyBinder();
        return type.cast(binder.sound(binder.read(shape, body)));
    }

    /** Reads a member as an instant, if it is there and not null. */
    public @Nullable Instant moment(String name, @Nullable JsonNode node) {
        return node == null || node.isNull() ? null : moment(node, "/" + name);
    }

    /** Reads a member as text, if it is there and not null. */
    public @Nullable String text(String name, @Nullable JsonNode node) {
        return node == null || node.isNull() ? null : text(Shape.ANY_TEXT, node, "/" + name, false);
    }

    /** The record that the body stands for; null if there are faults. */
    public @Nullable Object read(Shape.Members shape, JsonNode body) {
        return read(shape, body, "");
    }

    /** The record that the part of the body at a JSON Pointer stands for; null if there are faults. */
    public @Nullable Object read(Shape.Members shape, JsonNode part, String pointer) {
        return members(shape, part, pointer);
    }

    /** Notes what else is wrong with the part of the body at a JSON Pointer. */
    public void note(String pointer, String detail) {
        fault(pointer, detail);
    }

    /**
     * What was read, if everything was well so far.
     *
     * @throws ApiException naming every fault
     */
    public Object sound(@Nullable Object read) {
        if (!faults.isEmpty()) {
            throw ApiException.malformed(faults);
        }
        if (read == null) {
            throw new IllegalStateException("without a fault there is a value");
        }
        return read;
    }

    private @Nullable Object value(Shape shape, JsonNode node, String pointer, boolean required) {
        return switch (shape) {
            case Shape.Text text -> text(text, node, pointer, required);
            case Shape.Identifier identifier -> identifier(identifier, node, pointer);
            case Shape.Flag _ ->
                node.isBoolean() ? (Object) node.booleanValue() : fault(pointer, "must be true or false");
            case Shape.Whole whole -> whole(whole, node, pointer);
            case Shape.Day day -> day(day, node, pointer);
            case Shape.Moment _ -> moment(node, pointer);
            case Shape.Choice choice -> choice(choice, node, pointer);
            case Shape.Items items -> items(items, node, pointer);
            case Shape.Members members -> members(members, node, pointer);
        };
    }

    private @Nullable Object members(Shape.Members shape, JsonNode node, String pointer) {
        if (!node.isObject()) {
            return fault(pointer, "must be an object");
        }
        var before = found;
        var values = new @Nullable Object[shape.members().size()];
        var unknown = new LinkedHashSet<>(node.propertyNames());
        for (var i = 0; i < values.length; i++) {
            var member = shape.members().get(i);
            unknown.remove(member.name());
            values[i] = member(member, node.get(member.name()), pointer + "/" + member.name());
        }
        unknown(unknown, pointer);
        return found > before ? null : construct(shape.constructor(), values, pointer);
    }

    private @Nullable Object member(Shape.Member member, @Nullable JsonNode node, String pointer) {
        if (node != null && !node.isNull()) {
            return value(member.shape(), node, pointer, !member.optional());
        }
        return member.optional() ? null : fault(pointer, "is missing");
    }

    private void unknown(Set<String> names, String pointer) {
        for (var name : names) {
            var shown = name.length() <= Shape.LONGEST_IDENTIFIER && Unicode.isSound(name) ? name : NOT_SHOWN;
            fault(pointer + "/" + shown.replace("~", "~0").replace("/", "~1"), NO_MEMBER);
        }
    }

    private @Nullable List<Object> items(Shape.Items shape, JsonNode node, String pointer) {
        if (!node.isArray()) {
            fault(pointer, "must be an array");
            return null;
        }
        if (node.size() > Shape.LONGEST_LIST) {
            fault(pointer, "must have at most " + Shape.LONGEST_LIST + " elements");
            return null;
        }
        var before = found;
        var values = new ArrayList<>(node.size());
        for (var i = 0; i < node.size(); i++) {
            var element = node.get(i);
            var at = pointer + "/" + i;
            var value = element.isNull() ? fault(at, "must not be null") : value(shape.element(), element, at, true);
            if (value != null) {
                values.add(value);
            }
        }
        return found > before ? null : List.copyOf(values);
    }

    private @Nullable String text(Shape.Text shape, JsonNode node, String pointer, boolean required) {
        if (!node.isString()) {
            fault(pointer, "must be text");
            return null;
        }
        var text = node.stringValue();
        if (!Unicode.isSound(text)) {
            fault(pointer, "must not hold U+0000 or half of a surrogate pair");
        } else if (required && text.isBlank()) {
            fault(pointer, "must not be blank");
        } else if (text.codePointCount(0, text.length()) > shape.longest()) {
            fault(pointer, "must have at most " + shape.longest() + " characters");
        } else if (shape.pattern() != null && !shape.pattern().matcher(text).matches()) {
            fault(pointer, "must be " + shape.form());
        }
        return text;
    }

    private @Nullable Object identifier(Shape.Identifier shape, JsonNode node, String pointer) {
        var before = found;
        var text = text(Shape.ANY_TEXT, node, pointer, true);
        if (text == null || found > before) {
            return null;
        }
        return text.length() > Shape.LONGEST_IDENTIFIER
                ? fault(pointer, "must have at most " + Shape.LONGEST_IDENTIFIER + " characters")
                : construct(shape.constructor(), new Object[] {text}, pointer);
    }

    private @Nullable Object choice(Shape.Choice shape, JsonNode node, String pointer) {
        var constant = node.isString() ? shape.constants().get(node.stringValue()) : null;
        return constant == null
                ? fault(
                        pointer,
                        "must be one of " + String.join(", ", shape.constants().keySet()))
                : constant;
    }

    private @Nullable Object whole(Shape.Whole shape, JsonNode node, String pointer) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= shape.lowest()
                ? (Object) node.longValue()
                : fault(pointer, "must be a whole number from " + shape.lowest());
    }

    private @Nullable LocalDate day(Shape.Day shape, JsonNode node, String pointer) {
        var day = (node.isString() ? Times.day(node.stringValue()) : Optional.<LocalDate>empty())
                .filter(it -> !it.isBefore(shape.first()) && !it.isAfter(shape.last()));
        if (day.isEmpty()) {
            fault(pointer, "must be a date such as 2024-03-05, from " + shape.first() + " to " + shape.last());
        }
        return day.orElse(null);
    }

    private @Nullable Instant moment(JsonNode node, String pointer) {
        var moment = node.isString() ? Times.moment(node.stringValue()) : Optional.<Instant>empty();
        if (moment.isEmpty()) {
            fault(
                    pointer,
                    "must be an instant with its offset (RFC 3339) such as 2024-03-05T10:15:00+08:00, in the"
                            + " years 0001 to 9999");
        }
        return moment.orElse(null);
    }

    private @Nullable Object construct(MethodHandle constructor, @Nullable Object[] values, String pointer) {
        try {
            return constructor.invokeExact(values);
        } catch (IllegalArgumentException senseless) {
            return fault(pointer, "makes no sense as a whole");
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException("a constructor of a record threw a checked exception", checked);
        }
    }

    /** Notes a fault; null so that it can stand for the value. */
    private @Nullable Object fault(String pointer, String detail) {
        found++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(Fault.ofMember(pointer, pointer.isEmpty() ? "the body " + detail : pointer + " " + detail));
        }
        return null;
    }
}
