package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.domain.CaseCommand.AnswerInquiry;
import consular.cases.domain.CaseCommand.ErasePersonalData;
import consular.cases.domain.CaseCommand.LiftLegalHold;
import consular.cases.domain.CaseCommand.PlaceLegalHold;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.inquiries.OneLine;
import consular.cases.domain.people.Petition;
import consular.cases.web.api.BatchBodies;
import consular.cases.web.api.EvictionBody;
import consular.cases.web.api.QuasiRefusalBodies;
import consular.cases.web.api.SearchBodies;
import consular.cases.web.api.SubscriptionBody;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import consular.cases.web.problem.ApiException;
import io.swagger.v3.oas.models.media.Schema;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A text that may not be as long as any is described so, and turned down behind that. */
class BoundedTextsTest {
    static Stream<Arguments> bounds() {
        return Stream.of(
                Arguments.of(Shapes.of(RegisterCase.class), "caseNumber", Petition.LONGEST_NUMBER),
                Arguments.of(BatchBodies.ENVELOPE, "caseNumber", Petition.LONGEST_NUMBER),
                Arguments.of(Shapes.of(ErasePersonalData.class), "authority", OneLine.GREATEST_LENGTH),
                Arguments.of(QuasiRefusalBodies.ERASE, "authority", OneLine.GREATEST_LENGTH),
                Arguments.of(Shapes.of(AnswerInquiry.class), "reference", OneLine.GREATEST_LENGTH),
                Arguments.of(Shapes.of(PlaceLegalHold.class), "authority", OneLine.GREATEST_LENGTH),
                Arguments.of(Shapes.of(LiftLegalHold.class), "authority", OneLine.GREATEST_LENGTH),
                Arguments.of(Shapes.of(Petition.class), "receiptNumber", Petition.LONGEST_NUMBER),
                Arguments.of(SubscriptionBody.SHAPE, "url", 2_048),
                Arguments.of(SubscriptionBody.SHAPE, "description", 200),
                Arguments.of(SearchBodies.SEARCH, "name", 200),
                Arguments.of(EvictionBody.SHAPE, "reason", 500));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void is_described(Shape.Members shape, String member, int longest) {
        assertThat(longest(BodySchemas.of(shape).getProperties().get(member))).isEqualTo(longest);
    }

    /** What may be null is one of two. */
    private static @Nullable Integer longest(Schema<?> schema) {
        if (schema.getAnyOf() == null) {
            return schema.getMaxLength();
        }
        for (var each : schema.getAnyOf()) {
            if (each.getMaxLength() != null) {
                return each.getMaxLength();
            }
        }
        return null;
    }

    /** A character may take two of Java's. */
    @Test
    void is_kept_to_the_character() {
        assertThat(reason(500)).isEqualTo(new EvictionBody("\ud83d\udee2".repeat(500)));
        assertThatThrownBy(() -> reason(501))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.detail()).contains("at most 500")));
    }

    private static EvictionBody reason(int characters) {
        var body = JsonMapper.shared().createObjectNode().put("reason", "\ud83d\udee2".repeat(characters));
        return BodyBinder.bind(EvictionBody.class, EvictionBody.SHAPE, body);
    }
}
