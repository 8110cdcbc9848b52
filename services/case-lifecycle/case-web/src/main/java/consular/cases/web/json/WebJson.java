package consular.cases.web.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import consular.cases.application.CaseJson;
import consular.cases.domain.ReviewView;
import consular.cases.projections.reviews.RefusalReview;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one mapper of the interface: the JSON of the domain, with records written by their components in the order of the
 * source.
 */
public final class WebJson {
    /** Deeper, longer and more than any body that means anything; what breaks them is refused while it is read. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(32)
            .maxNameLength(256)
            .maxStringLength(JsonBody.LIMIT)
            .maxTokenCount(200_000)
            .build();

    public static final JsonMapper MAPPER = CaseJson.configure(JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build()))
            .addMixIn(ReviewView.class, ReviewMembers.class)
            .addMixIn(RefusalReview.class, ReviewMembers.class)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // components only: isTerminated() and its like are for the law, not for clients
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private WebJson() {}

    /** {@code class} is a word that Java keeps for itself. */
    private interface ReviewMembers {
        @JsonProperty("class")
        Object reviewClass();
    }
}
