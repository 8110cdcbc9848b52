package consular.cases.domain.posts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostTest {

    @Test
    void a_post_is_written_as_its_code() {
        assertThat(new PostCode("LND")).hasToString("LND");
    }
}
