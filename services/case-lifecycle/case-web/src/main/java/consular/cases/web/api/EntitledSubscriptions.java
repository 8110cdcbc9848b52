package consular.cases.web.api;

import consular.cases.application.webhooks.Subscription;
import consular.cases.application.webhooks.Subscriptions;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Subscriptions as far as they are a person's: whoever has to do with what is sent has to be somebody who may be shown it. */
@Component
final class EntitledSubscriptions {
    private final Subscriptions subscriptions;

    EntitledSubscriptions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * One that is sent nothing but what is at the person's posts. To be asked before a body is looked at, and before an answer
     * is given again under its key, since people change their posts.
     *
     * @throws ApiException 404 if there is none, 403 if some of what it is sent is at another's post
     */
    Subscription of(SignedIn person, UUID id) {
        var found = subscriptions.find(id).orElseThrow(SubscriptionIds::missing);
        if (!isOf(person, found.posts())) {
            throw new ApiException(
                    ProblemCode.FORBIDDEN_POST,
                    "it is sent what is at posts of which some are not yours to answer for");
        }
        return found;
    }

    private static boolean isOf(SignedIn person, List<String> posts) {
        return person.everyPost()
                || (!posts.isEmpty() && posts.stream().map(PostCode::new).allMatch(person::worksFor));
    }

    /**
     * Those of which the same is true, in the order of their ids.
     *
     * @throws ApiException 403 if the person works for no post
     */
    List<Subscription> list(SignedIn person, int limit, @Nullable UUID after) {
        if (person.everyPost()) {
            return subscriptions.list(Set.of(), limit, after);
        }
        if (person.posts().isEmpty()) {
            throw new ApiException(ProblemCode.FORBIDDEN_POST, "you work for no post");
        }
        return subscriptions.list(person.posts(), limit, after);
    }
}
