package consular.cases.application;

import consular.cases.domain.law.Policy;
import consular.cases.domain.law.PolicySetting;
import consular.cases.domain.oversight.ReviewPolicy;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the law leaves open, as the settings {@code consular.policy} have it. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {
    @Bean
    Policy policy(Environment environment, ReviewPolicy review) {
        return PolicySetting.over(
                Policy.RECOMMENDED.with(review),
                setting -> Optional.ofNullable(environment.getProperty(setting.property())));
    }
}
