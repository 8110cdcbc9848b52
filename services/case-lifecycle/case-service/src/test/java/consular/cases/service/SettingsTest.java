package consular.cases.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Settings that keep a promise of their own. */
class SettingsTest {

    private static Object setting(String name) throws IOException {
        return new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yml"))
                .getFirst()
                .getProperty(name);
    }

    @Test
    void what_the_database_says_of_a_failing_row_is_kept_out_of_exceptions_and_so_out_of_logs() throws Exception {
        assertThat(setting("spring.datasource.hikari.data-source-properties.logServerErrorDetail"))
                .isEqualTo(false);
    }

    /** Else what comes as a form in parts, and is none, ends before any controller is asked. */
    @Test
    void no_body_is_taken_apart_as_a_form() throws Exception {
        assertThat(setting("spring.servlet.multipart.enabled")).isEqualTo(false);
    }

    /** Else the forms of some methods are decoded as a whole, before security and every limit. */
    @Test
    void no_form_is_decoded_before_anybody_is_asked_who_they_are() throws Exception {
        assertThat(setting("spring.mvc.formcontent.filter.enabled")).isEqualTo(false);
    }
}
