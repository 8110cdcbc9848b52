package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.code;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of a record, as JSON carries them. */
final class Shapes {
    private Shapes() {}

    static String table(Class<?> type) {
        var components = type.getRecordComponents();
        if (components.length == 0) {
            return "No members.\n";
        }
        var rows = new ArrayList<List<String>>();
        for (var component : components) {
            rows.add(List.of(
                    code(component.getName()),
                    shape(component.getType(), component),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "may be absent" : ""));
        }
        return ReferencePage.table(List.of("member", "shape", ""), rows);
    }

    private static String shape(Class<?> type, RecordComponent component) {
        if (List.class.isAssignableFrom(type)
                && component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments()[0].getType() instanceof Class<?> element) {
            return "list of " + shape(element);
        }
        return shape(type);
    }

    private static String shape(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(" / "));
        }
        if (type.isRecord()) {
            var components = type.getRecordComponents();
            return components.length == 1 && isScalar(components[0].getType())
                    ? "text"
                    : Arrays.stream(components)
                            .map(it -> it.getName() + ": " + shape(it.getType(), it))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "date";
            case "Instant" -> "instant";
            case "String", "ZoneId", "UUID" -> "text";
            case "Boolean", "boolean" -> "boolean";
            case "Integer", "int", "Long", "long" -> "number";
            default -> type.getSimpleName();
        };
    }

    private static boolean isScalar(Class<?> type) {
        return type == String.class || type.getSimpleName().equals("UUID");
    }
}
