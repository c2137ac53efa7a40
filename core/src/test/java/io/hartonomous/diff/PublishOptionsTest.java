package io.hartonomous.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.model.ObjectKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishOptionsTest {
  @Test
  void defaultsAreTheReferences() {
    assertThat(PublishOptions.DEFAULT.is(PublishOption.DROP_OBJECTS_NOT_IN_SOURCE)).isFalse();
    assertThat(PublishOptions.DEFAULT.is(PublishOption.BLOCK_ON_POSSIBLE_DATA_LOSS)).isTrue();
    assertThat(PublishOptions.DEFAULT.is(PublishOption.DROP_INDEXES_NOT_IN_SOURCE)).isTrue();
    assertThat(PublishOptions.DEFAULT.is(PublishOption.DROP_PERMISSIONS_NOT_IN_SOURCE)).isFalse();
    assertThat(PublishOptions.DEFAULT.changed()).isEmpty();
  }

  @Test
  void namesAndValuesAreRead() {
    PublishOptions options =
        PublishOptions.of(
            Map.of(
                "DropObjectsNotInSource",
                "true",
                "ExcludeObjectTypes",
                "Users;Permissions",
                "IncludeTransactionalScripts",
                "False"));
    assertThat(options.is(PublishOption.DROP_OBJECTS_NOT_IN_SOURCE)).isTrue();
    assertThat(options.excluded())
        .containsExactlyInAnyOrder(ObjectKind.USER, ObjectKind.PERMISSION);
    assertThat(options.changed()).containsExactly(Map.entry("DropObjectsNotInSource", true));
  }

  @Test
  void whatHasNoEffectIsRefusedByName() {
    assertThatThrownBy(() -> PublishOptions.of(Map.of("NoSuchOption", "True")))
        .isInstanceOf(UnsupportedOptionException.class)
        .hasMessageContaining("NoSuchOption");
    assertThatThrownBy(() -> PublishOptions.of(Map.of("BackupDatabaseBeforeChanges", "True")))
        .hasMessageContaining("BackupDatabaseBeforeChanges")
        .hasMessageContaining("False");
    assertThatThrownBy(() -> PublishOptions.of(Map.of("DropObjectsNotInSource", "yes")))
        .hasMessageContaining("True or False");
    assertThatThrownBy(() -> PublishOptions.of(Map.of("ExcludeObjectTypes", "Tables;Queues")))
        .hasMessageContaining("Queues");
  }
}
