package consular.cases.application;

import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How the values of the domain look as JSON, in the log and on the wire: records by their component
 * names, identifiers as plain strings, instants and dates as ISO 8601.
 */
public final class CaseJson {
    private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private static final JsonMapper STORED = MAPPER.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CaseJson() {}

    /** A shared mapper: unknown and doubled members are refused. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * A shared mapper for what is stored: a member that this version does not know yet is passed over, so that an older
     * node can go on beside a newer one. Doubled members are not looked for, since the service has written it.
     */
    static JsonMapper storedMapper() {
        return STORED;
    }

    /** Teaches another mapper the same. */
    public static <B extends MapperBuilder<?, B>> B configure(B builder) {
        return builder.addModule(identifiers())
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    private static SimpleModule identifiers() {
        var module = new SimpleModule("case identifiers");
        identifier(module, CaseId.class, CaseId::toString, CaseId::of);
        identifier(module, QuasiRefusalId.class, QuasiRefusalId::toString, QuasiRefusalId::of);
        identifier(module, PostCode.class, PostCode::value, PostCode::new);
        identifier(module, OfficerId.class, OfficerId::value, OfficerId::new);
        identifier(module, ApplicantId.class, ApplicantId::value, ApplicantId::new);
        identifier(module, RefusalId.class, RefusalId::value, RefusalId::new);
        identifier(module, FindingId.class, FindingId::value, FindingId::new);
        identifier(module, AdvisoryOpinionId.class, AdvisoryOpinionId::value, AdvisoryOpinionId::new);
        return module;
    }

    private static <T> void identifier(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                var text = json.getValueAsString();
                return text == null || !json.currentToken().isScalarValue()
                        ? type.cast(context.handleUnexpectedToken(type, json))
                        : read.apply(text);
            }
        });
    }
}
