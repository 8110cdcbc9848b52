package consular.cases.application.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of posts, settings, weekends and zones tell of the same posts. */
class ReferenceDataTest {
    private static final List<List<String>> POSTS = Table.ofResource("posts.csv", "code,city,country,zone");

    @Test
    void every_post_has_a_zone_of_its_region() {
        assertThat(POSTS)
                .hasSize(225)
                .allSatisfy(post -> assertThat(post.get(3))
                        .as(post.getFirst())
                        // an offset or an abbreviation would not know of summer time
                        .matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]+")
                        .isIn(ZoneId.getAvailableZoneIds()));
    }

    @Test
    void every_post_is_read_with_the_zone_and_country_of_its_row() {
        var posts = ReferencePosts.load();
        assertThat(posts.all().stream()
                        .map(post -> List.of(
                                post.code().value(),
                                post.city(),
                                post.country(),
                                post.zone().getId())))
                .containsExactlyInAnyOrderElementsOf(POSTS);
    }

    @Test
    void every_weekend_is_that_of_a_country_with_a_post() {
        assertThat(column(Table.ofResource("weekends.csv", "country,weekend,reason"), 0))
                .isSubsetOf(column(POSTS, 2));
    }

    @Test
    void every_setting_is_known_and_that_of_a_post() {
        var settings = Table.ofResource("settings.csv", "post,setting,value");
        assertThat(column(settings, 0)).isSubsetOf(column(POSTS, 0));
        assertThat(column(settings, 1))
                .isSubsetOf(Set.of("nextDayIssuance", "reviewMode", "borderPost", "holidayRegion"));
    }

    private static Set<String> column(List<List<String>> table, int column) {
        return table.stream().map(row -> row.get(column)).collect(Collectors.toCollection(TreeSet::new));
    }
}
