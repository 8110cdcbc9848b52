package consular.cases.web.json;

import consular.cases.domain.people.AtMost;
import consular.cases.domain.people.NullOnceErased;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a body off the record that it becomes. */
public final class Shapes {
    private static final Shape FLAG = new Shape.Flag();
    private static final Shape WHOLE = new Shape.Whole(0);
    private static final Shape DAY = new Shape.Day(Times.FIRST_DAY, Times.LAST_DAY);
    private static final Shape MOMENT = new Shape.Moment();

    private Shapes() {}

    /**
     * The shape of a record: a member per component, optional where the component is {@link Nullable}, unless only what was erased is
     * null there.
     *
     * @throws IllegalArgumentException when a component has a type that no JSON value becomes
     */
    public static Shape.Members of(Class<?> type) {
        var members = Arrays.stream(type.getRecordComponents())
                .map(component -> new Shape.Member(
                        component.getName(),
                        bounded(of(component.getName(), component.getAnnotatedType()), component),
                        isOptional(component)))
                .toList();
        return new Shape.Members(type, members, constructor(type));
    }

    private static Shape bounded(Shape shape, RecordComponent component) {
        var bound = component.getAnnotation(AtMost.class);
        if (bound == null) {
            return shape;
        }
        if (!(shape instanceof Shape.Text(var pattern, var form, var _))) {
            throw new IllegalArgumentException(component + " is no text");
        }
        return new Shape.Text(pattern, form, bound.value());
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.isAnnotationPresent(NullOnceErased.class);
    }

    private static Shape of(String name, AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType list && isList(list)) {
            return new Shape.Items(of(name, list.getAnnotatedActualTypeArguments()[0]));
        }
        if (!(annotated.getType() instanceof Class<?> type)) {
            throw new IllegalArgumentException("no JSON value becomes a " + annotated.getType());
        }
        if (type == String.class) {
            return name.equals("sha256") ? Shape.SHA256 : Shape.ANY_TEXT;
        }
        if (type == Boolean.class || type == boolean.class) {
            return FLAG;
        }
        if (type == Long.class || type == long.class) {
            return WHOLE;
        }
        if (type == LocalDate.class) {
            return DAY;
        }
        if (type == Instant.class) {
            return MOMENT;
        }
        if (type.isEnum()) {
            return choice(type);
        }
        if (isIdentifier(type)) {
            return new Shape.Identifier(type, constructor(type));
        }
        if (type.isRecord()) {
            return of(type);
        }
        throw new IllegalArgumentException("no JSON value becomes a " + type);
    }

    /** Whether a type is a record of nothing but one text, such as the identifiers of the domain. */
    private static boolean isIdentifier(Class<?> type) {
        var components = type.getRecordComponents();
        return components != null
                && components.length == 1
                && components[0].getName().equals("value")
                && components[0].getType() == String.class;
    }

    private static boolean isList(AnnotatedParameterizedType annotated) {
        return annotated.getType() instanceof java.lang.reflect.ParameterizedType type
                && type.getRawType() == List.class;
    }

    private static Shape choice(Class<?> type) {
        var constants = new LinkedHashMap<String, Object>();
        for (var constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return new Shape.Choice(type, Collections.unmodifiableMap(constants));
    }

    /** The canonical constructor, taking its arguments as an array. */
    private static MethodHandle constructor(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            var parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("the constructor of " + type + " is out of reach", e);
        }
    }
}
