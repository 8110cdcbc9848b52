package consular.cases.application;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;

/** Stores each event as JSON under its plain name and revision; see {@link CaseRevisions}. */
final class CaseEventSerializer extends Jackson3Serializer {
    CaseEventSerializer() {
        super(builder()
                .jsonMapperBuilderCustomizer(
                        json -> CaseJson.configure(json).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        return type != null && CaseRevisions.isEvent(type)
                ? new SimpleSerializedType(type.getSimpleName(), CaseRevisions.revisionOf(type))
                : super.typeForClass(type);
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        return CaseRevisions.isEvent(stored.getName())
                ? CaseRevisions.typeNamed(stored.getName()).getName()
                : super.resolveClassName(stored);
    }
}
