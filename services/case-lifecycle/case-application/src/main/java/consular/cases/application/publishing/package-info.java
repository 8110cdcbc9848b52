/** What is published to whom nobody asks who they are. */
@NullMarked
package consular.cases.application.publishing;

import org.jspecify.annotations.NullMarked;
