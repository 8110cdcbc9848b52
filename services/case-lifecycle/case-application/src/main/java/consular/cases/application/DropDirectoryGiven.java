package consular.cases.application;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether a folder is configured into which entries for CLASS go; {@code local} and {@code simulation} have none. */
final class DropDirectoryGiven implements Condition {
    static final String SETTING = "consular.class.drop-directory";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty(SETTING, "").isBlank();
    }
}
