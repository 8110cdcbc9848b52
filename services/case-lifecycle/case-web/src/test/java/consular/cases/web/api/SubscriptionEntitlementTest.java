package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say that a subscription is to be sent on. */
class SubscriptionEntitlementTest {
    private static final SignedIn OF_MANILA = admin(false, Set.of(new PostCode("MNL")));
    private static final SignedIn OF_EVERY_POST = admin(true, Set.of());

    private static SignedIn admin(boolean everyPost, Set<PostCode> posts) {
        return new SignedIn("admin", Set.of(Role.ADMIN), false, everyPost, posts, Supervision.OF_NOBODY);
    }

    private static List<String> posts(String some) {
        return some.isEmpty() ? List.of() : List.of(some.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LND", "MNL LND", "LND MNL"})
    void whoever_works_for_one_post_is_not_entitled_to_what_is_sent_of_others(String some) {
        assertThatThrownBy(() -> SubscriptionController.requireEntitled(OF_MANILA, posts(some)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("not yours");
        assertThatCode(() -> SubscriptionController.requireEntitled(OF_EVERY_POST, posts(some)))
                .doesNotThrowAnyException();
    }

    @Test
    void and_is_to_what_is_sent_of_that_post() {
        assertThatCode(() -> SubscriptionController.requireEntitled(OF_MANILA, List.of("MNL")))
                .doesNotThrowAnyException();
    }
}
