package consular.cases.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import consular.cases.domain.ReviewView;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.projections.reviews.RefusalReview;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Schemas of the records that answers are written from; each record is a component of the document. */
final class AnswerSchemas {
    private static final Map<Class<?>, Schema<Object>> SCALARS = Map.ofEntries(
            Map.entry(String.class, Schemas.text()),
            Map.entry(ZoneId.class, Schemas.text()),
            Map.entry(CaseId.class, Schemas.uuid()),
            Map.entry(QuasiRefusalId.class, Schemas.uuid()),
            Map.entry(UUID.class, Schemas.uuid()),
            Map.entry(boolean.class, Schemas.flag()),
            Map.entry(Boolean.class, Schemas.flag()),
            Map.entry(int.class, Schemas.integer()),
            Map.entry(Integer.class, Schemas.integer()),
            Map.entry(long.class, Schemas.integer()),
            Map.entry(Long.class, Schemas.integer()),
            Map.entry(double.class, Schemas.of("number")),
            Map.entry(Double.class, Schemas.of("number")),
            Map.entry(LocalDate.class, Schemas.day()),
            Map.entry(Instant.class, Schemas.moment()),
            Map.entry(Duration.class, Schemas.of("string", "duration")));

    /** Records whose {@code reviewClass} is the member {@code class}. */
    private static final Set<Class<?>> WITH_CLASS = Set.of(ReviewView.class, RefusalReview.class);

    private final Map<String, Class<?>> known = new HashMap<>();
    private final Components components;

    /** Adds to the components of a document. */
    AnswerSchemas(Components components) {
        this.components = components;
    }

    /** A reference to the schema of a record. */
    Schema<Object> of(Class<?> type) {
        var scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        if (type.isEnum()) {
            return Schemas.choice(type);
        }
        if (type.isSealed()) {
            return Schemas.anyOf(leaves(type).map(this::of));
        }
        if (!type.isRecord()) {
            throw new IllegalArgumentException("no schema for a " + type);
        }
        return isIdentifier(type) ? Schemas.text() : component(type);
    }

    /** A page of records. */
    Schema<Object> page(Class<?> item) {
        var schema = Schemas.object();
        schema.addProperty("items", Schemas.array(of(item)));
        schema.addProperty("next", Schemas.nullable(Schemas.text()));
        schema.setRequired(List.of("items", "next"));
        return schema;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(AnswerSchemas::leaves)
                        .distinct()
                : Stream.of(type);
    }

    private static boolean isIdentifier(Class<?> type) {
        var components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    private Schema<Object> component(Class<?> type) {
        var name = name(type);
        var other = known.putIfAbsent(name, type);
        if (other == null) {
            components.addSchemas(name, members(type));
        } else if (other != type) {
            throw new IllegalStateException(name + " would be both " + other + " and " + type);
        }
        return Schemas.ref(name);
    }

    /** Records of the interface are named apart from those of the domain, whose names are the field's own. */
    private static String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer != null && outer.isRecord() ? outer.getSimpleName() + type.getSimpleName() : type.getSimpleName();
    }

    private Schema<Object> members(Class<?> type) {
        var schema = Schemas.object();
        var nullsLeftOut = type.isAnnotationPresent(JsonInclude.class);
        for (var component : type.getRecordComponents()) {
            var annotated = component.getAnnotatedType();
            var nullable = annotated.isAnnotationPresent(Nullable.class);
            var value = of(annotated);
            schema.addProperty(member(component), nullable && !nullsLeftOut ? Schemas.nullable(value) : value);
            if (!nullable || !nullsLeftOut) {
                schema.addRequiredItem(member(component));
            }
        }
        return schema;
    }

    private static String member(RecordComponent component) {
        return WITH_CLASS.contains(component.getDeclaringRecord())
                        && component.getName().equals("reviewClass")
                ? "class"
                : component.getName();
    }

    private Schema<Object> of(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType generic
                && generic.getType() instanceof ParameterizedType type) {
            var arguments = generic.getAnnotatedActualTypeArguments();
            if (type.getRawType() == List.class) {
                return Schemas.array(of(arguments[0]));
            }
            if (type.getRawType() == Map.class) {
                var schema = Schemas.object();
                schema.setAdditionalProperties(of(arguments[1]));
                return schema;
            }
        }
        if (annotated.getType() instanceof Class<?> type) {
            return of(type);
        }
        throw new IllegalArgumentException("no schema for a " + annotated.getType());
    }
}
