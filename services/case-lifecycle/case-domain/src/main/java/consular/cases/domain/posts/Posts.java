package consular.cases.domain.posts;

import java.util.List;
import java.util.Optional;

/** All posts, as reference data. */
public interface Posts {
    /** The post with that code; empty when there is none. */
    Optional<Post> find(PostCode code);

    /** Every post, by code. */
    List<Post> all();

    /**
     * Names what the posts and their calendars were made of: another name whenever any of it is another, so that whoever
     * stores what follows from a calendar can tell that it has changed.
     */
    String edition();
}
