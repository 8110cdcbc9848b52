package consular.cases.web.api;

import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The posts whose rows a person asks for, and may see. */
@Component
final class PostFilter {
    private final Posts posts;

    PostFilter(Posts posts) {
        this.posts = posts;
    }

    /**
     * The posts that the parameter {@code post} names, else all that the person works for; empty for every post.
     *
     * @throws ApiException 403 for another's post, 400 for one that does not exist
     */
    Set<PostCode> of(SignedIn person, Parameters parameters) {
        var asked = parameters.all("post").stream().map(PostCode::new).collect(Collectors.toSet());
        asked.forEach(person::requirePost);
        for (var post : asked) {
            if (posts.find(post).isEmpty()) {
                throw Parameters.bad("post", "names no post");
            }
        }
        if (asked.isEmpty() && !person.everyPost()) {
            if (person.posts().isEmpty()) {
                throw new ApiException(ProblemCode.FORBIDDEN_POST, "you work for no post");
            }
            return person.posts();
        }
        return asked;
    }
}
