package consular.cases.application.webhooks;

import consular.cases.domain.posts.PostCode;
import java.util.Set;

/**
 * Which events a subscription is about.
 *
 * @param eventTypes their names; all when empty
 * @param posts where what they are about has to be now; anywhere when empty
 */
public record Wanted(Set<String> eventTypes, Set<PostCode> posts) {
    /** Everything. */
    public static final Wanted ALL = new Wanted(Set.of(), Set.of());

    public Wanted {
        eventTypes = Set.copyOf(eventTypes);
        posts = Set.copyOf(posts);
    }

    /** Whether events of a type are. */
    public boolean hasType(String type) {
        return eventTypes.isEmpty() || eventTypes.contains(type);
    }
}
