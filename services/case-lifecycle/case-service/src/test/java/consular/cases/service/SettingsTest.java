package consular.cases.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Settings that keep a promise of their own. */
class SettingsTest {

    @Test
    void what_the_database_says_of_a_failing_row_is_kept_out_of_exceptions_and_so_out_of_logs() throws Exception {
        var settings = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yml"))
                .getFirst();

        assertThat(settings.getProperty("spring.datasource.hikari.data-source-properties.logServerErrorDetail"))
                .isEqualTo(false);
    }
}
