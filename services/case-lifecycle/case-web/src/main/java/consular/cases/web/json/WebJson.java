package consular.cases.web.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import consular.cases.domain.CaseView;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The one mapper of the interface. Records are written by their components in the order of the source; a record of one
 * {@code value} is that value; instants are RFC 3339 in UTC.
 */
public final class WebJson {
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("values").setSerializerModifier(new PlainValues()))
            .addMixIn(CaseView.ReviewView.class, ReviewMembers.class)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            // components only: isTerminated() and its like are for the law, not for clients
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private WebJson() {}

    /** {@code class} is a word that Java keeps for itself. */
    private interface ReviewMembers {
        @JsonProperty("class")
        Object reviewClass();
    }

    private static final class PlainValues extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier description, ValueSerializer<?> serializer) {
            return isPlainValue(description.getBeanClass()) ? ToStringSerializer.instance : serializer;
        }
    }

    /** Whether a type is a record of nothing but one {@code value}, such as the identifiers of the domain. */
    public static boolean isPlainValue(Class<?> type) {
        var components = type.getRecordComponents();
        return components != null && components.length == 1 && components[0].getName().equals("value");
    }
}
