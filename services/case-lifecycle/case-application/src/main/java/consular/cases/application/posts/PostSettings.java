package consular.cases.application.posts;

import consular.cases.domain.posts.PostCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** In what a post differs from the others. */
record PostSettings(Map<List<String>, String> values) {

    static final String HEADER = "post,setting,value";

    static PostSettings of(List<List<String>> rows) {
        return new PostSettings(
                rows.stream().collect(Collectors.toUnmodifiableMap(row -> row.subList(0, 2), List::getLast)));
    }

    Optional<String> of(PostCode post, String setting) {
        return Optional.ofNullable(values.get(List.of(post.value(), setting)));
    }

    boolean isSet(PostCode post, String setting) {
        return of(post, setting).map(Boolean::parseBoolean).orElse(false);
    }
}
