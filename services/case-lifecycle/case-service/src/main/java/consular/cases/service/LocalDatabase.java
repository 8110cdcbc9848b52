package consular.cases.service;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The database of the profiles that bring their own. */
@Configuration(proxyBeanMethods = false)
@Profile("local | simulation")
class LocalDatabase {
    @Bean
    LocalPostgres localPostgres(@Value("${consular.data-dir:.data}") Path folder) {
        return EmbeddedPostgresStarter.join(folder);
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(LocalPostgres postgres) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl());
        return pool;
    }
}
