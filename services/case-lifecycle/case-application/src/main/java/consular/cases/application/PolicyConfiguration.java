package consular.cases.application;

import consular.cases.domain.law.Policy;
import consular.cases.domain.law.PolicySetting;
import consular.cases.domain.oversight.ReviewPolicy;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the law leaves open, as the settings {@code consular.policy} have it. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {
    @Bean
    Policy policy(Environment environment, ReviewPolicy review) {
        var policy = Policy.RECOMMENDED.with(review);
        for (var setting : PolicySetting.values()) {
            var value = environment.getProperty(setting.property());
            policy = value == null ? policy : turned(setting, policy, value);
        }
        return policy;
    }

    /** As a failure that Spring Boot tells in a sentence, with the property and where it was set. */
    private static Policy turned(PolicySetting setting, Policy policy, String value) {
        try {
            return setting.turn(policy, value);
        } catch (IllegalArgumentException none) {
            throw new InvalidConfigurationPropertyValueException(setting.property(), value, none.getMessage(), none);
        }
    }
}
