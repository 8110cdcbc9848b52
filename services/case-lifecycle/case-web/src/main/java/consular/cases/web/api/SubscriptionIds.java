package consular.cases.web.api;

import consular.cases.web.problem.ApiException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids in the paths of subscriptions. What can be none is 404, as is what is none. */
final class SubscriptionIds {
    private SubscriptionIds() {}

    static UUID of(String text) {
        return CaseIds.uuid(text).orElseThrow(SubscriptionIds::missing);
    }

    static @Nullable UUID after(Parameters parameters) {
        return parameters
                .text("after")
                .map(text -> CaseIds.uuid(text)
                        .orElseThrow(() -> Parameters.bad("after", "must be the next of the page before")))
                .orElse(null);
    }

    static void require(boolean there) {
        if (!there) {
            throw missing();
        }
    }

    static ApiException missing() {
        return ApiException.notFound("there is no such subscription, or no such case is held");
    }
}
